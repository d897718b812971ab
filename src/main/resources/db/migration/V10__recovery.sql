create table recovery (
    learner varchar(40) primary key,
    hash    varchar(64) not null unique,
    made_at timestamp with time zone not null
);

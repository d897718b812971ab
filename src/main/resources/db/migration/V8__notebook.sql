create table notebook (
    learner    varchar(40) not null,
    about      varchar(80) not null,
    content    text not null,
    written_at timestamp with time zone not null,
    primary key (learner, about)
);

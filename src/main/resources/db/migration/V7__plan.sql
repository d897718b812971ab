create table plan (
    learner varchar(40) primary key,
    path    varchar(80) not null,
    goal    integer not null,
    skipped text not null
);

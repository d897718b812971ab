create table answer (
    id          varchar(40) primary key,
    learner     varchar(40) not null,
    question    varchar(120) not null,
    correct     boolean not null,
    known       boolean not null,
    answered_at timestamp with time zone not null
);
create index answer_of_learner on answer (learner, answered_at);
create table mock (
    id          varchar(40) primary key,
    learner     varchar(40) not null,
    exam        varchar(20) not null,
    questions   text not null,
    answers     text not null,
    flagged     text not null,
    started_at  timestamp with time zone not null,
    finished_at timestamp with time zone
);
create index mock_of_learner on mock (learner, started_at);

create table teacher (
    id       varchar(36) primary key,
    name     varchar(80) not null unique,
    password varchar(200) not null,
    added_at timestamp with time zone not null
);

create table pass (
    hash       varchar(64) primary key,
    kind       varchar(12) not null,
    teacher    varchar(36) not null references teacher on delete cascade,
    made_at    timestamp with time zone not null,
    expires_at timestamp with time zone
);

create index pass_of_teacher on pass (teacher, kind);

create table classroom (
    code      varchar(8) primary key,
    teacher   varchar(36) not null references teacher on delete cascade,
    name      varchar(80) not null,
    zone      varchar(60) not null,
    opened_at timestamp with time zone not null
);

create index classroom_of_teacher on classroom (teacher, opened_at);

create table member (
    id        varchar(36) primary key,
    classroom varchar(8) not null references classroom on delete cascade,
    learner   varchar(40),
    name      varchar(80) not null,
    number    varchar(40) not null,
    email     varchar(120) not null,
    listed    boolean not null,
    joined_at timestamp with time zone,
    unique (classroom, learner)
);

create index member_of_learner on member (learner);

create table assignment (
    classroom varchar(8) not null references classroom on delete cascade,
    slug      varchar(80) not null,
    place     integer not null,
    due_at    timestamp with time zone,
    primary key (classroom, slug)
);

alter table attempt add column brought boolean default false not null;

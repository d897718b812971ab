create table expectation (
    slug     varchar(80) not null,
    hash     varchar(64) not null,
    test     varchar(80) not null,
    expected text not null,
    primary key (slug, hash, test)
);

create table attempt (
    id           varchar(40) primary key,
    learner      varchar(40) not null,
    slug         varchar(80) not null,
    hash         varchar(64) not null,
    answer       text not null,
    stars        integer not null,
    failed       text not null,
    attempted_at timestamp with time zone not null
);

create index attempt_of_learner on attempt (learner, slug, attempted_at);

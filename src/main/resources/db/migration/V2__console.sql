create table machine (
    id         varchar(36) primary key,
    learner    varchar(40) not null,
    name       varchar(80) not null,
    type       varchar(10) not null,
    versions   integer not null,
    removed    varchar(36) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    unique (learner, name, removed)
);

create table revision (
    machine    varchar(36) not null references machine on delete cascade,
    number     integer not null,
    definition text not null,
    input      text not null,
    world      text not null,
    log_level  varchar(10) not null,
    log_data   boolean not null,
    note       varchar(500) not null,
    created_at timestamp with time zone not null,
    primary key (machine, number)
);

create table version (
    machine     varchar(36) not null references machine on delete cascade,
    number      integer not null,
    revision    integer not null,
    description varchar(256) not null,
    created_at  timestamp with time zone not null,
    primary key (machine, number),
    unique (machine, revision),
    foreign key (machine, revision) references revision (machine, number) on delete cascade
);

create table alias (
    machine       varchar(36) not null references machine on delete cascade,
    name          varchar(80) not null,
    description   varchar(256) not null,
    version       integer not null,
    weight        integer not null,
    other_version integer not null,
    updated_at    timestamp with time zone not null,
    primary key (machine, name)
);

create table execution (
    machine     varchar(36) not null,
    name        varchar(80) not null,
    revision    integer not null,
    qualifier   varchar(80) not null,
    type        varchar(10) not null,
    input       text not null,
    world       text not null,
    seed        bigint not null,
    decisions   text not null,
    started_by  varchar(10) not null,
    status      varchar(20) not null,
    started_at  timestamp with time zone not null,
    stopped_at  timestamp with time zone,
    duration_ms bigint not null,
    transitions integer not null,
    error       varchar(256) not null,
    cause       text not null,
    ended_at    varchar(80) not null,
    waiting     integer not null,
    coverage    text not null,
    metrics     text not null,
    primary key (machine, name),
    foreign key (machine, revision) references revision (machine, number) on delete cascade
);

create index execution_by_time on execution (machine, started_at);
create index execution_by_status on execution (machine, status, started_at);

create table secret (
    name  varchar(40) primary key,
    content varchar(100) not null
);

create table draft (
    learner    varchar(40) not null,
    name       varchar(80) not null,
    type       varchar(10) not null,
    definition text not null,
    input      text not null,
    world      text not null,
    updated_at timestamp with time zone not null,
    primary key (learner, name)
);

create table help (
    learner  varchar(40) not null,
    slug     varchar(80) not null,
    rung     integer not null,
    taken_at timestamp with time zone not null,
    primary key (learner, slug, rung)
);

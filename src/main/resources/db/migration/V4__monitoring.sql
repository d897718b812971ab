create table monitoring (
    machine   varchar(36) primary key references machine on delete cascade,
    clock     timestamp with time zone not null,
    alarms    text not null,
    schedules text not null
);

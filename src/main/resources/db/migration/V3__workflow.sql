create table workflow (
    id         varchar(40) primary key,
    content    text not null,
    created_at timestamp with time zone not null
);

create table setting (
    name varchar(200) not null primary key,
    content varchar(10000) not null
);

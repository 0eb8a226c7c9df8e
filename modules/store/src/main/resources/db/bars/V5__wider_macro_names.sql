-- Facts of companies are series too; a holder's name can be long.
alter table macro_series alter column name varchar(200) not null;

alter table desk_order add column parent_id bigint not null default 0;
alter table desk_order add column leg varchar(16) not null default 'SINGLE';

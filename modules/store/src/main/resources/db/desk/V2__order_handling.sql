alter table desk_order add column post_only boolean not null default false;
alter table desk_order add column reduce_only boolean not null default false;
alter table desk_order add column ends_nanos bigint not null default 0;
alter table desk_order add column trigger_units bigint;
alter table desk_order add column trigger_scale integer;
alter table desk_order add column trail_units bigint;
alter table desk_order add column trail_scale integer;
alter table desk_order add column trail_bps integer;

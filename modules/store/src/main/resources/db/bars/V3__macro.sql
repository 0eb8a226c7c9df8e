-- Macro series with both of their times: the period that a figure speaks of, and when it became known. A revision is a row more,
-- never a changed one.
create table macro_series (
    id integer generated always as identity primary key,
    name varchar(60) not null,
    constraint macro_series_key unique (name)
);

create table macro_observation (
    series_id integer not null,
    period date not null,
    known_nanos bigint not null,
    figure double precision not null,
    constraint macro_observation_key primary key (series_id, period, known_nanos),
    constraint macro_observation_of_series foreign key (series_id) references macro_series (id)
);

-- What of a series is not to be trusted. A series may be marked before it has a bar.
create table marked_stretch (
    instrument varchar(32) not null,
    timeframe varchar(8) not null,
    from_nanos bigint not null,
    to_nanos bigint not null,
    why varchar(400) not null,
    constraint marked_stretch_key primary key (instrument, timeframe, from_nanos)
);

-- Where a venue's own bars stand in place of those that an engine made, so that what is made late does not take their place.
create table mended_stretch (
    instrument varchar(32) not null,
    timeframe varchar(8) not null,
    from_nanos bigint not null,
    to_nanos bigint not null,
    constraint mended_stretch_key primary key (instrument, timeframe, from_nanos)
);

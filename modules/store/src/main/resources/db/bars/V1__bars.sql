-- Bars by instrument and timeframe. What a chunk covers is kept apart from its content, so that the one can be read without
-- the other.
create table bar_series (
    id integer generated always as identity primary key,
    instrument varchar(32) not null,
    timeframe varchar(8) not null,
    constraint bar_series_key unique (instrument, timeframe)
);

create table bar_chunk (
    id bigint generated always as identity primary key,
    series_id integer not null,
    first_nanos bigint not null,
    last_nanos bigint not null,
    bar_count integer not null,
    constraint bar_chunk_of_series foreign key (series_id) references bar_series (id)
);

create index bar_chunk_by_time on bar_chunk (series_id, first_nanos);

create table bar_content (
    chunk_id bigint primary key,
    content varbinary(1000000) not null,
    constraint bar_content_of_chunk foreign key (chunk_id) references bar_chunk (id)
);

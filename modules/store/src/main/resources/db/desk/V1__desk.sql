-- The desk as tables: a projection of the journal's facts, which can be made anew from it at any time. Amounts are exact: units
-- of 10^-scale, money with its currency. Times are UTC nanoseconds. Every row names the journal position it comes from.

create table projection (
    id integer primary key,
    journal_checksum integer not null,
    projected_position bigint not null,
    projected_checksum integer not null,
    constraint projection_is_one check (id = 1)
);

create table fact (
    journal_position bigint primary key,
    time_nanos bigint not null,
    kind varchar(40) not null,
    order_id bigint,
    payload varbinary(1048576) not null
);

create index fact_by_order on fact (order_id, journal_position);

create table desk_order (
    order_id bigint primary key,
    instrument varchar(32) not null,
    side varchar(8) not null,
    limit_units bigint,
    limit_scale integer,
    quantity_units bigint not null,
    quantity_scale integer not null,
    time_in_force varchar(40) not null,
    origin varchar(40) not null,
    reason varchar(4000) not null,
    state varchar(40) not null,
    filled_units bigint not null,
    filled_scale integer not null,
    filled_notional_units bigint not null,
    currency varchar(12) not null,
    currency_scale integer not null,
    created_nanos bigint not null,
    changed_nanos bigint not null,
    journal_position bigint not null
);

create table order_change (
    journal_position bigint primary key,
    time_nanos bigint not null,
    order_id bigint not null,
    from_state varchar(40) not null,
    to_state varchar(40) not null,
    reason varchar(4000) not null
);

create index order_change_by_order on order_change (order_id, journal_position);

create table desk_fill (
    journal_position bigint primary key,
    time_nanos bigint not null,
    order_id bigint not null,
    trade_id bigint not null,
    instrument varchar(32) not null,
    side varchar(8) not null,
    price_units bigint not null,
    price_scale integer not null,
    quantity_units bigint not null,
    quantity_scale integer not null,
    notional_units bigint not null,
    notional_currency varchar(12) not null,
    notional_scale integer not null,
    fee_units bigint not null,
    fee_currency varchar(12) not null,
    fee_scale integer not null,
    maker boolean not null
);

create index desk_fill_by_order on desk_fill (order_id, journal_position);

-- Positions, the latest of each instrument; "keeper" is what adding the next fill needs (the open lots under first in, first out).
create table holding (
    instrument varchar(32) primary key,
    signed_units bigint not null,
    units_scale integer not null,
    open_cost_units bigint not null,
    realised_units bigint not null,
    fees_quote_units bigint not null,
    fees_base_units bigint not null,
    currency varchar(12) not null,
    currency_scale integer not null,
    last_price_units bigint not null,
    last_price_scale integer not null,
    changed_nanos bigint not null,
    keeper varbinary(100000000) not null,
    journal_position bigint not null
);

create table equity_mark (
    journal_position bigint primary key,
    time_nanos bigint not null,
    equity_units bigint not null,
    realised_units bigint not null,
    unrealised_units bigint not null,
    fees_units bigint not null,
    gross_exposure_units bigint not null,
    currency varchar(12) not null,
    currency_scale integer not null
);

create index equity_mark_by_time on equity_mark (time_nanos, equity_units);

-- "known_nanos" is when the desk heard of it, "time_nanos" what the source says.
create table headline (
    journal_position bigint primary key,
    known_nanos bigint not null,
    time_nanos bigint not null,
    instruments varchar(4000) not null,
    template varchar(200) not null,
    body varchar(4000) not null,
    source varchar(200) not null
);

create index headline_by_time on headline (known_nanos);

create table setting (
    name varchar(200) primary key,
    content varchar(1000000) not null,
    journal_position bigint not null
);

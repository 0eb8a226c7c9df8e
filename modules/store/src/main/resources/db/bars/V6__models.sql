-- Trained models: what each learned from, what it measured, and its bytes. Lists are lines; pairs are lines of name=value.
create table trained_model (
    id varchar(160) not null,
    name varchar(60) not null,
    subject varchar(100) not null,
    trained_nanos bigint not null,
    from_nanos bigint not null,
    to_nanos bigint not null,
    observations integer not null,
    data_hash varchar(64) not null,
    features clob not null,
    settings clob not null,
    seed bigint not null,
    metrics clob not null,
    parent varchar(160),
    checksum varchar(64) not null,
    content blob not null,
    constraint trained_model_key primary key (id)
);

create index trained_model_by_subject on trained_model (subject, trained_nanos desc);

-- grain: one row a mapping text, submission, chunk of bytes, finding and event
-- reads: warehouse.standard_version
-- used by: load, withdraw, submissions, findings, status

create table intake.mapping (
    mapping_id integer primary key,
    mapping text not null,
    digest text not null,
    content text not null,
    unique (mapping, digest)
);

create table intake.submission (
    submission_id bigint primary key,
    identity text not null unique,
    digest text not null,
    mapping_id integer not null references intake.mapping,
    standard_version_id integer not null references warehouse.standard_version,
    sender text not null,
    file text not null,
    byte_count bigint not null,
    received_at timestamptz not null,
    original text not null default 'none',
    is_rejected boolean not null default false,
    is_withdrawn boolean not null default false,
    rows_read bigint not null default 0,
    values_read bigint not null default 0,
    accepted bigint not null default 0,
    rejected bigint not null default 0,
    unchanged bigint not null default 0,
    superseded bigint not null default 0
);

create table intake.submission_chunk (
    submission_id bigint not null,
    chunk integer not null,
    bytes bytea not null,
    primary key (submission_id, chunk)
);

alter table intake.submission_chunk alter column bytes set storage external;

create table intake.finding (
    submission_id bigint not null,
    finding bigint not null,
    rule text not null,
    severity text not null,
    sheet text,
    source_row integer,
    source_column integer,
    column_name text,
    city text,
    measure text,
    period text,
    problem text not null,
    found text,
    expected text,
    remedy text,
    raw_text text,
    primary key (submission_id, finding)
);

create table intake.submission_event (
    submission_id bigint not null,
    event integer not null,
    action text not null,
    reason text not null,
    happened_at timestamptz not null,
    primary key (submission_id, event)
);

create table intake.confirmation (
    submission_id bigint not null,
    confirmed_submission_id bigint not null,
    measure_id integer not null,
    city_id integer not null,
    period_start date not null,
    breakdown_id integer not null,
    source_row integer not null,
    period_months smallint not null,
    variant smallint not null,
    source_column smallint not null,
    raw_text text
);

create index confirmation_confirmed_submission_id_idx
    on intake.confirmation (confirmed_submission_id);

comment on table intake.mapping is 'Every text of every mapping that brought a submission.';
comment on table intake.submission is 'One file received from one sender; order is the submission number.';
comment on column intake.submission.identity is 'SHA-256 over bytes, mapping, standard version and sender: the same identity changes nothing.';
comment on column intake.submission.original is 'What is kept of the bytes: whole; redacted, without the columns that the mapping marks personal; none.';
comment on column intake.submission.is_rejected is 'True for a file of which nothing could be used.';
comment on column intake.submission.is_withdrawn is 'True while what it brought is not current.';
comment on column intake.submission.rejected is 'Values (or rows that could not be split into values) that were not accepted.';
comment on column intake.submission.unchanged is 'Accepted values that were current already.';
comment on column intake.submission.superseded is 'Accepted values that replaced a current one.';
comment on table intake.submission_chunk is 'The original bytes, in chunks of 1 MiB, each compressed with zstd.';
comment on table intake.finding is 'What a rule noticed in a submission: where, what, expected, remedy.';
comment on column intake.finding.raw_text is 'What was rejected, as it stood in the file, without personal columns.';
comment on table intake.submission_event is 'Withdrawals and their undoing, with the reason.';
comment on table intake.confirmation is 'Values that a submission repeated unchanged: what is current when the confirmed submission is withdrawn.';

-- grain: one row a column of codes, and one a set of records, by submission,
--     city and period; further columns of findings and of released lineage
-- reads: nothing
-- used by: load (writes), check, load, history, explain, compare, lineage

-- Parallel arrays: five thousand accounts are one row, read as a whole or
-- not at all.
create table intake.code_list (
    submission_id bigint not null,
    city_id integer not null,
    period_start date not null,
    period_months smallint not null,
    column_name text not null,
    codes text[] not null,
    names text[] not null,
    uses text[] not null,
    row_counts bigint[] not null,
    amounts double precision[] not null,
    primary key (submission_id, city_id, period_start, period_months, column_name)
);

create index code_list_city_id_idx on intake.code_list (city_id, period_start);

create table intake.record_key (
    submission_id bigint not null,
    key_count bigint not null,
    city_id integer not null,
    period_start date not null,
    period_months smallint not null,
    keys bytea not null,
    primary key (submission_id, city_id, period_start, period_months)
);

alter table intake.record_key alter column keys set storage external;

create index record_key_city_id_idx on intake.record_key (city_id, period_start);

create index submission_digest_idx on intake.submission (digest);

alter table intake.finding add column value double precision;
alter table intake.finding add column breakdown text;

alter table member.release_lineage add column explanation text;
alter table member.release_lineage add column explained_by text;

comment on table intake.code_list is 'The accounts, or the texts of a column of categories, that a submission had for a city and period; the next period is compared with them.';
comment on column intake.code_list.column_name is 'The header of the column.';
comment on column intake.code_list.codes is 'The accounts or texts; names, uses, row_counts and amounts follow their order.';
comment on column intake.code_list.names is 'What the file calls each; empty where no column does.';
comment on column intake.code_list.uses is 'The ids of the measures each is in; empty where it is left out on purpose, null where nobody has decided.';
comment on column intake.code_list.row_counts is 'How many rows have each.';
comment on column intake.code_list.amounts is 'Debits less credits of each account; null for categories.';
comment on table intake.record_key is 'Which records a submission had for a city and period, so that none is counted for two periods unseen.';
comment on column intake.record_key.key_count is 'How many records there are.';
comment on column intake.record_key.keys is '64-bit digests of their keys, the least first, eight bytes each, the highest byte first.';
comment on column intake.finding.value is 'The figure that is asked about, in the unit of the measure; null where none is.';
comment on column intake.finding.breakdown is 'The group or district of that figure; total for all.';
comment on column member.release_lineage.explanation is 'What the city said about this value and lets be published; null for nothing.';
comment on column member.release_lineage.explained_by is 'Who said it.';

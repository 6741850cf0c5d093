-- grain: one row an observation that was made of many rows; and what a
--     release tells of it
-- reads: nothing
-- used by: load (writes), compare (copies into the release), lineage

-- Beside the observations and not in them, so that a cell's row does not
-- grow. The key is the observation's: measure_id stands first in it.
create table warehouse.aggregate_origin (
    submission_id bigint not null,
    row_count bigint not null,
    row_digest bigint not null,
    mean double precision,
    squared_deviations double precision,
    measure_id integer not null,
    city_id integer not null,
    period_start date not null,
    breakdown_id integer not null,
    period_months smallint not null,
    variant smallint not null,
    filter text not null,
    primary key (
        measure_id, city_id, period_start, period_months, variant, breakdown_id,
        submission_id
    )
);

alter table member.release_lineage add column row_count bigint;
alter table member.release_lineage add column row_digest bigint;
alter table member.release_lineage add column filter text;

comment on table warehouse.aggregate_origin is 'What a value that no single cell holds was made of.';
comment on column warehouse.aggregate_origin.row_count is 'How many rows, or readings of rows, it was made of.';
comment on column warehouse.aggregate_origin.row_digest is '64-bit FNV-1a over the digests of these rows, in the order of the file.';
comment on column warehouse.aggregate_origin.mean is 'The mean of the values behind a mean; null for other aggregates.';
comment on column warehouse.aggregate_origin.squared_deviations is 'The sum of their squared deviations from that mean.';
comment on column warehouse.aggregate_origin.filter is 'Which rows these are and what was done with them, in words.';
comment on column member.release_lineage.row_count is 'How many rows an aggregate was made of; null for a cell.';
comment on column member.release_lineage.row_digest is 'The digest of these rows; null for a cell.';
comment on column member.release_lineage.filter is 'Which rows these are, in words; null for a cell.';

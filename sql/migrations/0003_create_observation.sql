-- grain: one row a value of a measure, city, period, variant, breakdown and
--     submission; partitioned by the year in which the period starts
-- reads: nothing
-- used by: load (writes), withdraw, compare
-- Wide columns stand first, so that no row carries padding. There are no
-- foreign keys: sql/checks prove what they would.

create table warehouse.observation (
    submission_id bigint not null,
    value double precision,
    measure_id integer not null,
    city_id integer not null,
    period_start date not null,
    breakdown_id integer not null,
    source_row integer not null,
    period_months smallint not null,
    variant smallint not null,
    status smallint not null,
    confidentiality smallint not null,
    source_column smallint not null,
    raw_text text,
    primary key (
        measure_id, city_id, period_start, period_months, variant, breakdown_id,
        submission_id
    )
) partition by range (period_start);

comment on table warehouse.observation is 'Checked values, stored once and never changed; later submissions add newer ones.';
comment on column warehouse.observation.value is 'Null when the status says that there is none.';
comment on column warehouse.observation.variant is '0 actual, 1 provisional actual, 2 budget, 3 adjusted budget, 4 target.';
comment on column warehouse.observation.status is 'Code of the observation status: 0 normal, 1 estimated, 2 provisional, 3 unreliable; from 4 on a reason why there is no value.';
comment on column warehouse.observation.confidentiality is '0 free, 1 members, 2 confidential.';
comment on column warehouse.observation.source_row is 'The line of the file, from 1.';
comment on column warehouse.observation.source_column is 'The column of the file, from 1.';
comment on column warehouse.observation.raw_text is 'The text of the cell where it is not the value''s shortest decimal text; null where it is.';

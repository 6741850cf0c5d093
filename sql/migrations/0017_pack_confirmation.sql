-- grain: one row a part of the values that a submission repeated, of one
--     confirmed submission, period, variant and breakdown
-- reads: intake.submission, intake.confirmation, warehouse.observation (what
--     was known)
-- used by: load (writes), withdraw (turns into rows of intake.confirmation),
--     erase, history, every command that takes --as-of

-- Parallel arrays: who sends ten years again confirms millions of values,
-- which as rows would take longer to store than all the rest. They are rows
-- again where a withdrawal asks for them.
create table intake.confirmation_block (
    submission_id bigint not null,
    confirmed_submission_id bigint not null,
    block integer not null,
    period_start date not null,
    breakdown_id integer not null,
    period_months smallint not null,
    variant smallint not null,
    measure_ids integer[] not null,
    city_ids integer[] not null,
    source_rows integer[] not null,
    source_columns smallint[] not null,
    raw_texts text[],
    primary key (submission_id, block)
);

alter table intake.confirmation_block alter column measure_ids set storage external;
alter table intake.confirmation_block alter column city_ids set storage external;
alter table intake.confirmation_block alter column source_rows set storage external;
alter table intake.confirmation_block alter column source_columns set storage external;

create index confirmation_block_confirmed_submission_id_idx
    on intake.confirmation_block (confirmed_submission_id);

comment on table intake.confirmation_block is 'Values that a submission repeated unchanged, many in a row; what intake.confirmation does not have.';
comment on column intake.confirmation_block.block is 'The number within the submission, from 1.';
comment on column intake.confirmation_block.measure_ids is 'The measures; the other lists have one element for each.';
comment on column intake.confirmation_block.raw_texts is 'Null where no value has a text of its own, or where it was erased.';

-- As before, and with what is packed. Any withdrawal turns the packed values
-- that it concerns into rows, so these are asked for where the clock stood
-- otherwise than the order of submissions says: what they repeat was received
-- later, or what was withdrawn between the two counted still.
create or replace function warehouse.observation_known(
    known_at timestamptz,
    last_submission bigint,
    last_event bigint,
    measures integer[],
    first_start date,
    last_start date
) returns table (
    submission_id bigint,
    value double precision,
    measure_id integer,
    city_id integer,
    period_start date,
    breakdown_id integer,
    source_row integer,
    period_months smallint,
    variant smallint,
    status smallint,
    confidentiality smallint,
    source_column smallint,
    basis smallint,
    raw_text text
)
language plpgsql stable
as $$
#variable_conflict use_column
begin
    return query
    with counted as materialized (
        select counted_submission.submission_id
        from warehouse.counted_submission(known_at, last_submission, last_event)
    ),
    done as materialized (
        select submission_event.position
        from intake.submission_event
        where (known_at is null or submission_event.happened_at <= known_at)
            and (last_event is null or submission_event.position <= last_event)
    ),
    repeated as materialized (
        select confirmation.submission_id, confirmation.confirmed_submission_id,
            confirmation.measure_id, confirmation.city_id, confirmation.period_start,
            confirmation.period_months, confirmation.variant, confirmation.breakdown_id,
            confirmation.source_row, confirmation.source_column, confirmation.raw_text,
            confirmation.stored_by
        from intake.confirmation
        where (measures is null or confirmation.measure_id = any (measures))
            and (first_start is null or confirmation.period_start >= first_start)
            and (last_start is null or confirmation.period_start <= last_start)
        union all
        select packed.submission_id, packed.confirmed_submission_id, value.measure_id,
            value.city_id, packed.period_start, packed.period_months, packed.variant,
            packed.breakdown_id, value.source_row, value.source_column, value.raw_text,
            null
        from intake.confirmation_block as packed
        inner join counted on counted.submission_id = packed.submission_id
        cross join lateral unnest(
            packed.measure_ids, packed.city_ids, packed.source_rows, packed.source_columns,
            packed.raw_texts
        ) as value (measure_id, city_id, source_row, source_column, raw_text)
        where (measures is null or value.measure_id = any (measures))
            and (first_start is null or packed.period_start >= first_start)
            and (last_start is null or packed.period_start <= last_start)
            and (
                packed.confirmed_submission_id not in (
                    select counted.submission_id from counted
                )
                or exists (
                    select
                    from intake.submission as between_them
                    inner join counted on counted.submission_id = between_them.submission_id
                    where between_them.is_withdrawn
                        and between_them.submission_id > packed.confirmed_submission_id
                        and between_them.submission_id < packed.submission_id
                )
            )
    ),
    own as (
        select observation.*
        from warehouse.observation
        inner join counted on counted.submission_id = observation.submission_id
        where (measures is null or observation.measure_id = any (measures))
            and (first_start is null or observation.period_start >= first_start)
            and (last_start is null or observation.period_start <= last_start)
            and not exists (
                select
                from intake.confirmation
                where confirmation.measure_id = observation.measure_id
                    and confirmation.city_id = observation.city_id
                    and confirmation.period_start = observation.period_start
                    and confirmation.period_months = observation.period_months
                    and confirmation.variant = observation.variant
                    and confirmation.breakdown_id = observation.breakdown_id
                    and confirmation.submission_id = observation.submission_id
            )
    )
    select own.submission_id, own.value, own.measure_id, own.city_id, own.period_start,
        own.breakdown_id, own.source_row, own.period_months, own.variant, own.status,
        own.confidentiality, own.source_column, own.basis, own.raw_text
    from own
    union all
    select repeated.submission_id, observation.value, observation.measure_id,
        observation.city_id, observation.period_start, observation.breakdown_id,
        repeated.source_row, observation.period_months, observation.variant,
        observation.status, observation.confidentiality, repeated.source_column,
        observation.basis, repeated.raw_text
    from repeated
    inner join counted on counted.submission_id = repeated.submission_id
    inner join warehouse.observation
        on observation.measure_id = repeated.measure_id
        and observation.city_id = repeated.city_id
        and observation.period_start = repeated.period_start
        and observation.period_months = repeated.period_months
        and observation.variant = repeated.variant
        and observation.breakdown_id = repeated.breakdown_id
        and observation.submission_id = repeated.confirmed_submission_id
    where repeated.stored_by in (select done.position from done)
        or repeated.confirmed_submission_id not in (
            select counted.submission_id from counted
        )
        or exists (
            select
            from own
            where own.measure_id = repeated.measure_id
                and own.city_id = repeated.city_id
                and own.period_start = repeated.period_start
                and own.period_months = repeated.period_months
                and own.variant = repeated.variant
                and own.breakdown_id = repeated.breakdown_id
                and own.submission_id > repeated.confirmed_submission_id
                and own.submission_id < repeated.submission_id
        );
end
$$;

-- grain: one row a submission that counts, and one a value, as they were known
-- reads: intake.submission, intake.submission_event, intake.confirmation,
--     warehouse.observation, member.release_lineage
-- used by: every command that takes --as-of, release verify, analysts

-- Three reads of the same rows: what is current, what was known at an instant,
-- and what was first published. A state of the store is told by an instant, or
-- by the last submission and the last withdrawal or undoing before it; what is
-- null has no bound.

create function warehouse.counted_submission(
    known_at timestamptz,
    last_submission bigint,
    last_event bigint
) returns table (submission_id bigint)
language plpgsql stable
as $$
#variable_conflict use_column
begin
    return query
    select submission.submission_id
    from intake.submission
    where not submission.is_rejected
        and (known_at is null or submission.received_at <= known_at)
        and (last_submission is null or submission.submission_id <= last_submission)
        and coalesce(
            (
                select submission_event.action
                from intake.submission_event
                where submission_event.submission_id = submission.submission_id
                    and (known_at is null or submission_event.happened_at <= known_at)
                    and (last_event is null or submission_event.position <= last_event)
                order by submission_event.position desc
                limit 1
            ), 'restored'
        ) <> 'withdrawn';
end
$$;

-- A value that a submission only repeated counts from the withdrawal on that
-- made an observation of it, and where what it repeats is not known yet.
create function warehouse.observation_known(
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
    select confirmation.submission_id, observation.value, observation.measure_id,
        observation.city_id, observation.period_start, observation.breakdown_id,
        confirmation.source_row, observation.period_months, observation.variant,
        observation.status, observation.confidentiality, confirmation.source_column,
        observation.basis, confirmation.raw_text
    from intake.confirmation
    inner join counted on counted.submission_id = confirmation.submission_id
    inner join warehouse.observation
        on observation.measure_id = confirmation.measure_id
        and observation.city_id = confirmation.city_id
        and observation.period_start = confirmation.period_start
        and observation.period_months = confirmation.period_months
        and observation.variant = confirmation.variant
        and observation.breakdown_id = confirmation.breakdown_id
        and observation.submission_id = confirmation.confirmed_submission_id
    where (measures is null or confirmation.measure_id = any (measures))
        and (first_start is null or confirmation.period_start >= first_start)
        and (last_start is null or confirmation.period_start <= last_start)
        and (
            confirmation.stored_by in (select done.position from done)
            or confirmation.confirmed_submission_id not in (
                select counted.submission_id from counted
            )
            or exists (
                select
                from own
                where own.measure_id = confirmation.measure_id
                    and own.city_id = confirmation.city_id
                    and own.period_start = confirmation.period_start
                    and own.period_months = confirmation.period_months
                    and own.variant = confirmation.variant
                    and own.breakdown_id = confirmation.breakdown_id
                    and own.submission_id > confirmation.confirmed_submission_id
                    and own.submission_id < confirmation.submission_id
            )
        );
end
$$;

create function warehouse.observation_as_of(
    known_at timestamptz
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
    select distinct on (
        known.measure_id, known.city_id, known.period_start, known.period_months,
        known.variant, known.breakdown_id)
        known.submission_id, known.value, known.measure_id, known.city_id,
        known.period_start, known.breakdown_id, known.source_row, known.period_months,
        known.variant, known.status, known.confidentiality, known.source_column,
        known.basis, known.raw_text
    from warehouse.observation_known(known_at, null, null, null, null, null) as known
    order by
        known.measure_id, known.city_id, known.period_start, known.period_months,
        known.variant, known.breakdown_id, known.submission_id desc;
end
$$;

create function warehouse.period_text(
    period_start date,
    period_months smallint
) returns text
language plpgsql immutable strict
as $$
declare
    month constant integer := extract(month from period_start);
begin
    return case
        when period_months = 12 and month = 1 then to_char(period_start, 'YYYY')
        when period_months = 3 and month % 3 = 1 then to_char(period_start, 'YYYY"-Q"Q')
        when period_months = 1 then to_char(period_start, 'YYYY-MM')
        when period_months % 12 = 0
            then to_char(period_start, 'YYYY-MM"/P"') || period_months / 12 || 'Y'
        else to_char(period_start, 'YYYY-MM"/P"') || period_months || 'M'
    end;
end
$$;

create function warehouse.observation_first_published() returns table (
    release_id integer,
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
    with published as materialized (
        select distinct on (
            release_lineage.measure_id, release_lineage.city_id,
            release_lineage.measure_breakdown_id, release_lineage.measure_period)
            release_lineage.measure_id, release_lineage.city_id,
            release_lineage.measure_breakdown_id, release_lineage.measure_period,
            release_lineage.submission_id, release_lineage.release_id
        from member.release_lineage
        where release_lineage.submission_id <> 0
        order by
            release_lineage.measure_id, release_lineage.city_id,
            release_lineage.measure_breakdown_id, release_lineage.measure_period,
            release_lineage.release_id, release_lineage.submission_id
    )
    select published.release_id, observation.submission_id, observation.value,
        observation.measure_id, observation.city_id, observation.period_start,
        observation.breakdown_id, observation.source_row, observation.period_months,
        observation.variant, observation.status, observation.confidentiality,
        observation.source_column, observation.basis, observation.raw_text
    from published
    inner join warehouse.observation
        on observation.measure_id = published.measure_id
        and observation.city_id = published.city_id
        and observation.breakdown_id = published.measure_breakdown_id
        and observation.submission_id = published.submission_id
    where observation.variant = 0
        and warehouse.period_text(observation.period_start, observation.period_months)
            = published.measure_period;
end
$$;

comment on function warehouse.counted_submission is 'The submissions that counted at an instant, or up to a submission and event.';
comment on function warehouse.observation_known is 'Every version of every value that counted at an instant, or up to a submission and event; of some measures and periods.';
comment on function warehouse.observation_as_of is 'The values that were current at an instant, one row a key; observation_as_of(''infinity'') is what is current.';
comment on function warehouse.observation_first_published is 'The values behind the first release that members saw of each, with its number.';
comment on function warehouse.period_text is 'A period in canonical text, such as 2026-Q3.';

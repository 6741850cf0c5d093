-- grain: one row a database user that reads for a city
-- reads: warehouse.observation, intake.finding, intake.submission
-- used by: db grant, db revoke (write), the role yardstick_city

-- What a city may read that no release shows. Rights of a view's owner are
-- not honoured on several machines, so these are functions that run as their
-- owner, keyed on who logged in; the role has no right to any table.
create schema own;

create table intake.city_user (
    login text primary key,
    city_id integer not null
);

create function own.city_id() returns integer
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    found_city integer;
begin
    select city_user.city_id into found_city
    from intake.city_user
    where city_user.login = session_user::text;
    if found_city is null then
        raise exception 'the user % reads for no city', session_user
            using errcode = 'insufficient_privilege',
            hint = 'An operator runs: yardstick db grant city USER --city ID';
    end if;
    return found_city;
end
$$;

create function own.observation(
    first_day date default '-infinity',
    last_day date default 'infinity'
) returns table (
    measure text,
    period_start date,
    period_end date,
    breakdown text,
    variant text,
    status text,
    confidentiality text,
    value double precision,
    submission bigint,
    received_at timestamptz,
    file text,
    source_row integer,
    source_column integer,
    raw_text text,
    is_withdrawn boolean,
    is_current boolean
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    own_city constant integer := own.city_id();
begin
    return query
    select
        measure.measure,
        observation.period_start,
        (observation.period_start + make_interval(months => observation.period_months))::date,
        breakdown.breakdown,
        (array['actual', 'provisional_actual', 'budget', 'adjusted_budget', 'target'])
            [observation.variant + 1],
        (array[
            'normal', 'estimated', 'provisional', 'unreliable', 'not_reported', 'not_collected',
            'not_applicable', 'not_provided', 'not_taking_part', 'withheld', 'suppressed', 'late'
        ])[observation.status + 1],
        (array['free', 'member', 'confidential'])[observation.confidentiality + 1],
        observation.value,
        observation.submission_id,
        submission.received_at,
        submission.file,
        observation.source_row,
        observation.source_column::integer,
        case
            when submission.original = 'erased' then null
            else coalesce(observation.raw_text, observation.value::text)
        end,
        submission.is_withdrawn,
        not submission.is_withdrawn
        and observation.submission_id = max(observation.submission_id)
            filter (where not submission.is_withdrawn)
            over (
                partition by observation.measure_id, observation.period_start,
                    observation.period_months, observation.breakdown_id, observation.variant
            )
    from warehouse.observation
    inner join intake.submission
        on submission.submission_id = observation.submission_id
    inner join warehouse.measure
        on measure.measure_id = observation.measure_id
    inner join warehouse.breakdown
        on breakdown.breakdown_id = observation.breakdown_id
    where observation.city_id = own_city
        and observation.period_start >= first_day
        and observation.period_start <= last_day
    order by measure.measure, observation.period_start, observation.submission_id;
end
$$;

create function own.finding() returns table (
    submission bigint,
    finding bigint,
    file text,
    rule text,
    severity text,
    sheet text,
    source_row integer,
    source_column integer,
    measure text,
    period text,
    problem text,
    found text,
    expected text,
    remedy text
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    own_city constant integer := own.city_id();
begin
    return query
    select
        finding.submission_id,
        finding.finding,
        submission.file,
        finding.rule,
        finding.severity,
        finding.sheet,
        finding.source_row,
        finding.source_column,
        finding.measure,
        finding.period,
        finding.problem,
        finding.found,
        finding.expected,
        finding.remedy
    from intake.finding
    inner join intake.submission
        on submission.submission_id = finding.submission_id
    inner join warehouse.city
        on city.city = finding.city
    where city.city_id = own_city
    order by finding.submission_id, finding.finding;
end
$$;

-- A function is everybody's until that is taken back.
revoke all on schema own from public;
revoke all on all functions in schema intake, warehouse, preview, member, open, own from public;

comment on schema own is 'What a city reads of its own that no release shows. Functions only.';
comment on table intake.city_user is 'Which city a database user reads for.';
comment on column intake.city_user.login is 'The name that the user logs in with.';
comment on function own.city_id() is 'The city of whoever logged in; refused for others.';
comment on function own.observation(date, date) is 'Every value that the city of whoever logged in ever sent, for periods that start within the days given; is_current says which one counts.';
comment on function own.finding() is 'What the rules noticed about values of the city of whoever logged in.';

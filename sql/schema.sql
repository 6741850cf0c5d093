-- What a migrated database looks like: pg_dump, without versions and owners.
-- Written and compared by a test; changed by migrations and views only.

CREATE SCHEMA intake;

COMMENT ON SCHEMA intake IS 'What was received: submissions, their bytes, mappings and findings. Operators only.';

CREATE SCHEMA member;

COMMENT ON SCHEMA member IS 'What a release shows to members. Analysts read the views.';

CREATE SCHEMA open;

COMMENT ON SCHEMA open IS 'What a release shows to the public. Anybody reads the views.';

CREATE SCHEMA own;

COMMENT ON SCHEMA own IS 'What a city reads of its own that no release shows. Functions only.';

CREATE SCHEMA preview;

COMMENT ON SCHEMA preview IS 'Releases that are held back: in preview or under embargo. Operators only.';

CREATE SCHEMA warehouse;

COMMENT ON SCHEMA warehouse IS 'The registry and every version of every number. Operators only.';

CREATE FUNCTION intake.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    raise exception 'audit entries are only ever added, never changed or deleted';
end
$$;

COMMENT ON FUNCTION intake.refuse_change() IS 'Keeps rows that may only be added from being changed.';

CREATE FUNCTION member.compare(metric text, period text, cities text[]) RETURNS TABLE(city text, status text, value double precision, rank integer, rank_worst integer, contributors integer, not_reported integer, mean double precision, group_value double precision, median double precision, lower_quartile double precision, upper_quartile double precision, minimum double precision, maximum double precision, standard_deviation double precision, release integer)
    LANGUAGE plpgsql STABLE
    AS $_$
#variable_conflict use_column
declare
    wanted_release integer;
    wanted_metric integer;
    unknown text;
begin
    select release.release_id
    into wanted_release
    from member.release
    where release.period = $2 and release.is_newest;
    if not found then
        raise exception 'there is no release of %.', quote_nullable($2)
            using errcode = 'no_data_found',
                hint = 'select distinct period from member.standing lists the periods.';
    end if;
    select release_metric.metric_id
    into wanted_metric
    from member.metric
    inner join member.release_metric
        on release_metric.metric_id = metric.metric_id
        and release_metric.release_id = wanted_release
    where metric.metric = $1;
    if not found then
        raise exception 'release % of % has no metric %.', wanted_release, $2, quote_nullable($1)
            using errcode = 'no_data_found',
                hint = 'select distinct metric from member.standing lists the metrics.';
    end if;
    select string_agg(coalesce(given.city, 'null'), ', ' order by given.city)
    into unknown
    from unnest($3) as given (city)
    where not exists (
        select
        from member.city
        inner join member.release_value
            on release_value.city_id = city.city_id
            and release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
        where city.city = given.city
    );
    if unknown is not null then
        raise exception 'release % of % has no city %.', wanted_release, $2, unknown
            using errcode = 'no_data_found',
                hint = 'select distinct city from member.standing lists the cities.';
    end if;

    return query
    with figure as (
        select
            city.city as city,
            standing_status.word as status,
            release_value.value as value,
            release_value.numerator as numerator,
            release_value.denominator as denominator,
            release_value.rank_key as rank_key,
            release_value.provision_mode as provision_mode
        from member.city
        inner join member.release_value
            on release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
            and release_value.city_id = city.city_id
        inner join member.breakdown_value
            on breakdown_value.breakdown_id = release_value.breakdown_id
            and breakdown_value.breakdown = 'total'
        inner join member.standing_status on standing_status.status = release_value.status
        where city.city = any ($3)
    ),

    -- Where only equal modes compare, what most of them have.
    common_mode as (
        select figure.provision_mode as provision_mode
        from figure
        where figure.status = 'reported' and figure.provision_mode is not null
        group by figure.provision_mode
        order by count(*) desc, figure.provision_mode
        limit 1
    ),

    compared as (
        select
            figure.city as city,
            case
                when figure.status = 'reported' and figure.provision_mode <> common_mode.provision_mode
                    then 'not_comparable'
                else figure.status
            end as status,
            figure.value as value,
            figure.numerator as numerator,
            figure.denominator as denominator,
            figure.rank_key as rank_key
        from figure
        left join common_mode on true
    ),

    statistic as (
        select
            count(*) filter (where compared.status = 'reported') as contributors,
            count(*) filter (
                where compared.status in ('not_reported', 'not_collected', 'late', 'withheld')
            ) as not_reported,
            avg(compared.value) filter (where compared.status = 'reported') as mean,
            percentile_cont(array[0.25, 0.5, 0.75]) within group (order by compared.value)
                filter (where compared.status = 'reported') as quartiles,
            min(compared.value) filter (where compared.status = 'reported') as minimum,
            max(compared.value) filter (where compared.status = 'reported') as maximum,
            stddev_samp(compared.value) filter (where compared.status = 'reported') as spread,
            case
                when bool_and(
                    compared.numerator is not null and compared.denominator is not null
                ) filter (where compared.status = 'reported')
                    then sum(compared.numerator) filter (where compared.status = 'reported')
            end as above,
            sum(compared.denominator) filter (where compared.status = 'reported') as below
        from compared
    ),

    ranking as (
        select
            compared.city as city,
            rank() over (order by compared.rank_key desc) as rank
        from compared
        where compared.status = 'reported' and compared.rank_key is not null
    )

    select
        compared.city,
        compared.status,
        compared.value,
        ranked.rank,
        ranked.rank + statistic.not_reported::integer,
        statistic.contributors::integer,
        statistic.not_reported::integer,
        statistic.mean,
        case
            when release_metric.is_ratio
                then release_metric.multiplier * statistic.above / nullif(statistic.below, 0)
        end,
        statistic.quartiles[2],
        case when statistic.contributors >= 4 then statistic.quartiles[1] end,
        case when statistic.contributors >= 4 then statistic.quartiles[3] end,
        statistic.minimum,
        statistic.maximum,
        statistic.spread,
        wanted_release
    from compared
    cross join statistic
    inner join member.release_metric
        on release_metric.metric_id = wanted_metric
        and release_metric.release_id = wanted_release
    left join ranking on ranking.city = compared.city
    cross join lateral (
        select case when statistic.contributors >= 2 then ranking.rank::integer end as rank
    ) as ranked
    order by ranked.rank nulls last, compared.city;
end
$_$;

COMMENT ON FUNCTION member.compare(metric text, period text, cities text[]) IS 'Any cities in one metric and period, from the newest release: a row a city, with the statistics of all of them.';

CREATE FUNCTION open.compare(metric text, period text, cities text[]) RETURNS TABLE(city text, status text, value double precision, rank integer, rank_worst integer, contributors integer, not_reported integer, mean double precision, group_value double precision, median double precision, lower_quartile double precision, upper_quartile double precision, minimum double precision, maximum double precision, standard_deviation double precision, release integer)
    LANGUAGE plpgsql STABLE
    AS $_$
#variable_conflict use_column
declare
    wanted_release integer;
    wanted_metric integer;
    unknown text;
begin
    select release.release_id
    into wanted_release
    from open.release
    where release.period = $2 and release.is_newest;
    if not found then
        raise exception 'there is no release of %.', quote_nullable($2)
            using errcode = 'no_data_found',
                hint = 'select distinct period from open.standing lists the periods.';
    end if;
    select release_metric.metric_id
    into wanted_metric
    from open.metric
    inner join open.release_metric
        on release_metric.metric_id = metric.metric_id
        and release_metric.release_id = wanted_release
    where metric.metric = $1;
    if not found then
        raise exception 'release % of % has no metric %.', wanted_release, $2, quote_nullable($1)
            using errcode = 'no_data_found',
                hint = 'select distinct metric from open.standing lists the metrics.';
    end if;
    select string_agg(coalesce(given.city, 'null'), ', ' order by given.city)
    into unknown
    from unnest($3) as given (city)
    where not exists (
        select
        from open.city
        inner join open.release_value
            on release_value.city_id = city.city_id
            and release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
        where city.city = given.city
    );
    if unknown is not null then
        raise exception 'release % of % has no city %.', wanted_release, $2, unknown
            using errcode = 'no_data_found',
                hint = 'select distinct city from open.standing lists the cities.';
    end if;

    return query
    with figure as (
        select
            city.city as city,
            standing_status.word as status,
            release_value.value as value,
            release_value.numerator as numerator,
            release_value.denominator as denominator,
            release_value.rank_key as rank_key,
            release_value.provision_mode as provision_mode
        from open.city
        inner join open.release_value
            on release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
            and release_value.city_id = city.city_id
        inner join open.breakdown_value
            on breakdown_value.breakdown_id = release_value.breakdown_id
            and breakdown_value.breakdown = 'total'
        inner join open.standing_status on standing_status.status = release_value.status
        where city.city = any ($3)
    ),

    -- Where only equal modes compare, what most of them have.
    common_mode as (
        select figure.provision_mode as provision_mode
        from figure
        where figure.status = 'reported' and figure.provision_mode is not null
        group by figure.provision_mode
        order by count(*) desc, figure.provision_mode
        limit 1
    ),

    compared as (
        select
            figure.city as city,
            case
                when figure.status = 'reported' and figure.provision_mode <> common_mode.provision_mode
                    then 'not_comparable'
                else figure.status
            end as status,
            figure.value as value,
            figure.numerator as numerator,
            figure.denominator as denominator,
            figure.rank_key as rank_key
        from figure
        left join common_mode on true
    ),

    statistic as (
        select
            count(*) filter (where compared.status = 'reported') as contributors,
            count(*) filter (
                where compared.status in ('not_reported', 'not_collected', 'late', 'withheld')
            ) as not_reported,
            avg(compared.value) filter (where compared.status = 'reported') as mean,
            percentile_cont(array[0.25, 0.5, 0.75]) within group (order by compared.value)
                filter (where compared.status = 'reported') as quartiles,
            min(compared.value) filter (where compared.status = 'reported') as minimum,
            max(compared.value) filter (where compared.status = 'reported') as maximum,
            stddev_samp(compared.value) filter (where compared.status = 'reported') as spread,
            case
                when bool_and(
                    compared.numerator is not null and compared.denominator is not null
                ) filter (where compared.status = 'reported')
                    then sum(compared.numerator) filter (where compared.status = 'reported')
            end as above,
            sum(compared.denominator) filter (where compared.status = 'reported') as below
        from compared
    ),

    ranking as (
        select
            compared.city as city,
            rank() over (order by compared.rank_key desc) as rank
        from compared
        where compared.status = 'reported' and compared.rank_key is not null
    )

    select
        compared.city,
        compared.status,
        compared.value,
        ranked.rank,
        ranked.rank + statistic.not_reported::integer,
        statistic.contributors::integer,
        statistic.not_reported::integer,
        statistic.mean,
        case
            when release_metric.is_ratio
                then release_metric.multiplier * statistic.above / nullif(statistic.below, 0)
        end,
        statistic.quartiles[2],
        case when statistic.contributors >= 4 then statistic.quartiles[1] end,
        case when statistic.contributors >= 4 then statistic.quartiles[3] end,
        statistic.minimum,
        statistic.maximum,
        statistic.spread,
        wanted_release
    from compared
    cross join statistic
    inner join open.release_metric
        on release_metric.metric_id = wanted_metric
        and release_metric.release_id = wanted_release
    left join ranking on ranking.city = compared.city
    cross join lateral (
        select case when statistic.contributors >= 2 then ranking.rank::integer end as rank
    ) as ranked
    order by ranked.rank nulls last, compared.city;
end
$_$;

COMMENT ON FUNCTION open.compare(metric text, period text, cities text[]) IS 'Any cities in one metric and period, from the newest release: a row a city, with the statistics of all of them.';

CREATE FUNCTION own.city_id() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

COMMENT ON FUNCTION own.city_id() IS 'The city of whoever logged in; refused for others.';

CREATE FUNCTION own.finding() RETURNS TABLE(submission bigint, finding bigint, file text, rule text, severity text, sheet text, source_row integer, source_column integer, measure text, period text, problem text, found text, expected text, remedy text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

COMMENT ON FUNCTION own.finding() IS 'What the rules noticed about values of the city of whoever logged in.';

CREATE FUNCTION own.observation(first_day date DEFAULT '-infinity'::date, last_day date DEFAULT 'infinity'::date) RETURNS TABLE(measure text, period_start date, period_end date, breakdown text, variant text, status text, confidentiality text, value double precision, submission bigint, received_at timestamp with time zone, file text, source_row integer, source_column integer, raw_text text, is_withdrawn boolean, is_current boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

COMMENT ON FUNCTION own.observation(first_day date, last_day date) IS 'Every value that the city of whoever logged in ever sent, for periods that start within the days given; is_current says which one counts.';

CREATE FUNCTION own.peer() RETURNS TABLE(peer_group text, title text, valid_from date, valid_to date, city text, name text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    own_city constant integer := own.city_id();
begin
    return query
    select
        private_peer.peer_group,
        private_peer.title,
        private_peer.valid_from,
        private_peer.valid_to,
        city.city,
        city.name
    from warehouse.private_peer
    inner join warehouse.city
        on city.city_id = private_peer.city_id
    where private_peer.owner_city_id = own_city
    order by private_peer.peer_group, city.city;
end
$$;

COMMENT ON FUNCTION own.peer() IS 'The private peer groups of the city of whoever logged in, one row a member.';

CREATE FUNCTION preview.compare(metric text, period text, cities text[]) RETURNS TABLE(city text, status text, value double precision, rank integer, rank_worst integer, contributors integer, not_reported integer, mean double precision, group_value double precision, median double precision, lower_quartile double precision, upper_quartile double precision, minimum double precision, maximum double precision, standard_deviation double precision, release integer)
    LANGUAGE plpgsql STABLE
    AS $_$
#variable_conflict use_column
declare
    wanted_release integer;
    wanted_metric integer;
    unknown text;
begin
    select release.release_id
    into wanted_release
    from preview.release
    where release.period = $2 and release.is_newest;
    if not found then
        raise exception 'there is no release of %.', quote_nullable($2)
            using errcode = 'no_data_found',
                hint = 'select distinct period from preview.standing lists the periods.';
    end if;
    select release_metric.metric_id
    into wanted_metric
    from preview.metric
    inner join preview.release_metric
        on release_metric.metric_id = metric.metric_id
        and release_metric.release_id = wanted_release
    where metric.metric = $1;
    if not found then
        raise exception 'release % of % has no metric %.', wanted_release, $2, quote_nullable($1)
            using errcode = 'no_data_found',
                hint = 'select distinct metric from preview.standing lists the metrics.';
    end if;
    select string_agg(coalesce(given.city, 'null'), ', ' order by given.city)
    into unknown
    from unnest($3) as given (city)
    where not exists (
        select
        from preview.city
        inner join preview.release_value
            on release_value.city_id = city.city_id
            and release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
        where city.city = given.city
    );
    if unknown is not null then
        raise exception 'release % of % has no city %.', wanted_release, $2, unknown
            using errcode = 'no_data_found',
                hint = 'select distinct city from preview.standing lists the cities.';
    end if;

    return query
    with figure as (
        select
            city.city as city,
            standing_status.word as status,
            release_value.value as value,
            release_value.numerator as numerator,
            release_value.denominator as denominator,
            release_value.rank_key as rank_key,
            release_value.provision_mode as provision_mode
        from preview.city
        inner join preview.release_value
            on release_value.metric_id = wanted_metric
            and release_value.release_id = wanted_release
            and release_value.city_id = city.city_id
        inner join preview.breakdown_value
            on breakdown_value.breakdown_id = release_value.breakdown_id
            and breakdown_value.breakdown = 'total'
        inner join preview.standing_status on standing_status.status = release_value.status
        where city.city = any ($3)
    ),

    -- Where only equal modes compare, what most of them have.
    common_mode as (
        select figure.provision_mode as provision_mode
        from figure
        where figure.status = 'reported' and figure.provision_mode is not null
        group by figure.provision_mode
        order by count(*) desc, figure.provision_mode
        limit 1
    ),

    compared as (
        select
            figure.city as city,
            case
                when figure.status = 'reported' and figure.provision_mode <> common_mode.provision_mode
                    then 'not_comparable'
                else figure.status
            end as status,
            figure.value as value,
            figure.numerator as numerator,
            figure.denominator as denominator,
            figure.rank_key as rank_key
        from figure
        left join common_mode on true
    ),

    statistic as (
        select
            count(*) filter (where compared.status = 'reported') as contributors,
            count(*) filter (
                where compared.status in ('not_reported', 'not_collected', 'late', 'withheld')
            ) as not_reported,
            avg(compared.value) filter (where compared.status = 'reported') as mean,
            percentile_cont(array[0.25, 0.5, 0.75]) within group (order by compared.value)
                filter (where compared.status = 'reported') as quartiles,
            min(compared.value) filter (where compared.status = 'reported') as minimum,
            max(compared.value) filter (where compared.status = 'reported') as maximum,
            stddev_samp(compared.value) filter (where compared.status = 'reported') as spread,
            case
                when bool_and(
                    compared.numerator is not null and compared.denominator is not null
                ) filter (where compared.status = 'reported')
                    then sum(compared.numerator) filter (where compared.status = 'reported')
            end as above,
            sum(compared.denominator) filter (where compared.status = 'reported') as below
        from compared
    ),

    ranking as (
        select
            compared.city as city,
            rank() over (order by compared.rank_key desc) as rank
        from compared
        where compared.status = 'reported' and compared.rank_key is not null
    )

    select
        compared.city,
        compared.status,
        compared.value,
        ranked.rank,
        ranked.rank + statistic.not_reported::integer,
        statistic.contributors::integer,
        statistic.not_reported::integer,
        statistic.mean,
        case
            when release_metric.is_ratio
                then release_metric.multiplier * statistic.above / nullif(statistic.below, 0)
        end,
        statistic.quartiles[2],
        case when statistic.contributors >= 4 then statistic.quartiles[1] end,
        case when statistic.contributors >= 4 then statistic.quartiles[3] end,
        statistic.minimum,
        statistic.maximum,
        statistic.spread,
        wanted_release
    from compared
    cross join statistic
    inner join preview.release_metric
        on release_metric.metric_id = wanted_metric
        and release_metric.release_id = wanted_release
    left join ranking on ranking.city = compared.city
    cross join lateral (
        select case when statistic.contributors >= 2 then ranking.rank::integer end as rank
    ) as ranked
    order by ranked.rank nulls last, compared.city;
end
$_$;

COMMENT ON FUNCTION preview.compare(metric text, period text, cities text[]) IS 'Any cities in one metric and period, from the newest release: a row a city, with the statistics of all of them.';

CREATE FUNCTION warehouse.counted_submission(known_at timestamp with time zone, last_submission bigint, last_event bigint) RETURNS TABLE(submission_id bigint)
    LANGUAGE plpgsql STABLE
    AS $$
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

COMMENT ON FUNCTION warehouse.counted_submission(known_at timestamp with time zone, last_submission bigint, last_event bigint) IS 'The submissions that counted at an instant, or up to a submission and event.';

CREATE FUNCTION warehouse.observation_as_of(known_at timestamp with time zone) RETURNS TABLE(submission_id bigint, value double precision, measure_id integer, city_id integer, period_start date, breakdown_id integer, source_row integer, period_months smallint, variant smallint, status smallint, confidentiality smallint, source_column smallint, basis smallint, raw_text text)
    LANGUAGE plpgsql STABLE
    AS $$
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

COMMENT ON FUNCTION warehouse.observation_as_of(known_at timestamp with time zone) IS 'The values that were current at an instant, one row a key; observation_as_of(''infinity'') is what is current.';

CREATE FUNCTION warehouse.observation_first_published() RETURNS TABLE(release_id integer, submission_id bigint, value double precision, measure_id integer, city_id integer, period_start date, breakdown_id integer, source_row integer, period_months smallint, variant smallint, status smallint, confidentiality smallint, source_column smallint, basis smallint, raw_text text)
    LANGUAGE plpgsql STABLE
    AS $$
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

COMMENT ON FUNCTION warehouse.observation_first_published() IS 'The values behind the first release that members saw of each, with its number.';

CREATE FUNCTION warehouse.observation_known(known_at timestamp with time zone, last_submission bigint, last_event bigint, measures integer[], first_start date, last_start date) RETURNS TABLE(submission_id bigint, value double precision, measure_id integer, city_id integer, period_start date, breakdown_id integer, source_row integer, period_months smallint, variant smallint, status smallint, confidentiality smallint, source_column smallint, basis smallint, raw_text text)
    LANGUAGE plpgsql STABLE
    AS $$
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

COMMENT ON FUNCTION warehouse.observation_known(known_at timestamp with time zone, last_submission bigint, last_event bigint, measures integer[], first_start date, last_start date) IS 'Every version of every value that counted at an instant, or up to a submission and event; of some measures and periods.';

CREATE FUNCTION warehouse.period_text(period_start date, period_months smallint) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
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

COMMENT ON FUNCTION warehouse.period_text(period_start date, period_months smallint) IS 'A period in canonical text, such as 2026-Q3.';

CREATE TABLE intake.audit_entry (
    audit_entry bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    submission_id bigint,
    digest text,
    reason text NOT NULL,
    release_id integer,
    subject text DEFAULT ''::text NOT NULL,
    chain_digest text NOT NULL
);

COMMENT ON TABLE intake.audit_entry IS 'Who did what to what was received or released, when and why: rows are only ever added, numbered without gaps, each with a digest over itself and the one before it.';

COMMENT ON COLUMN intake.audit_entry.actor IS 'Who did it: the name given, else the account that ran the program.';

COMMENT ON COLUMN intake.audit_entry.action IS 'What was done: loaded, rejected, explained, withdrawn, undone (a withdrawal), erased, released, certified, asked, answered, closed (a question), responded.';

COMMENT ON COLUMN intake.audit_entry.submission_id IS 'The submission that it was done to; null where it was none.';

COMMENT ON COLUMN intake.audit_entry.digest IS 'SHA-256 of what it was done to, in hexadecimal: the bytes of a submission, the text of an explanation, the input of a release. The text itself is never in an entry, so that it can be erased.';

COMMENT ON COLUMN intake.audit_entry.release_id IS 'The release that it was done to; null where it was none.';

COMMENT ON COLUMN intake.audit_entry.subject IS 'What else it was done to, such as city, measure, period and breakdown; empty where it was nothing.';

COMMENT ON COLUMN intake.audit_entry.chain_digest IS 'SHA-256 over the chain digest of the entry before (none for the first) and the fields of this one, in hexadecimal.';

CREATE TABLE intake.certification (
    certification_id bigint NOT NULL,
    certified_at timestamp with time zone NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    period_months smallint NOT NULL,
    service text NOT NULL,
    certifier text NOT NULL,
    office text NOT NULL,
    digest text NOT NULL,
    certified text[] NOT NULL
);

COMMENT ON TABLE intake.certification IS 'Who certified which values of a city''s service in a period. It holds as long as these are the current ones. Rows are only ever added.';

COMMENT ON COLUMN intake.certification.service IS 'The id of the service; blank for measures of none.';

COMMENT ON COLUMN intake.certification.office IS 'The office in which the certifier answers for the figures.';

COMMENT ON COLUMN intake.certification.digest IS 'SHA-256 over the lines of certified, each ended by a zero byte, in hexadecimal.';

COMMENT ON COLUMN intake.certification.certified IS 'The values certified, one line each, sorted: measure, breakdown, period, status, value.';

CREATE TABLE intake.city_user (
    login text NOT NULL,
    city_id integer NOT NULL
);

COMMENT ON TABLE intake.city_user IS 'Which city a database user reads for.';

COMMENT ON COLUMN intake.city_user.login IS 'The name that the user logs in with.';

CREATE TABLE intake.code_list (
    submission_id bigint NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    period_months smallint NOT NULL,
    column_name text NOT NULL,
    codes text[] NOT NULL,
    names text[] NOT NULL,
    uses text[] NOT NULL,
    row_counts bigint[] NOT NULL,
    amounts double precision[] NOT NULL
);

COMMENT ON TABLE intake.code_list IS 'The accounts, or the texts of a column of categories, that a submission had for a city and period; the next period is compared with them.';

COMMENT ON COLUMN intake.code_list.column_name IS 'The header of the column.';

COMMENT ON COLUMN intake.code_list.codes IS 'The accounts or texts; names, uses, row_counts and amounts follow their order.';

COMMENT ON COLUMN intake.code_list.names IS 'What the file calls each; empty where no column does.';

COMMENT ON COLUMN intake.code_list.uses IS 'The ids of the measures each is in; empty where it is left out on purpose, null where nobody has decided.';

COMMENT ON COLUMN intake.code_list.row_counts IS 'How many rows have each.';

COMMENT ON COLUMN intake.code_list.amounts IS 'Debits less credits of each account; null for categories.';

CREATE TABLE intake.confirmation (
    submission_id bigint NOT NULL,
    confirmed_submission_id bigint NOT NULL,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    source_row integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    source_column smallint NOT NULL,
    raw_text text,
    stored_by bigint
);

COMMENT ON TABLE intake.confirmation IS 'Values that a submission repeated unchanged: what is current when the confirmed submission is withdrawn.';

COMMENT ON COLUMN intake.confirmation.stored_by IS 'The position of the event that made an observation of it; null while it is none.';

CREATE TABLE intake.confirmation_block (
    submission_id bigint NOT NULL,
    confirmed_submission_id bigint NOT NULL,
    block integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    measure_ids integer[] NOT NULL,
    city_ids integer[] NOT NULL,
    source_rows integer[] NOT NULL,
    source_columns smallint[] NOT NULL,
    raw_texts text[]
);
ALTER TABLE ONLY intake.confirmation_block ALTER COLUMN measure_ids SET STORAGE EXTERNAL;
ALTER TABLE ONLY intake.confirmation_block ALTER COLUMN city_ids SET STORAGE EXTERNAL;
ALTER TABLE ONLY intake.confirmation_block ALTER COLUMN source_rows SET STORAGE EXTERNAL;
ALTER TABLE ONLY intake.confirmation_block ALTER COLUMN source_columns SET STORAGE EXTERNAL;

COMMENT ON TABLE intake.confirmation_block IS 'Values that a submission repeated unchanged, many in a row; what intake.confirmation does not have.';

COMMENT ON COLUMN intake.confirmation_block.block IS 'The number within the submission, from 1.';

COMMENT ON COLUMN intake.confirmation_block.measure_ids IS 'The measures; the other lists have one element for each.';

COMMENT ON COLUMN intake.confirmation_block.raw_texts IS 'Null where no value has a text of its own, or where it was erased.';

CREATE TABLE intake.explanation (
    explanation_id bigint NOT NULL,
    submission_id bigint,
    value double precision NOT NULL,
    explained_at timestamp with time zone NOT NULL,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    is_public boolean NOT NULL,
    period text NOT NULL,
    author text NOT NULL,
    explanation text NOT NULL
);

COMMENT ON TABLE intake.explanation IS 'What was said about figures that are unlikely and right; of several for one figure the last counts.';

COMMENT ON COLUMN intake.explanation.submission_id IS 'The submission that brought it in a column of its own; null where it was given by yardstick explain.';

COMMENT ON COLUMN intake.explanation.value IS 'The figure that is explained, in the unit of the measure: another one is asked about again.';

COMMENT ON COLUMN intake.explanation.is_public IS 'Whether it may be published beside the figure.';

COMMENT ON COLUMN intake.explanation.period IS 'The period of the figure, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN intake.explanation.author IS 'Who said it; the sender for what stood in a file.';

CREATE TABLE intake.finding (
    submission_id bigint NOT NULL,
    finding bigint NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL,
    sheet text,
    source_row integer,
    source_column integer,
    column_name text,
    city text,
    measure text,
    period text,
    problem text NOT NULL,
    found text,
    expected text,
    remedy text,
    raw_text text,
    value double precision,
    breakdown text,
    member text,
    is_record boolean DEFAULT false NOT NULL,
    record_line integer
);

COMMENT ON TABLE intake.finding IS 'What a rule noticed in a submission: where, what, expected, remedy.';

COMMENT ON COLUMN intake.finding.source_row IS 'The row in its own table, from 1.';

COMMENT ON COLUMN intake.finding.raw_text IS 'What was rejected, as it stood in the file, without personal columns.';

COMMENT ON COLUMN intake.finding.value IS 'The figure that is asked about, in the unit of the measure; null where none is.';

COMMENT ON COLUMN intake.finding.breakdown IS 'The group or district of that figure; total for all.';

COMMENT ON COLUMN intake.finding.member IS 'The file in the archive or folder; null where there is none.';

COMMENT ON COLUMN intake.finding.is_record IS 'Whether source_row counts records of JSON and not lines.';

COMMENT ON COLUMN intake.finding.record_line IS 'The line on which the record begins; null where that is source_row, or not known.';

CREATE TABLE intake.mapping (
    mapping_id integer NOT NULL,
    mapping text NOT NULL,
    digest text NOT NULL,
    content text NOT NULL,
    vintage text
);

COMMENT ON TABLE intake.mapping IS 'Every text of every mapping that brought a submission.';

COMMENT ON COLUMN intake.mapping.vintage IS 'The edition of their source that the figures of such files are of; null where nobody said.';

CREATE TABLE intake.query (
    query_id bigint NOT NULL,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    period_months smallint NOT NULL
);

COMMENT ON TABLE intake.query IS 'Questions about a figure: measure, city, period and breakdown; later submissions leave them as they are.';

CREATE TABLE intake.query_entry (
    query_id bigint NOT NULL,
    value double precision,
    written_at timestamp with time zone NOT NULL,
    entry integer NOT NULL,
    action text NOT NULL,
    side text NOT NULL,
    author text NOT NULL,
    message text NOT NULL
);

COMMENT ON TABLE intake.query_entry IS 'What was said on a question, in its order: it is opened, answered, closed. Rows are only ever added.';

COMMENT ON COLUMN intake.query_entry.value IS 'The figure that was current at that moment, in the unit of the measure; null where there was none.';

COMMENT ON COLUMN intake.query_entry.action IS 'opened, answered or closed.';

COMMENT ON COLUMN intake.query_entry.side IS 'Who speaks: consortium or city.';

CREATE TABLE intake.record_key (
    submission_id bigint NOT NULL,
    key_count bigint NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    period_months smallint NOT NULL,
    keys bytea NOT NULL
);
ALTER TABLE ONLY intake.record_key ALTER COLUMN keys SET STORAGE EXTERNAL;

COMMENT ON TABLE intake.record_key IS 'Which records a submission had for a city and period, so that none is counted for two periods unseen.';

COMMENT ON COLUMN intake.record_key.key_count IS 'How many records there are.';

COMMENT ON COLUMN intake.record_key.keys IS '64-bit digests of their keys, the least first, eight bytes each, the highest byte first.';

CREATE TABLE intake.response (
    response_id bigint NOT NULL,
    responded_at timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    metric_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    period text NOT NULL,
    author text NOT NULL,
    response text NOT NULL,
    office text
);

COMMENT ON TABLE intake.response IS 'What a city says about its own figure in a preview; of several the last counts.';

COMMENT ON COLUMN intake.response.value IS 'The figure it saw, in the unit of the metric: another one does not carry its words.';

COMMENT ON COLUMN intake.response.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN intake.response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE TABLE intake.submission (
    submission_id bigint NOT NULL,
    identity text NOT NULL,
    digest text NOT NULL,
    mapping_id integer NOT NULL,
    standard_version_id integer NOT NULL,
    sender text NOT NULL,
    file text NOT NULL,
    byte_count bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    original text DEFAULT 'none'::text NOT NULL,
    is_rejected boolean DEFAULT false NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    rows_read bigint DEFAULT 0 NOT NULL,
    values_read bigint DEFAULT 0 NOT NULL,
    accepted bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    superseded bigint DEFAULT 0 NOT NULL,
    part_first_row integer[] DEFAULT '{}'::integer[] NOT NULL,
    part_member text[] DEFAULT '{}'::text[] NOT NULL,
    part_sheet text[] DEFAULT '{}'::text[] NOT NULL,
    superseded_by bigint
);

COMMENT ON TABLE intake.submission IS 'One file received from one sender; order is the submission number.';

COMMENT ON COLUMN intake.submission.identity IS 'SHA-256 over bytes, mapping, standard version and sender: the same identity changes nothing.';

COMMENT ON COLUMN intake.submission.original IS 'What is kept of the bytes: whole; redacted, without the columns that the mapping marks personal; none; erased, what was kept is gone, and with it the texts of its cells.';

COMMENT ON COLUMN intake.submission.is_rejected IS 'True for a file of which nothing could be used.';

COMMENT ON COLUMN intake.submission.is_withdrawn IS 'True while what it brought is not current.';

COMMENT ON COLUMN intake.submission.rejected IS 'Values (or rows that could not be split into values) that were not accepted.';

COMMENT ON COLUMN intake.submission.unchanged IS 'Accepted values that were current already.';

COMMENT ON COLUMN intake.submission.superseded IS 'Accepted values that replaced a current one.';

COMMENT ON COLUMN intake.submission.part_first_row IS 'For each table, how many rows the tables before it have; it never falls.';

COMMENT ON COLUMN intake.submission.part_member IS 'For each table, its file in the archive or folder; null where there is none.';

COMMENT ON COLUMN intake.submission.part_sheet IS 'For each table, its sheet; null where it is no workbook.';

COMMENT ON COLUMN intake.submission.superseded_by IS 'A later submission that replaced every value stored of this one; null: none did by itself.';

CREATE TABLE intake.submission_chunk (
    submission_id bigint NOT NULL,
    chunk integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY intake.submission_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

COMMENT ON TABLE intake.submission_chunk IS 'The original bytes, in chunks of 1 MiB, each compressed with zstd.';

CREATE TABLE intake.submission_event (
    submission_id bigint NOT NULL,
    event integer NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    "position" bigint NOT NULL
);

COMMENT ON TABLE intake.submission_event IS 'Withdrawals and their undoing, with the reason.';

COMMENT ON COLUMN intake.submission_event."position" IS 'The place among all events, from 1 without a gap.';

CREATE TABLE member.breakdown_value (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    list text,
    list_title text,
    is_unknown boolean DEFAULT false NOT NULL,
    is_reference boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

COMMENT ON TABLE member.breakdown_value IS 'Groups of breakdowns that stand in a release.';

CREATE VIEW member.breakdown AS
 SELECT breakdown_value.breakdown,
    breakdown_value.title,
    breakdown_value.list,
    breakdown_value.list_title,
    breakdown_value."position",
    breakdown_value.is_unknown,
    breakdown_value.is_reference
   FROM member.breakdown_value;

COMMENT ON VIEW member.breakdown IS 'The groups that figures are broken down by.';

COMMENT ON COLUMN member.breakdown.breakdown IS 'The id of the group; total for all.';

COMMENT ON COLUMN member.breakdown.title IS 'What it is called.';

COMMENT ON COLUMN member.breakdown.list IS 'The breakdown it belongs to, such as age-band; null for the total.';

COMMENT ON COLUMN member.breakdown.list_title IS 'What that breakdown is called.';

COMMENT ON COLUMN member.breakdown."position" IS 'Its place in the list.';

COMMENT ON COLUMN member.breakdown.is_unknown IS 'Whether it holds those whose group is not known.';

COMMENT ON COLUMN member.breakdown.is_reference IS 'Whether the other groups of the list are compared with it.';

CREATE TABLE member.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL
);

COMMENT ON TABLE member.city IS 'Cities that stand in a release.';

CREATE TABLE member.registry_change (
    change_date date NOT NULL,
    city_id integer NOT NULL,
    becomes_city_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    new_name text NOT NULL,
    share double precision
);

COMMENT ON TABLE member.registry_change IS 'What became of cities, and what they were called before.';

COMMENT ON COLUMN member.registry_change.change_date IS 'The first day on which it holds.';

COMMENT ON COLUMN member.registry_change.becomes_city_id IS 'The city that it became, or that left it; itself where it was renamed.';

COMMENT ON COLUMN member.registry_change.kind IS 'renamed, merger, absorption, division or separation.';

COMMENT ON COLUMN member.registry_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN member.registry_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN member.registry_change.share IS 'The part (0 to 1) of the residents that went over; null when not known.';

CREATE VIEW member.city_change AS
 SELECT city.city,
    successor.city AS becomes,
    registry_change.kind,
    registry_change.change_date,
    registry_change.name,
    registry_change.new_name,
    registry_change.share
   FROM ((member.registry_change
     JOIN member.city ON ((city.city_id = registry_change.city_id)))
     JOIN member.city successor ON ((successor.city_id = registry_change.becomes_city_id)));

COMMENT ON VIEW member.city_change IS 'Which city followed which and when, and what cities were called before. Periods before the day keep the old cities.';

COMMENT ON COLUMN member.city_change.city IS 'The id of the city that changed.';

COMMENT ON COLUMN member.city_change.becomes IS 'The id of the city that it became, or that left it; its own where it was renamed.';

COMMENT ON COLUMN member.city_change.kind IS 'renamed; merger (it ended in a new city, with others), absorption (it ended in one that was there), division (it ended in several new ones), separation (it goes on, a part is a new city).';

COMMENT ON COLUMN member.city_change.change_date IS 'The first day on which it holds; the cities of a period are those of its first day.';

COMMENT ON COLUMN member.city_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN member.city_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN member.city_change.share IS 'The part (0 to 1) of its residents that went over; null when not known.';

CREATE TABLE member.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL
);

COMMENT ON TABLE member.metric IS 'Metrics that stand in a release.';

CREATE TABLE member.metric_definition_change (
    metric_id integer NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    version text NOT NULL,
    change_date date NOT NULL,
    what text NOT NULL,
    is_comparable boolean NOT NULL,
    is_restated boolean NOT NULL,
    is_correction boolean NOT NULL
);

COMMENT ON TABLE member.metric_definition_change IS 'Dated changes that touch a metric: its own and those of its measures.';

CREATE VIEW member.definition_change AS
 SELECT metric.metric,
    metric_definition_change.subject,
    metric_definition_change.id,
    metric_definition_change.version,
    metric_definition_change.change_date,
    metric_definition_change.what,
    metric_definition_change.is_comparable,
    metric_definition_change.is_restated,
    metric_definition_change.is_correction,
    ((NOT metric_definition_change.is_comparable) AND (NOT metric_definition_change.is_restated)) AS is_break
   FROM (member.metric_definition_change
     JOIN member.metric ON ((metric.metric_id = metric_definition_change.metric_id)));

COMMENT ON VIEW member.definition_change IS 'Changes of definitions that touch a metric: its own and those of its measures.';

COMMENT ON COLUMN member.definition_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.definition_change.subject IS 'What changed: metric or measure.';

COMMENT ON COLUMN member.definition_change.id IS 'The id of what changed.';

COMMENT ON COLUMN member.definition_change.version IS 'The version of the standard that brought it.';

COMMENT ON COLUMN member.definition_change.change_date IS 'The first day measured in the new way.';

COMMENT ON COLUMN member.definition_change.what IS 'What is different, in a sentence.';

COMMENT ON COLUMN member.definition_change.is_comparable IS 'Whether figures before and after compare all the same.';

COMMENT ON COLUMN member.definition_change.is_restated IS 'Whether earlier values were worked out anew.';

COMMENT ON COLUMN member.definition_change.is_correction IS 'Whether it mends a mistake.';

COMMENT ON COLUMN member.definition_change.is_break IS 'Whether the series has a gap here that no comparison crosses.';

CREATE TABLE member.incomparable_reason (
    reason smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE member.incomparable_reason IS 'Why a figure stands in a comparison without being compared.';

CREATE TABLE member.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE member.peer_group IS 'Peer groups that stand in a release.';

CREATE TABLE member.release (
    release_id integer NOT NULL,
    period text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    kind text NOT NULL,
    standard text NOT NULL,
    standard_version text NOT NULL,
    input_digest text,
    last_submission_id bigint NOT NULL,
    data_received_at timestamp with time zone,
    is_newest boolean NOT NULL,
    visibility text DEFAULT 'member'::text NOT NULL,
    embargo_until timestamp with time zone,
    released_at timestamp with time zone,
    published_at timestamp with time zone,
    reason text,
    content_digest text,
    standard_digest text,
    known_submission_id bigint,
    known_event bigint,
    known_explanation_id bigint,
    rank_draws integer,
    rank_seed bigint
);

COMMENT ON TABLE member.release IS 'Frozen, numbered sets of comparisons, one a period and change of input.';

COMMENT ON COLUMN member.release.kind IS 'provisional, final, or corrected: the first after a final one whose input changed, and those that follow.';

COMMENT ON COLUMN member.release.input_digest IS 'SHA-256 over all that the release was computed from; null in schema open, since it covers what was not released.';

COMMENT ON COLUMN member.release.last_submission_id IS 'The last submission counted.';

COMMENT ON COLUMN member.release.data_received_at IS 'When the newest submission used was received.';

COMMENT ON COLUMN member.release.visibility IS 'Who it is for: preview (operators), member, open (the public).';

COMMENT ON COLUMN member.release.embargo_until IS 'Nobody but operators sees it before; null for no embargo.';

COMMENT ON COLUMN member.release.released_at IS 'When it was computed and frozen; null for releases of program versions that did not note it.';

COMMENT ON COLUMN member.release.published_at IS 'When members came to see it; null while they do not.';

COMMENT ON COLUMN member.release.reason IS 'Why it was made, in the words that the correction log shows; null where nobody said.';

COMMENT ON COLUMN member.release.content_digest IS 'SHA-256 over the digests of its tables in this schema, without that of services that nobody certified; null for releases of older program versions.';

COMMENT ON COLUMN member.release.standard_digest IS 'SHA-256 over the files of the standard, as in warehouse.standard_version.';

COMMENT ON COLUMN member.release.known_submission_id IS 'The last submission that was stored when it was computed.';

COMMENT ON COLUMN member.release.known_event IS 'The position of the last withdrawal or undoing at that time; 0 for none.';

COMMENT ON COLUMN member.release.known_explanation_id IS 'The last explanation at that time; 0 for none.';

COMMENT ON COLUMN member.release.rank_draws IS 'How many draws rank intervals are made of; 0 where there are none; null for releases of older program versions.';

COMMENT ON COLUMN member.release.rank_seed IS 'The seed of the draws.';

CREATE TABLE member.release_peer (
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    city_id integer NOT NULL
);

COMMENT ON TABLE member.release_peer IS 'Who was compared with whom; owner 0 for a common group.';

CREATE TABLE member.release_standing (
    rank_share double precision,
    percent_rank double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    ranked integer NOT NULL,
    rank integer,
    rank_worst integer,
    quartile smallint,
    includes_city boolean NOT NULL,
    status smallint,
    reason smallint,
    others_median double precision,
    others_group_value double precision,
    difference_error double precision,
    probability double precision,
    rank_lower integer,
    rank_upper integer,
    rank_lower_all integer,
    rank_upper_all integer,
    verdict smallint,
    funnel smallint,
    is_headline boolean,
    indistinct bit varying
);

COMMENT ON TABLE member.release_standing IS 'The place of each city in each of its peer groups.';

COMMENT ON COLUMN member.release_standing.status IS 'Where the group judges otherwise than the figure''s own status; null: as the figure.';

COMMENT ON COLUMN member.release_standing.reason IS 'The reason of that status.';

COMMENT ON COLUMN member.release_standing.others_median IS 'The median of the others, the city left out.';

COMMENT ON COLUMN member.release_standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN member.release_standing.difference_error IS 'The standard error of the figure less that median.';

COMMENT ON COLUMN member.release_standing.probability IS 'What chance alone gives for a difference as large.';

COMMENT ON COLUMN member.release_standing.rank_lower IS 'The best rank that the data allow it.';

COMMENT ON COLUMN member.release_standing.rank_lower_all IS 'The same, for all cities of the group at once.';

COMMENT ON COLUMN member.release_standing.verdict IS '1 better, 2 worse, 3 about level, 4 not distinguishable; null where nothing may be said.';

COMMENT ON COLUMN member.release_standing.funnel IS 'Beyond the limits of 99.8 % (-2 below, 2 above) or 95 % (-1, 1), or inside (0).';

COMMENT ON COLUMN member.release_standing.is_headline IS 'Whether the verdict may be a headline among all of the city''s.';

COMMENT ON COLUMN member.release_standing.indistinct IS 'One bit a member of the group, by city number: 1 where the two cannot be told apart.';

CREATE VIEW member.indistinct_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    other.city AS other_city,
    release.release_id AS release
   FROM (((((((member.release_standing
     JOIN ( SELECT release_peer.release_id,
            release_peer.peer_group_id,
            release_peer.owner_city_id,
            release_peer.city_id,
            row_number() OVER (PARTITION BY release_peer.release_id, release_peer.peer_group_id, release_peer.owner_city_id ORDER BY release_peer.city_id) AS place
           FROM member.release_peer) peer ON (((peer.release_id = release_standing.release_id) AND (peer.peer_group_id = release_standing.peer_group_id) AND (peer.owner_city_id = release_standing.owner_city_id) AND (peer.city_id <> release_standing.city_id))))
     JOIN member.release ON ((release.release_id = release_standing.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN member.city ON ((city.city_id = release_standing.city_id)))
     JOIN member.city other ON ((other.city_id = peer.city_id)))
     JOIN member.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
  WHERE
        CASE
            WHEN (peer.place <= length((release_standing.indistinct)::"bit")) THEN (get_bit((release_standing.indistinct)::"bit", ((peer.place)::integer - 1)) = 1)
            ELSE false
        END;

COMMENT ON VIEW member.indistinct_history IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. All releases.';

COMMENT ON COLUMN member.indistinct_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.indistinct_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.indistinct_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.indistinct_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.indistinct_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.indistinct_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.indistinct_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.indistinct_history.other_city IS 'The id of the other city.';

COMMENT ON COLUMN member.indistinct_history.release IS 'The number of the release.';

CREATE VIEW member.indistinct AS
 SELECT indistinct_history.metric,
    indistinct_history.city,
    indistinct_history.period,
    indistinct_history.period_start,
    indistinct_history.period_end,
    indistinct_history.breakdown,
    indistinct_history.peer_group,
    indistinct_history.other_city,
    indistinct_history.release
   FROM (member.indistinct_history
     JOIN member.release ON ((release.release_id = indistinct_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.indistinct IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. Newest release of each period.';

COMMENT ON COLUMN member.indistinct.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.indistinct.city IS 'The id of the city.';

COMMENT ON COLUMN member.indistinct.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.indistinct.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.indistinct.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.indistinct.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.indistinct.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.indistinct.other_city IS 'The id of the other city.';

COMMENT ON COLUMN member.indistinct.release IS 'The number of the release.';

CREATE TABLE member.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL
);

COMMENT ON TABLE member.measure IS 'Measures that stand in the lineage of a release.';

CREATE TABLE member.release_lineage (
    submission_id bigint NOT NULL,
    measure_value double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    measure_id integer NOT NULL,
    source_row integer NOT NULL,
    source_column smallint NOT NULL,
    measure_period text NOT NULL,
    raw_text text,
    measure_breakdown_id integer DEFAULT 0 NOT NULL,
    row_count bigint,
    row_digest bigint,
    filter text,
    explanation text,
    explained_by text
);

COMMENT ON TABLE member.release_lineage IS 'The observations behind each figure.';

COMMENT ON COLUMN member.release_lineage.submission_id IS '0 for what came from the consortium folder.';

COMMENT ON COLUMN member.release_lineage.measure_breakdown_id IS 'The group of the contributing value, which differs from the figure''s where a figure is made of groups.';

COMMENT ON COLUMN member.release_lineage.row_count IS 'How many rows an aggregate was made of; null for a cell.';

COMMENT ON COLUMN member.release_lineage.row_digest IS 'The digest of these rows; null for a cell, and in schema open.';

COMMENT ON COLUMN member.release_lineage.filter IS 'Which rows these are, in words; null for a cell.';

COMMENT ON COLUMN member.release_lineage.explanation IS 'What the city said about this value and lets be published; null for nothing.';

COMMENT ON COLUMN member.release_lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

CREATE TABLE member.submission (
    submission_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    file text,
    mapping text NOT NULL,
    standard_version text NOT NULL,
    digest text,
    part_first_row integer[] DEFAULT '{}'::integer[] NOT NULL,
    part_member text[] DEFAULT '{}'::text[] NOT NULL,
    part_sheet text[] DEFAULT '{}'::text[] NOT NULL,
    vintage text
);

COMMENT ON TABLE member.submission IS 'Submissions that stand in the lineage of a release.';

COMMENT ON COLUMN member.submission.file IS 'The path of the file as it was sent; null in schema open, which names no files.';

COMMENT ON COLUMN member.submission.digest IS 'SHA-256 of the file; null in schema open: who knows all of a file but one figure could try that.';

COMMENT ON COLUMN member.submission.part_first_row IS 'For each table, how many rows the tables before it have; empty for a text file.';

COMMENT ON COLUMN member.submission.part_member IS 'For each table, its file in the archive or folder; null where there is none. Empty in schema open.';

COMMENT ON COLUMN member.submission.part_sheet IS 'For each table, its sheet; null where it is no workbook. Empty in schema open.';

COMMENT ON COLUMN member.submission.vintage IS 'The edition of their source that its figures are of; null where nobody said.';

CREATE VIEW member.lineage_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release.release_id AS release,
    measure.measure,
    release_lineage.measure_period,
    release_lineage.measure_value,
    NULLIF(release_lineage.submission_id, 0) AS submission,
    to_char((submission.received_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS received_at,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'services.csv'::text
            ELSE (submission.file || COALESCE(('/'::text || submission.part_member[place.part]), ''::text))
        END AS file,
    submission.part_sheet[place.part] AS sheet,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN (NULLIF(release_lineage.source_row, 0) - COALESCE(submission.part_first_row[place.part], 0))
            ELSE NULL::integer
        END AS source_row,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN NULLIF((release_lineage.source_column)::integer, 0)
            ELSE NULL::integer
        END AS source_column,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN COALESCE(release_lineage.raw_text, (release_lineage.measure_value)::text)
            ELSE NULL::text
        END AS raw_text,
    release_lineage.row_count,
    release_lineage.filter,
    COALESCE(lpad(to_hex(release_lineage.row_digest), 16, '0'::text), submission.digest) AS digest,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'population-served'::text
            WHEN (release_lineage.row_count IS NOT NULL) THEN 'aggregate'::text
            ELSE 'cell'::text
        END AS rule,
    submission.mapping,
    submission.standard_version,
        CASE
            WHEN (release_lineage.measure_breakdown_id = release_lineage.breakdown_id) THEN breakdown_value.breakdown
            ELSE ( SELECT measured.breakdown
               FROM member.breakdown_value measured
              WHERE (measured.breakdown_id = release_lineage.measure_breakdown_id))
        END AS measure_breakdown,
    release_lineage.explanation,
    release_lineage.explained_by,
    submission.vintage
   FROM (((((((member.release_lineage
     JOIN member.release ON ((release.release_id = release_lineage.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_lineage.metric_id)))
     JOIN member.city ON ((city.city_id = release_lineage.city_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_lineage.breakdown_id)))
     JOIN member.measure ON ((measure.measure_id = release_lineage.measure_id)))
     LEFT JOIN member.submission ON ((submission.submission_id = release_lineage.submission_id)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (release_lineage.row_count IS NULL) THEN width_bucket((release_lineage.source_row - 1), submission.part_first_row)
                    WHEN (cardinality(submission.part_first_row) = 1) THEN 1
                    ELSE NULL::integer
                END AS part) place);

COMMENT ON VIEW member.lineage_history IS 'From any released figure to the file, line and column it came from. All releases.';

COMMENT ON COLUMN member.lineage_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.lineage_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.lineage_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.lineage_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.lineage_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.lineage_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.lineage_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.lineage_history.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN member.lineage_history.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN member.lineage_history.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN member.lineage_history.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN member.lineage_history.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN member.lineage_history.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN member.lineage_history.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN member.lineage_history.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN member.lineage_history.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN member.lineage_history.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN member.lineage_history.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN member.lineage_history.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN member.lineage_history.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN member.lineage_history.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN member.lineage_history.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN member.lineage_history.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN member.lineage_history.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN member.lineage_history.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN member.lineage_history.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN member.lineage_history.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE VIEW member.lineage AS
 SELECT lineage_history.metric,
    lineage_history.city,
    lineage_history.period,
    lineage_history.period_start,
    lineage_history.period_end,
    lineage_history.breakdown,
    lineage_history.release,
    lineage_history.measure,
    lineage_history.measure_period,
    lineage_history.measure_value,
    lineage_history.submission,
    lineage_history.received_at,
    lineage_history.file,
    lineage_history.sheet,
    lineage_history.source_row,
    lineage_history.source_column,
    lineage_history.raw_text,
    lineage_history.row_count,
    lineage_history.filter,
    lineage_history.digest,
    lineage_history.rule,
    lineage_history.mapping,
    lineage_history.standard_version,
    lineage_history.measure_breakdown,
    lineage_history.explanation,
    lineage_history.explained_by,
    lineage_history.vintage
   FROM member.lineage_history
  WHERE (lineage_history.release = ANY (ARRAY( SELECT release.release_id
           FROM member.release
          WHERE release.is_newest)));

COMMENT ON VIEW member.lineage IS 'From any released figure to the file, line and column it came from. Newest release of each period.';

COMMENT ON COLUMN member.lineage.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.lineage.city IS 'The id of the city.';

COMMENT ON COLUMN member.lineage.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.lineage.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.lineage.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.lineage.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.lineage.release IS 'The number of the release.';

COMMENT ON COLUMN member.lineage.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN member.lineage.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN member.lineage.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN member.lineage.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN member.lineage.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN member.lineage.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN member.lineage.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN member.lineage.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN member.lineage.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN member.lineage.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN member.lineage.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN member.lineage.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN member.lineage.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN member.lineage.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN member.lineage.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN member.lineage.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN member.lineage.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN member.lineage.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN member.lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN member.lineage.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE TABLE member.release_value (
    value double precision,
    numerator double precision,
    denominator double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    status smallint NOT NULL,
    real_value double precision,
    parity_value double precision,
    rolling_value double precision,
    unknown_share double precision,
    comparable_from date,
    reason smallint,
    basis smallint DEFAULT 0 NOT NULL,
    lower double precision,
    upper double precision,
    standard_error double precision,
    rank_key double precision,
    target_gap double precision,
    provision_mode smallint,
    is_reliable boolean
);

COMMENT ON TABLE member.release_value IS 'The figure of each city, or why there is none.';

COMMENT ON COLUMN member.release_value.real_value IS 'The figure in prices of the series'' base period.';

COMMENT ON COLUMN member.release_value.parity_value IS 'The figure over the city''s regional price parity.';

COMMENT ON COLUMN member.release_value.rolling_value IS 'The metric over the four quarters that end with the period.';

COMMENT ON COLUMN member.release_value.unknown_share IS 'For a group: the share of those whose group is not known.';

COMMENT ON COLUMN member.release_value.comparable_from IS 'The first day of the definition that holds in the period; null: no break before.';

COMMENT ON COLUMN member.release_value.reason IS 'Why the figure is not comparable; null for the others.';

COMMENT ON COLUMN member.release_value.basis IS 'What all observations behind the figure state of their basis, as in warehouse.observation.';

COMMENT ON COLUMN member.release_value.lower IS 'The lower end of the 95 % interval of the figure; null for what has none.';

COMMENT ON COLUMN member.release_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN member.release_value.rank_key IS 'The number that it is ranked by, the larger the better; null where it is not ranked.';

COMMENT ON COLUMN member.release_value.target_gap IS 'Less the nearer end of the range aimed at, 0 inside; null without one.';

COMMENT ON COLUMN member.release_value.provision_mode IS '1 own staff, 2 contract, 3 joint; null where unknown or of no account.';

COMMENT ON COLUMN member.release_value.is_reliable IS 'Whether it is steady enough to be read as a figure; null where nothing says so.';

CREATE TABLE member.standing_status (
    status smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE member.standing_status IS 'Why a city has no figure, or that it has one.';

CREATE VIEW member.metric_change AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    earlier_release.period AS earlier_period,
    earlier_value.value AS earlier_value,
        CASE
            WHEN (judged.reason IS NULL) THEN (release_value.value - earlier_value.value)
            ELSE NULL::double precision
        END AS change,
        CASE
            WHEN ((judged.reason IS NULL) AND (earlier_value.value <> (0)::double precision)) THEN (((release_value.value - earlier_value.value) / abs(earlier_value.value)) * (100)::double precision)
            ELSE NULL::double precision
        END AS change_percent,
    (judged.reason IS NULL) AS is_comparable,
    judged.reason,
    metric.unit,
    release.release_id AS release,
    earlier_release.release_id AS earlier_release
   FROM (((((((((((member.release_value
     JOIN member.release ON ((release.release_id = release_value.release_id)))
     JOIN member.release earlier_release ON (((earlier_release.period_start = ((release.period_start - '1 year'::interval))::date) AND (earlier_release.period_end = ((release.period_end - '1 year'::interval))::date))))
     JOIN member.release_value earlier_value ON (((earlier_value.metric_id = release_value.metric_id) AND (earlier_value.release_id = earlier_release.release_id) AND (earlier_value.city_id = release_value.city_id) AND (earlier_value.breakdown_id = release_value.breakdown_id))))
     JOIN member.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN member.city ON ((city.city_id = release_value.city_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN member.standing_status ON ((standing_status.status = release_value.status)))
     JOIN member.standing_status earlier_status ON ((earlier_status.status = earlier_value.status)))
     LEFT JOIN member.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)))
     LEFT JOIN member.incomparable_reason earlier_reason ON ((earlier_reason.reason = earlier_value.reason)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM member.registry_change
                      WHERE (((release_value.city_id = registry_change.city_id) OR (release_value.city_id = registry_change.becomes_city_id)) AND (registry_change.kind <> 'renamed'::text) AND (registry_change.change_date > earlier_release.period_start) AND (registry_change.change_date <= release.period_start)))) THEN 'succession'::text
                    WHEN (release_value.comparable_from > earlier_release.period_start) THEN 'definition_break'::text
                    WHEN (standing_status.word <> 'reported'::text) THEN COALESCE(incomparable_reason.word, standing_status.word)
                    WHEN (earlier_status.word <> 'reported'::text) THEN COALESCE(earlier_reason.word, earlier_status.word)
                    ELSE NULL::text
                END AS reason) judged)
  WHERE (release.is_newest AND earlier_release.is_newest);

COMMENT ON VIEW member.metric_change IS 'Each figure beside that of the same months a year earlier. Newest releases; nothing is compared across a break, nor across a merger or split of the city.';

COMMENT ON COLUMN member.metric_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.metric_change.city IS 'The id of the city.';

COMMENT ON COLUMN member.metric_change.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.metric_change.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.metric_change.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.metric_change.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.metric_change.value IS 'The figure, in the unit of the metric.';

COMMENT ON COLUMN member.metric_change.earlier_period IS 'The same months of the year before.';

COMMENT ON COLUMN member.metric_change.earlier_value IS 'The figure of that period.';

COMMENT ON COLUMN member.metric_change.change IS 'value - earlier_value; null where the two do not compare.';

COMMENT ON COLUMN member.metric_change.change_percent IS 'The change in per cent of the earlier value; null where the two do not compare or that value is 0.';

COMMENT ON COLUMN member.metric_change.is_comparable IS 'Whether the two figures compare.';

COMMENT ON COLUMN member.metric_change.reason IS 'Why they do not: succession (between the first days of the two periods the city became another, came of one, or lost or gained a part), definition_break, or the status or reason of the figure, else of the earlier one; null where they do.';

COMMENT ON COLUMN member.metric_change.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN member.metric_change.release IS 'The number of the release of the period.';

COMMENT ON COLUMN member.metric_change.earlier_release IS 'The number of the release of the earlier period.';

CREATE VIEW member.metric_value_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_value.lower,
    release_value.upper,
    release_value.numerator,
    release_value.denominator,
    metric.unit,
    standing_status.word AS status,
    release.release_id AS release,
    incomparable_reason.word AS reason,
        CASE (((release_value.basis >> 0))::integer & 7)
            WHEN 1 THEN 'direct'::text
            WHEN 2 THEN 'direct_and_capital'::text
            WHEN 3 THEN 'full'::text
            ELSE NULL::text
        END AS cost_basis,
        CASE (((release_value.basis >> 3))::integer & 7)
            WHEN 1 THEN 'cash'::text
            WHEN 2 THEN 'modified_accrual'::text
            WHEN 3 THEN 'accrual'::text
            ELSE NULL::text
        END AS accounting_basis,
        CASE (((release_value.basis >> 6))::integer & 7)
            WHEN 1 THEN 'none'::text
            WHEN 2 THEN 'direct'::text
            WHEN 3 THEN 'step_down'::text
            WHEN 4 THEN 'reciprocal'::text
            WHEN 5 THEN 'flat_rate'::text
            ELSE NULL::text
        END AS overhead_method,
        CASE (((release_value.basis >> 9))::integer & 7)
            WHEN 1 THEN 'unaudited'::text
            WHEN 2 THEN 'internally_audited'::text
            WHEN 3 THEN 'audited'::text
            ELSE NULL::text
        END AS audit_status,
    release_value.comparable_from,
    release_value.real_value,
    release_value.parity_value,
    release_value.rolling_value AS rolling_year,
    release_value.unknown_share,
    release_value.standard_error,
    release_value.is_reliable,
    release_value.target_gap
   FROM ((((((member.release_value
     JOIN member.release ON ((release.release_id = release_value.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN member.city ON ((city.city_id = release_value.city_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN member.standing_status ON ((standing_status.status = release_value.status)))
     LEFT JOIN member.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)));

COMMENT ON VIEW member.metric_value_history IS 'The figure of each city in each metric, or why there is none. All releases.';

COMMENT ON COLUMN member.metric_value_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.metric_value_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.metric_value_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.metric_value_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.metric_value_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.metric_value_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.metric_value_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN member.metric_value_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN member.metric_value_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.metric_value_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value_history.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN member.metric_value_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.metric_value_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.metric_value_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN member.metric_value_history.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value_history.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value_history.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value_history.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value_history.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN member.metric_value_history.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN member.metric_value_history.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN member.metric_value_history.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN member.metric_value_history.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN member.metric_value_history.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN member.metric_value_history.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN member.metric_value_history.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE VIEW member.metric_value AS
 SELECT metric_value_history.metric,
    metric_value_history.city,
    metric_value_history.period,
    metric_value_history.period_start,
    metric_value_history.period_end,
    metric_value_history.breakdown,
    metric_value_history.value,
    metric_value_history.lower,
    metric_value_history.upper,
    metric_value_history.numerator,
    metric_value_history.denominator,
    metric_value_history.unit,
    metric_value_history.status,
    metric_value_history.release,
    metric_value_history.reason,
    metric_value_history.cost_basis,
    metric_value_history.accounting_basis,
    metric_value_history.overhead_method,
    metric_value_history.audit_status,
    metric_value_history.comparable_from,
    metric_value_history.real_value,
    metric_value_history.parity_value,
    metric_value_history.rolling_year,
    metric_value_history.unknown_share,
    metric_value_history.standard_error,
    metric_value_history.is_reliable,
    metric_value_history.target_gap
   FROM (member.metric_value_history
     JOIN member.release ON ((release.release_id = metric_value_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.metric_value IS 'The figure of each city in each metric, or why there is none. Newest release of each period.';

COMMENT ON COLUMN member.metric_value.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.metric_value.city IS 'The id of the city.';

COMMENT ON COLUMN member.metric_value.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.metric_value.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.metric_value.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.metric_value.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.metric_value.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN member.metric_value.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN member.metric_value.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.metric_value.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.metric_value.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN member.metric_value.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.metric_value.release IS 'The number of the release.';

COMMENT ON COLUMN member.metric_value.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN member.metric_value.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN member.metric_value.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN member.metric_value.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN member.metric_value.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN member.metric_value.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN member.metric_value.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN member.metric_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN member.metric_value.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN member.metric_value.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE TABLE member.release_statistic (
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    coverage double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    contributors integer NOT NULL,
    not_reported integer NOT NULL,
    not_provided integer NOT NULL,
    not_taking_part integer NOT NULL,
    suppressed integer NOT NULL,
    unreliable integer NOT NULL,
    not_comparable integer NOT NULL,
    absolute_deviation double precision,
    over_dispersion double precision,
    variance_between double precision,
    median_change double precision,
    group_value_change double precision,
    rank_error double precision,
    panel_cities integer,
    deciles double precision[]
);

COMMENT ON TABLE member.release_statistic IS 'What each peer group looks like; owner 0 for a common group.';

COMMENT ON COLUMN member.release_statistic.absolute_deviation IS 'The median distance from the median.';

COMMENT ON COLUMN member.release_statistic.over_dispersion IS 'How much more figures differ than chance makes them; 1 for chance alone.';

COMMENT ON COLUMN member.release_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel.';

COMMENT ON COLUMN member.release_statistic.median_change IS 'The change of the median of those who stand in both periods.';

COMMENT ON COLUMN member.release_statistic.group_value_change IS 'The change of the ratio of totals of those who stand in both periods.';

COMMENT ON COLUMN member.release_statistic.rank_error IS 'The greatest Monte Carlo error of a limit that rank intervals rest on.';

COMMENT ON COLUMN member.release_statistic.panel_cities IS 'How many stand in both periods.';

COMMENT ON COLUMN member.release_statistic.deciles IS 'Nine of them; null below twenty contributors.';

CREATE VIEW member.peer_statistic_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    owner.city AS owner_city,
    release_statistic.contributors,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    release_statistic.absolute_deviation,
    release_statistic.deciles[1] AS decile_1,
    release_statistic.deciles[2] AS decile_2,
    release_statistic.deciles[3] AS decile_3,
    release_statistic.deciles[4] AS decile_4,
    release_statistic.deciles[5] AS decile_5,
    release_statistic.deciles[6] AS decile_6,
    release_statistic.deciles[7] AS decile_7,
    release_statistic.deciles[8] AS decile_8,
    release_statistic.deciles[9] AS decile_9,
    release_statistic.over_dispersion,
    release_statistic.variance_between,
    release_statistic.median_change,
    release_statistic.group_value_change,
    release_statistic.panel_cities,
    release_statistic.rank_error
   FROM (((((member.release_statistic
     JOIN member.release ON ((release.release_id = release_statistic.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_statistic.metric_id)))
     JOIN member.peer_group ON ((peer_group.peer_group_id = release_statistic.peer_group_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_statistic.breakdown_id)))
     LEFT JOIN member.city owner ON ((owner.city_id = release_statistic.owner_city_id)));

COMMENT ON VIEW member.peer_statistic_history IS 'What each peer group looks like in each metric. All releases.';

COMMENT ON COLUMN member.peer_statistic_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.peer_statistic_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.peer_statistic_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.peer_statistic_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.peer_statistic_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.peer_statistic_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.peer_statistic_history.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN member.peer_statistic_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.peer_statistic_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.peer_statistic_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.peer_statistic_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.peer_statistic_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.peer_statistic_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.peer_statistic_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.peer_statistic_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.peer_statistic_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.peer_statistic_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.peer_statistic_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.peer_statistic_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.peer_statistic_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.peer_statistic_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.peer_statistic_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN member.peer_statistic_history.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN member.peer_statistic_history.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic_history.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN member.peer_statistic_history.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN member.peer_statistic_history.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN member.peer_statistic_history.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN member.peer_statistic_history.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN member.peer_statistic_history.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE VIEW member.peer_statistic AS
 SELECT peer_statistic_history.metric,
    peer_statistic_history.period,
    peer_statistic_history.period_start,
    peer_statistic_history.period_end,
    peer_statistic_history.breakdown,
    peer_statistic_history.peer_group,
    peer_statistic_history.owner_city,
    peer_statistic_history.contributors,
    peer_statistic_history.mean,
    peer_statistic_history.group_value,
    peer_statistic_history.median,
    peer_statistic_history.lower_quartile,
    peer_statistic_history.upper_quartile,
    peer_statistic_history.minimum,
    peer_statistic_history.maximum,
    peer_statistic_history.not_reported,
    peer_statistic_history.not_provided,
    peer_statistic_history.not_taking_part,
    peer_statistic_history.suppressed,
    peer_statistic_history.unreliable,
    peer_statistic_history.not_comparable,
    peer_statistic_history.coverage,
    peer_statistic_history.release,
    peer_statistic_history.standard_deviation,
    peer_statistic_history.absolute_deviation,
    peer_statistic_history.decile_1,
    peer_statistic_history.decile_2,
    peer_statistic_history.decile_3,
    peer_statistic_history.decile_4,
    peer_statistic_history.decile_5,
    peer_statistic_history.decile_6,
    peer_statistic_history.decile_7,
    peer_statistic_history.decile_8,
    peer_statistic_history.decile_9,
    peer_statistic_history.over_dispersion,
    peer_statistic_history.variance_between,
    peer_statistic_history.median_change,
    peer_statistic_history.group_value_change,
    peer_statistic_history.panel_cities,
    peer_statistic_history.rank_error
   FROM (member.peer_statistic_history
     JOIN member.release ON ((release.release_id = peer_statistic_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.peer_statistic IS 'What each peer group looks like in each metric. Newest release of each period.';

COMMENT ON COLUMN member.peer_statistic.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.peer_statistic.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.peer_statistic.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.peer_statistic.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.peer_statistic.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.peer_statistic.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.peer_statistic.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN member.peer_statistic.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.peer_statistic.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.peer_statistic.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.peer_statistic.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.peer_statistic.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.peer_statistic.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.peer_statistic.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.peer_statistic.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.peer_statistic.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.peer_statistic.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.peer_statistic.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.peer_statistic.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.peer_statistic.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.peer_statistic.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.peer_statistic.release IS 'The number of the release.';

COMMENT ON COLUMN member.peer_statistic.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN member.peer_statistic.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN member.peer_statistic.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN member.peer_statistic.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN member.peer_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN member.peer_statistic.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN member.peer_statistic.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN member.peer_statistic.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN member.peer_statistic.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE TABLE member.release_price (
    index_value double precision NOT NULL,
    base_index_value double precision NOT NULL,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    series text NOT NULL,
    base_period text NOT NULL,
    vintage date NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE member.release_price IS 'The price index that put a metric''s figures into other prices: series, vintage and source.';

CREATE VIEW member.price_basis_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    release_price.series,
    release_price.base_period,
    release_price.index_value,
    release_price.base_index_value,
    release_price.vintage,
    release_price.source,
    release.release_id AS release
   FROM ((member.release_price
     JOIN member.release ON ((release.release_id = release_price.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_price.metric_id)));

COMMENT ON VIEW member.price_basis_history IS 'The price index that put the figures of a metric into other prices. All releases.';

COMMENT ON COLUMN member.price_basis_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.price_basis_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.price_basis_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.price_basis_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.price_basis_history.series IS 'The id of the price series.';

COMMENT ON COLUMN member.price_basis_history.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN member.price_basis_history.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN member.price_basis_history.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN member.price_basis_history.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN member.price_basis_history.source IS 'Where the index was published.';

COMMENT ON COLUMN member.price_basis_history.release IS 'The number of the release.';

CREATE VIEW member.price_basis AS
 SELECT price_basis_history.metric,
    price_basis_history.period,
    price_basis_history.period_start,
    price_basis_history.period_end,
    price_basis_history.series,
    price_basis_history.base_period,
    price_basis_history.index_value,
    price_basis_history.base_index_value,
    price_basis_history.vintage,
    price_basis_history.source,
    price_basis_history.release
   FROM (member.price_basis_history
     JOIN member.release ON ((release.release_id = price_basis_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.price_basis IS 'The price index that put the figures of a metric into other prices. Newest release of each period.';

COMMENT ON COLUMN member.price_basis.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.price_basis.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.price_basis.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.price_basis.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.price_basis.series IS 'The id of the price series.';

COMMENT ON COLUMN member.price_basis.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN member.price_basis.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN member.price_basis.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN member.price_basis.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN member.price_basis.source IS 'Where the index was published.';

COMMENT ON COLUMN member.price_basis.release IS 'The number of the release.';

CREATE TABLE member.release_recognition (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    share double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    level text NOT NULL,
    level_title text NOT NULL
);

COMMENT ON TABLE member.release_recognition IS 'The recognition of cities that reached a level.';

CREATE TABLE member.release_recognition_rule (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE member.release_recognition_rule IS 'Their points by rule.';

CREATE VIEW member.recognition_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    release_recognition.level,
    release_recognition.level_title,
    release_recognition.points,
    release_recognition.possible,
    release_recognition.share,
    release_recognition_rule.rule,
    release_recognition_rule.title AS rule_title,
    release_recognition_rule.points AS rule_points,
    release_recognition_rule.possible AS rule_possible,
    release.release_id AS release
   FROM (((member.release_recognition
     JOIN member.release_recognition_rule ON (((release_recognition_rule.release_id = release_recognition.release_id) AND (release_recognition_rule.city_id = release_recognition.city_id))))
     JOIN member.release ON ((release.release_id = release_recognition.release_id)))
     JOIN member.city ON ((city.city_id = release_recognition.city_id)));

COMMENT ON VIEW member.recognition_history IS 'The level of recognition of each city that reached one, with its points by rule. All releases.';

COMMENT ON COLUMN member.recognition_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.recognition_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.recognition_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.recognition_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.recognition_history.level IS 'The id of the level reached.';

COMMENT ON COLUMN member.recognition_history.level_title IS 'What the level is called.';

COMMENT ON COLUMN member.recognition_history.points IS 'The points given by all rules.';

COMMENT ON COLUMN member.recognition_history.possible IS 'The points that could be had.';

COMMENT ON COLUMN member.recognition_history.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN member.recognition_history.rule IS 'The id of a rule.';

COMMENT ON COLUMN member.recognition_history.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN member.recognition_history.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN member.recognition_history.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN member.recognition_history.release IS 'The number of the release.';

CREATE VIEW member.recognition AS
 SELECT recognition_history.city,
    recognition_history.period,
    recognition_history.period_start,
    recognition_history.period_end,
    recognition_history.level,
    recognition_history.level_title,
    recognition_history.points,
    recognition_history.possible,
    recognition_history.share,
    recognition_history.rule,
    recognition_history.rule_title,
    recognition_history.rule_points,
    recognition_history.rule_possible,
    recognition_history.release
   FROM (member.recognition_history
     JOIN member.release ON ((release.release_id = recognition_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.recognition IS 'The level of recognition of each city that reached one, with its points by rule. Newest release of each period.';

COMMENT ON COLUMN member.recognition.city IS 'The id of the city.';

COMMENT ON COLUMN member.recognition.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.recognition.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.recognition.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.recognition.level IS 'The id of the level reached.';

COMMENT ON COLUMN member.recognition.level_title IS 'What the level is called.';

COMMENT ON COLUMN member.recognition.points IS 'The points given by all rules.';

COMMENT ON COLUMN member.recognition.possible IS 'The points that could be had.';

COMMENT ON COLUMN member.recognition.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN member.recognition.rule IS 'The id of a rule.';

COMMENT ON COLUMN member.recognition.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN member.recognition.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN member.recognition.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN member.recognition.release IS 'The number of the release.';

CREATE TABLE member.release_digest (
    row_count bigint NOT NULL,
    release_id integer NOT NULL,
    table_name text NOT NULL,
    column_names text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE member.release_digest IS 'What each table of this schema held for a release when it was frozen: rows and digest.';

COMMENT ON COLUMN member.release_digest.column_names IS 'The columns that were digested, those of the key first; the release''s number and the texts of cells, which can be erased, are not.';

COMMENT ON COLUMN member.release_digest.digest IS 'SHA-256 over the rows in the order of these columns, each field as in PostgreSQL''s binary copy format.';

CREATE TABLE member.release_earlier (
    release_id integer NOT NULL,
    earlier_release_id integer NOT NULL,
    period_start date NOT NULL
);

COMMENT ON TABLE member.release_earlier IS 'The earlier releases of which trends and changes of groups are made.';

COMMENT ON COLUMN member.release_earlier.period_start IS 'The first day of the earlier period.';

CREATE TABLE member.release_metric (
    multiplier double precision NOT NULL,
    target_from double precision,
    target_to double precision,
    meaningful_difference double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    decimals smallint,
    is_difference_percent boolean,
    is_ratio boolean NOT NULL,
    polarity text NOT NULL,
    uncertainty text NOT NULL,
    formula text NOT NULL
);

COMMENT ON TABLE member.release_metric IS 'What each metric was in a release: what ranks and words are made by.';

COMMENT ON COLUMN member.release_metric.multiplier IS 'From numerator over denominator to the value.';

COMMENT ON COLUMN member.release_metric.target_from IS 'The lower end of the range aimed at; null without one.';

COMMENT ON COLUMN member.release_metric.meaningful_difference IS 'The smallest gap worth a word; null where none is declared.';

COMMENT ON COLUMN member.release_metric.decimals IS 'On how many decimals ties are judged; null for values as reported.';

COMMENT ON COLUMN member.release_metric.is_difference_percent IS 'Whether that is in per cent of what is compared with, else in the unit.';

COMMENT ON COLUMN member.release_metric.is_ratio IS 'Whether a group has a ratio of totals.';

CREATE TABLE member.release_response (
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    responded_on date NOT NULL,
    author text,
    response text NOT NULL,
    office text
);

COMMENT ON TABLE member.release_response IS 'What cities say about their own figures in a release.';

COMMENT ON COLUMN member.release_response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN member.release_response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE TABLE member.release_trend (
    slope double precision,
    tau double precision,
    chi_square double precision,
    probability double precision,
    autocorrelation double precision,
    year_change double precision,
    year_change_lower double precision,
    year_change_upper double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    periods integer NOT NULL,
    method smallint,
    direction smallint,
    course smallint
);

COMMENT ON TABLE member.release_trend IS 'The course of each figure over the periods before.';

COMMENT ON COLUMN member.release_trend.slope IS 'The change a year, in the unit of the metric; null where there is no test.';

COMMENT ON COLUMN member.release_trend.year_change IS 'Less the figure of the same months a year before; null across a break.';

COMMENT ON COLUMN member.release_trend.year_change_lower IS 'The lower end of its 95 % interval; null where the figures have none.';

COMMENT ON COLUMN member.release_trend.periods IS 'How many periods without a break it is made of, this one included.';

COMMENT ON COLUMN member.release_trend.method IS '1 weighted slope of five years, 2 Mann and Kendall by season; null for none.';

COMMENT ON COLUMN member.release_trend.direction IS '1 rising, -1 falling, 0 no trend that may be told; null without a test.';

COMMENT ON COLUMN member.release_trend.course IS '1 improving, -1 worsening, 0 neither; null without a test or a good direction.';

CREATE TABLE member.release_uncertified (
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    service text NOT NULL
);

COMMENT ON TABLE member.release_uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made; a blank service is measures of none.';

CREATE VIEW member.response_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_response.response,
    release_response.author,
    release_response.responded_on,
    release.release_id AS release,
    release_response.office
   FROM ((((member.release_response
     JOIN member.release ON ((release.release_id = release_response.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_response.metric_id)))
     JOIN member.city ON ((city.city_id = release_response.city_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_response.breakdown_id)));

COMMENT ON VIEW member.response_history IS 'What cities say about their own figures. All releases.';

COMMENT ON COLUMN member.response_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.response_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.response_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.response_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.response_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.response_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.response_history.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN member.response_history.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN member.response_history.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN member.response_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.response_history.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW member.response AS
 SELECT response_history.metric,
    response_history.city,
    response_history.period,
    response_history.period_start,
    response_history.period_end,
    response_history.breakdown,
    response_history.response,
    response_history.author,
    response_history.responded_on,
    response_history.release,
    response_history.office
   FROM (member.response_history
     JOIN member.release ON ((release.release_id = response_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.response IS 'What cities say about their own figures. Newest release of each period.';

COMMENT ON COLUMN member.response.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.response.city IS 'The id of the city.';

COMMENT ON COLUMN member.response.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.response.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.response.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.response.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.response.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN member.response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN member.response.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN member.response.release IS 'The number of the release.';

COMMENT ON COLUMN member.response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW member.standing_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    standing_status.word AS status,
    release_value.value,
    release_value.numerator,
    release_value.denominator,
    release_standing.includes_city,
    release_statistic.contributors,
    release_standing.ranked,
    release_standing.rank,
    release_standing.rank_worst,
    release_standing.rank_share,
    release_standing.percent_rank,
    (release_standing.quartile)::integer AS quartile,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    incomparable_reason.word AS reason,
    release_value.lower,
    release_value.upper,
    release_value.is_reliable,
    (release_value.value - release_statistic.median) AS gap_to_median,
    (release_value.value -
        CASE metric.polarity
            WHEN 'high_good'::text THEN release_statistic.upper_quartile
            WHEN 'low_good'::text THEN release_statistic.lower_quartile
            ELSE NULL::double precision
        END) AS gap_to_best_quartile,
    release_value.target_gap AS gap_to_target,
    ((release_value.value - release_statistic.mean) / NULLIF(release_statistic.standard_deviation, (0)::double precision)) AS z_score,
    ((release_value.value - release_statistic.median) / NULLIF(((1.4826)::double precision * release_statistic.absolute_deviation), (0)::double precision)) AS robust_z,
    release_standing.others_median,
    release_standing.others_group_value,
    release_standing.difference_error,
    release_standing.probability,
        CASE release_standing.verdict
            WHEN 1 THEN 'better'::text
            WHEN 2 THEN 'worse'::text
            WHEN 3 THEN 'about_level'::text
            WHEN 4 THEN 'not_distinguishable'::text
            ELSE NULL::text
        END AS verdict,
    release_standing.is_headline,
        CASE release_standing.funnel
            WHEN '-2'::integer THEN 'below_99_8'::text
            WHEN '-1'::integer THEN 'below_95'::text
            WHEN 0 THEN 'inside'::text
            WHEN 1 THEN 'above_95'::text
            WHEN 2 THEN 'above_99_8'::text
            ELSE NULL::text
        END AS funnel,
    release_standing.rank_lower,
    release_standing.rank_upper,
    release_standing.rank_lower_all,
    release_standing.rank_upper_all
   FROM (((((((((member.release_standing
     LEFT JOIN member.release_value ON (((release_value.metric_id = release_standing.metric_id) AND (release_value.release_id = release_standing.release_id) AND (release_value.city_id = release_standing.city_id) AND (release_value.breakdown_id = release_standing.breakdown_id))))
     LEFT JOIN member.release_statistic ON (((release_statistic.metric_id = release_standing.metric_id) AND (release_statistic.release_id = release_standing.release_id) AND (release_statistic.peer_group_id = release_standing.peer_group_id) AND (release_statistic.owner_city_id = release_standing.owner_city_id) AND (release_statistic.breakdown_id = release_standing.breakdown_id))))
     JOIN member.release ON ((release.release_id = release_standing.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN member.city ON ((city.city_id = release_standing.city_id)))
     LEFT JOIN member.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     LEFT JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
     LEFT JOIN member.standing_status ON ((standing_status.status = COALESCE(release_standing.status, release_value.status))))
     LEFT JOIN member.incomparable_reason ON ((incomparable_reason.reason = COALESCE(release_standing.reason, release_value.reason))));

COMMENT ON VIEW member.standing_history IS 'The place of each city in each of its peer groups. All releases.';

COMMENT ON COLUMN member.standing_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.standing_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN member.standing_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing_history.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN member.standing_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.standing_history.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN member.standing_history.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN member.standing_history.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN member.standing_history.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN member.standing_history.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN member.standing_history.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN member.standing_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.standing_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.standing_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.standing_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.standing_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.standing_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.standing_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.standing_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.standing_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.standing_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.standing_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.standing_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.standing_history.release IS 'The number of the release.';

COMMENT ON COLUMN member.standing_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN member.standing_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN member.standing_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.standing_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.standing_history.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN member.standing_history.gap_to_median IS 'value - median.';

COMMENT ON COLUMN member.standing_history.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN member.standing_history.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN member.standing_history.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN member.standing_history.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN member.standing_history.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN member.standing_history.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN member.standing_history.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN member.standing_history.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN member.standing_history.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN member.standing_history.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN member.standing_history.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN member.standing_history.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN member.standing_history.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN member.standing_history.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN member.standing_history.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW member.standing AS
 SELECT standing_history.metric,
    standing_history.city,
    standing_history.period,
    standing_history.period_start,
    standing_history.period_end,
    standing_history.breakdown,
    standing_history.peer_group,
    standing_history.status,
    standing_history.value,
    standing_history.numerator,
    standing_history.denominator,
    standing_history.includes_city,
    standing_history.contributors,
    standing_history.ranked,
    standing_history.rank,
    standing_history.rank_worst,
    standing_history.rank_share,
    standing_history.percent_rank,
    standing_history.quartile,
    standing_history.mean,
    standing_history.group_value,
    standing_history.median,
    standing_history.lower_quartile,
    standing_history.upper_quartile,
    standing_history.minimum,
    standing_history.maximum,
    standing_history.not_reported,
    standing_history.not_provided,
    standing_history.not_taking_part,
    standing_history.suppressed,
    standing_history.unreliable,
    standing_history.not_comparable,
    standing_history.coverage,
    standing_history.release,
    standing_history.standard_deviation,
    standing_history.reason,
    standing_history.lower,
    standing_history.upper,
    standing_history.is_reliable,
    standing_history.gap_to_median,
    standing_history.gap_to_best_quartile,
    standing_history.gap_to_target,
    standing_history.z_score,
    standing_history.robust_z,
    standing_history.others_median,
    standing_history.others_group_value,
    standing_history.difference_error,
    standing_history.probability,
    standing_history.verdict,
    standing_history.is_headline,
    standing_history.funnel,
    standing_history.rank_lower,
    standing_history.rank_upper,
    standing_history.rank_lower_all,
    standing_history.rank_upper_all
   FROM (member.standing_history
     JOIN member.release ON ((release.release_id = standing_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.standing IS 'The place of each city in each of its peer groups. Newest release of each period.';

COMMENT ON COLUMN member.standing.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN member.standing.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN member.standing.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN member.standing.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN member.standing.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN member.standing.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN member.standing.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN member.standing.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN member.standing.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN member.standing.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN member.standing.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN member.standing.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN member.standing.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN member.standing.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN member.standing.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN member.standing.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN member.standing.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN member.standing.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN member.standing.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN member.standing.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN member.standing.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN member.standing.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN member.standing.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN member.standing.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN member.standing.release IS 'The number of the release.';

COMMENT ON COLUMN member.standing.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN member.standing.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN member.standing.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.standing.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN member.standing.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN member.standing.gap_to_median IS 'value - median.';

COMMENT ON COLUMN member.standing.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN member.standing.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN member.standing.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN member.standing.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN member.standing.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN member.standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN member.standing.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN member.standing.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN member.standing.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN member.standing.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN member.standing.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN member.standing.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN member.standing.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN member.standing.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN member.standing.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW member.standing_trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
        CASE release_standing.verdict
            WHEN 1 THEN 'better_and_improving'::text
            ELSE 'worse_and_worsening'::text
        END AS list,
    release_value.value,
    release_standing.others_median,
    release_trend.slope,
    release_standing.is_headline,
    release.release_id AS release
   FROM (((((((member.release_trend
     JOIN member.release_standing ON (((release_standing.metric_id = release_trend.metric_id) AND (release_standing.release_id = release_trend.release_id) AND (release_standing.city_id = release_trend.city_id) AND (release_standing.breakdown_id = release_trend.breakdown_id))))
     JOIN member.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN member.release ON ((release.release_id = release_trend.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN member.city ON ((city.city_id = release_trend.city_id)))
     JOIN member.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)))
  WHERE (((release_standing.verdict = 1) AND (release_trend.course = 1)) OR ((release_standing.verdict = 2) AND (release_trend.course = '-1'::integer)));

COMMENT ON VIEW member.standing_trend_history IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. All releases.';

COMMENT ON COLUMN member.standing_trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing_trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing_trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing_trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing_trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing_trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing_trend_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing_trend_history.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN member.standing_trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN member.standing_trend_history.others_median IS 'The median of the others.';

COMMENT ON COLUMN member.standing_trend_history.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN member.standing_trend_history.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN member.standing_trend_history.release IS 'The number of the release.';

CREATE VIEW member.standing_trend AS
 SELECT standing_trend_history.metric,
    standing_trend_history.city,
    standing_trend_history.period,
    standing_trend_history.period_start,
    standing_trend_history.period_end,
    standing_trend_history.breakdown,
    standing_trend_history.peer_group,
    standing_trend_history.list,
    standing_trend_history.value,
    standing_trend_history.others_median,
    standing_trend_history.slope,
    standing_trend_history.is_headline,
    standing_trend_history.release
   FROM (member.standing_trend_history
     JOIN member.release ON ((release.release_id = standing_trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.standing_trend IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. Newest release of each period.';

COMMENT ON COLUMN member.standing_trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.standing_trend.city IS 'The id of the city.';

COMMENT ON COLUMN member.standing_trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.standing_trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.standing_trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.standing_trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.standing_trend.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN member.standing_trend.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN member.standing_trend.value IS 'The figure of the period.';

COMMENT ON COLUMN member.standing_trend.others_median IS 'The median of the others.';

COMMENT ON COLUMN member.standing_trend.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN member.standing_trend.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN member.standing_trend.release IS 'The number of the release.';

CREATE VIEW member.trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_trend.periods,
        CASE release_trend.method
            WHEN 1 THEN 'annual'::text
            WHEN 2 THEN 'seasonal'::text
            ELSE NULL::text
        END AS method,
    release_trend.slope,
        CASE release_trend.direction
            WHEN 1 THEN 'rising'::text
            WHEN '-1'::integer THEN 'falling'::text
            WHEN 0 THEN 'no_trend'::text
            ELSE NULL::text
        END AS direction,
        CASE release_trend.course
            WHEN 1 THEN 'improving'::text
            WHEN '-1'::integer THEN 'worsening'::text
            WHEN 0 THEN 'neither'::text
            ELSE NULL::text
        END AS course,
    release_trend.probability,
    release_trend.chi_square,
    release_trend.tau,
    release_trend.autocorrelation,
    release_trend.year_change,
    release_trend.year_change_lower,
    release_trend.year_change_upper,
    release.release_id AS release
   FROM (((((member.release_trend
     JOIN member.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN member.release ON ((release.release_id = release_trend.release_id)))
     JOIN member.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN member.city ON ((city.city_id = release_trend.city_id)))
     JOIN member.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)));

COMMENT ON VIEW member.trend_history IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. All releases.';

COMMENT ON COLUMN member.trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN member.trend_history.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN member.trend_history.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN member.trend_history.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN member.trend_history.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN member.trend_history.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN member.trend_history.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN member.trend_history.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN member.trend_history.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN member.trend_history.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN member.trend_history.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN member.trend_history.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN member.trend_history.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN member.trend_history.release IS 'The number of the release.';

CREATE VIEW member.trend AS
 SELECT trend_history.metric,
    trend_history.city,
    trend_history.period,
    trend_history.period_start,
    trend_history.period_end,
    trend_history.breakdown,
    trend_history.value,
    trend_history.periods,
    trend_history.method,
    trend_history.slope,
    trend_history.direction,
    trend_history.course,
    trend_history.probability,
    trend_history.chi_square,
    trend_history.tau,
    trend_history.autocorrelation,
    trend_history.year_change,
    trend_history.year_change_lower,
    trend_history.year_change_upper,
    trend_history.release
   FROM (member.trend_history
     JOIN member.release ON ((release.release_id = trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.trend IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. Newest release of each period.';

COMMENT ON COLUMN member.trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN member.trend.city IS 'The id of the city.';

COMMENT ON COLUMN member.trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN member.trend.value IS 'The figure of the period.';

COMMENT ON COLUMN member.trend.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN member.trend.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN member.trend.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN member.trend.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN member.trend.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN member.trend.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN member.trend.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN member.trend.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN member.trend.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN member.trend.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN member.trend.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN member.trend.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN member.trend.release IS 'The number of the release.';

CREATE VIEW member.uncertified_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    NULLIF(release_uncertified.service, ''::text) AS service,
    release.release_id AS release
   FROM ((member.release_uncertified
     JOIN member.release ON ((release.release_id = release_uncertified.release_id)))
     JOIN member.city ON ((city.city_id = release_uncertified.city_id)));

COMMENT ON VIEW member.uncertified_history IS 'Services whose figures their city had not certified when a final or corrected release was made. All releases.';

COMMENT ON COLUMN member.uncertified_history.city IS 'The id of the city.';

COMMENT ON COLUMN member.uncertified_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.uncertified_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.uncertified_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.uncertified_history.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN member.uncertified_history.release IS 'The number of the release.';

CREATE VIEW member.uncertified AS
 SELECT uncertified_history.city,
    uncertified_history.period,
    uncertified_history.period_start,
    uncertified_history.period_end,
    uncertified_history.service,
    uncertified_history.release
   FROM (member.uncertified_history
     JOIN member.release ON ((release.release_id = uncertified_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW member.uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made. Newest release of each period.';

COMMENT ON COLUMN member.uncertified.city IS 'The id of the city.';

COMMENT ON COLUMN member.uncertified.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN member.uncertified.period_start IS 'The first day of the period.';

COMMENT ON COLUMN member.uncertified.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN member.uncertified.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN member.uncertified.release IS 'The number of the release.';

CREATE TABLE open.breakdown_value (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    list text,
    list_title text,
    is_unknown boolean DEFAULT false NOT NULL,
    is_reference boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

COMMENT ON TABLE open.breakdown_value IS 'Groups of breakdowns that stand in a release.';

CREATE VIEW open.breakdown AS
 SELECT breakdown_value.breakdown,
    breakdown_value.title,
    breakdown_value.list,
    breakdown_value.list_title,
    breakdown_value."position",
    breakdown_value.is_unknown,
    breakdown_value.is_reference
   FROM open.breakdown_value;

COMMENT ON VIEW open.breakdown IS 'The groups that figures are broken down by.';

COMMENT ON COLUMN open.breakdown.breakdown IS 'The id of the group; total for all.';

COMMENT ON COLUMN open.breakdown.title IS 'What it is called.';

COMMENT ON COLUMN open.breakdown.list IS 'The breakdown it belongs to, such as age-band; null for the total.';

COMMENT ON COLUMN open.breakdown.list_title IS 'What that breakdown is called.';

COMMENT ON COLUMN open.breakdown."position" IS 'Its place in the list.';

COMMENT ON COLUMN open.breakdown.is_unknown IS 'Whether it holds those whose group is not known.';

COMMENT ON COLUMN open.breakdown.is_reference IS 'Whether the other groups of the list are compared with it.';

CREATE TABLE open.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL
);

COMMENT ON TABLE open.city IS 'Cities that stand in a release.';

CREATE TABLE open.registry_change (
    change_date date NOT NULL,
    city_id integer NOT NULL,
    becomes_city_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    new_name text NOT NULL,
    share double precision
);

COMMENT ON TABLE open.registry_change IS 'What became of cities, and what they were called before.';

COMMENT ON COLUMN open.registry_change.change_date IS 'The first day on which it holds.';

COMMENT ON COLUMN open.registry_change.becomes_city_id IS 'The city that it became, or that left it; itself where it was renamed.';

COMMENT ON COLUMN open.registry_change.kind IS 'renamed, merger, absorption, division or separation.';

COMMENT ON COLUMN open.registry_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN open.registry_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN open.registry_change.share IS 'The part (0 to 1) of the residents that went over; null when not known.';

CREATE VIEW open.city_change AS
 SELECT city.city,
    successor.city AS becomes,
    registry_change.kind,
    registry_change.change_date,
    registry_change.name,
    registry_change.new_name,
    registry_change.share
   FROM ((open.registry_change
     JOIN open.city ON ((city.city_id = registry_change.city_id)))
     JOIN open.city successor ON ((successor.city_id = registry_change.becomes_city_id)));

COMMENT ON VIEW open.city_change IS 'Which city followed which and when, and what cities were called before. Periods before the day keep the old cities.';

COMMENT ON COLUMN open.city_change.city IS 'The id of the city that changed.';

COMMENT ON COLUMN open.city_change.becomes IS 'The id of the city that it became, or that left it; its own where it was renamed.';

COMMENT ON COLUMN open.city_change.kind IS 'renamed; merger (it ended in a new city, with others), absorption (it ended in one that was there), division (it ended in several new ones), separation (it goes on, a part is a new city).';

COMMENT ON COLUMN open.city_change.change_date IS 'The first day on which it holds; the cities of a period are those of its first day.';

COMMENT ON COLUMN open.city_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN open.city_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN open.city_change.share IS 'The part (0 to 1) of its residents that went over; null when not known.';

CREATE TABLE open.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL
);

COMMENT ON TABLE open.metric IS 'Metrics that stand in a release.';

CREATE TABLE open.metric_definition_change (
    metric_id integer NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    version text NOT NULL,
    change_date date NOT NULL,
    what text NOT NULL,
    is_comparable boolean NOT NULL,
    is_restated boolean NOT NULL,
    is_correction boolean NOT NULL
);

COMMENT ON TABLE open.metric_definition_change IS 'Dated changes that touch a metric: its own and those of its measures.';

CREATE VIEW open.definition_change AS
 SELECT metric.metric,
    metric_definition_change.subject,
    metric_definition_change.id,
    metric_definition_change.version,
    metric_definition_change.change_date,
    metric_definition_change.what,
    metric_definition_change.is_comparable,
    metric_definition_change.is_restated,
    metric_definition_change.is_correction,
    ((NOT metric_definition_change.is_comparable) AND (NOT metric_definition_change.is_restated)) AS is_break
   FROM (open.metric_definition_change
     JOIN open.metric ON ((metric.metric_id = metric_definition_change.metric_id)));

COMMENT ON VIEW open.definition_change IS 'Changes of definitions that touch a metric: its own and those of its measures.';

COMMENT ON COLUMN open.definition_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.definition_change.subject IS 'What changed: metric or measure.';

COMMENT ON COLUMN open.definition_change.id IS 'The id of what changed.';

COMMENT ON COLUMN open.definition_change.version IS 'The version of the standard that brought it.';

COMMENT ON COLUMN open.definition_change.change_date IS 'The first day measured in the new way.';

COMMENT ON COLUMN open.definition_change.what IS 'What is different, in a sentence.';

COMMENT ON COLUMN open.definition_change.is_comparable IS 'Whether figures before and after compare all the same.';

COMMENT ON COLUMN open.definition_change.is_restated IS 'Whether earlier values were worked out anew.';

COMMENT ON COLUMN open.definition_change.is_correction IS 'Whether it mends a mistake.';

COMMENT ON COLUMN open.definition_change.is_break IS 'Whether the series has a gap here that no comparison crosses.';

CREATE TABLE open.incomparable_reason (
    reason smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE open.incomparable_reason IS 'Why a figure stands in a comparison without being compared.';

CREATE TABLE open.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE open.peer_group IS 'Peer groups that stand in a release.';

CREATE TABLE open.release (
    release_id integer NOT NULL,
    period text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    kind text NOT NULL,
    standard text NOT NULL,
    standard_version text NOT NULL,
    input_digest text,
    last_submission_id bigint NOT NULL,
    data_received_at timestamp with time zone,
    is_newest boolean NOT NULL,
    visibility text DEFAULT 'member'::text NOT NULL,
    embargo_until timestamp with time zone,
    released_at timestamp with time zone,
    published_at timestamp with time zone,
    reason text,
    content_digest text,
    standard_digest text,
    known_submission_id bigint,
    known_event bigint,
    known_explanation_id bigint,
    rank_draws integer,
    rank_seed bigint,
    CONSTRAINT release_digests_no_input CHECK ((input_digest IS NULL))
);

COMMENT ON TABLE open.release IS 'Frozen, numbered sets of comparisons, one a period and change of input.';

COMMENT ON COLUMN open.release.kind IS 'provisional, final, or corrected: the first after a final one whose input changed, and those that follow.';

COMMENT ON COLUMN open.release.input_digest IS 'SHA-256 over all that the release was computed from; null in schema open, since it covers what was not released.';

COMMENT ON COLUMN open.release.last_submission_id IS 'The last submission counted.';

COMMENT ON COLUMN open.release.data_received_at IS 'When the newest submission used was received.';

COMMENT ON COLUMN open.release.visibility IS 'Who it is for: preview (operators), member, open (the public).';

COMMENT ON COLUMN open.release.embargo_until IS 'Nobody but operators sees it before; null for no embargo.';

COMMENT ON COLUMN open.release.released_at IS 'When it was computed and frozen; null for releases of program versions that did not note it.';

COMMENT ON COLUMN open.release.published_at IS 'When members came to see it; null while they do not.';

COMMENT ON COLUMN open.release.reason IS 'Why it was made, in the words that the correction log shows; null where nobody said.';

COMMENT ON COLUMN open.release.content_digest IS 'SHA-256 over the digests of its tables in this schema, without that of services that nobody certified; null for releases of older program versions.';

COMMENT ON COLUMN open.release.standard_digest IS 'SHA-256 over the files of the standard, as in warehouse.standard_version.';

COMMENT ON COLUMN open.release.known_submission_id IS 'The last submission that was stored when it was computed.';

COMMENT ON COLUMN open.release.known_event IS 'The position of the last withdrawal or undoing at that time; 0 for none.';

COMMENT ON COLUMN open.release.known_explanation_id IS 'The last explanation at that time; 0 for none.';

COMMENT ON COLUMN open.release.rank_draws IS 'How many draws rank intervals are made of; 0 where there are none; null for releases of older program versions.';

COMMENT ON COLUMN open.release.rank_seed IS 'The seed of the draws.';

CREATE TABLE open.release_peer (
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    city_id integer NOT NULL
);

COMMENT ON TABLE open.release_peer IS 'Who was compared with whom; owner 0 for a common group.';

CREATE TABLE open.release_standing (
    rank_share double precision,
    percent_rank double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    ranked integer NOT NULL,
    rank integer,
    rank_worst integer,
    quartile smallint,
    includes_city boolean NOT NULL,
    status smallint,
    reason smallint,
    others_median double precision,
    others_group_value double precision,
    difference_error double precision,
    probability double precision,
    rank_lower integer,
    rank_upper integer,
    rank_lower_all integer,
    rank_upper_all integer,
    verdict smallint,
    funnel smallint,
    is_headline boolean,
    indistinct bit varying
);

COMMENT ON TABLE open.release_standing IS 'The place of each city in each of its peer groups.';

COMMENT ON COLUMN open.release_standing.status IS 'Where the group judges otherwise than the figure''s own status; null: as the figure.';

COMMENT ON COLUMN open.release_standing.reason IS 'The reason of that status.';

COMMENT ON COLUMN open.release_standing.others_median IS 'The median of the others, the city left out.';

COMMENT ON COLUMN open.release_standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN open.release_standing.difference_error IS 'The standard error of the figure less that median.';

COMMENT ON COLUMN open.release_standing.probability IS 'What chance alone gives for a difference as large.';

COMMENT ON COLUMN open.release_standing.rank_lower IS 'The best rank that the data allow it.';

COMMENT ON COLUMN open.release_standing.rank_lower_all IS 'The same, for all cities of the group at once.';

COMMENT ON COLUMN open.release_standing.verdict IS '1 better, 2 worse, 3 about level, 4 not distinguishable; null where nothing may be said.';

COMMENT ON COLUMN open.release_standing.funnel IS 'Beyond the limits of 99.8 % (-2 below, 2 above) or 95 % (-1, 1), or inside (0).';

COMMENT ON COLUMN open.release_standing.is_headline IS 'Whether the verdict may be a headline among all of the city''s.';

COMMENT ON COLUMN open.release_standing.indistinct IS 'One bit a member of the group, by city number: 1 where the two cannot be told apart.';

CREATE VIEW open.indistinct_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    other.city AS other_city,
    release.release_id AS release
   FROM (((((((open.release_standing
     JOIN ( SELECT release_peer.release_id,
            release_peer.peer_group_id,
            release_peer.owner_city_id,
            release_peer.city_id,
            row_number() OVER (PARTITION BY release_peer.release_id, release_peer.peer_group_id, release_peer.owner_city_id ORDER BY release_peer.city_id) AS place
           FROM open.release_peer) peer ON (((peer.release_id = release_standing.release_id) AND (peer.peer_group_id = release_standing.peer_group_id) AND (peer.owner_city_id = release_standing.owner_city_id) AND (peer.city_id <> release_standing.city_id))))
     JOIN open.release ON ((release.release_id = release_standing.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN open.city ON ((city.city_id = release_standing.city_id)))
     JOIN open.city other ON ((other.city_id = peer.city_id)))
     JOIN open.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
  WHERE
        CASE
            WHEN (peer.place <= length((release_standing.indistinct)::"bit")) THEN (get_bit((release_standing.indistinct)::"bit", ((peer.place)::integer - 1)) = 1)
            ELSE false
        END;

COMMENT ON VIEW open.indistinct_history IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. All releases.';

COMMENT ON COLUMN open.indistinct_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.indistinct_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.indistinct_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.indistinct_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.indistinct_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.indistinct_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.indistinct_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.indistinct_history.other_city IS 'The id of the other city.';

COMMENT ON COLUMN open.indistinct_history.release IS 'The number of the release.';

CREATE VIEW open.indistinct AS
 SELECT indistinct_history.metric,
    indistinct_history.city,
    indistinct_history.period,
    indistinct_history.period_start,
    indistinct_history.period_end,
    indistinct_history.breakdown,
    indistinct_history.peer_group,
    indistinct_history.other_city,
    indistinct_history.release
   FROM (open.indistinct_history
     JOIN open.release ON ((release.release_id = indistinct_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.indistinct IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. Newest release of each period.';

COMMENT ON COLUMN open.indistinct.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.indistinct.city IS 'The id of the city.';

COMMENT ON COLUMN open.indistinct.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.indistinct.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.indistinct.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.indistinct.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.indistinct.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.indistinct.other_city IS 'The id of the other city.';

COMMENT ON COLUMN open.indistinct.release IS 'The number of the release.';

CREATE TABLE open.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL
);

COMMENT ON TABLE open.measure IS 'Measures that stand in the lineage of a release.';

CREATE TABLE open.release_lineage (
    submission_id bigint NOT NULL,
    measure_value double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    measure_id integer NOT NULL,
    source_row integer NOT NULL,
    source_column smallint NOT NULL,
    measure_period text NOT NULL,
    raw_text text,
    measure_breakdown_id integer DEFAULT 0 NOT NULL,
    row_count bigint,
    row_digest bigint,
    filter text,
    explanation text,
    explained_by text,
    CONSTRAINT release_lineage_digests_no_rows CHECK ((row_digest IS NULL)),
    CONSTRAINT release_lineage_names_nobody CHECK ((explained_by IS NULL))
);

COMMENT ON TABLE open.release_lineage IS 'The observations behind each figure.';

COMMENT ON COLUMN open.release_lineage.submission_id IS '0 for what came from the consortium folder.';

COMMENT ON COLUMN open.release_lineage.measure_breakdown_id IS 'The group of the contributing value, which differs from the figure''s where a figure is made of groups.';

COMMENT ON COLUMN open.release_lineage.row_count IS 'How many rows an aggregate was made of; null for a cell.';

COMMENT ON COLUMN open.release_lineage.row_digest IS 'The digest of these rows; null for a cell, and in schema open.';

COMMENT ON COLUMN open.release_lineage.filter IS 'Which rows these are, in words; null for a cell.';

COMMENT ON COLUMN open.release_lineage.explanation IS 'What the city said about this value and lets be published; null for nothing.';

COMMENT ON COLUMN open.release_lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

CREATE TABLE open.submission (
    submission_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    file text,
    mapping text NOT NULL,
    standard_version text NOT NULL,
    digest text,
    part_first_row integer[] DEFAULT '{}'::integer[] NOT NULL,
    part_member text[] DEFAULT '{}'::text[] NOT NULL,
    part_sheet text[] DEFAULT '{}'::text[] NOT NULL,
    vintage text,
    CONSTRAINT submission_names_no_file CHECK (((file IS NULL) AND (digest IS NULL) AND (part_member = '{}'::text[]) AND (part_sheet = '{}'::text[])))
);

COMMENT ON TABLE open.submission IS 'Submissions that stand in the lineage of a release.';

COMMENT ON COLUMN open.submission.file IS 'The path of the file as it was sent; null in schema open, which names no files.';

COMMENT ON COLUMN open.submission.digest IS 'SHA-256 of the file; null in schema open: who knows all of a file but one figure could try that.';

COMMENT ON COLUMN open.submission.part_first_row IS 'For each table, how many rows the tables before it have; empty for a text file.';

COMMENT ON COLUMN open.submission.part_member IS 'For each table, its file in the archive or folder; null where there is none. Empty in schema open.';

COMMENT ON COLUMN open.submission.part_sheet IS 'For each table, its sheet; null where it is no workbook. Empty in schema open.';

COMMENT ON COLUMN open.submission.vintage IS 'The edition of their source that its figures are of; null where nobody said.';

CREATE VIEW open.lineage_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release.release_id AS release,
    measure.measure,
    release_lineage.measure_period,
    release_lineage.measure_value,
    NULLIF(release_lineage.submission_id, 0) AS submission,
    to_char((submission.received_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS received_at,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'services.csv'::text
            ELSE (submission.file || COALESCE(('/'::text || submission.part_member[place.part]), ''::text))
        END AS file,
    submission.part_sheet[place.part] AS sheet,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN (NULLIF(release_lineage.source_row, 0) - COALESCE(submission.part_first_row[place.part], 0))
            ELSE NULL::integer
        END AS source_row,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN NULLIF((release_lineage.source_column)::integer, 0)
            ELSE NULL::integer
        END AS source_column,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN COALESCE(release_lineage.raw_text, (release_lineage.measure_value)::text)
            ELSE NULL::text
        END AS raw_text,
    release_lineage.row_count,
    release_lineage.filter,
    COALESCE(lpad(to_hex(release_lineage.row_digest), 16, '0'::text), submission.digest) AS digest,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'population-served'::text
            WHEN (release_lineage.row_count IS NOT NULL) THEN 'aggregate'::text
            ELSE 'cell'::text
        END AS rule,
    submission.mapping,
    submission.standard_version,
        CASE
            WHEN (release_lineage.measure_breakdown_id = release_lineage.breakdown_id) THEN breakdown_value.breakdown
            ELSE ( SELECT measured.breakdown
               FROM open.breakdown_value measured
              WHERE (measured.breakdown_id = release_lineage.measure_breakdown_id))
        END AS measure_breakdown,
    release_lineage.explanation,
    release_lineage.explained_by,
    submission.vintage
   FROM (((((((open.release_lineage
     JOIN open.release ON ((release.release_id = release_lineage.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_lineage.metric_id)))
     JOIN open.city ON ((city.city_id = release_lineage.city_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_lineage.breakdown_id)))
     JOIN open.measure ON ((measure.measure_id = release_lineage.measure_id)))
     LEFT JOIN open.submission ON ((submission.submission_id = release_lineage.submission_id)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (release_lineage.row_count IS NULL) THEN width_bucket((release_lineage.source_row - 1), submission.part_first_row)
                    WHEN (cardinality(submission.part_first_row) = 1) THEN 1
                    ELSE NULL::integer
                END AS part) place);

COMMENT ON VIEW open.lineage_history IS 'From any released figure to the file, line and column it came from. All releases.';

COMMENT ON COLUMN open.lineage_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.lineage_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.lineage_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.lineage_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.lineage_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.lineage_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.lineage_history.release IS 'The number of the release.';

COMMENT ON COLUMN open.lineage_history.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN open.lineage_history.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN open.lineage_history.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN open.lineage_history.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN open.lineage_history.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN open.lineage_history.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN open.lineage_history.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN open.lineage_history.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN open.lineage_history.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN open.lineage_history.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN open.lineage_history.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN open.lineage_history.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN open.lineage_history.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN open.lineage_history.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN open.lineage_history.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN open.lineage_history.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN open.lineage_history.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN open.lineage_history.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN open.lineage_history.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN open.lineage_history.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE VIEW open.lineage AS
 SELECT lineage_history.metric,
    lineage_history.city,
    lineage_history.period,
    lineage_history.period_start,
    lineage_history.period_end,
    lineage_history.breakdown,
    lineage_history.release,
    lineage_history.measure,
    lineage_history.measure_period,
    lineage_history.measure_value,
    lineage_history.submission,
    lineage_history.received_at,
    lineage_history.file,
    lineage_history.sheet,
    lineage_history.source_row,
    lineage_history.source_column,
    lineage_history.raw_text,
    lineage_history.row_count,
    lineage_history.filter,
    lineage_history.digest,
    lineage_history.rule,
    lineage_history.mapping,
    lineage_history.standard_version,
    lineage_history.measure_breakdown,
    lineage_history.explanation,
    lineage_history.explained_by,
    lineage_history.vintage
   FROM open.lineage_history
  WHERE (lineage_history.release = ANY (ARRAY( SELECT release.release_id
           FROM open.release
          WHERE release.is_newest)));

COMMENT ON VIEW open.lineage IS 'From any released figure to the file, line and column it came from. Newest release of each period.';

COMMENT ON COLUMN open.lineage.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.lineage.city IS 'The id of the city.';

COMMENT ON COLUMN open.lineage.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.lineage.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.lineage.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.lineage.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.lineage.release IS 'The number of the release.';

COMMENT ON COLUMN open.lineage.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN open.lineage.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN open.lineage.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN open.lineage.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN open.lineage.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN open.lineage.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN open.lineage.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN open.lineage.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN open.lineage.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN open.lineage.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN open.lineage.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN open.lineage.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN open.lineage.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN open.lineage.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN open.lineage.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN open.lineage.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN open.lineage.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN open.lineage.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN open.lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN open.lineage.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE TABLE open.release_value (
    value double precision,
    numerator double precision,
    denominator double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    status smallint NOT NULL,
    real_value double precision,
    parity_value double precision,
    rolling_value double precision,
    unknown_share double precision,
    comparable_from date,
    reason smallint,
    basis smallint DEFAULT 0 NOT NULL,
    lower double precision,
    upper double precision,
    standard_error double precision,
    rank_key double precision,
    target_gap double precision,
    provision_mode smallint,
    is_reliable boolean
);

COMMENT ON TABLE open.release_value IS 'The figure of each city, or why there is none.';

COMMENT ON COLUMN open.release_value.real_value IS 'The figure in prices of the series'' base period.';

COMMENT ON COLUMN open.release_value.parity_value IS 'The figure over the city''s regional price parity.';

COMMENT ON COLUMN open.release_value.rolling_value IS 'The metric over the four quarters that end with the period.';

COMMENT ON COLUMN open.release_value.unknown_share IS 'For a group: the share of those whose group is not known.';

COMMENT ON COLUMN open.release_value.comparable_from IS 'The first day of the definition that holds in the period; null: no break before.';

COMMENT ON COLUMN open.release_value.reason IS 'Why the figure is not comparable; null for the others.';

COMMENT ON COLUMN open.release_value.basis IS 'What all observations behind the figure state of their basis, as in warehouse.observation.';

COMMENT ON COLUMN open.release_value.lower IS 'The lower end of the 95 % interval of the figure; null for what has none.';

COMMENT ON COLUMN open.release_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN open.release_value.rank_key IS 'The number that it is ranked by, the larger the better; null where it is not ranked.';

COMMENT ON COLUMN open.release_value.target_gap IS 'Less the nearer end of the range aimed at, 0 inside; null without one.';

COMMENT ON COLUMN open.release_value.provision_mode IS '1 own staff, 2 contract, 3 joint; null where unknown or of no account.';

COMMENT ON COLUMN open.release_value.is_reliable IS 'Whether it is steady enough to be read as a figure; null where nothing says so.';

CREATE TABLE open.standing_status (
    status smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE open.standing_status IS 'Why a city has no figure, or that it has one.';

CREATE VIEW open.metric_change AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    earlier_release.period AS earlier_period,
    earlier_value.value AS earlier_value,
        CASE
            WHEN (judged.reason IS NULL) THEN (release_value.value - earlier_value.value)
            ELSE NULL::double precision
        END AS change,
        CASE
            WHEN ((judged.reason IS NULL) AND (earlier_value.value <> (0)::double precision)) THEN (((release_value.value - earlier_value.value) / abs(earlier_value.value)) * (100)::double precision)
            ELSE NULL::double precision
        END AS change_percent,
    (judged.reason IS NULL) AS is_comparable,
    judged.reason,
    metric.unit,
    release.release_id AS release,
    earlier_release.release_id AS earlier_release
   FROM (((((((((((open.release_value
     JOIN open.release ON ((release.release_id = release_value.release_id)))
     JOIN open.release earlier_release ON (((earlier_release.period_start = ((release.period_start - '1 year'::interval))::date) AND (earlier_release.period_end = ((release.period_end - '1 year'::interval))::date))))
     JOIN open.release_value earlier_value ON (((earlier_value.metric_id = release_value.metric_id) AND (earlier_value.release_id = earlier_release.release_id) AND (earlier_value.city_id = release_value.city_id) AND (earlier_value.breakdown_id = release_value.breakdown_id))))
     JOIN open.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN open.city ON ((city.city_id = release_value.city_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN open.standing_status ON ((standing_status.status = release_value.status)))
     JOIN open.standing_status earlier_status ON ((earlier_status.status = earlier_value.status)))
     LEFT JOIN open.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)))
     LEFT JOIN open.incomparable_reason earlier_reason ON ((earlier_reason.reason = earlier_value.reason)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM open.registry_change
                      WHERE (((release_value.city_id = registry_change.city_id) OR (release_value.city_id = registry_change.becomes_city_id)) AND (registry_change.kind <> 'renamed'::text) AND (registry_change.change_date > earlier_release.period_start) AND (registry_change.change_date <= release.period_start)))) THEN 'succession'::text
                    WHEN (release_value.comparable_from > earlier_release.period_start) THEN 'definition_break'::text
                    WHEN (standing_status.word <> 'reported'::text) THEN COALESCE(incomparable_reason.word, standing_status.word)
                    WHEN (earlier_status.word <> 'reported'::text) THEN COALESCE(earlier_reason.word, earlier_status.word)
                    ELSE NULL::text
                END AS reason) judged)
  WHERE (release.is_newest AND earlier_release.is_newest);

COMMENT ON VIEW open.metric_change IS 'Each figure beside that of the same months a year earlier. Newest releases; nothing is compared across a break, nor across a merger or split of the city.';

COMMENT ON COLUMN open.metric_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.metric_change.city IS 'The id of the city.';

COMMENT ON COLUMN open.metric_change.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.metric_change.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.metric_change.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.metric_change.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.metric_change.value IS 'The figure, in the unit of the metric.';

COMMENT ON COLUMN open.metric_change.earlier_period IS 'The same months of the year before.';

COMMENT ON COLUMN open.metric_change.earlier_value IS 'The figure of that period.';

COMMENT ON COLUMN open.metric_change.change IS 'value - earlier_value; null where the two do not compare.';

COMMENT ON COLUMN open.metric_change.change_percent IS 'The change in per cent of the earlier value; null where the two do not compare or that value is 0.';

COMMENT ON COLUMN open.metric_change.is_comparable IS 'Whether the two figures compare.';

COMMENT ON COLUMN open.metric_change.reason IS 'Why they do not: succession (between the first days of the two periods the city became another, came of one, or lost or gained a part), definition_break, or the status or reason of the figure, else of the earlier one; null where they do.';

COMMENT ON COLUMN open.metric_change.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN open.metric_change.release IS 'The number of the release of the period.';

COMMENT ON COLUMN open.metric_change.earlier_release IS 'The number of the release of the earlier period.';

CREATE VIEW open.metric_value_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_value.lower,
    release_value.upper,
    release_value.numerator,
    release_value.denominator,
    metric.unit,
    standing_status.word AS status,
    release.release_id AS release,
    incomparable_reason.word AS reason,
        CASE (((release_value.basis >> 0))::integer & 7)
            WHEN 1 THEN 'direct'::text
            WHEN 2 THEN 'direct_and_capital'::text
            WHEN 3 THEN 'full'::text
            ELSE NULL::text
        END AS cost_basis,
        CASE (((release_value.basis >> 3))::integer & 7)
            WHEN 1 THEN 'cash'::text
            WHEN 2 THEN 'modified_accrual'::text
            WHEN 3 THEN 'accrual'::text
            ELSE NULL::text
        END AS accounting_basis,
        CASE (((release_value.basis >> 6))::integer & 7)
            WHEN 1 THEN 'none'::text
            WHEN 2 THEN 'direct'::text
            WHEN 3 THEN 'step_down'::text
            WHEN 4 THEN 'reciprocal'::text
            WHEN 5 THEN 'flat_rate'::text
            ELSE NULL::text
        END AS overhead_method,
        CASE (((release_value.basis >> 9))::integer & 7)
            WHEN 1 THEN 'unaudited'::text
            WHEN 2 THEN 'internally_audited'::text
            WHEN 3 THEN 'audited'::text
            ELSE NULL::text
        END AS audit_status,
    release_value.comparable_from,
    release_value.real_value,
    release_value.parity_value,
    release_value.rolling_value AS rolling_year,
    release_value.unknown_share,
    release_value.standard_error,
    release_value.is_reliable,
    release_value.target_gap
   FROM ((((((open.release_value
     JOIN open.release ON ((release.release_id = release_value.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN open.city ON ((city.city_id = release_value.city_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN open.standing_status ON ((standing_status.status = release_value.status)))
     LEFT JOIN open.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)));

COMMENT ON VIEW open.metric_value_history IS 'The figure of each city in each metric, or why there is none. All releases.';

COMMENT ON COLUMN open.metric_value_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.metric_value_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.metric_value_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.metric_value_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.metric_value_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.metric_value_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.metric_value_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN open.metric_value_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN open.metric_value_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.metric_value_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.metric_value_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.metric_value_history.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN open.metric_value_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN open.metric_value_history.release IS 'The number of the release.';

COMMENT ON COLUMN open.metric_value_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN open.metric_value_history.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value_history.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value_history.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value_history.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value_history.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN open.metric_value_history.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN open.metric_value_history.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN open.metric_value_history.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN open.metric_value_history.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN open.metric_value_history.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN open.metric_value_history.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN open.metric_value_history.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE VIEW open.metric_value AS
 SELECT metric_value_history.metric,
    metric_value_history.city,
    metric_value_history.period,
    metric_value_history.period_start,
    metric_value_history.period_end,
    metric_value_history.breakdown,
    metric_value_history.value,
    metric_value_history.lower,
    metric_value_history.upper,
    metric_value_history.numerator,
    metric_value_history.denominator,
    metric_value_history.unit,
    metric_value_history.status,
    metric_value_history.release,
    metric_value_history.reason,
    metric_value_history.cost_basis,
    metric_value_history.accounting_basis,
    metric_value_history.overhead_method,
    metric_value_history.audit_status,
    metric_value_history.comparable_from,
    metric_value_history.real_value,
    metric_value_history.parity_value,
    metric_value_history.rolling_year,
    metric_value_history.unknown_share,
    metric_value_history.standard_error,
    metric_value_history.is_reliable,
    metric_value_history.target_gap
   FROM (open.metric_value_history
     JOIN open.release ON ((release.release_id = metric_value_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.metric_value IS 'The figure of each city in each metric, or why there is none. Newest release of each period.';

COMMENT ON COLUMN open.metric_value.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.metric_value.city IS 'The id of the city.';

COMMENT ON COLUMN open.metric_value.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.metric_value.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.metric_value.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.metric_value.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.metric_value.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN open.metric_value.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN open.metric_value.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.metric_value.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.metric_value.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.metric_value.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN open.metric_value.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN open.metric_value.release IS 'The number of the release.';

COMMENT ON COLUMN open.metric_value.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN open.metric_value.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN open.metric_value.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN open.metric_value.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN open.metric_value.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN open.metric_value.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN open.metric_value.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN open.metric_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN open.metric_value.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN open.metric_value.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE TABLE open.release_statistic (
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    coverage double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    contributors integer NOT NULL,
    not_reported integer NOT NULL,
    not_provided integer NOT NULL,
    not_taking_part integer NOT NULL,
    suppressed integer NOT NULL,
    unreliable integer NOT NULL,
    not_comparable integer NOT NULL,
    absolute_deviation double precision,
    over_dispersion double precision,
    variance_between double precision,
    median_change double precision,
    group_value_change double precision,
    rank_error double precision,
    panel_cities integer,
    deciles double precision[]
);

COMMENT ON TABLE open.release_statistic IS 'What each peer group looks like; owner 0 for a common group.';

COMMENT ON COLUMN open.release_statistic.absolute_deviation IS 'The median distance from the median.';

COMMENT ON COLUMN open.release_statistic.over_dispersion IS 'How much more figures differ than chance makes them; 1 for chance alone.';

COMMENT ON COLUMN open.release_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel.';

COMMENT ON COLUMN open.release_statistic.median_change IS 'The change of the median of those who stand in both periods.';

COMMENT ON COLUMN open.release_statistic.group_value_change IS 'The change of the ratio of totals of those who stand in both periods.';

COMMENT ON COLUMN open.release_statistic.rank_error IS 'The greatest Monte Carlo error of a limit that rank intervals rest on.';

COMMENT ON COLUMN open.release_statistic.panel_cities IS 'How many stand in both periods.';

COMMENT ON COLUMN open.release_statistic.deciles IS 'Nine of them; null below twenty contributors.';

CREATE VIEW open.peer_statistic_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    owner.city AS owner_city,
    release_statistic.contributors,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    release_statistic.absolute_deviation,
    release_statistic.deciles[1] AS decile_1,
    release_statistic.deciles[2] AS decile_2,
    release_statistic.deciles[3] AS decile_3,
    release_statistic.deciles[4] AS decile_4,
    release_statistic.deciles[5] AS decile_5,
    release_statistic.deciles[6] AS decile_6,
    release_statistic.deciles[7] AS decile_7,
    release_statistic.deciles[8] AS decile_8,
    release_statistic.deciles[9] AS decile_9,
    release_statistic.over_dispersion,
    release_statistic.variance_between,
    release_statistic.median_change,
    release_statistic.group_value_change,
    release_statistic.panel_cities,
    release_statistic.rank_error
   FROM (((((open.release_statistic
     JOIN open.release ON ((release.release_id = release_statistic.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_statistic.metric_id)))
     JOIN open.peer_group ON ((peer_group.peer_group_id = release_statistic.peer_group_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_statistic.breakdown_id)))
     LEFT JOIN open.city owner ON ((owner.city_id = release_statistic.owner_city_id)));

COMMENT ON VIEW open.peer_statistic_history IS 'What each peer group looks like in each metric. All releases.';

COMMENT ON COLUMN open.peer_statistic_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.peer_statistic_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.peer_statistic_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.peer_statistic_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.peer_statistic_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.peer_statistic_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.peer_statistic_history.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN open.peer_statistic_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN open.peer_statistic_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN open.peer_statistic_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN open.peer_statistic_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN open.peer_statistic_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.peer_statistic_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.peer_statistic_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN open.peer_statistic_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN open.peer_statistic_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN open.peer_statistic_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN open.peer_statistic_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN open.peer_statistic_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN open.peer_statistic_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN open.peer_statistic_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN open.peer_statistic_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN open.peer_statistic_history.release IS 'The number of the release.';

COMMENT ON COLUMN open.peer_statistic_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN open.peer_statistic_history.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN open.peer_statistic_history.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic_history.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN open.peer_statistic_history.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN open.peer_statistic_history.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN open.peer_statistic_history.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN open.peer_statistic_history.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN open.peer_statistic_history.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE VIEW open.peer_statistic AS
 SELECT peer_statistic_history.metric,
    peer_statistic_history.period,
    peer_statistic_history.period_start,
    peer_statistic_history.period_end,
    peer_statistic_history.breakdown,
    peer_statistic_history.peer_group,
    peer_statistic_history.owner_city,
    peer_statistic_history.contributors,
    peer_statistic_history.mean,
    peer_statistic_history.group_value,
    peer_statistic_history.median,
    peer_statistic_history.lower_quartile,
    peer_statistic_history.upper_quartile,
    peer_statistic_history.minimum,
    peer_statistic_history.maximum,
    peer_statistic_history.not_reported,
    peer_statistic_history.not_provided,
    peer_statistic_history.not_taking_part,
    peer_statistic_history.suppressed,
    peer_statistic_history.unreliable,
    peer_statistic_history.not_comparable,
    peer_statistic_history.coverage,
    peer_statistic_history.release,
    peer_statistic_history.standard_deviation,
    peer_statistic_history.absolute_deviation,
    peer_statistic_history.decile_1,
    peer_statistic_history.decile_2,
    peer_statistic_history.decile_3,
    peer_statistic_history.decile_4,
    peer_statistic_history.decile_5,
    peer_statistic_history.decile_6,
    peer_statistic_history.decile_7,
    peer_statistic_history.decile_8,
    peer_statistic_history.decile_9,
    peer_statistic_history.over_dispersion,
    peer_statistic_history.variance_between,
    peer_statistic_history.median_change,
    peer_statistic_history.group_value_change,
    peer_statistic_history.panel_cities,
    peer_statistic_history.rank_error
   FROM (open.peer_statistic_history
     JOIN open.release ON ((release.release_id = peer_statistic_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.peer_statistic IS 'What each peer group looks like in each metric. Newest release of each period.';

COMMENT ON COLUMN open.peer_statistic.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.peer_statistic.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.peer_statistic.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.peer_statistic.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.peer_statistic.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.peer_statistic.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.peer_statistic.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN open.peer_statistic.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN open.peer_statistic.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN open.peer_statistic.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN open.peer_statistic.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN open.peer_statistic.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.peer_statistic.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.peer_statistic.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN open.peer_statistic.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN open.peer_statistic.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN open.peer_statistic.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN open.peer_statistic.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN open.peer_statistic.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN open.peer_statistic.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN open.peer_statistic.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN open.peer_statistic.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN open.peer_statistic.release IS 'The number of the release.';

COMMENT ON COLUMN open.peer_statistic.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN open.peer_statistic.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN open.peer_statistic.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN open.peer_statistic.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN open.peer_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN open.peer_statistic.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN open.peer_statistic.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN open.peer_statistic.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN open.peer_statistic.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE TABLE open.release_price (
    index_value double precision NOT NULL,
    base_index_value double precision NOT NULL,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    series text NOT NULL,
    base_period text NOT NULL,
    vintage date NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE open.release_price IS 'The price index that put a metric''s figures into other prices: series, vintage and source.';

CREATE VIEW open.price_basis_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    release_price.series,
    release_price.base_period,
    release_price.index_value,
    release_price.base_index_value,
    release_price.vintage,
    release_price.source,
    release.release_id AS release
   FROM ((open.release_price
     JOIN open.release ON ((release.release_id = release_price.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_price.metric_id)));

COMMENT ON VIEW open.price_basis_history IS 'The price index that put the figures of a metric into other prices. All releases.';

COMMENT ON COLUMN open.price_basis_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.price_basis_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.price_basis_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.price_basis_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.price_basis_history.series IS 'The id of the price series.';

COMMENT ON COLUMN open.price_basis_history.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN open.price_basis_history.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN open.price_basis_history.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN open.price_basis_history.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN open.price_basis_history.source IS 'Where the index was published.';

COMMENT ON COLUMN open.price_basis_history.release IS 'The number of the release.';

CREATE VIEW open.price_basis AS
 SELECT price_basis_history.metric,
    price_basis_history.period,
    price_basis_history.period_start,
    price_basis_history.period_end,
    price_basis_history.series,
    price_basis_history.base_period,
    price_basis_history.index_value,
    price_basis_history.base_index_value,
    price_basis_history.vintage,
    price_basis_history.source,
    price_basis_history.release
   FROM (open.price_basis_history
     JOIN open.release ON ((release.release_id = price_basis_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.price_basis IS 'The price index that put the figures of a metric into other prices. Newest release of each period.';

COMMENT ON COLUMN open.price_basis.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.price_basis.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.price_basis.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.price_basis.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.price_basis.series IS 'The id of the price series.';

COMMENT ON COLUMN open.price_basis.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN open.price_basis.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN open.price_basis.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN open.price_basis.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN open.price_basis.source IS 'Where the index was published.';

COMMENT ON COLUMN open.price_basis.release IS 'The number of the release.';

CREATE TABLE open.release_recognition (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    share double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    level text NOT NULL,
    level_title text NOT NULL
);

COMMENT ON TABLE open.release_recognition IS 'The recognition of cities that reached a level.';

CREATE TABLE open.release_recognition_rule (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE open.release_recognition_rule IS 'Their points by rule.';

CREATE VIEW open.recognition_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    release_recognition.level,
    release_recognition.level_title,
    release_recognition.points,
    release_recognition.possible,
    release_recognition.share,
    release_recognition_rule.rule,
    release_recognition_rule.title AS rule_title,
    release_recognition_rule.points AS rule_points,
    release_recognition_rule.possible AS rule_possible,
    release.release_id AS release
   FROM (((open.release_recognition
     JOIN open.release_recognition_rule ON (((release_recognition_rule.release_id = release_recognition.release_id) AND (release_recognition_rule.city_id = release_recognition.city_id))))
     JOIN open.release ON ((release.release_id = release_recognition.release_id)))
     JOIN open.city ON ((city.city_id = release_recognition.city_id)));

COMMENT ON VIEW open.recognition_history IS 'The level of recognition of each city that reached one, with its points by rule. All releases.';

COMMENT ON COLUMN open.recognition_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.recognition_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.recognition_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.recognition_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.recognition_history.level IS 'The id of the level reached.';

COMMENT ON COLUMN open.recognition_history.level_title IS 'What the level is called.';

COMMENT ON COLUMN open.recognition_history.points IS 'The points given by all rules.';

COMMENT ON COLUMN open.recognition_history.possible IS 'The points that could be had.';

COMMENT ON COLUMN open.recognition_history.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN open.recognition_history.rule IS 'The id of a rule.';

COMMENT ON COLUMN open.recognition_history.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN open.recognition_history.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN open.recognition_history.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN open.recognition_history.release IS 'The number of the release.';

CREATE VIEW open.recognition AS
 SELECT recognition_history.city,
    recognition_history.period,
    recognition_history.period_start,
    recognition_history.period_end,
    recognition_history.level,
    recognition_history.level_title,
    recognition_history.points,
    recognition_history.possible,
    recognition_history.share,
    recognition_history.rule,
    recognition_history.rule_title,
    recognition_history.rule_points,
    recognition_history.rule_possible,
    recognition_history.release
   FROM (open.recognition_history
     JOIN open.release ON ((release.release_id = recognition_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.recognition IS 'The level of recognition of each city that reached one, with its points by rule. Newest release of each period.';

COMMENT ON COLUMN open.recognition.city IS 'The id of the city.';

COMMENT ON COLUMN open.recognition.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.recognition.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.recognition.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.recognition.level IS 'The id of the level reached.';

COMMENT ON COLUMN open.recognition.level_title IS 'What the level is called.';

COMMENT ON COLUMN open.recognition.points IS 'The points given by all rules.';

COMMENT ON COLUMN open.recognition.possible IS 'The points that could be had.';

COMMENT ON COLUMN open.recognition.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN open.recognition.rule IS 'The id of a rule.';

COMMENT ON COLUMN open.recognition.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN open.recognition.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN open.recognition.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN open.recognition.release IS 'The number of the release.';

CREATE TABLE open.release_digest (
    row_count bigint NOT NULL,
    release_id integer NOT NULL,
    table_name text NOT NULL,
    column_names text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE open.release_digest IS 'What each table of this schema held for a release when it was frozen: rows and digest.';

COMMENT ON COLUMN open.release_digest.column_names IS 'The columns that were digested, those of the key first; the release''s number and the texts of cells, which can be erased, are not.';

COMMENT ON COLUMN open.release_digest.digest IS 'SHA-256 over the rows in the order of these columns, each field as in PostgreSQL''s binary copy format.';

CREATE TABLE open.release_earlier (
    release_id integer NOT NULL,
    earlier_release_id integer NOT NULL,
    period_start date NOT NULL
);

COMMENT ON TABLE open.release_earlier IS 'The earlier releases of which trends and changes of groups are made.';

COMMENT ON COLUMN open.release_earlier.period_start IS 'The first day of the earlier period.';

CREATE TABLE open.release_metric (
    multiplier double precision NOT NULL,
    target_from double precision,
    target_to double precision,
    meaningful_difference double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    decimals smallint,
    is_difference_percent boolean,
    is_ratio boolean NOT NULL,
    polarity text NOT NULL,
    uncertainty text NOT NULL,
    formula text NOT NULL
);

COMMENT ON TABLE open.release_metric IS 'What each metric was in a release: what ranks and words are made by.';

COMMENT ON COLUMN open.release_metric.multiplier IS 'From numerator over denominator to the value.';

COMMENT ON COLUMN open.release_metric.target_from IS 'The lower end of the range aimed at; null without one.';

COMMENT ON COLUMN open.release_metric.meaningful_difference IS 'The smallest gap worth a word; null where none is declared.';

COMMENT ON COLUMN open.release_metric.decimals IS 'On how many decimals ties are judged; null for values as reported.';

COMMENT ON COLUMN open.release_metric.is_difference_percent IS 'Whether that is in per cent of what is compared with, else in the unit.';

COMMENT ON COLUMN open.release_metric.is_ratio IS 'Whether a group has a ratio of totals.';

CREATE TABLE open.release_response (
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    responded_on date NOT NULL,
    author text,
    response text NOT NULL,
    office text,
    CONSTRAINT release_response_names_nobody CHECK ((author IS NULL))
);

COMMENT ON TABLE open.release_response IS 'What cities say about their own figures in a release.';

COMMENT ON COLUMN open.release_response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN open.release_response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE TABLE open.release_trend (
    slope double precision,
    tau double precision,
    chi_square double precision,
    probability double precision,
    autocorrelation double precision,
    year_change double precision,
    year_change_lower double precision,
    year_change_upper double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    periods integer NOT NULL,
    method smallint,
    direction smallint,
    course smallint
);

COMMENT ON TABLE open.release_trend IS 'The course of each figure over the periods before.';

COMMENT ON COLUMN open.release_trend.slope IS 'The change a year, in the unit of the metric; null where there is no test.';

COMMENT ON COLUMN open.release_trend.year_change IS 'Less the figure of the same months a year before; null across a break.';

COMMENT ON COLUMN open.release_trend.year_change_lower IS 'The lower end of its 95 % interval; null where the figures have none.';

COMMENT ON COLUMN open.release_trend.periods IS 'How many periods without a break it is made of, this one included.';

COMMENT ON COLUMN open.release_trend.method IS '1 weighted slope of five years, 2 Mann and Kendall by season; null for none.';

COMMENT ON COLUMN open.release_trend.direction IS '1 rising, -1 falling, 0 no trend that may be told; null without a test.';

COMMENT ON COLUMN open.release_trend.course IS '1 improving, -1 worsening, 0 neither; null without a test or a good direction.';

CREATE TABLE open.release_uncertified (
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    service text NOT NULL
);

COMMENT ON TABLE open.release_uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made; a blank service is measures of none.';

CREATE VIEW open.response_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_response.response,
    release_response.author,
    release_response.responded_on,
    release.release_id AS release,
    release_response.office
   FROM ((((open.release_response
     JOIN open.release ON ((release.release_id = release_response.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_response.metric_id)))
     JOIN open.city ON ((city.city_id = release_response.city_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_response.breakdown_id)));

COMMENT ON VIEW open.response_history IS 'What cities say about their own figures. All releases.';

COMMENT ON COLUMN open.response_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.response_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.response_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.response_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.response_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.response_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.response_history.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN open.response_history.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN open.response_history.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN open.response_history.release IS 'The number of the release.';

COMMENT ON COLUMN open.response_history.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW open.response AS
 SELECT response_history.metric,
    response_history.city,
    response_history.period,
    response_history.period_start,
    response_history.period_end,
    response_history.breakdown,
    response_history.response,
    response_history.author,
    response_history.responded_on,
    response_history.release,
    response_history.office
   FROM (open.response_history
     JOIN open.release ON ((release.release_id = response_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.response IS 'What cities say about their own figures. Newest release of each period.';

COMMENT ON COLUMN open.response.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.response.city IS 'The id of the city.';

COMMENT ON COLUMN open.response.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.response.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.response.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.response.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.response.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN open.response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN open.response.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN open.response.release IS 'The number of the release.';

COMMENT ON COLUMN open.response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW open.standing_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    standing_status.word AS status,
    release_value.value,
    release_value.numerator,
    release_value.denominator,
    release_standing.includes_city,
    release_statistic.contributors,
    release_standing.ranked,
    release_standing.rank,
    release_standing.rank_worst,
    release_standing.rank_share,
    release_standing.percent_rank,
    (release_standing.quartile)::integer AS quartile,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    incomparable_reason.word AS reason,
    release_value.lower,
    release_value.upper,
    release_value.is_reliable,
    (release_value.value - release_statistic.median) AS gap_to_median,
    (release_value.value -
        CASE metric.polarity
            WHEN 'high_good'::text THEN release_statistic.upper_quartile
            WHEN 'low_good'::text THEN release_statistic.lower_quartile
            ELSE NULL::double precision
        END) AS gap_to_best_quartile,
    release_value.target_gap AS gap_to_target,
    ((release_value.value - release_statistic.mean) / NULLIF(release_statistic.standard_deviation, (0)::double precision)) AS z_score,
    ((release_value.value - release_statistic.median) / NULLIF(((1.4826)::double precision * release_statistic.absolute_deviation), (0)::double precision)) AS robust_z,
    release_standing.others_median,
    release_standing.others_group_value,
    release_standing.difference_error,
    release_standing.probability,
        CASE release_standing.verdict
            WHEN 1 THEN 'better'::text
            WHEN 2 THEN 'worse'::text
            WHEN 3 THEN 'about_level'::text
            WHEN 4 THEN 'not_distinguishable'::text
            ELSE NULL::text
        END AS verdict,
    release_standing.is_headline,
        CASE release_standing.funnel
            WHEN '-2'::integer THEN 'below_99_8'::text
            WHEN '-1'::integer THEN 'below_95'::text
            WHEN 0 THEN 'inside'::text
            WHEN 1 THEN 'above_95'::text
            WHEN 2 THEN 'above_99_8'::text
            ELSE NULL::text
        END AS funnel,
    release_standing.rank_lower,
    release_standing.rank_upper,
    release_standing.rank_lower_all,
    release_standing.rank_upper_all
   FROM (((((((((open.release_standing
     LEFT JOIN open.release_value ON (((release_value.metric_id = release_standing.metric_id) AND (release_value.release_id = release_standing.release_id) AND (release_value.city_id = release_standing.city_id) AND (release_value.breakdown_id = release_standing.breakdown_id))))
     LEFT JOIN open.release_statistic ON (((release_statistic.metric_id = release_standing.metric_id) AND (release_statistic.release_id = release_standing.release_id) AND (release_statistic.peer_group_id = release_standing.peer_group_id) AND (release_statistic.owner_city_id = release_standing.owner_city_id) AND (release_statistic.breakdown_id = release_standing.breakdown_id))))
     JOIN open.release ON ((release.release_id = release_standing.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN open.city ON ((city.city_id = release_standing.city_id)))
     LEFT JOIN open.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     LEFT JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
     LEFT JOIN open.standing_status ON ((standing_status.status = COALESCE(release_standing.status, release_value.status))))
     LEFT JOIN open.incomparable_reason ON ((incomparable_reason.reason = COALESCE(release_standing.reason, release_value.reason))));

COMMENT ON VIEW open.standing_history IS 'The place of each city in each of its peer groups. All releases.';

COMMENT ON COLUMN open.standing_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.standing_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.standing_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.standing_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.standing_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.standing_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.standing_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.standing_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN open.standing_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN open.standing_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.standing_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.standing_history.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN open.standing_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN open.standing_history.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN open.standing_history.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN open.standing_history.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN open.standing_history.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN open.standing_history.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN open.standing_history.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN open.standing_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN open.standing_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN open.standing_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN open.standing_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.standing_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.standing_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN open.standing_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN open.standing_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN open.standing_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN open.standing_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN open.standing_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN open.standing_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN open.standing_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN open.standing_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN open.standing_history.release IS 'The number of the release.';

COMMENT ON COLUMN open.standing_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN open.standing_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN open.standing_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.standing_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.standing_history.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN open.standing_history.gap_to_median IS 'value - median.';

COMMENT ON COLUMN open.standing_history.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN open.standing_history.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN open.standing_history.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN open.standing_history.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN open.standing_history.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN open.standing_history.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN open.standing_history.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN open.standing_history.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN open.standing_history.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN open.standing_history.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN open.standing_history.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN open.standing_history.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN open.standing_history.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN open.standing_history.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN open.standing_history.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW open.standing AS
 SELECT standing_history.metric,
    standing_history.city,
    standing_history.period,
    standing_history.period_start,
    standing_history.period_end,
    standing_history.breakdown,
    standing_history.peer_group,
    standing_history.status,
    standing_history.value,
    standing_history.numerator,
    standing_history.denominator,
    standing_history.includes_city,
    standing_history.contributors,
    standing_history.ranked,
    standing_history.rank,
    standing_history.rank_worst,
    standing_history.rank_share,
    standing_history.percent_rank,
    standing_history.quartile,
    standing_history.mean,
    standing_history.group_value,
    standing_history.median,
    standing_history.lower_quartile,
    standing_history.upper_quartile,
    standing_history.minimum,
    standing_history.maximum,
    standing_history.not_reported,
    standing_history.not_provided,
    standing_history.not_taking_part,
    standing_history.suppressed,
    standing_history.unreliable,
    standing_history.not_comparable,
    standing_history.coverage,
    standing_history.release,
    standing_history.standard_deviation,
    standing_history.reason,
    standing_history.lower,
    standing_history.upper,
    standing_history.is_reliable,
    standing_history.gap_to_median,
    standing_history.gap_to_best_quartile,
    standing_history.gap_to_target,
    standing_history.z_score,
    standing_history.robust_z,
    standing_history.others_median,
    standing_history.others_group_value,
    standing_history.difference_error,
    standing_history.probability,
    standing_history.verdict,
    standing_history.is_headline,
    standing_history.funnel,
    standing_history.rank_lower,
    standing_history.rank_upper,
    standing_history.rank_lower_all,
    standing_history.rank_upper_all
   FROM (open.standing_history
     JOIN open.release ON ((release.release_id = standing_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.standing IS 'The place of each city in each of its peer groups. Newest release of each period.';

COMMENT ON COLUMN open.standing.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.standing.city IS 'The id of the city.';

COMMENT ON COLUMN open.standing.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.standing.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.standing.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.standing.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.standing.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.standing.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN open.standing.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN open.standing.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.standing.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN open.standing.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN open.standing.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN open.standing.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN open.standing.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN open.standing.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN open.standing.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN open.standing.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN open.standing.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN open.standing.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN open.standing.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN open.standing.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN open.standing.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.standing.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN open.standing.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN open.standing.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN open.standing.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN open.standing.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN open.standing.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN open.standing.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN open.standing.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN open.standing.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN open.standing.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN open.standing.release IS 'The number of the release.';

COMMENT ON COLUMN open.standing.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN open.standing.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN open.standing.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.standing.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN open.standing.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN open.standing.gap_to_median IS 'value - median.';

COMMENT ON COLUMN open.standing.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN open.standing.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN open.standing.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN open.standing.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN open.standing.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN open.standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN open.standing.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN open.standing.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN open.standing.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN open.standing.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN open.standing.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN open.standing.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN open.standing.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN open.standing.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN open.standing.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW open.standing_trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
        CASE release_standing.verdict
            WHEN 1 THEN 'better_and_improving'::text
            ELSE 'worse_and_worsening'::text
        END AS list,
    release_value.value,
    release_standing.others_median,
    release_trend.slope,
    release_standing.is_headline,
    release.release_id AS release
   FROM (((((((open.release_trend
     JOIN open.release_standing ON (((release_standing.metric_id = release_trend.metric_id) AND (release_standing.release_id = release_trend.release_id) AND (release_standing.city_id = release_trend.city_id) AND (release_standing.breakdown_id = release_trend.breakdown_id))))
     JOIN open.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN open.release ON ((release.release_id = release_trend.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN open.city ON ((city.city_id = release_trend.city_id)))
     JOIN open.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)))
  WHERE (((release_standing.verdict = 1) AND (release_trend.course = 1)) OR ((release_standing.verdict = 2) AND (release_trend.course = '-1'::integer)));

COMMENT ON VIEW open.standing_trend_history IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. All releases.';

COMMENT ON COLUMN open.standing_trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.standing_trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.standing_trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.standing_trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.standing_trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.standing_trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.standing_trend_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.standing_trend_history.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN open.standing_trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN open.standing_trend_history.others_median IS 'The median of the others.';

COMMENT ON COLUMN open.standing_trend_history.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN open.standing_trend_history.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN open.standing_trend_history.release IS 'The number of the release.';

CREATE VIEW open.standing_trend AS
 SELECT standing_trend_history.metric,
    standing_trend_history.city,
    standing_trend_history.period,
    standing_trend_history.period_start,
    standing_trend_history.period_end,
    standing_trend_history.breakdown,
    standing_trend_history.peer_group,
    standing_trend_history.list,
    standing_trend_history.value,
    standing_trend_history.others_median,
    standing_trend_history.slope,
    standing_trend_history.is_headline,
    standing_trend_history.release
   FROM (open.standing_trend_history
     JOIN open.release ON ((release.release_id = standing_trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.standing_trend IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. Newest release of each period.';

COMMENT ON COLUMN open.standing_trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.standing_trend.city IS 'The id of the city.';

COMMENT ON COLUMN open.standing_trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.standing_trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.standing_trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.standing_trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.standing_trend.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN open.standing_trend.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN open.standing_trend.value IS 'The figure of the period.';

COMMENT ON COLUMN open.standing_trend.others_median IS 'The median of the others.';

COMMENT ON COLUMN open.standing_trend.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN open.standing_trend.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN open.standing_trend.release IS 'The number of the release.';

CREATE VIEW open.trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_trend.periods,
        CASE release_trend.method
            WHEN 1 THEN 'annual'::text
            WHEN 2 THEN 'seasonal'::text
            ELSE NULL::text
        END AS method,
    release_trend.slope,
        CASE release_trend.direction
            WHEN 1 THEN 'rising'::text
            WHEN '-1'::integer THEN 'falling'::text
            WHEN 0 THEN 'no_trend'::text
            ELSE NULL::text
        END AS direction,
        CASE release_trend.course
            WHEN 1 THEN 'improving'::text
            WHEN '-1'::integer THEN 'worsening'::text
            WHEN 0 THEN 'neither'::text
            ELSE NULL::text
        END AS course,
    release_trend.probability,
    release_trend.chi_square,
    release_trend.tau,
    release_trend.autocorrelation,
    release_trend.year_change,
    release_trend.year_change_lower,
    release_trend.year_change_upper,
    release.release_id AS release
   FROM (((((open.release_trend
     JOIN open.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN open.release ON ((release.release_id = release_trend.release_id)))
     JOIN open.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN open.city ON ((city.city_id = release_trend.city_id)))
     JOIN open.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)));

COMMENT ON VIEW open.trend_history IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. All releases.';

COMMENT ON COLUMN open.trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN open.trend_history.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN open.trend_history.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN open.trend_history.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN open.trend_history.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN open.trend_history.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN open.trend_history.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN open.trend_history.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN open.trend_history.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN open.trend_history.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN open.trend_history.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN open.trend_history.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN open.trend_history.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN open.trend_history.release IS 'The number of the release.';

CREATE VIEW open.trend AS
 SELECT trend_history.metric,
    trend_history.city,
    trend_history.period,
    trend_history.period_start,
    trend_history.period_end,
    trend_history.breakdown,
    trend_history.value,
    trend_history.periods,
    trend_history.method,
    trend_history.slope,
    trend_history.direction,
    trend_history.course,
    trend_history.probability,
    trend_history.chi_square,
    trend_history.tau,
    trend_history.autocorrelation,
    trend_history.year_change,
    trend_history.year_change_lower,
    trend_history.year_change_upper,
    trend_history.release
   FROM (open.trend_history
     JOIN open.release ON ((release.release_id = trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.trend IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. Newest release of each period.';

COMMENT ON COLUMN open.trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN open.trend.city IS 'The id of the city.';

COMMENT ON COLUMN open.trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN open.trend.value IS 'The figure of the period.';

COMMENT ON COLUMN open.trend.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN open.trend.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN open.trend.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN open.trend.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN open.trend.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN open.trend.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN open.trend.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN open.trend.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN open.trend.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN open.trend.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN open.trend.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN open.trend.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN open.trend.release IS 'The number of the release.';

CREATE VIEW open.uncertified_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    NULLIF(release_uncertified.service, ''::text) AS service,
    release.release_id AS release
   FROM ((open.release_uncertified
     JOIN open.release ON ((release.release_id = release_uncertified.release_id)))
     JOIN open.city ON ((city.city_id = release_uncertified.city_id)));

COMMENT ON VIEW open.uncertified_history IS 'Services whose figures their city had not certified when a final or corrected release was made. All releases.';

COMMENT ON COLUMN open.uncertified_history.city IS 'The id of the city.';

COMMENT ON COLUMN open.uncertified_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.uncertified_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.uncertified_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.uncertified_history.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN open.uncertified_history.release IS 'The number of the release.';

CREATE VIEW open.uncertified AS
 SELECT uncertified_history.city,
    uncertified_history.period,
    uncertified_history.period_start,
    uncertified_history.period_end,
    uncertified_history.service,
    uncertified_history.release
   FROM (open.uncertified_history
     JOIN open.release ON ((release.release_id = uncertified_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW open.uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made. Newest release of each period.';

COMMENT ON COLUMN open.uncertified.city IS 'The id of the city.';

COMMENT ON COLUMN open.uncertified.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN open.uncertified.period_start IS 'The first day of the period.';

COMMENT ON COLUMN open.uncertified.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN open.uncertified.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN open.uncertified.release IS 'The number of the release.';

CREATE TABLE preview.breakdown_value (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    list text,
    list_title text,
    is_unknown boolean DEFAULT false NOT NULL,
    is_reference boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

COMMENT ON TABLE preview.breakdown_value IS 'Groups of breakdowns that stand in a release.';

CREATE VIEW preview.breakdown AS
 SELECT breakdown_value.breakdown,
    breakdown_value.title,
    breakdown_value.list,
    breakdown_value.list_title,
    breakdown_value."position",
    breakdown_value.is_unknown,
    breakdown_value.is_reference
   FROM preview.breakdown_value;

COMMENT ON VIEW preview.breakdown IS 'The groups that figures are broken down by.';

COMMENT ON COLUMN preview.breakdown.breakdown IS 'The id of the group; total for all.';

COMMENT ON COLUMN preview.breakdown.title IS 'What it is called.';

COMMENT ON COLUMN preview.breakdown.list IS 'The breakdown it belongs to, such as age-band; null for the total.';

COMMENT ON COLUMN preview.breakdown.list_title IS 'What that breakdown is called.';

COMMENT ON COLUMN preview.breakdown."position" IS 'Its place in the list.';

COMMENT ON COLUMN preview.breakdown.is_unknown IS 'Whether it holds those whose group is not known.';

COMMENT ON COLUMN preview.breakdown.is_reference IS 'Whether the other groups of the list are compared with it.';

CREATE TABLE preview.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL
);

COMMENT ON TABLE preview.city IS 'Cities that stand in a release.';

CREATE TABLE preview.registry_change (
    change_date date NOT NULL,
    city_id integer NOT NULL,
    becomes_city_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    new_name text NOT NULL,
    share double precision
);

COMMENT ON TABLE preview.registry_change IS 'What became of cities, and what they were called before.';

COMMENT ON COLUMN preview.registry_change.change_date IS 'The first day on which it holds.';

COMMENT ON COLUMN preview.registry_change.becomes_city_id IS 'The city that it became, or that left it; itself where it was renamed.';

COMMENT ON COLUMN preview.registry_change.kind IS 'renamed, merger, absorption, division or separation.';

COMMENT ON COLUMN preview.registry_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN preview.registry_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN preview.registry_change.share IS 'The part (0 to 1) of the residents that went over; null when not known.';

CREATE VIEW preview.city_change AS
 SELECT city.city,
    successor.city AS becomes,
    registry_change.kind,
    registry_change.change_date,
    registry_change.name,
    registry_change.new_name,
    registry_change.share
   FROM ((preview.registry_change
     JOIN preview.city ON ((city.city_id = registry_change.city_id)))
     JOIN preview.city successor ON ((successor.city_id = registry_change.becomes_city_id)));

COMMENT ON VIEW preview.city_change IS 'Which city followed which and when, and what cities were called before. Periods before the day keep the old cities.';

COMMENT ON COLUMN preview.city_change.city IS 'The id of the city that changed.';

COMMENT ON COLUMN preview.city_change.becomes IS 'The id of the city that it became, or that left it; its own where it was renamed.';

COMMENT ON COLUMN preview.city_change.kind IS 'renamed; merger (it ended in a new city, with others), absorption (it ended in one that was there), division (it ended in several new ones), separation (it goes on, a part is a new city).';

COMMENT ON COLUMN preview.city_change.change_date IS 'The first day on which it holds; the cities of a period are those of its first day.';

COMMENT ON COLUMN preview.city_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN preview.city_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN preview.city_change.share IS 'The part (0 to 1) of its residents that went over; null when not known.';

CREATE TABLE preview.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL
);

COMMENT ON TABLE preview.metric IS 'Metrics that stand in a release.';

CREATE TABLE preview.metric_definition_change (
    metric_id integer NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    version text NOT NULL,
    change_date date NOT NULL,
    what text NOT NULL,
    is_comparable boolean NOT NULL,
    is_restated boolean NOT NULL,
    is_correction boolean NOT NULL
);

COMMENT ON TABLE preview.metric_definition_change IS 'Dated changes that touch a metric: its own and those of its measures.';

CREATE VIEW preview.definition_change AS
 SELECT metric.metric,
    metric_definition_change.subject,
    metric_definition_change.id,
    metric_definition_change.version,
    metric_definition_change.change_date,
    metric_definition_change.what,
    metric_definition_change.is_comparable,
    metric_definition_change.is_restated,
    metric_definition_change.is_correction,
    ((NOT metric_definition_change.is_comparable) AND (NOT metric_definition_change.is_restated)) AS is_break
   FROM (preview.metric_definition_change
     JOIN preview.metric ON ((metric.metric_id = metric_definition_change.metric_id)));

COMMENT ON VIEW preview.definition_change IS 'Changes of definitions that touch a metric: its own and those of its measures.';

COMMENT ON COLUMN preview.definition_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.definition_change.subject IS 'What changed: metric or measure.';

COMMENT ON COLUMN preview.definition_change.id IS 'The id of what changed.';

COMMENT ON COLUMN preview.definition_change.version IS 'The version of the standard that brought it.';

COMMENT ON COLUMN preview.definition_change.change_date IS 'The first day measured in the new way.';

COMMENT ON COLUMN preview.definition_change.what IS 'What is different, in a sentence.';

COMMENT ON COLUMN preview.definition_change.is_comparable IS 'Whether figures before and after compare all the same.';

COMMENT ON COLUMN preview.definition_change.is_restated IS 'Whether earlier values were worked out anew.';

COMMENT ON COLUMN preview.definition_change.is_correction IS 'Whether it mends a mistake.';

COMMENT ON COLUMN preview.definition_change.is_break IS 'Whether the series has a gap here that no comparison crosses.';

CREATE TABLE preview.incomparable_reason (
    reason smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE preview.incomparable_reason IS 'Why a figure stands in a comparison without being compared.';

CREATE TABLE preview.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE preview.peer_group IS 'Peer groups that stand in a release.';

CREATE TABLE preview.release (
    release_id integer NOT NULL,
    period text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    kind text NOT NULL,
    standard text NOT NULL,
    standard_version text NOT NULL,
    input_digest text,
    last_submission_id bigint NOT NULL,
    data_received_at timestamp with time zone,
    is_newest boolean NOT NULL,
    visibility text DEFAULT 'member'::text NOT NULL,
    embargo_until timestamp with time zone,
    released_at timestamp with time zone,
    published_at timestamp with time zone,
    reason text,
    content_digest text,
    standard_digest text,
    known_submission_id bigint,
    known_event bigint,
    known_explanation_id bigint,
    rank_draws integer,
    rank_seed bigint
);

COMMENT ON TABLE preview.release IS 'Frozen, numbered sets of comparisons, one a period and change of input.';

COMMENT ON COLUMN preview.release.kind IS 'provisional, final, or corrected: the first after a final one whose input changed, and those that follow.';

COMMENT ON COLUMN preview.release.input_digest IS 'SHA-256 over all that the release was computed from; null in schema open, since it covers what was not released.';

COMMENT ON COLUMN preview.release.last_submission_id IS 'The last submission counted.';

COMMENT ON COLUMN preview.release.data_received_at IS 'When the newest submission used was received.';

COMMENT ON COLUMN preview.release.visibility IS 'Who it is for: preview (operators), member, open (the public).';

COMMENT ON COLUMN preview.release.embargo_until IS 'Nobody but operators sees it before; null for no embargo.';

COMMENT ON COLUMN preview.release.released_at IS 'When it was computed and frozen; null for releases of program versions that did not note it.';

COMMENT ON COLUMN preview.release.published_at IS 'When members came to see it; null while they do not.';

COMMENT ON COLUMN preview.release.reason IS 'Why it was made, in the words that the correction log shows; null where nobody said.';

COMMENT ON COLUMN preview.release.content_digest IS 'SHA-256 over the digests of its tables in this schema, without that of services that nobody certified; null for releases of older program versions.';

COMMENT ON COLUMN preview.release.standard_digest IS 'SHA-256 over the files of the standard, as in warehouse.standard_version.';

COMMENT ON COLUMN preview.release.known_submission_id IS 'The last submission that was stored when it was computed.';

COMMENT ON COLUMN preview.release.known_event IS 'The position of the last withdrawal or undoing at that time; 0 for none.';

COMMENT ON COLUMN preview.release.known_explanation_id IS 'The last explanation at that time; 0 for none.';

COMMENT ON COLUMN preview.release.rank_draws IS 'How many draws rank intervals are made of; 0 where there are none; null for releases of older program versions.';

COMMENT ON COLUMN preview.release.rank_seed IS 'The seed of the draws.';

CREATE TABLE preview.release_peer (
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    city_id integer NOT NULL
);

COMMENT ON TABLE preview.release_peer IS 'Who was compared with whom; owner 0 for a common group.';

CREATE TABLE preview.release_standing (
    rank_share double precision,
    percent_rank double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    ranked integer NOT NULL,
    rank integer,
    rank_worst integer,
    quartile smallint,
    includes_city boolean NOT NULL,
    status smallint,
    reason smallint,
    others_median double precision,
    others_group_value double precision,
    difference_error double precision,
    probability double precision,
    rank_lower integer,
    rank_upper integer,
    rank_lower_all integer,
    rank_upper_all integer,
    verdict smallint,
    funnel smallint,
    is_headline boolean,
    indistinct bit varying
);

COMMENT ON TABLE preview.release_standing IS 'The place of each city in each of its peer groups.';

COMMENT ON COLUMN preview.release_standing.status IS 'Where the group judges otherwise than the figure''s own status; null: as the figure.';

COMMENT ON COLUMN preview.release_standing.reason IS 'The reason of that status.';

COMMENT ON COLUMN preview.release_standing.others_median IS 'The median of the others, the city left out.';

COMMENT ON COLUMN preview.release_standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN preview.release_standing.difference_error IS 'The standard error of the figure less that median.';

COMMENT ON COLUMN preview.release_standing.probability IS 'What chance alone gives for a difference as large.';

COMMENT ON COLUMN preview.release_standing.rank_lower IS 'The best rank that the data allow it.';

COMMENT ON COLUMN preview.release_standing.rank_lower_all IS 'The same, for all cities of the group at once.';

COMMENT ON COLUMN preview.release_standing.verdict IS '1 better, 2 worse, 3 about level, 4 not distinguishable; null where nothing may be said.';

COMMENT ON COLUMN preview.release_standing.funnel IS 'Beyond the limits of 99.8 % (-2 below, 2 above) or 95 % (-1, 1), or inside (0).';

COMMENT ON COLUMN preview.release_standing.is_headline IS 'Whether the verdict may be a headline among all of the city''s.';

COMMENT ON COLUMN preview.release_standing.indistinct IS 'One bit a member of the group, by city number: 1 where the two cannot be told apart.';

CREATE VIEW preview.indistinct_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    other.city AS other_city,
    release.release_id AS release
   FROM (((((((preview.release_standing
     JOIN ( SELECT release_peer.release_id,
            release_peer.peer_group_id,
            release_peer.owner_city_id,
            release_peer.city_id,
            row_number() OVER (PARTITION BY release_peer.release_id, release_peer.peer_group_id, release_peer.owner_city_id ORDER BY release_peer.city_id) AS place
           FROM preview.release_peer) peer ON (((peer.release_id = release_standing.release_id) AND (peer.peer_group_id = release_standing.peer_group_id) AND (peer.owner_city_id = release_standing.owner_city_id) AND (peer.city_id <> release_standing.city_id))))
     JOIN preview.release ON ((release.release_id = release_standing.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN preview.city ON ((city.city_id = release_standing.city_id)))
     JOIN preview.city other ON ((other.city_id = peer.city_id)))
     JOIN preview.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
  WHERE
        CASE
            WHEN (peer.place <= length((release_standing.indistinct)::"bit")) THEN (get_bit((release_standing.indistinct)::"bit", ((peer.place)::integer - 1)) = 1)
            ELSE false
        END;

COMMENT ON VIEW preview.indistinct_history IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. All releases.';

COMMENT ON COLUMN preview.indistinct_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.indistinct_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.indistinct_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.indistinct_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.indistinct_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.indistinct_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.indistinct_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.indistinct_history.other_city IS 'The id of the other city.';

COMMENT ON COLUMN preview.indistinct_history.release IS 'The number of the release.';

CREATE VIEW preview.indistinct AS
 SELECT indistinct_history.metric,
    indistinct_history.city,
    indistinct_history.period,
    indistinct_history.period_start,
    indistinct_history.period_end,
    indistinct_history.breakdown,
    indistinct_history.peer_group,
    indistinct_history.other_city,
    indistinct_history.release
   FROM (preview.indistinct_history
     JOIN preview.release ON ((release.release_id = indistinct_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.indistinct IS 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. Newest release of each period.';

COMMENT ON COLUMN preview.indistinct.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.indistinct.city IS 'The id of the city.';

COMMENT ON COLUMN preview.indistinct.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.indistinct.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.indistinct.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.indistinct.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.indistinct.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.indistinct.other_city IS 'The id of the other city.';

COMMENT ON COLUMN preview.indistinct.release IS 'The number of the release.';

CREATE TABLE preview.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL
);

COMMENT ON TABLE preview.measure IS 'Measures that stand in the lineage of a release.';

CREATE TABLE preview.release_lineage (
    submission_id bigint NOT NULL,
    measure_value double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    measure_id integer NOT NULL,
    source_row integer NOT NULL,
    source_column smallint NOT NULL,
    measure_period text NOT NULL,
    raw_text text,
    measure_breakdown_id integer DEFAULT 0 NOT NULL,
    row_count bigint,
    row_digest bigint,
    filter text,
    explanation text,
    explained_by text
);

COMMENT ON TABLE preview.release_lineage IS 'The observations behind each figure.';

COMMENT ON COLUMN preview.release_lineage.submission_id IS '0 for what came from the consortium folder.';

COMMENT ON COLUMN preview.release_lineage.measure_breakdown_id IS 'The group of the contributing value, which differs from the figure''s where a figure is made of groups.';

COMMENT ON COLUMN preview.release_lineage.row_count IS 'How many rows an aggregate was made of; null for a cell.';

COMMENT ON COLUMN preview.release_lineage.row_digest IS 'The digest of these rows; null for a cell, and in schema open.';

COMMENT ON COLUMN preview.release_lineage.filter IS 'Which rows these are, in words; null for a cell.';

COMMENT ON COLUMN preview.release_lineage.explanation IS 'What the city said about this value and lets be published; null for nothing.';

COMMENT ON COLUMN preview.release_lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

CREATE TABLE preview.submission (
    submission_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    file text,
    mapping text NOT NULL,
    standard_version text NOT NULL,
    digest text,
    part_first_row integer[] DEFAULT '{}'::integer[] NOT NULL,
    part_member text[] DEFAULT '{}'::text[] NOT NULL,
    part_sheet text[] DEFAULT '{}'::text[] NOT NULL,
    vintage text
);

COMMENT ON TABLE preview.submission IS 'Submissions that stand in the lineage of a release.';

COMMENT ON COLUMN preview.submission.file IS 'The path of the file as it was sent; null in schema open, which names no files.';

COMMENT ON COLUMN preview.submission.digest IS 'SHA-256 of the file; null in schema open: who knows all of a file but one figure could try that.';

COMMENT ON COLUMN preview.submission.part_first_row IS 'For each table, how many rows the tables before it have; empty for a text file.';

COMMENT ON COLUMN preview.submission.part_member IS 'For each table, its file in the archive or folder; null where there is none. Empty in schema open.';

COMMENT ON COLUMN preview.submission.part_sheet IS 'For each table, its sheet; null where it is no workbook. Empty in schema open.';

COMMENT ON COLUMN preview.submission.vintage IS 'The edition of their source that its figures are of; null where nobody said.';

CREATE VIEW preview.lineage_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release.release_id AS release,
    measure.measure,
    release_lineage.measure_period,
    release_lineage.measure_value,
    NULLIF(release_lineage.submission_id, 0) AS submission,
    to_char((submission.received_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS received_at,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'services.csv'::text
            ELSE (submission.file || COALESCE(('/'::text || submission.part_member[place.part]), ''::text))
        END AS file,
    submission.part_sheet[place.part] AS sheet,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN (NULLIF(release_lineage.source_row, 0) - COALESCE(submission.part_first_row[place.part], 0))
            ELSE NULL::integer
        END AS source_row,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN NULLIF((release_lineage.source_column)::integer, 0)
            ELSE NULL::integer
        END AS source_column,
        CASE
            WHEN (release_lineage.row_count IS NULL) THEN COALESCE(release_lineage.raw_text, (release_lineage.measure_value)::text)
            ELSE NULL::text
        END AS raw_text,
    release_lineage.row_count,
    release_lineage.filter,
    COALESCE(lpad(to_hex(release_lineage.row_digest), 16, '0'::text), submission.digest) AS digest,
        CASE
            WHEN (release_lineage.submission_id = 0) THEN 'population-served'::text
            WHEN (release_lineage.row_count IS NOT NULL) THEN 'aggregate'::text
            ELSE 'cell'::text
        END AS rule,
    submission.mapping,
    submission.standard_version,
        CASE
            WHEN (release_lineage.measure_breakdown_id = release_lineage.breakdown_id) THEN breakdown_value.breakdown
            ELSE ( SELECT measured.breakdown
               FROM preview.breakdown_value measured
              WHERE (measured.breakdown_id = release_lineage.measure_breakdown_id))
        END AS measure_breakdown,
    release_lineage.explanation,
    release_lineage.explained_by,
    submission.vintage
   FROM (((((((preview.release_lineage
     JOIN preview.release ON ((release.release_id = release_lineage.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_lineage.metric_id)))
     JOIN preview.city ON ((city.city_id = release_lineage.city_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_lineage.breakdown_id)))
     JOIN preview.measure ON ((measure.measure_id = release_lineage.measure_id)))
     LEFT JOIN preview.submission ON ((submission.submission_id = release_lineage.submission_id)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (release_lineage.row_count IS NULL) THEN width_bucket((release_lineage.source_row - 1), submission.part_first_row)
                    WHEN (cardinality(submission.part_first_row) = 1) THEN 1
                    ELSE NULL::integer
                END AS part) place);

COMMENT ON VIEW preview.lineage_history IS 'From any released figure to the file, line and column it came from. All releases.';

COMMENT ON COLUMN preview.lineage_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.lineage_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.lineage_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.lineage_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.lineage_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.lineage_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.lineage_history.release IS 'The number of the release.';

COMMENT ON COLUMN preview.lineage_history.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN preview.lineage_history.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN preview.lineage_history.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN preview.lineage_history.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN preview.lineage_history.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN preview.lineage_history.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN preview.lineage_history.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN preview.lineage_history.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN preview.lineage_history.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN preview.lineage_history.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN preview.lineage_history.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN preview.lineage_history.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN preview.lineage_history.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN preview.lineage_history.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN preview.lineage_history.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN preview.lineage_history.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN preview.lineage_history.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN preview.lineage_history.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN preview.lineage_history.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN preview.lineage_history.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE VIEW preview.lineage AS
 SELECT lineage_history.metric,
    lineage_history.city,
    lineage_history.period,
    lineage_history.period_start,
    lineage_history.period_end,
    lineage_history.breakdown,
    lineage_history.release,
    lineage_history.measure,
    lineage_history.measure_period,
    lineage_history.measure_value,
    lineage_history.submission,
    lineage_history.received_at,
    lineage_history.file,
    lineage_history.sheet,
    lineage_history.source_row,
    lineage_history.source_column,
    lineage_history.raw_text,
    lineage_history.row_count,
    lineage_history.filter,
    lineage_history.digest,
    lineage_history.rule,
    lineage_history.mapping,
    lineage_history.standard_version,
    lineage_history.measure_breakdown,
    lineage_history.explanation,
    lineage_history.explained_by,
    lineage_history.vintage
   FROM preview.lineage_history
  WHERE (lineage_history.release = ANY (ARRAY( SELECT release.release_id
           FROM preview.release
          WHERE release.is_newest)));

COMMENT ON VIEW preview.lineage IS 'From any released figure to the file, line and column it came from. Newest release of each period.';

COMMENT ON COLUMN preview.lineage.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.lineage.city IS 'The id of the city.';

COMMENT ON COLUMN preview.lineage.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.lineage.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.lineage.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.lineage.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.lineage.release IS 'The number of the release.';

COMMENT ON COLUMN preview.lineage.measure IS 'The measure that contributed, domain/name.';

COMMENT ON COLUMN preview.lineage.measure_period IS 'The period of the contributing value, which may differ for a stock denominator.';

COMMENT ON COLUMN preview.lineage.measure_value IS 'The contributing value, in the unit of the measure.';

COMMENT ON COLUMN preview.lineage.submission IS 'The number of the submission that brought it; null for what came from the consortium folder.';

COMMENT ON COLUMN preview.lineage.received_at IS 'When that submission was received, ISO 8601 in UTC.';

COMMENT ON COLUMN preview.lineage.file IS 'The file as it was sent, with the path in it where it is an archive or a folder; or the file of the consortium folder. Null in schema open for what was sent.';

COMMENT ON COLUMN preview.lineage.sheet IS 'The sheet of a workbook; null for text files, for an aggregate of several sheets, and in schema open.';

COMMENT ON COLUMN preview.lineage.source_row IS 'The line or row of the cell in its file and sheet, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN preview.lineage.source_column IS 'The column of the cell, from 1; null for an aggregate and for the consortium folder.';

COMMENT ON COLUMN preview.lineage.raw_text IS 'The text of the cell; null for an aggregate.';

COMMENT ON COLUMN preview.lineage.row_count IS 'How many rows an aggregate is made of; null for a cell.';

COMMENT ON COLUMN preview.lineage.filter IS 'Which rows an aggregate is made of and what was done with them, in words; null for a cell.';

COMMENT ON COLUMN preview.lineage.digest IS 'SHA-256 of the file, in hexadecimal; for an aggregate the 64-bit FNV-1a digest of its rows. Null in schema open.';

COMMENT ON COLUMN preview.lineage.rule IS 'How the value was taken: cell, aggregate (of many rows), or population-served (services.csv).';

COMMENT ON COLUMN preview.lineage.mapping IS 'The mapping that read the file.';

COMMENT ON COLUMN preview.lineage.standard_version IS 'The version of the standard under which it was loaded.';

COMMENT ON COLUMN preview.lineage.measure_breakdown IS 'The group of the contributing value: the figure''s own, unless the figure is made of several groups.';

COMMENT ON COLUMN preview.lineage.explanation IS 'What the city said about the value and lets be published; null for nothing.';

COMMENT ON COLUMN preview.lineage.explained_by IS 'Who said it; null in schema open, which names no people.';

COMMENT ON COLUMN preview.lineage.vintage IS 'The edition of its source that the file is of, such as that of a population estimate; null where its mapping names none.';

CREATE TABLE preview.release_value (
    value double precision,
    numerator double precision,
    denominator double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    status smallint NOT NULL,
    real_value double precision,
    parity_value double precision,
    rolling_value double precision,
    unknown_share double precision,
    comparable_from date,
    reason smallint,
    basis smallint DEFAULT 0 NOT NULL,
    lower double precision,
    upper double precision,
    standard_error double precision,
    rank_key double precision,
    target_gap double precision,
    provision_mode smallint,
    is_reliable boolean
);

COMMENT ON TABLE preview.release_value IS 'The figure of each city, or why there is none.';

COMMENT ON COLUMN preview.release_value.real_value IS 'The figure in prices of the series'' base period.';

COMMENT ON COLUMN preview.release_value.parity_value IS 'The figure over the city''s regional price parity.';

COMMENT ON COLUMN preview.release_value.rolling_value IS 'The metric over the four quarters that end with the period.';

COMMENT ON COLUMN preview.release_value.unknown_share IS 'For a group: the share of those whose group is not known.';

COMMENT ON COLUMN preview.release_value.comparable_from IS 'The first day of the definition that holds in the period; null: no break before.';

COMMENT ON COLUMN preview.release_value.reason IS 'Why the figure is not comparable; null for the others.';

COMMENT ON COLUMN preview.release_value.basis IS 'What all observations behind the figure state of their basis, as in warehouse.observation.';

COMMENT ON COLUMN preview.release_value.lower IS 'The lower end of the 95 % interval of the figure; null for what has none.';

COMMENT ON COLUMN preview.release_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN preview.release_value.rank_key IS 'The number that it is ranked by, the larger the better; null where it is not ranked.';

COMMENT ON COLUMN preview.release_value.target_gap IS 'Less the nearer end of the range aimed at, 0 inside; null without one.';

COMMENT ON COLUMN preview.release_value.provision_mode IS '1 own staff, 2 contract, 3 joint; null where unknown or of no account.';

COMMENT ON COLUMN preview.release_value.is_reliable IS 'Whether it is steady enough to be read as a figure; null where nothing says so.';

CREATE TABLE preview.standing_status (
    status smallint NOT NULL,
    word text NOT NULL
);

COMMENT ON TABLE preview.standing_status IS 'Why a city has no figure, or that it has one.';

CREATE VIEW preview.metric_change AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    earlier_release.period AS earlier_period,
    earlier_value.value AS earlier_value,
        CASE
            WHEN (judged.reason IS NULL) THEN (release_value.value - earlier_value.value)
            ELSE NULL::double precision
        END AS change,
        CASE
            WHEN ((judged.reason IS NULL) AND (earlier_value.value <> (0)::double precision)) THEN (((release_value.value - earlier_value.value) / abs(earlier_value.value)) * (100)::double precision)
            ELSE NULL::double precision
        END AS change_percent,
    (judged.reason IS NULL) AS is_comparable,
    judged.reason,
    metric.unit,
    release.release_id AS release,
    earlier_release.release_id AS earlier_release
   FROM (((((((((((preview.release_value
     JOIN preview.release ON ((release.release_id = release_value.release_id)))
     JOIN preview.release earlier_release ON (((earlier_release.period_start = ((release.period_start - '1 year'::interval))::date) AND (earlier_release.period_end = ((release.period_end - '1 year'::interval))::date))))
     JOIN preview.release_value earlier_value ON (((earlier_value.metric_id = release_value.metric_id) AND (earlier_value.release_id = earlier_release.release_id) AND (earlier_value.city_id = release_value.city_id) AND (earlier_value.breakdown_id = release_value.breakdown_id))))
     JOIN preview.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN preview.city ON ((city.city_id = release_value.city_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN preview.standing_status ON ((standing_status.status = release_value.status)))
     JOIN preview.standing_status earlier_status ON ((earlier_status.status = earlier_value.status)))
     LEFT JOIN preview.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)))
     LEFT JOIN preview.incomparable_reason earlier_reason ON ((earlier_reason.reason = earlier_value.reason)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM preview.registry_change
                      WHERE (((release_value.city_id = registry_change.city_id) OR (release_value.city_id = registry_change.becomes_city_id)) AND (registry_change.kind <> 'renamed'::text) AND (registry_change.change_date > earlier_release.period_start) AND (registry_change.change_date <= release.period_start)))) THEN 'succession'::text
                    WHEN (release_value.comparable_from > earlier_release.period_start) THEN 'definition_break'::text
                    WHEN (standing_status.word <> 'reported'::text) THEN COALESCE(incomparable_reason.word, standing_status.word)
                    WHEN (earlier_status.word <> 'reported'::text) THEN COALESCE(earlier_reason.word, earlier_status.word)
                    ELSE NULL::text
                END AS reason) judged)
  WHERE (release.is_newest AND earlier_release.is_newest);

COMMENT ON VIEW preview.metric_change IS 'Each figure beside that of the same months a year earlier. Newest releases; nothing is compared across a break, nor across a merger or split of the city.';

COMMENT ON COLUMN preview.metric_change.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.metric_change.city IS 'The id of the city.';

COMMENT ON COLUMN preview.metric_change.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.metric_change.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.metric_change.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.metric_change.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.metric_change.value IS 'The figure, in the unit of the metric.';

COMMENT ON COLUMN preview.metric_change.earlier_period IS 'The same months of the year before.';

COMMENT ON COLUMN preview.metric_change.earlier_value IS 'The figure of that period.';

COMMENT ON COLUMN preview.metric_change.change IS 'value - earlier_value; null where the two do not compare.';

COMMENT ON COLUMN preview.metric_change.change_percent IS 'The change in per cent of the earlier value; null where the two do not compare or that value is 0.';

COMMENT ON COLUMN preview.metric_change.is_comparable IS 'Whether the two figures compare.';

COMMENT ON COLUMN preview.metric_change.reason IS 'Why they do not: succession (between the first days of the two periods the city became another, came of one, or lost or gained a part), definition_break, or the status or reason of the figure, else of the earlier one; null where they do.';

COMMENT ON COLUMN preview.metric_change.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN preview.metric_change.release IS 'The number of the release of the period.';

COMMENT ON COLUMN preview.metric_change.earlier_release IS 'The number of the release of the earlier period.';

CREATE VIEW preview.metric_value_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_value.lower,
    release_value.upper,
    release_value.numerator,
    release_value.denominator,
    metric.unit,
    standing_status.word AS status,
    release.release_id AS release,
    incomparable_reason.word AS reason,
        CASE (((release_value.basis >> 0))::integer & 7)
            WHEN 1 THEN 'direct'::text
            WHEN 2 THEN 'direct_and_capital'::text
            WHEN 3 THEN 'full'::text
            ELSE NULL::text
        END AS cost_basis,
        CASE (((release_value.basis >> 3))::integer & 7)
            WHEN 1 THEN 'cash'::text
            WHEN 2 THEN 'modified_accrual'::text
            WHEN 3 THEN 'accrual'::text
            ELSE NULL::text
        END AS accounting_basis,
        CASE (((release_value.basis >> 6))::integer & 7)
            WHEN 1 THEN 'none'::text
            WHEN 2 THEN 'direct'::text
            WHEN 3 THEN 'step_down'::text
            WHEN 4 THEN 'reciprocal'::text
            WHEN 5 THEN 'flat_rate'::text
            ELSE NULL::text
        END AS overhead_method,
        CASE (((release_value.basis >> 9))::integer & 7)
            WHEN 1 THEN 'unaudited'::text
            WHEN 2 THEN 'internally_audited'::text
            WHEN 3 THEN 'audited'::text
            ELSE NULL::text
        END AS audit_status,
    release_value.comparable_from,
    release_value.real_value,
    release_value.parity_value,
    release_value.rolling_value AS rolling_year,
    release_value.unknown_share,
    release_value.standard_error,
    release_value.is_reliable,
    release_value.target_gap
   FROM ((((((preview.release_value
     JOIN preview.release ON ((release.release_id = release_value.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_value.metric_id)))
     JOIN preview.city ON ((city.city_id = release_value.city_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_value.breakdown_id)))
     JOIN preview.standing_status ON ((standing_status.status = release_value.status)))
     LEFT JOIN preview.incomparable_reason ON ((incomparable_reason.reason = release_value.reason)));

COMMENT ON VIEW preview.metric_value_history IS 'The figure of each city in each metric, or why there is none. All releases.';

COMMENT ON COLUMN preview.metric_value_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.metric_value_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.metric_value_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.metric_value_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.metric_value_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.metric_value_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.metric_value_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN preview.metric_value_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN preview.metric_value_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.metric_value_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.metric_value_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.metric_value_history.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN preview.metric_value_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN preview.metric_value_history.release IS 'The number of the release.';

COMMENT ON COLUMN preview.metric_value_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN preview.metric_value_history.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value_history.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value_history.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value_history.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value_history.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN preview.metric_value_history.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN preview.metric_value_history.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN preview.metric_value_history.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN preview.metric_value_history.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN preview.metric_value_history.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN preview.metric_value_history.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN preview.metric_value_history.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE VIEW preview.metric_value AS
 SELECT metric_value_history.metric,
    metric_value_history.city,
    metric_value_history.period,
    metric_value_history.period_start,
    metric_value_history.period_end,
    metric_value_history.breakdown,
    metric_value_history.value,
    metric_value_history.lower,
    metric_value_history.upper,
    metric_value_history.numerator,
    metric_value_history.denominator,
    metric_value_history.unit,
    metric_value_history.status,
    metric_value_history.release,
    metric_value_history.reason,
    metric_value_history.cost_basis,
    metric_value_history.accounting_basis,
    metric_value_history.overhead_method,
    metric_value_history.audit_status,
    metric_value_history.comparable_from,
    metric_value_history.real_value,
    metric_value_history.parity_value,
    metric_value_history.rolling_year,
    metric_value_history.unknown_share,
    metric_value_history.standard_error,
    metric_value_history.is_reliable,
    metric_value_history.target_gap
   FROM (preview.metric_value_history
     JOIN preview.release ON ((release.release_id = metric_value_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.metric_value IS 'The figure of each city in each metric, or why there is none. Newest release of each period.';

COMMENT ON COLUMN preview.metric_value.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.metric_value.city IS 'The id of the city.';

COMMENT ON COLUMN preview.metric_value.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.metric_value.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.metric_value.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.metric_value.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.metric_value.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN preview.metric_value.lower IS 'The lower end of the figure''s 95 % interval; null for what has none, as volumes.';

COMMENT ON COLUMN preview.metric_value.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.metric_value.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.metric_value.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.metric_value.unit IS 'The id of the metric''s unit.';

COMMENT ON COLUMN preview.metric_value.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN preview.metric_value.release IS 'The number of the release.';

COMMENT ON COLUMN preview.metric_value.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN preview.metric_value.cost_basis IS 'Which costs the figure covers: direct, direct_and_capital or full; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value.accounting_basis IS 'By which rules it was booked: cash, modified_accrual or accrual; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value.overhead_method IS 'How overhead was allocated: none, direct, step_down, reciprocal or flat_rate; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value.audit_status IS 'Who looked at it: unaudited, internally_audited or audited; null where its values do not state one alike.';

COMMENT ON COLUMN preview.metric_value.comparable_from IS 'The first day of the definition that holds in the period: figures before it do not compare; null: no break.';

COMMENT ON COLUMN preview.metric_value.real_value IS 'The figure in prices of the base period of its series (see price_basis); null for what is no money.';

COMMENT ON COLUMN preview.metric_value.parity_value IS 'The figure over the city''s regional price parity (100 = nation), a sensitivity; null where the metric shows none or the parity is not known.';

COMMENT ON COLUMN preview.metric_value.rolling_year IS 'The metric over the four quarters that end with the period; null for other periods, across a break, and where a quarter is missing.';

COMMENT ON COLUMN preview.metric_value.unknown_share IS 'For a group: the share (0 to 1) of those whose group is not known; null for the total.';

COMMENT ON COLUMN preview.metric_value.standard_error IS 'The standard error of the figure; null for what has none.';

COMMENT ON COLUMN preview.metric_value.is_reliable IS 'Whether the figure is steady enough to be read as one: ten events or 30 units, and no interval as wide as the value allows; null where nothing says so.';

COMMENT ON COLUMN preview.metric_value.target_gap IS 'The figure less the nearer end of the range aimed at; 0 inside, null without one.';

CREATE TABLE preview.release_statistic (
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    coverage double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    peer_group_id integer NOT NULL,
    owner_city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    contributors integer NOT NULL,
    not_reported integer NOT NULL,
    not_provided integer NOT NULL,
    not_taking_part integer NOT NULL,
    suppressed integer NOT NULL,
    unreliable integer NOT NULL,
    not_comparable integer NOT NULL,
    absolute_deviation double precision,
    over_dispersion double precision,
    variance_between double precision,
    median_change double precision,
    group_value_change double precision,
    rank_error double precision,
    panel_cities integer,
    deciles double precision[]
);

COMMENT ON TABLE preview.release_statistic IS 'What each peer group looks like; owner 0 for a common group.';

COMMENT ON COLUMN preview.release_statistic.absolute_deviation IS 'The median distance from the median.';

COMMENT ON COLUMN preview.release_statistic.over_dispersion IS 'How much more figures differ than chance makes them; 1 for chance alone.';

COMMENT ON COLUMN preview.release_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel.';

COMMENT ON COLUMN preview.release_statistic.median_change IS 'The change of the median of those who stand in both periods.';

COMMENT ON COLUMN preview.release_statistic.group_value_change IS 'The change of the ratio of totals of those who stand in both periods.';

COMMENT ON COLUMN preview.release_statistic.rank_error IS 'The greatest Monte Carlo error of a limit that rank intervals rest on.';

COMMENT ON COLUMN preview.release_statistic.panel_cities IS 'How many stand in both periods.';

COMMENT ON COLUMN preview.release_statistic.deciles IS 'Nine of them; null below twenty contributors.';

CREATE VIEW preview.peer_statistic_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    owner.city AS owner_city,
    release_statistic.contributors,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    release_statistic.absolute_deviation,
    release_statistic.deciles[1] AS decile_1,
    release_statistic.deciles[2] AS decile_2,
    release_statistic.deciles[3] AS decile_3,
    release_statistic.deciles[4] AS decile_4,
    release_statistic.deciles[5] AS decile_5,
    release_statistic.deciles[6] AS decile_6,
    release_statistic.deciles[7] AS decile_7,
    release_statistic.deciles[8] AS decile_8,
    release_statistic.deciles[9] AS decile_9,
    release_statistic.over_dispersion,
    release_statistic.variance_between,
    release_statistic.median_change,
    release_statistic.group_value_change,
    release_statistic.panel_cities,
    release_statistic.rank_error
   FROM (((((preview.release_statistic
     JOIN preview.release ON ((release.release_id = release_statistic.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_statistic.metric_id)))
     JOIN preview.peer_group ON ((peer_group.peer_group_id = release_statistic.peer_group_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_statistic.breakdown_id)))
     LEFT JOIN preview.city owner ON ((owner.city_id = release_statistic.owner_city_id)));

COMMENT ON VIEW preview.peer_statistic_history IS 'What each peer group looks like in each metric. All releases.';

COMMENT ON COLUMN preview.peer_statistic_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.peer_statistic_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.peer_statistic_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.peer_statistic_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.peer_statistic_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.peer_statistic_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.peer_statistic_history.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN preview.peer_statistic_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN preview.peer_statistic_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN preview.peer_statistic_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN preview.peer_statistic_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN preview.peer_statistic_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN preview.peer_statistic_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN preview.peer_statistic_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN preview.peer_statistic_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN preview.peer_statistic_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN preview.peer_statistic_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN preview.peer_statistic_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN preview.peer_statistic_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN preview.peer_statistic_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN preview.peer_statistic_history.release IS 'The number of the release.';

COMMENT ON COLUMN preview.peer_statistic_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN preview.peer_statistic_history.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic_history.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN preview.peer_statistic_history.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN preview.peer_statistic_history.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic_history.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic_history.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic_history.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE VIEW preview.peer_statistic AS
 SELECT peer_statistic_history.metric,
    peer_statistic_history.period,
    peer_statistic_history.period_start,
    peer_statistic_history.period_end,
    peer_statistic_history.breakdown,
    peer_statistic_history.peer_group,
    peer_statistic_history.owner_city,
    peer_statistic_history.contributors,
    peer_statistic_history.mean,
    peer_statistic_history.group_value,
    peer_statistic_history.median,
    peer_statistic_history.lower_quartile,
    peer_statistic_history.upper_quartile,
    peer_statistic_history.minimum,
    peer_statistic_history.maximum,
    peer_statistic_history.not_reported,
    peer_statistic_history.not_provided,
    peer_statistic_history.not_taking_part,
    peer_statistic_history.suppressed,
    peer_statistic_history.unreliable,
    peer_statistic_history.not_comparable,
    peer_statistic_history.coverage,
    peer_statistic_history.release,
    peer_statistic_history.standard_deviation,
    peer_statistic_history.absolute_deviation,
    peer_statistic_history.decile_1,
    peer_statistic_history.decile_2,
    peer_statistic_history.decile_3,
    peer_statistic_history.decile_4,
    peer_statistic_history.decile_5,
    peer_statistic_history.decile_6,
    peer_statistic_history.decile_7,
    peer_statistic_history.decile_8,
    peer_statistic_history.decile_9,
    peer_statistic_history.over_dispersion,
    peer_statistic_history.variance_between,
    peer_statistic_history.median_change,
    peer_statistic_history.group_value_change,
    peer_statistic_history.panel_cities,
    peer_statistic_history.rank_error
   FROM (preview.peer_statistic_history
     JOIN preview.release ON ((release.release_id = peer_statistic_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.peer_statistic IS 'What each peer group looks like in each metric. Newest release of each period.';

COMMENT ON COLUMN preview.peer_statistic.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.peer_statistic.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.peer_statistic.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.peer_statistic.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.peer_statistic.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.peer_statistic.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.peer_statistic.owner_city IS 'The city whose own peers these are; null for a common group.';

COMMENT ON COLUMN preview.peer_statistic.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN preview.peer_statistic.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN preview.peer_statistic.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN preview.peer_statistic.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN preview.peer_statistic.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.peer_statistic.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.peer_statistic.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN preview.peer_statistic.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN preview.peer_statistic.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN preview.peer_statistic.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN preview.peer_statistic.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN preview.peer_statistic.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN preview.peer_statistic.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN preview.peer_statistic.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN preview.peer_statistic.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN preview.peer_statistic.release IS 'The number of the release.';

COMMENT ON COLUMN preview.peer_statistic.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN preview.peer_statistic.absolute_deviation IS 'The median distance of the members'' values from their median.';

COMMENT ON COLUMN preview.peer_statistic.decile_1 IS 'The value below which 1 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_2 IS 'The value below which 2 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_3 IS 'The value below which 3 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_4 IS 'The value below which 4 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_5 IS 'The value below which 5 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_6 IS 'The value below which 6 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_7 IS 'The value below which 7 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_8 IS 'The value below which 8 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.decile_9 IS 'The value below which 9 in ten of the members lie; null below twenty contributors.';

COMMENT ON COLUMN preview.peer_statistic.over_dispersion IS 'How much more the values differ than chance makes them, by their funnel; 1 for chance alone, null below ten.';

COMMENT ON COLUMN preview.peer_statistic.variance_between IS 'The variance between cities beyond chance, on the scale of the funnel (arcsine root of a share, root of a rate over its expectation).';

COMMENT ON COLUMN preview.peer_statistic.median_change IS 'The change of the median since the same months of the year before, of the members that stand in both; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic.group_value_change IS 'The change of the ratio of totals of the same members; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic.panel_cities IS 'How many members stand in both periods; null in schema open.';

COMMENT ON COLUMN preview.peer_statistic.rank_error IS 'The greatest Monte Carlo error of the limits that rank intervals rest on; null without draws.';

CREATE TABLE preview.release_price (
    index_value double precision NOT NULL,
    base_index_value double precision NOT NULL,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    series text NOT NULL,
    base_period text NOT NULL,
    vintage date NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE preview.release_price IS 'The price index that put a metric''s figures into other prices: series, vintage and source.';

CREATE VIEW preview.price_basis_history AS
 SELECT metric.metric,
    release.period,
    release.period_start,
    release.period_end,
    release_price.series,
    release_price.base_period,
    release_price.index_value,
    release_price.base_index_value,
    release_price.vintage,
    release_price.source,
    release.release_id AS release
   FROM ((preview.release_price
     JOIN preview.release ON ((release.release_id = release_price.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_price.metric_id)));

COMMENT ON VIEW preview.price_basis_history IS 'The price index that put the figures of a metric into other prices. All releases.';

COMMENT ON COLUMN preview.price_basis_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.price_basis_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.price_basis_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.price_basis_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.price_basis_history.series IS 'The id of the price series.';

COMMENT ON COLUMN preview.price_basis_history.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN preview.price_basis_history.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN preview.price_basis_history.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN preview.price_basis_history.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN preview.price_basis_history.source IS 'Where the index was published.';

COMMENT ON COLUMN preview.price_basis_history.release IS 'The number of the release.';

CREATE VIEW preview.price_basis AS
 SELECT price_basis_history.metric,
    price_basis_history.period,
    price_basis_history.period_start,
    price_basis_history.period_end,
    price_basis_history.series,
    price_basis_history.base_period,
    price_basis_history.index_value,
    price_basis_history.base_index_value,
    price_basis_history.vintage,
    price_basis_history.source,
    price_basis_history.release
   FROM (preview.price_basis_history
     JOIN preview.release ON ((release.release_id = price_basis_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.price_basis IS 'The price index that put the figures of a metric into other prices. Newest release of each period.';

COMMENT ON COLUMN preview.price_basis.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.price_basis.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.price_basis.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.price_basis.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.price_basis.series IS 'The id of the price series.';

COMMENT ON COLUMN preview.price_basis.base_period IS 'The period in whose prices real values are.';

COMMENT ON COLUMN preview.price_basis.index_value IS 'The mean of the index over the period.';

COMMENT ON COLUMN preview.price_basis.base_index_value IS 'The mean of the index over the base period.';

COMMENT ON COLUMN preview.price_basis.vintage IS 'The newest vintage used, ISO date.';

COMMENT ON COLUMN preview.price_basis.source IS 'Where the index was published.';

COMMENT ON COLUMN preview.price_basis.release IS 'The number of the release.';

CREATE TABLE preview.release_recognition (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    share double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    level text NOT NULL,
    level_title text NOT NULL
);

COMMENT ON TABLE preview.release_recognition IS 'The recognition of cities that reached a level.';

CREATE TABLE preview.release_recognition_rule (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE preview.release_recognition_rule IS 'Their points by rule.';

CREATE VIEW preview.recognition_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    release_recognition.level,
    release_recognition.level_title,
    release_recognition.points,
    release_recognition.possible,
    release_recognition.share,
    release_recognition_rule.rule,
    release_recognition_rule.title AS rule_title,
    release_recognition_rule.points AS rule_points,
    release_recognition_rule.possible AS rule_possible,
    release.release_id AS release
   FROM (((preview.release_recognition
     JOIN preview.release_recognition_rule ON (((release_recognition_rule.release_id = release_recognition.release_id) AND (release_recognition_rule.city_id = release_recognition.city_id))))
     JOIN preview.release ON ((release.release_id = release_recognition.release_id)))
     JOIN preview.city ON ((city.city_id = release_recognition.city_id)));

COMMENT ON VIEW preview.recognition_history IS 'The level of recognition of each city that reached one, with its points by rule. All releases.';

COMMENT ON COLUMN preview.recognition_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.recognition_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.recognition_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.recognition_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.recognition_history.level IS 'The id of the level reached.';

COMMENT ON COLUMN preview.recognition_history.level_title IS 'What the level is called.';

COMMENT ON COLUMN preview.recognition_history.points IS 'The points given by all rules.';

COMMENT ON COLUMN preview.recognition_history.possible IS 'The points that could be had.';

COMMENT ON COLUMN preview.recognition_history.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN preview.recognition_history.rule IS 'The id of a rule.';

COMMENT ON COLUMN preview.recognition_history.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN preview.recognition_history.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN preview.recognition_history.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN preview.recognition_history.release IS 'The number of the release.';

CREATE VIEW preview.recognition AS
 SELECT recognition_history.city,
    recognition_history.period,
    recognition_history.period_start,
    recognition_history.period_end,
    recognition_history.level,
    recognition_history.level_title,
    recognition_history.points,
    recognition_history.possible,
    recognition_history.share,
    recognition_history.rule,
    recognition_history.rule_title,
    recognition_history.rule_points,
    recognition_history.rule_possible,
    recognition_history.release
   FROM (preview.recognition_history
     JOIN preview.release ON ((release.release_id = recognition_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.recognition IS 'The level of recognition of each city that reached one, with its points by rule. Newest release of each period.';

COMMENT ON COLUMN preview.recognition.city IS 'The id of the city.';

COMMENT ON COLUMN preview.recognition.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.recognition.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.recognition.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.recognition.level IS 'The id of the level reached.';

COMMENT ON COLUMN preview.recognition.level_title IS 'What the level is called.';

COMMENT ON COLUMN preview.recognition.points IS 'The points given by all rules.';

COMMENT ON COLUMN preview.recognition.possible IS 'The points that could be had.';

COMMENT ON COLUMN preview.recognition.share IS 'points / possible, 0 to 1.';

COMMENT ON COLUMN preview.recognition.rule IS 'The id of a rule.';

COMMENT ON COLUMN preview.recognition.rule_title IS 'What the rule asks for.';

COMMENT ON COLUMN preview.recognition.rule_points IS 'The points given by the rule.';

COMMENT ON COLUMN preview.recognition.rule_possible IS 'The points that the rule could give.';

COMMENT ON COLUMN preview.recognition.release IS 'The number of the release.';

CREATE TABLE preview.release_digest (
    row_count bigint NOT NULL,
    release_id integer NOT NULL,
    table_name text NOT NULL,
    column_names text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE preview.release_digest IS 'What each table of this schema held for a release when it was frozen: rows and digest.';

COMMENT ON COLUMN preview.release_digest.column_names IS 'The columns that were digested, those of the key first; the release''s number and the texts of cells, which can be erased, are not.';

COMMENT ON COLUMN preview.release_digest.digest IS 'SHA-256 over the rows in the order of these columns, each field as in PostgreSQL''s binary copy format.';

CREATE TABLE preview.release_earlier (
    release_id integer NOT NULL,
    earlier_release_id integer NOT NULL,
    period_start date NOT NULL
);

COMMENT ON TABLE preview.release_earlier IS 'The earlier releases of which trends and changes of groups are made.';

COMMENT ON COLUMN preview.release_earlier.period_start IS 'The first day of the earlier period.';

CREATE TABLE preview.release_metric (
    multiplier double precision NOT NULL,
    target_from double precision,
    target_to double precision,
    meaningful_difference double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    decimals smallint,
    is_difference_percent boolean,
    is_ratio boolean NOT NULL,
    polarity text NOT NULL,
    uncertainty text NOT NULL,
    formula text NOT NULL
);

COMMENT ON TABLE preview.release_metric IS 'What each metric was in a release: what ranks and words are made by.';

COMMENT ON COLUMN preview.release_metric.multiplier IS 'From numerator over denominator to the value.';

COMMENT ON COLUMN preview.release_metric.target_from IS 'The lower end of the range aimed at; null without one.';

COMMENT ON COLUMN preview.release_metric.meaningful_difference IS 'The smallest gap worth a word; null where none is declared.';

COMMENT ON COLUMN preview.release_metric.decimals IS 'On how many decimals ties are judged; null for values as reported.';

COMMENT ON COLUMN preview.release_metric.is_difference_percent IS 'Whether that is in per cent of what is compared with, else in the unit.';

COMMENT ON COLUMN preview.release_metric.is_ratio IS 'Whether a group has a ratio of totals.';

CREATE TABLE preview.release_response (
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    responded_on date NOT NULL,
    author text,
    response text NOT NULL,
    office text
);

COMMENT ON TABLE preview.release_response IS 'What cities say about their own figures in a release.';

COMMENT ON COLUMN preview.release_response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN preview.release_response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE TABLE preview.release_trend (
    slope double precision,
    tau double precision,
    chi_square double precision,
    probability double precision,
    autocorrelation double precision,
    year_change double precision,
    year_change_lower double precision,
    year_change_upper double precision,
    metric_id integer NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    periods integer NOT NULL,
    method smallint,
    direction smallint,
    course smallint
);

COMMENT ON TABLE preview.release_trend IS 'The course of each figure over the periods before.';

COMMENT ON COLUMN preview.release_trend.slope IS 'The change a year, in the unit of the metric; null where there is no test.';

COMMENT ON COLUMN preview.release_trend.year_change IS 'Less the figure of the same months a year before; null across a break.';

COMMENT ON COLUMN preview.release_trend.year_change_lower IS 'The lower end of its 95 % interval; null where the figures have none.';

COMMENT ON COLUMN preview.release_trend.periods IS 'How many periods without a break it is made of, this one included.';

COMMENT ON COLUMN preview.release_trend.method IS '1 weighted slope of five years, 2 Mann and Kendall by season; null for none.';

COMMENT ON COLUMN preview.release_trend.direction IS '1 rising, -1 falling, 0 no trend that may be told; null without a test.';

COMMENT ON COLUMN preview.release_trend.course IS '1 improving, -1 worsening, 0 neither; null without a test or a good direction.';

CREATE TABLE preview.release_uncertified (
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    service text NOT NULL
);

COMMENT ON TABLE preview.release_uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made; a blank service is measures of none.';

CREATE VIEW preview.response_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_response.response,
    release_response.author,
    release_response.responded_on,
    release.release_id AS release,
    release_response.office
   FROM ((((preview.release_response
     JOIN preview.release ON ((release.release_id = release_response.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_response.metric_id)))
     JOIN preview.city ON ((city.city_id = release_response.city_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_response.breakdown_id)));

COMMENT ON VIEW preview.response_history IS 'What cities say about their own figures. All releases.';

COMMENT ON COLUMN preview.response_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.response_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.response_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.response_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.response_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.response_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.response_history.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN preview.response_history.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN preview.response_history.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN preview.response_history.release IS 'The number of the release.';

COMMENT ON COLUMN preview.response_history.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW preview.response AS
 SELECT response_history.metric,
    response_history.city,
    response_history.period,
    response_history.period_start,
    response_history.period_end,
    response_history.breakdown,
    response_history.response,
    response_history.author,
    response_history.responded_on,
    response_history.release,
    response_history.office
   FROM (preview.response_history
     JOIN preview.release ON ((release.release_id = response_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.response IS 'What cities say about their own figures. Newest release of each period.';

COMMENT ON COLUMN preview.response.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.response.city IS 'The id of the city.';

COMMENT ON COLUMN preview.response.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.response.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.response.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.response.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.response.response IS 'What the city says about its own figure.';

COMMENT ON COLUMN preview.response.author IS 'Who says it; null in schema open, which names no people.';

COMMENT ON COLUMN preview.response.responded_on IS 'The day on which it was said (UTC).';

COMMENT ON COLUMN preview.response.release IS 'The number of the release.';

COMMENT ON COLUMN preview.response.office IS 'The office in which it is said; null where nobody noted it.';

CREATE VIEW preview.standing_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
    standing_status.word AS status,
    release_value.value,
    release_value.numerator,
    release_value.denominator,
    release_standing.includes_city,
    release_statistic.contributors,
    release_standing.ranked,
    release_standing.rank,
    release_standing.rank_worst,
    release_standing.rank_share,
    release_standing.percent_rank,
    (release_standing.quartile)::integer AS quartile,
    release_statistic.mean,
    release_statistic.group_value,
    release_statistic.median,
    release_statistic.lower_quartile,
    release_statistic.upper_quartile,
    release_statistic.minimum,
    release_statistic.maximum,
    release_statistic.not_reported,
    release_statistic.not_provided,
    release_statistic.not_taking_part,
    release_statistic.suppressed,
    release_statistic.unreliable,
    release_statistic.not_comparable,
    release_statistic.coverage,
    release.release_id AS release,
    release_statistic.standard_deviation,
    incomparable_reason.word AS reason,
    release_value.lower,
    release_value.upper,
    release_value.is_reliable,
    (release_value.value - release_statistic.median) AS gap_to_median,
    (release_value.value -
        CASE metric.polarity
            WHEN 'high_good'::text THEN release_statistic.upper_quartile
            WHEN 'low_good'::text THEN release_statistic.lower_quartile
            ELSE NULL::double precision
        END) AS gap_to_best_quartile,
    release_value.target_gap AS gap_to_target,
    ((release_value.value - release_statistic.mean) / NULLIF(release_statistic.standard_deviation, (0)::double precision)) AS z_score,
    ((release_value.value - release_statistic.median) / NULLIF(((1.4826)::double precision * release_statistic.absolute_deviation), (0)::double precision)) AS robust_z,
    release_standing.others_median,
    release_standing.others_group_value,
    release_standing.difference_error,
    release_standing.probability,
        CASE release_standing.verdict
            WHEN 1 THEN 'better'::text
            WHEN 2 THEN 'worse'::text
            WHEN 3 THEN 'about_level'::text
            WHEN 4 THEN 'not_distinguishable'::text
            ELSE NULL::text
        END AS verdict,
    release_standing.is_headline,
        CASE release_standing.funnel
            WHEN '-2'::integer THEN 'below_99_8'::text
            WHEN '-1'::integer THEN 'below_95'::text
            WHEN 0 THEN 'inside'::text
            WHEN 1 THEN 'above_95'::text
            WHEN 2 THEN 'above_99_8'::text
            ELSE NULL::text
        END AS funnel,
    release_standing.rank_lower,
    release_standing.rank_upper,
    release_standing.rank_lower_all,
    release_standing.rank_upper_all
   FROM (((((((((preview.release_standing
     LEFT JOIN preview.release_value ON (((release_value.metric_id = release_standing.metric_id) AND (release_value.release_id = release_standing.release_id) AND (release_value.city_id = release_standing.city_id) AND (release_value.breakdown_id = release_standing.breakdown_id))))
     LEFT JOIN preview.release_statistic ON (((release_statistic.metric_id = release_standing.metric_id) AND (release_statistic.release_id = release_standing.release_id) AND (release_statistic.peer_group_id = release_standing.peer_group_id) AND (release_statistic.owner_city_id = release_standing.owner_city_id) AND (release_statistic.breakdown_id = release_standing.breakdown_id))))
     JOIN preview.release ON ((release.release_id = release_standing.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_standing.metric_id)))
     JOIN preview.city ON ((city.city_id = release_standing.city_id)))
     LEFT JOIN preview.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     LEFT JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_standing.breakdown_id)))
     LEFT JOIN preview.standing_status ON ((standing_status.status = COALESCE(release_standing.status, release_value.status))))
     LEFT JOIN preview.incomparable_reason ON ((incomparable_reason.reason = COALESCE(release_standing.reason, release_value.reason))));

COMMENT ON VIEW preview.standing_history IS 'The place of each city in each of its peer groups. All releases.';

COMMENT ON COLUMN preview.standing_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.standing_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.standing_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.standing_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.standing_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.standing_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.standing_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.standing_history.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN preview.standing_history.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN preview.standing_history.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.standing_history.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.standing_history.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN preview.standing_history.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN preview.standing_history.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN preview.standing_history.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN preview.standing_history.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN preview.standing_history.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN preview.standing_history.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN preview.standing_history.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN preview.standing_history.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN preview.standing_history.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN preview.standing_history.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN preview.standing_history.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.standing_history.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.standing_history.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN preview.standing_history.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN preview.standing_history.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN preview.standing_history.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN preview.standing_history.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN preview.standing_history.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN preview.standing_history.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN preview.standing_history.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN preview.standing_history.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN preview.standing_history.release IS 'The number of the release.';

COMMENT ON COLUMN preview.standing_history.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN preview.standing_history.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN preview.standing_history.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.standing_history.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.standing_history.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN preview.standing_history.gap_to_median IS 'value - median.';

COMMENT ON COLUMN preview.standing_history.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN preview.standing_history.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN preview.standing_history.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN preview.standing_history.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN preview.standing_history.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN preview.standing_history.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN preview.standing_history.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN preview.standing_history.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN preview.standing_history.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN preview.standing_history.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN preview.standing_history.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN preview.standing_history.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN preview.standing_history.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN preview.standing_history.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN preview.standing_history.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW preview.standing AS
 SELECT standing_history.metric,
    standing_history.city,
    standing_history.period,
    standing_history.period_start,
    standing_history.period_end,
    standing_history.breakdown,
    standing_history.peer_group,
    standing_history.status,
    standing_history.value,
    standing_history.numerator,
    standing_history.denominator,
    standing_history.includes_city,
    standing_history.contributors,
    standing_history.ranked,
    standing_history.rank,
    standing_history.rank_worst,
    standing_history.rank_share,
    standing_history.percent_rank,
    standing_history.quartile,
    standing_history.mean,
    standing_history.group_value,
    standing_history.median,
    standing_history.lower_quartile,
    standing_history.upper_quartile,
    standing_history.minimum,
    standing_history.maximum,
    standing_history.not_reported,
    standing_history.not_provided,
    standing_history.not_taking_part,
    standing_history.suppressed,
    standing_history.unreliable,
    standing_history.not_comparable,
    standing_history.coverage,
    standing_history.release,
    standing_history.standard_deviation,
    standing_history.reason,
    standing_history.lower,
    standing_history.upper,
    standing_history.is_reliable,
    standing_history.gap_to_median,
    standing_history.gap_to_best_quartile,
    standing_history.gap_to_target,
    standing_history.z_score,
    standing_history.robust_z,
    standing_history.others_median,
    standing_history.others_group_value,
    standing_history.difference_error,
    standing_history.probability,
    standing_history.verdict,
    standing_history.is_headline,
    standing_history.funnel,
    standing_history.rank_lower,
    standing_history.rank_upper,
    standing_history.rank_lower_all,
    standing_history.rank_upper_all
   FROM (preview.standing_history
     JOIN preview.release ON ((release.release_id = standing_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.standing IS 'The place of each city in each of its peer groups. Newest release of each period.';

COMMENT ON COLUMN preview.standing.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.standing.city IS 'The id of the city.';

COMMENT ON COLUMN preview.standing.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.standing.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.standing.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.standing.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.standing.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.standing.status IS 'reported, or why there is no figure to compare.';

COMMENT ON COLUMN preview.standing.value IS 'The figure, in the unit of the metric; null where the status has none; what is not comparable keeps it.';

COMMENT ON COLUMN preview.standing.numerator IS 'What stands above the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.standing.denominator IS 'What stands below the line of a ratio; null for other metrics and where unknown.';

COMMENT ON COLUMN preview.standing.includes_city IS 'Whether the city is a member of the group and so counted in its statistics.';

COMMENT ON COLUMN preview.standing.contributors IS 'Members of the group with a value; the statistics are over them.';

COMMENT ON COLUMN preview.standing.ranked IS 'How many cities were ranked: contributors, plus one where the city is no member and has a value.';

COMMENT ON COLUMN preview.standing.rank IS 'Competition rank, best = 1, ties share the lowest; null where the metric is not ranked or fewer than 2 contribute.';

COMMENT ON COLUMN preview.standing.rank_worst IS 'The rank if all members that did not report were better: rank + not_reported.';

COMMENT ON COLUMN preview.standing.rank_share IS 'rank / ranked.';

COMMENT ON COLUMN preview.standing.percent_rank IS '(rank - 1) / (ranked - 1): 0 is best.';

COMMENT ON COLUMN preview.standing.quartile IS 'Quartile class, 1 = best; null below 4 contributors or where all values are equal.';

COMMENT ON COLUMN preview.standing.mean IS 'Plain mean of the members'' values.';

COMMENT ON COLUMN preview.standing.group_value IS 'Sum of numerators over sum of denominators of the same cities; ratio metrics only.';

COMMENT ON COLUMN preview.standing.median IS 'Median (Hyndman and Fan 1996, definition 7).';

COMMENT ON COLUMN preview.standing.lower_quartile IS '25 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.standing.upper_quartile IS '75 % quantile (definition 7), from 4 contributors.';

COMMENT ON COLUMN preview.standing.minimum IS 'Smallest value of a member.';

COMMENT ON COLUMN preview.standing.maximum IS 'Largest value of a member.';

COMMENT ON COLUMN preview.standing.not_reported IS 'Members not reported, not collected, late or withheld.';

COMMENT ON COLUMN preview.standing.not_provided IS 'Members that do not provide the service, or to which the figure does not apply.';

COMMENT ON COLUMN preview.standing.not_taking_part IS 'Members that do not take part in the comparison of the service.';

COMMENT ON COLUMN preview.standing.suppressed IS 'Members whose value is hidden for confidentiality.';

COMMENT ON COLUMN preview.standing.unreliable IS 'Members whose value is too uncertain to compare.';

COMMENT ON COLUMN preview.standing.not_comparable IS 'Members whose value is on another basis.';

COMMENT ON COLUMN preview.standing.coverage IS 'Contributors'' denominators over those of all members that provide the service and take part (0 to 1); null where one is unknown.';

COMMENT ON COLUMN preview.standing.release IS 'The number of the release.';

COMMENT ON COLUMN preview.standing.standard_deviation IS 'Sample standard deviation (n - 1) of the members'' values.';

COMMENT ON COLUMN preview.standing.reason IS 'Why the figure stands without being compared: mode, cost_basis, accounting_basis, part_above_whole, not_closed, out_of_range, definition_break, too_few_events, not_certified or succession; null for the others.';

COMMENT ON COLUMN preview.standing.lower IS 'The lower end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.standing.upper IS 'The upper end of the figure''s 95 % interval; null for what has none.';

COMMENT ON COLUMN preview.standing.is_reliable IS 'Whether the figure is steady enough to be read as one; null where nothing says so.';

COMMENT ON COLUMN preview.standing.gap_to_median IS 'value - median.';

COMMENT ON COLUMN preview.standing.gap_to_best_quartile IS 'The value less the quartile on the good side; null for a metric without one.';

COMMENT ON COLUMN preview.standing.gap_to_target IS 'The value less the nearer end of the range aimed at; 0 inside, null without one.';

COMMENT ON COLUMN preview.standing.z_score IS '(value - mean) / standard_deviation; null where all are equal.';

COMMENT ON COLUMN preview.standing.robust_z IS '(value - median) / (1.4826 x the median distance from the median); null where that is 0: half of the members or more have one value.';

COMMENT ON COLUMN preview.standing.others_median IS 'The median of the others, the city left out: what the verdict compares it with.';

COMMENT ON COLUMN preview.standing.others_group_value IS 'The ratio of totals of the others.';

COMMENT ON COLUMN preview.standing.difference_error IS 'The standard error of value - others_median, the variance between cities counted; null below six others.';

COMMENT ON COLUMN preview.standing.probability IS 'What chance alone gives for a difference as large, both sides; null without a standard error.';

COMMENT ON COLUMN preview.standing.verdict IS 'better or worse than the others'' median (95 %, and by more than the meaningful difference), about_level (the whole interval inside that difference), not_distinguishable; null where nothing may be said.';

COMMENT ON COLUMN preview.standing.is_headline IS 'Whether better or worse may be a headline: at most one in ten of those of a city and period is expected to be false.';

COMMENT ON COLUMN preview.standing.funnel IS 'Where the figure lies beside the limits that chance and the variance between cities set at the city''s size; null below ten cities.';

COMMENT ON COLUMN preview.standing.rank_lower IS 'The best rank that the data allow the city (95 %); for volumes the best of the last four periods.';

COMMENT ON COLUMN preview.standing.rank_upper IS 'The worst rank that the data allow the city (95 %); for volumes the worst of the last four periods.';

COMMENT ON COLUMN preview.standing.rank_lower_all IS 'rank_lower where all cities of the group are to be right at once.';

COMMENT ON COLUMN preview.standing.rank_upper_all IS 'rank_upper where all cities of the group are to be right at once.';

CREATE VIEW preview.standing_trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    peer_group.peer_group,
        CASE release_standing.verdict
            WHEN 1 THEN 'better_and_improving'::text
            ELSE 'worse_and_worsening'::text
        END AS list,
    release_value.value,
    release_standing.others_median,
    release_trend.slope,
    release_standing.is_headline,
    release.release_id AS release
   FROM (((((((preview.release_trend
     JOIN preview.release_standing ON (((release_standing.metric_id = release_trend.metric_id) AND (release_standing.release_id = release_trend.release_id) AND (release_standing.city_id = release_trend.city_id) AND (release_standing.breakdown_id = release_trend.breakdown_id))))
     JOIN preview.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN preview.release ON ((release.release_id = release_trend.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN preview.city ON ((city.city_id = release_trend.city_id)))
     JOIN preview.peer_group ON ((peer_group.peer_group_id = release_standing.peer_group_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)))
  WHERE (((release_standing.verdict = 1) AND (release_trend.course = 1)) OR ((release_standing.verdict = 2) AND (release_trend.course = '-1'::integer)));

COMMENT ON VIEW preview.standing_trend_history IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. All releases.';

COMMENT ON COLUMN preview.standing_trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.standing_trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.standing_trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.standing_trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.standing_trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.standing_trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.standing_trend_history.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.standing_trend_history.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN preview.standing_trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN preview.standing_trend_history.others_median IS 'The median of the others.';

COMMENT ON COLUMN preview.standing_trend_history.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN preview.standing_trend_history.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN preview.standing_trend_history.release IS 'The number of the release.';

CREATE VIEW preview.standing_trend AS
 SELECT standing_trend_history.metric,
    standing_trend_history.city,
    standing_trend_history.period,
    standing_trend_history.period_start,
    standing_trend_history.period_end,
    standing_trend_history.breakdown,
    standing_trend_history.peer_group,
    standing_trend_history.list,
    standing_trend_history.value,
    standing_trend_history.others_median,
    standing_trend_history.slope,
    standing_trend_history.is_headline,
    standing_trend_history.release
   FROM (preview.standing_trend_history
     JOIN preview.release ON ((release.release_id = standing_trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.standing_trend IS 'What lies behind and falls back, what is ahead and gains. Empty in schema open. Newest release of each period.';

COMMENT ON COLUMN preview.standing_trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.standing_trend.city IS 'The id of the city.';

COMMENT ON COLUMN preview.standing_trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.standing_trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.standing_trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.standing_trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.standing_trend.peer_group IS 'The id of the peer group.';

COMMENT ON COLUMN preview.standing_trend.list IS 'better_and_improving or worse_and_worsening.';

COMMENT ON COLUMN preview.standing_trend.value IS 'The figure of the period.';

COMMENT ON COLUMN preview.standing_trend.others_median IS 'The median of the others.';

COMMENT ON COLUMN preview.standing_trend.slope IS 'The change a year, in the unit of the metric.';

COMMENT ON COLUMN preview.standing_trend.is_headline IS 'Whether better or worse may be a headline among all of the city''s.';

COMMENT ON COLUMN preview.standing_trend.release IS 'The number of the release.';

CREATE VIEW preview.trend_history AS
 SELECT metric.metric,
    city.city,
    release.period,
    release.period_start,
    release.period_end,
    breakdown_value.breakdown,
    release_value.value,
    release_trend.periods,
        CASE release_trend.method
            WHEN 1 THEN 'annual'::text
            WHEN 2 THEN 'seasonal'::text
            ELSE NULL::text
        END AS method,
    release_trend.slope,
        CASE release_trend.direction
            WHEN 1 THEN 'rising'::text
            WHEN '-1'::integer THEN 'falling'::text
            WHEN 0 THEN 'no_trend'::text
            ELSE NULL::text
        END AS direction,
        CASE release_trend.course
            WHEN 1 THEN 'improving'::text
            WHEN '-1'::integer THEN 'worsening'::text
            WHEN 0 THEN 'neither'::text
            ELSE NULL::text
        END AS course,
    release_trend.probability,
    release_trend.chi_square,
    release_trend.tau,
    release_trend.autocorrelation,
    release_trend.year_change,
    release_trend.year_change_lower,
    release_trend.year_change_upper,
    release.release_id AS release
   FROM (((((preview.release_trend
     JOIN preview.release_value ON (((release_value.metric_id = release_trend.metric_id) AND (release_value.release_id = release_trend.release_id) AND (release_value.city_id = release_trend.city_id) AND (release_value.breakdown_id = release_trend.breakdown_id))))
     JOIN preview.release ON ((release.release_id = release_trend.release_id)))
     JOIN preview.metric ON ((metric.metric_id = release_trend.metric_id)))
     JOIN preview.city ON ((city.city_id = release_trend.city_id)))
     JOIN preview.breakdown_value ON ((breakdown_value.breakdown_id = release_trend.breakdown_id)));

COMMENT ON VIEW preview.trend_history IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. All releases.';

COMMENT ON COLUMN preview.trend_history.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.trend_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.trend_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.trend_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.trend_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.trend_history.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.trend_history.value IS 'The figure of the period.';

COMMENT ON COLUMN preview.trend_history.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN preview.trend_history.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN preview.trend_history.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN preview.trend_history.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN preview.trend_history.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN preview.trend_history.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN preview.trend_history.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN preview.trend_history.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN preview.trend_history.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN preview.trend_history.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN preview.trend_history.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN preview.trend_history.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN preview.trend_history.release IS 'The number of the release.';

CREATE VIEW preview.trend AS
 SELECT trend_history.metric,
    trend_history.city,
    trend_history.period,
    trend_history.period_start,
    trend_history.period_end,
    trend_history.breakdown,
    trend_history.value,
    trend_history.periods,
    trend_history.method,
    trend_history.slope,
    trend_history.direction,
    trend_history.course,
    trend_history.probability,
    trend_history.chi_square,
    trend_history.tau,
    trend_history.autocorrelation,
    trend_history.year_change,
    trend_history.year_change_lower,
    trend_history.year_change_upper,
    trend_history.release
   FROM (preview.trend_history
     JOIN preview.release ON ((release.release_id = trend_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.trend IS 'The course of each figure over the periods before it. Empty in schema open, whose readers may not have seen these. Newest release of each period.';

COMMENT ON COLUMN preview.trend.metric IS 'The metric, domain/name.';

COMMENT ON COLUMN preview.trend.city IS 'The id of the city.';

COMMENT ON COLUMN preview.trend.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.trend.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.trend.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.trend.breakdown IS 'The population group or district; total for all.';

COMMENT ON COLUMN preview.trend.value IS 'The figure of the period.';

COMMENT ON COLUMN preview.trend.periods IS 'How many following periods without a gap or a break the course is made of, this one included.';

COMMENT ON COLUMN preview.trend.method IS 'annual: weighted slope of five years; seasonal: Mann and Kendall by season; null without a test, as under three years of quarters or five years.';

COMMENT ON COLUMN preview.trend.slope IS 'The change a year, in the unit of the metric; null without a test.';

COMMENT ON COLUMN preview.trend.direction IS 'rising, falling, or no_trend that may be told (99.8 %); null without a test.';

COMMENT ON COLUMN preview.trend.course IS 'improving, worsening, or neither; null without a test or a good direction.';

COMMENT ON COLUMN preview.trend.probability IS 'What chance alone gives for such a seasonal course; null for another.';

COMMENT ON COLUMN preview.trend.chi_square IS 'The slope''s square over its variance, of five years with intervals; a trend is told above 9.5495.';

COMMENT ON COLUMN preview.trend.tau IS 'Kendall''s tau-b over the seasons.';

COMMENT ON COLUMN preview.trend.autocorrelation IS 'How much a value, season and trend removed, goes with the one before it; from 0.5 on no trend is told.';

COMMENT ON COLUMN preview.trend.year_change IS 'The figure less that of the same months a year before; null where the two do not compare.';

COMMENT ON COLUMN preview.trend.year_change_lower IS 'The lower end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN preview.trend.year_change_upper IS 'The upper end of that change''s 95 % interval; null where the figures have none.';

COMMENT ON COLUMN preview.trend.release IS 'The number of the release.';

CREATE VIEW preview.uncertified_history AS
 SELECT city.city,
    release.period,
    release.period_start,
    release.period_end,
    NULLIF(release_uncertified.service, ''::text) AS service,
    release.release_id AS release
   FROM ((preview.release_uncertified
     JOIN preview.release ON ((release.release_id = release_uncertified.release_id)))
     JOIN preview.city ON ((city.city_id = release_uncertified.city_id)));

COMMENT ON VIEW preview.uncertified_history IS 'Services whose figures their city had not certified when a final or corrected release was made. All releases.';

COMMENT ON COLUMN preview.uncertified_history.city IS 'The id of the city.';

COMMENT ON COLUMN preview.uncertified_history.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.uncertified_history.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.uncertified_history.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.uncertified_history.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN preview.uncertified_history.release IS 'The number of the release.';

CREATE VIEW preview.uncertified AS
 SELECT uncertified_history.city,
    uncertified_history.period,
    uncertified_history.period_start,
    uncertified_history.period_end,
    uncertified_history.service,
    uncertified_history.release
   FROM (preview.uncertified_history
     JOIN preview.release ON ((release.release_id = uncertified_history.release)))
  WHERE release.is_newest;

COMMENT ON VIEW preview.uncertified IS 'Services whose figures their city had not certified when a final or corrected release was made. Newest release of each period.';

COMMENT ON COLUMN preview.uncertified.city IS 'The id of the city.';

COMMENT ON COLUMN preview.uncertified.period IS 'The period, in canonical text such as 2026-Q3.';

COMMENT ON COLUMN preview.uncertified.period_start IS 'The first day of the period.';

COMMENT ON COLUMN preview.uncertified.period_end IS 'The day after the period (exclusive).';

COMMENT ON COLUMN preview.uncertified.service IS 'The id of the service; null for measures of none.';

COMMENT ON COLUMN preview.uncertified.release IS 'The number of the release.';

CREATE TABLE warehouse.aggregate_origin (
    submission_id bigint NOT NULL,
    row_count bigint NOT NULL,
    row_digest bigint NOT NULL,
    mean double precision,
    squared_deviations double precision,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    filter text NOT NULL
);

COMMENT ON TABLE warehouse.aggregate_origin IS 'What a value that no single cell holds was made of.';

COMMENT ON COLUMN warehouse.aggregate_origin.row_count IS 'How many rows, or readings of rows, it was made of.';

COMMENT ON COLUMN warehouse.aggregate_origin.row_digest IS '64-bit FNV-1a over the digests of these rows, in the order of the file.';

COMMENT ON COLUMN warehouse.aggregate_origin.mean IS 'The mean of the values behind a mean; null for other aggregates.';

COMMENT ON COLUMN warehouse.aggregate_origin.squared_deviations IS 'The sum of their squared deviations from that mean.';

COMMENT ON COLUMN warehouse.aggregate_origin.filter IS 'Which rows these are and what was done with them, in words.';

CREATE TABLE warehouse.breakdown (
    breakdown_id integer NOT NULL,
    breakdown text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    list text,
    list_title text,
    is_unknown boolean DEFAULT false NOT NULL,
    is_reference boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    is_current boolean DEFAULT true NOT NULL
);

COMMENT ON TABLE warehouse.breakdown IS 'Groups that values refer to, each of one list; breakdown 0 is the total.';

COMMENT ON COLUMN warehouse.breakdown.list IS 'The id of the list the group belongs to; null for the total.';

COMMENT ON COLUMN warehouse.breakdown.is_unknown IS 'Whether it holds those whose group is not known.';

COMMENT ON COLUMN warehouse.breakdown.is_reference IS 'Whether the other groups of the list are compared with it.';

CREATE TABLE warehouse.city (
    city_id integer NOT NULL,
    city text NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    country text NOT NULL
);

COMMENT ON TABLE warehouse.city IS 'Reporting units with their permanent ids.';

CREATE TABLE warehouse.city_attribute (
    city_id integer NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE warehouse.city_attribute IS 'Dated attributes of cities; valid_to is exclusive, infinity is open.';

CREATE TABLE warehouse.consortium (
    consortium text NOT NULL,
    name text NOT NULL,
    is_invented boolean NOT NULL
);

COMMENT ON TABLE warehouse.consortium IS 'The one consortium that this database holds.';

CREATE TABLE warehouse.definition (
    standard text NOT NULL,
    version text NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    definition text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    formula text NOT NULL
);

COMMENT ON TABLE warehouse.definition IS 'What each measure and metric meant in each version: what may not change under a version.';

COMMENT ON COLUMN warehouse.definition.subject IS 'measure or metric.';

COMMENT ON COLUMN warehouse.definition.definition IS 'The definition, and what it includes and excludes.';

COMMENT ON COLUMN warehouse.definition.unit IS 'The unit with its size and dimension.';

COMMENT ON COLUMN warehouse.definition.kind IS 'stock or flow for a measure; empty for a metric.';

COMMENT ON COLUMN warehouse.definition.formula IS 'The formula of a metric; empty for a measure.';

CREATE TABLE warehouse.definition_change (
    subject text NOT NULL,
    id text NOT NULL,
    version text NOT NULL,
    change_date date NOT NULL,
    what text NOT NULL,
    is_comparable boolean NOT NULL,
    is_restated boolean NOT NULL,
    is_correction boolean NOT NULL
);

COMMENT ON TABLE warehouse.definition_change IS 'Dated changes of definitions, as the current standard names them.';

COMMENT ON COLUMN warehouse.definition_change.subject IS 'measure or metric.';

COMMENT ON COLUMN warehouse.definition_change.change_date IS 'The first day measured in the new way.';

COMMENT ON COLUMN warehouse.definition_change.is_comparable IS 'Whether values before and after compare all the same.';

COMMENT ON COLUMN warehouse.definition_change.is_restated IS 'Whether earlier values were worked out anew.';

COMMENT ON COLUMN warehouse.definition_change.is_correction IS 'Whether it mends a mistake.';

CREATE TABLE warehouse.folder_file (
    digest text NOT NULL,
    byte_count bigint NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY warehouse.folder_file ALTER COLUMN content SET STORAGE EXTERNAL;

COMMENT ON TABLE warehouse.folder_file IS 'Files of the consortium folder that a release was computed from, each text once.';

COMMENT ON COLUMN warehouse.folder_file.digest IS 'SHA-256 of the bytes, in hexadecimal.';

COMMENT ON COLUMN warehouse.folder_file.content IS 'The bytes, compressed with zstd.';

CREATE TABLE warehouse.folder_part (
    part text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE warehouse.folder_part IS 'Digests of the parts of the consortium folder, to see what changed.';

CREATE TABLE warehouse.measure (
    measure_id integer NOT NULL,
    measure text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    service text,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.measure IS 'What cities report.';

CREATE TABLE warehouse.metric (
    metric_id integer NOT NULL,
    metric text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    unit text NOT NULL,
    polarity text NOT NULL,
    service text,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.metric IS 'What is compared.';

CREATE TABLE warehouse.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL
);

COMMENT ON TABLE warehouse.migration IS 'Migrations that ran; number 0 stands for the views.';

CREATE TABLE warehouse.observation (
    submission_id bigint NOT NULL,
    value double precision,
    measure_id integer NOT NULL,
    city_id integer NOT NULL,
    period_start date NOT NULL,
    breakdown_id integer NOT NULL,
    source_row integer NOT NULL,
    period_months smallint NOT NULL,
    variant smallint NOT NULL,
    status smallint NOT NULL,
    confidentiality smallint NOT NULL,
    source_column smallint NOT NULL,
    raw_text text,
    basis smallint DEFAULT 0 NOT NULL
)
PARTITION BY RANGE (period_start);

COMMENT ON TABLE warehouse.observation IS 'Checked values, stored once and never changed; later submissions add newer ones.';

COMMENT ON COLUMN warehouse.observation.value IS 'Null when the status says that there is none.';

COMMENT ON COLUMN warehouse.observation.source_row IS 'The line of the file, from 1.';

COMMENT ON COLUMN warehouse.observation.variant IS '0 actual, 1 provisional actual, 2 budget, 3 adjusted budget, 4 target.';

COMMENT ON COLUMN warehouse.observation.status IS 'Code of the observation status: 0 normal, 1 estimated, 2 provisional, 3 unreliable; from 4 on a reason why there is no value.';

COMMENT ON COLUMN warehouse.observation.confidentiality IS '0 free, 1 members, 2 confidential.';

COMMENT ON COLUMN warehouse.observation.source_column IS 'The column of the file, from 1.';

COMMENT ON COLUMN warehouse.observation.raw_text IS 'The text of the cell where it is not the value''s shortest decimal text; null where it is.';

COMMENT ON COLUMN warehouse.observation.basis IS 'What the value states of cost basis, accounting basis, overhead method and audit: three bits each, 0 where nothing is stated.';

CREATE TABLE warehouse.peer_group (
    peer_group_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.peer_group IS 'Peer groups as the consortium folder defines them.';

CREATE TABLE warehouse.price_point (
    series text NOT NULL,
    period_start date NOT NULL,
    period_months smallint NOT NULL,
    vintage date NOT NULL,
    index_value double precision NOT NULL,
    source text NOT NULL
);

COMMENT ON TABLE warehouse.price_point IS 'Price indexes, as the consortium folder has them; the newest vintage counts.';

CREATE TABLE warehouse.private_peer (
    owner_city_id integer NOT NULL,
    city_id integer NOT NULL,
    peer_group text NOT NULL,
    title text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL
);

COMMENT ON TABLE warehouse.private_peer IS 'Peer groups that a city picked for itself, as the consortium folder has them now; no release has them.';

COMMENT ON COLUMN warehouse.private_peer.owner_city_id IS 'The city whose own business it is.';

COMMENT ON COLUMN warehouse.private_peer.city_id IS 'Whom it is compared with.';

COMMENT ON COLUMN warehouse.private_peer.valid_from IS 'The first day; -infinity for an open beginning.';

COMMENT ON COLUMN warehouse.private_peer.valid_to IS 'The day after the last; infinity for an open end.';

CREATE TABLE warehouse.provision (
    city_id integer NOT NULL,
    service text NOT NULL,
    mode text,
    provider text NOT NULL,
    share_contracted double precision,
    population_served double precision,
    takes_part boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL
);

COMMENT ON TABLE warehouse.provision IS 'How a city provides a service, by date; no row: provided, mode unknown, takes part.';

CREATE TABLE warehouse.registry_change (
    change_date date NOT NULL,
    city_id integer NOT NULL,
    becomes_city_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    new_name text NOT NULL,
    share double precision
);

COMMENT ON TABLE warehouse.registry_change IS 'What became of cities, and what they were called before.';

COMMENT ON COLUMN warehouse.registry_change.change_date IS 'The first day on which it holds.';

COMMENT ON COLUMN warehouse.registry_change.becomes_city_id IS 'The city that it became, or that left it; itself where it was renamed.';

COMMENT ON COLUMN warehouse.registry_change.kind IS 'renamed, merger, absorption, division or separation.';

COMMENT ON COLUMN warehouse.registry_change.name IS 'What the city was called the day before.';

COMMENT ON COLUMN warehouse.registry_change.new_name IS 'What the other, or the city itself, is called on the day.';

COMMENT ON COLUMN warehouse.registry_change.share IS 'The part (0 to 1) of the residents that went over; null when not known.';

CREATE TABLE warehouse.release_certification (
    release_id integer NOT NULL,
    certification_id bigint NOT NULL
);

COMMENT ON TABLE warehouse.release_certification IS 'The certifications that a final or corrected release rests on.';

CREATE TABLE warehouse.release_file (
    release_id integer NOT NULL,
    file text NOT NULL,
    digest text NOT NULL
);

COMMENT ON TABLE warehouse.release_file IS 'Which files of the folder each release was computed from.';

COMMENT ON COLUMN warehouse.release_file.file IS 'The path in the folder; a file that another names is written `that file > path`.';

CREATE TABLE warehouse.release_recognition (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    share double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    level text,
    level_title text
);

COMMENT ON TABLE warehouse.release_recognition IS 'The recognition of every city in a release, those below the first level too.';

COMMENT ON COLUMN warehouse.release_recognition.share IS 'Points over those possible, 0 to 1.';

COMMENT ON COLUMN warehouse.release_recognition.level IS 'The id of the level; null below the first.';

CREATE TABLE warehouse.release_recognition_rule (
    points double precision NOT NULL,
    possible double precision NOT NULL,
    release_id integer NOT NULL,
    city_id integer NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    title text NOT NULL
);

COMMENT ON TABLE warehouse.release_recognition_rule IS 'The points of every city by rule.';

CREATE TABLE warehouse.reporting_cycle (
    period text NOT NULL,
    opens date,
    due date,
    queries_until date,
    certify_until date,
    preview date,
    release date,
    blackout_first date,
    blackout_last date
);

COMMENT ON TABLE warehouse.reporting_cycle IS 'The days of each period''s reporting cycle, as calendar.csv has them; an open day is null.';

COMMENT ON COLUMN warehouse.reporting_cycle.opens IS 'The first day on which reports are taken.';

COMMENT ON COLUMN warehouse.reporting_cycle.due IS 'The last day on which a report is in time.';

COMMENT ON COLUMN warehouse.reporting_cycle.queries_until IS 'The last day for answers to questions.';

COMMENT ON COLUMN warehouse.reporting_cycle.certify_until IS 'The last day on which a city certifies in time.';

COMMENT ON COLUMN warehouse.reporting_cycle.preview IS 'The first day on which a city sees its own standings.';

COMMENT ON COLUMN warehouse.reporting_cycle.release IS 'The first day on which members see the release.';

COMMENT ON COLUMN warehouse.reporting_cycle.blackout_first IS 'The first of the days on which nothing is released.';

COMMENT ON COLUMN warehouse.reporting_cycle.blackout_last IS 'The last of them, which is within.';

CREATE TABLE warehouse.standard_file (
    standard_version_id integer NOT NULL,
    file text NOT NULL,
    content text NOT NULL
);

COMMENT ON TABLE warehouse.standard_file IS 'The texts of every version of the standard, so that any can be read back and compared.';

CREATE TABLE warehouse.standard_version (
    standard_version_id integer NOT NULL,
    standard text NOT NULL,
    version text NOT NULL,
    digest text NOT NULL,
    is_current boolean NOT NULL
);

COMMENT ON TABLE warehouse.standard_version IS 'Versions of the metric standard that were in force.';

COMMENT ON COLUMN warehouse.standard_version.digest IS 'SHA-256 over the files of the standard, in hexadecimal.';

ALTER TABLE ONLY intake.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (audit_entry);

ALTER TABLE ONLY intake.certification
    ADD CONSTRAINT certification_pkey PRIMARY KEY (certification_id);

ALTER TABLE ONLY intake.city_user
    ADD CONSTRAINT city_user_pkey PRIMARY KEY (login);

ALTER TABLE ONLY intake.code_list
    ADD CONSTRAINT code_list_pkey PRIMARY KEY (submission_id, city_id, period_start, period_months, column_name);

ALTER TABLE ONLY intake.confirmation_block
    ADD CONSTRAINT confirmation_block_pkey PRIMARY KEY (submission_id, block);

ALTER TABLE ONLY intake.explanation
    ADD CONSTRAINT explanation_pkey PRIMARY KEY (explanation_id);

ALTER TABLE ONLY intake.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (submission_id, finding);

ALTER TABLE ONLY intake.mapping
    ADD CONSTRAINT mapping_mapping_digest_key UNIQUE (mapping, digest);

ALTER TABLE ONLY intake.mapping
    ADD CONSTRAINT mapping_pkey PRIMARY KEY (mapping_id);

ALTER TABLE ONLY intake.query_entry
    ADD CONSTRAINT query_entry_pkey PRIMARY KEY (query_id, entry);

ALTER TABLE ONLY intake.query
    ADD CONSTRAINT query_pkey PRIMARY KEY (query_id);

ALTER TABLE ONLY intake.record_key
    ADD CONSTRAINT record_key_pkey PRIMARY KEY (submission_id, city_id, period_start, period_months);

ALTER TABLE ONLY intake.response
    ADD CONSTRAINT response_pkey PRIMARY KEY (response_id);

ALTER TABLE ONLY intake.submission_chunk
    ADD CONSTRAINT submission_chunk_pkey PRIMARY KEY (submission_id, chunk);

ALTER TABLE ONLY intake.submission_event
    ADD CONSTRAINT submission_event_pkey PRIMARY KEY (submission_id, event);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_identity_key UNIQUE (identity);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY member.breakdown_value
    ADD CONSTRAINT breakdown_value_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY member.breakdown_value
    ADD CONSTRAINT breakdown_value_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY member.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY member.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY member.incomparable_reason
    ADD CONSTRAINT incomparable_reason_pkey PRIMARY KEY (reason);

ALTER TABLE ONLY member.incomparable_reason
    ADD CONSTRAINT incomparable_reason_word_key UNIQUE (word);

ALTER TABLE ONLY member.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY member.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY member.metric_definition_change
    ADD CONSTRAINT metric_definition_change_pkey PRIMARY KEY (metric_id, subject, id, version, change_date, what);

ALTER TABLE ONLY member.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY member.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY member.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY member.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY member.registry_change
    ADD CONSTRAINT registry_change_pkey PRIMARY KEY (city_id, change_date, kind, becomes_city_id);

ALTER TABLE ONLY member.release_digest
    ADD CONSTRAINT release_digest_pkey PRIMARY KEY (release_id, table_name);

ALTER TABLE ONLY member.release_earlier
    ADD CONSTRAINT release_earlier_pkey PRIMARY KEY (release_id, period_start);

ALTER TABLE ONLY member.release_lineage
    ADD CONSTRAINT release_lineage_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id, measure_id, measure_period, measure_breakdown_id, submission_id);

ALTER TABLE ONLY member.release_metric
    ADD CONSTRAINT release_metric_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY member.release_peer
    ADD CONSTRAINT release_peer_pkey PRIMARY KEY (release_id, peer_group_id, owner_city_id, city_id);

ALTER TABLE ONLY member.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (release_id);

ALTER TABLE ONLY member.release_price
    ADD CONSTRAINT release_price_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY member.release_recognition
    ADD CONSTRAINT release_recognition_pkey PRIMARY KEY (release_id, city_id);

ALTER TABLE ONLY member.release_recognition_rule
    ADD CONSTRAINT release_recognition_rule_pkey PRIMARY KEY (release_id, city_id, rule);

ALTER TABLE ONLY member.release_response
    ADD CONSTRAINT release_response_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY member.release_standing
    ADD CONSTRAINT release_standing_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, city_id, breakdown_id);

ALTER TABLE ONLY member.release_statistic
    ADD CONSTRAINT release_statistic_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, owner_city_id, breakdown_id);

ALTER TABLE ONLY member.release_trend
    ADD CONSTRAINT release_trend_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY member.release_uncertified
    ADD CONSTRAINT release_uncertified_pkey PRIMARY KEY (release_id, city_id, service);

ALTER TABLE ONLY member.release_value
    ADD CONSTRAINT release_value_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY member.standing_status
    ADD CONSTRAINT standing_status_pkey PRIMARY KEY (status);

ALTER TABLE ONLY member.standing_status
    ADD CONSTRAINT standing_status_word_key UNIQUE (word);

ALTER TABLE ONLY member.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY open.breakdown_value
    ADD CONSTRAINT breakdown_value_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY open.breakdown_value
    ADD CONSTRAINT breakdown_value_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY open.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY open.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY open.incomparable_reason
    ADD CONSTRAINT incomparable_reason_pkey PRIMARY KEY (reason);

ALTER TABLE ONLY open.incomparable_reason
    ADD CONSTRAINT incomparable_reason_word_key UNIQUE (word);

ALTER TABLE ONLY open.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY open.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY open.metric_definition_change
    ADD CONSTRAINT metric_definition_change_pkey PRIMARY KEY (metric_id, subject, id, version, change_date, what);

ALTER TABLE ONLY open.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY open.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY open.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY open.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY open.registry_change
    ADD CONSTRAINT registry_change_pkey PRIMARY KEY (city_id, change_date, kind, becomes_city_id);

ALTER TABLE ONLY open.release_digest
    ADD CONSTRAINT release_digest_pkey PRIMARY KEY (release_id, table_name);

ALTER TABLE ONLY open.release_earlier
    ADD CONSTRAINT release_earlier_pkey PRIMARY KEY (release_id, period_start);

ALTER TABLE ONLY open.release_lineage
    ADD CONSTRAINT release_lineage_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id, measure_id, measure_period, measure_breakdown_id, submission_id);

ALTER TABLE ONLY open.release_metric
    ADD CONSTRAINT release_metric_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY open.release_peer
    ADD CONSTRAINT release_peer_pkey PRIMARY KEY (release_id, peer_group_id, owner_city_id, city_id);

ALTER TABLE ONLY open.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (release_id);

ALTER TABLE ONLY open.release_price
    ADD CONSTRAINT release_price_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY open.release_recognition
    ADD CONSTRAINT release_recognition_pkey PRIMARY KEY (release_id, city_id);

ALTER TABLE ONLY open.release_recognition_rule
    ADD CONSTRAINT release_recognition_rule_pkey PRIMARY KEY (release_id, city_id, rule);

ALTER TABLE ONLY open.release_response
    ADD CONSTRAINT release_response_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY open.release_standing
    ADD CONSTRAINT release_standing_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, city_id, breakdown_id);

ALTER TABLE ONLY open.release_statistic
    ADD CONSTRAINT release_statistic_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, owner_city_id, breakdown_id);

ALTER TABLE ONLY open.release_trend
    ADD CONSTRAINT release_trend_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY open.release_uncertified
    ADD CONSTRAINT release_uncertified_pkey PRIMARY KEY (release_id, city_id, service);

ALTER TABLE ONLY open.release_value
    ADD CONSTRAINT release_value_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY open.standing_status
    ADD CONSTRAINT standing_status_pkey PRIMARY KEY (status);

ALTER TABLE ONLY open.standing_status
    ADD CONSTRAINT standing_status_word_key UNIQUE (word);

ALTER TABLE ONLY open.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY preview.breakdown_value
    ADD CONSTRAINT breakdown_value_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY preview.breakdown_value
    ADD CONSTRAINT breakdown_value_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY preview.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY preview.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY preview.incomparable_reason
    ADD CONSTRAINT incomparable_reason_pkey PRIMARY KEY (reason);

ALTER TABLE ONLY preview.incomparable_reason
    ADD CONSTRAINT incomparable_reason_word_key UNIQUE (word);

ALTER TABLE ONLY preview.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY preview.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY preview.metric_definition_change
    ADD CONSTRAINT metric_definition_change_pkey PRIMARY KEY (metric_id, subject, id, version, change_date, what);

ALTER TABLE ONLY preview.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY preview.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY preview.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY preview.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY preview.registry_change
    ADD CONSTRAINT registry_change_pkey PRIMARY KEY (city_id, change_date, kind, becomes_city_id);

ALTER TABLE ONLY preview.release_digest
    ADD CONSTRAINT release_digest_pkey PRIMARY KEY (release_id, table_name);

ALTER TABLE ONLY preview.release_earlier
    ADD CONSTRAINT release_earlier_pkey PRIMARY KEY (release_id, period_start);

ALTER TABLE ONLY preview.release_lineage
    ADD CONSTRAINT release_lineage_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id, measure_id, measure_period, measure_breakdown_id, submission_id);

ALTER TABLE ONLY preview.release_metric
    ADD CONSTRAINT release_metric_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY preview.release_peer
    ADD CONSTRAINT release_peer_pkey PRIMARY KEY (release_id, peer_group_id, owner_city_id, city_id);

ALTER TABLE ONLY preview.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (release_id);

ALTER TABLE ONLY preview.release_price
    ADD CONSTRAINT release_price_pkey PRIMARY KEY (metric_id, release_id);

ALTER TABLE ONLY preview.release_recognition
    ADD CONSTRAINT release_recognition_pkey PRIMARY KEY (release_id, city_id);

ALTER TABLE ONLY preview.release_recognition_rule
    ADD CONSTRAINT release_recognition_rule_pkey PRIMARY KEY (release_id, city_id, rule);

ALTER TABLE ONLY preview.release_response
    ADD CONSTRAINT release_response_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY preview.release_standing
    ADD CONSTRAINT release_standing_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, city_id, breakdown_id);

ALTER TABLE ONLY preview.release_statistic
    ADD CONSTRAINT release_statistic_pkey PRIMARY KEY (metric_id, release_id, peer_group_id, owner_city_id, breakdown_id);

ALTER TABLE ONLY preview.release_trend
    ADD CONSTRAINT release_trend_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY preview.release_uncertified
    ADD CONSTRAINT release_uncertified_pkey PRIMARY KEY (release_id, city_id, service);

ALTER TABLE ONLY preview.release_value
    ADD CONSTRAINT release_value_pkey PRIMARY KEY (metric_id, release_id, city_id, breakdown_id);

ALTER TABLE ONLY preview.standing_status
    ADD CONSTRAINT standing_status_pkey PRIMARY KEY (status);

ALTER TABLE ONLY preview.standing_status
    ADD CONSTRAINT standing_status_word_key UNIQUE (word);

ALTER TABLE ONLY preview.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (submission_id);

ALTER TABLE ONLY warehouse.aggregate_origin
    ADD CONSTRAINT aggregate_origin_pkey PRIMARY KEY (measure_id, city_id, period_start, period_months, variant, breakdown_id, submission_id);

ALTER TABLE ONLY warehouse.breakdown
    ADD CONSTRAINT breakdown_breakdown_key UNIQUE (breakdown);

ALTER TABLE ONLY warehouse.breakdown
    ADD CONSTRAINT breakdown_pkey PRIMARY KEY (breakdown_id);

ALTER TABLE ONLY warehouse.city_attribute
    ADD CONSTRAINT city_attribute_pkey PRIMARY KEY (city_id, attribute, valid_from);

ALTER TABLE ONLY warehouse.city
    ADD CONSTRAINT city_city_key UNIQUE (city);

ALTER TABLE ONLY warehouse.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY warehouse.consortium
    ADD CONSTRAINT consortium_pkey PRIMARY KEY (consortium);

ALTER TABLE ONLY warehouse.definition_change
    ADD CONSTRAINT definition_change_pkey PRIMARY KEY (subject, id, version, change_date, what);

ALTER TABLE ONLY warehouse.definition
    ADD CONSTRAINT definition_pkey PRIMARY KEY (standard, version, subject, id);

ALTER TABLE ONLY warehouse.folder_file
    ADD CONSTRAINT folder_file_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY warehouse.folder_part
    ADD CONSTRAINT folder_part_pkey PRIMARY KEY (part);

ALTER TABLE ONLY warehouse.measure
    ADD CONSTRAINT measure_measure_key UNIQUE (measure);

ALTER TABLE ONLY warehouse.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure_id);

ALTER TABLE ONLY warehouse.metric
    ADD CONSTRAINT metric_metric_key UNIQUE (metric);

ALTER TABLE ONLY warehouse.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (metric_id);

ALTER TABLE ONLY warehouse.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY warehouse.observation
    ADD CONSTRAINT observation_pkey PRIMARY KEY (measure_id, city_id, period_start, period_months, variant, breakdown_id, submission_id);

ALTER TABLE ONLY warehouse.peer_group
    ADD CONSTRAINT peer_group_peer_group_key UNIQUE (peer_group);

ALTER TABLE ONLY warehouse.peer_group
    ADD CONSTRAINT peer_group_pkey PRIMARY KEY (peer_group_id);

ALTER TABLE ONLY warehouse.price_point
    ADD CONSTRAINT price_point_pkey PRIMARY KEY (series, period_start, period_months, vintage);

ALTER TABLE ONLY warehouse.private_peer
    ADD CONSTRAINT private_peer_pkey PRIMARY KEY (peer_group, owner_city_id, city_id);

ALTER TABLE ONLY warehouse.provision
    ADD CONSTRAINT provision_pkey PRIMARY KEY (city_id, service, valid_from);

ALTER TABLE ONLY warehouse.registry_change
    ADD CONSTRAINT registry_change_pkey PRIMARY KEY (city_id, change_date, kind, becomes_city_id);

ALTER TABLE ONLY warehouse.release_certification
    ADD CONSTRAINT release_certification_pkey PRIMARY KEY (release_id, certification_id);

ALTER TABLE ONLY warehouse.release_file
    ADD CONSTRAINT release_file_pkey PRIMARY KEY (release_id, file);

ALTER TABLE ONLY warehouse.release_recognition
    ADD CONSTRAINT release_recognition_pkey PRIMARY KEY (release_id, city_id);

ALTER TABLE ONLY warehouse.release_recognition_rule
    ADD CONSTRAINT release_recognition_rule_pkey PRIMARY KEY (release_id, city_id, rule);

ALTER TABLE ONLY warehouse.reporting_cycle
    ADD CONSTRAINT reporting_cycle_pkey PRIMARY KEY (period);

ALTER TABLE ONLY warehouse.standard_file
    ADD CONSTRAINT standard_file_pkey PRIMARY KEY (standard_version_id, file);

ALTER TABLE ONLY warehouse.standard_version
    ADD CONSTRAINT standard_version_pkey PRIMARY KEY (standard_version_id);

ALTER TABLE ONLY warehouse.standard_version
    ADD CONSTRAINT standard_version_standard_version_digest_key UNIQUE (standard, version, digest);

CREATE INDEX certification_period_start_idx ON intake.certification USING btree (period_start);

CREATE INDEX code_list_city_id_idx ON intake.code_list USING btree (city_id, period_start);

CREATE INDEX confirmation_block_confirmed_submission_id_idx ON intake.confirmation_block USING btree (confirmed_submission_id);

CREATE INDEX confirmation_confirmed_submission_id_idx ON intake.confirmation USING btree (confirmed_submission_id);

CREATE INDEX explanation_city_id_idx ON intake.explanation USING btree (city_id, measure_id);

CREATE INDEX query_period_start_idx ON intake.query USING btree (period_start);

CREATE INDEX record_key_city_id_idx ON intake.record_key USING btree (city_id, period_start);

CREATE INDEX response_period_idx ON intake.response USING btree (period);

CREATE INDEX submission_digest_idx ON intake.submission USING btree (digest);

CREATE UNIQUE INDEX submission_event_position_idx ON intake.submission_event USING btree ("position");

CREATE INDEX release_period_idx ON member.release USING btree (period, release_id);

CREATE INDEX release_standing_city_idx ON member.release_standing USING btree (city_id, release_id);

CREATE INDEX release_value_city_idx ON member.release_value USING btree (city_id, release_id);

CREATE INDEX release_period_release_id_idx ON open.release USING btree (period, release_id);

CREATE INDEX release_standing_city_id_release_id_idx ON open.release_standing USING btree (city_id, release_id);

CREATE INDEX release_value_city_id_release_id_idx ON open.release_value USING btree (city_id, release_id);

CREATE INDEX release_period_release_id_idx ON preview.release USING btree (period, release_id);

CREATE INDEX release_standing_city_id_release_id_idx ON preview.release_standing USING btree (city_id, release_id);

CREATE INDEX release_value_city_id_release_id_idx ON preview.release_value USING btree (city_id, release_id);

CREATE TRIGGER audit_entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON intake.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION intake.refuse_change();

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_mapping_id_fkey FOREIGN KEY (mapping_id) REFERENCES intake.mapping(mapping_id);

ALTER TABLE ONLY intake.submission
    ADD CONSTRAINT submission_standard_version_id_fkey FOREIGN KEY (standard_version_id) REFERENCES warehouse.standard_version(standard_version_id);

ALTER TABLE ONLY warehouse.city_attribute
    ADD CONSTRAINT city_attribute_city_id_fkey FOREIGN KEY (city_id) REFERENCES warehouse.city(city_id);

ALTER TABLE ONLY warehouse.provision
    ADD CONSTRAINT provision_city_id_fkey FOREIGN KEY (city_id) REFERENCES warehouse.city(city_id);

ALTER TABLE ONLY warehouse.standard_file
    ADD CONSTRAINT standard_file_standard_version_id_fkey FOREIGN KEY (standard_version_id) REFERENCES warehouse.standard_version(standard_version_id);

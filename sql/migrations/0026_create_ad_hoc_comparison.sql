-- grain: none of its own
-- reads: the release tables of each audience
-- used by: analysts

-- Any cities in one metric and period, from released figures alone.
create function member.compare(metric text, period text, cities text[])
returns table (
    city text,
    status text,
    value double precision,
    rank integer,
    rank_worst integer,
    contributors integer,
    not_reported integer,
    mean double precision,
    group_value double precision,
    median double precision,
    lower_quartile double precision,
    upper_quartile double precision,
    minimum double precision,
    maximum double precision,
    standard_deviation double precision,
    release integer
)
language plpgsql
stable
as $function$
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
$function$;

do $$
declare
    audience text;
begin
    foreach audience in array array['preview', 'open'] loop
        execute replace(
            pg_get_functiondef('member.compare(text, text, text[])'::regprocedure),
            'member.', audience || '.');
    end loop;
    foreach audience in array array['preview', 'member', 'open'] loop
        execute format(
            'comment on function %I.compare(text, text, text[]) is %L', audience,
            'Any cities in one metric and period, from the newest release: a row a city, with the statistics of all of them.');
        execute format(
            'revoke all on function %I.compare(text, text, text[]) from public', audience);
    end loop;
end
$$;

-- How many standings of common groups there are, and how many of them
-- member.compare tells otherwise for the same cities: figures within 1e-12,
-- ranks and counts alike.
with
released as materialized (
    select standing.*
    from member.standing
    where standing.breakdown = 'total'
),

common_group as materialized (
    select
        peer_statistic.metric as metric,
        peer_statistic.period as period,
        peer_statistic.peer_group as peer_group,
        array_agg(released.city) as cities
    from member.peer_statistic
    inner join released using (metric, period, breakdown, peer_group)
    -- Below a group's own minimum nothing is said of it.
    where peer_statistic.owner_city is null
        and peer_statistic.mean is not null
    group by peer_statistic.metric, peer_statistic.period, peer_statistic.peer_group
),

ad_hoc as materialized (
    select
        common_group.metric as metric,
        common_group.period as period,
        common_group.peer_group as peer_group,
        told.*
    from common_group
    cross join lateral
        member.compare(common_group.metric, common_group.period, common_group.cities) as told
),

compared as (
    select
        (
            standing.rank is not distinct from ad_hoc.rank
            and standing.rank_worst is not distinct from ad_hoc.rank_worst
            and standing.contributors = ad_hoc.contributors
            and standing.status = ad_hoc.status
            and standing.value is not distinct from ad_hoc.value
            and is_near.all_of_them
        ) is true as is_alike
    from ad_hoc
    inner join released as standing using (metric, period, peer_group, city)
    cross join lateral (
        select bool_and(
            (pair.own is null) = (pair.other is null)
            and coalesce(abs(pair.own - pair.other) <= 1e-12 * greatest(1, abs(pair.own)), true)
        ) as all_of_them
        from (
            values
                (standing.mean, ad_hoc.mean),
                (standing.group_value, ad_hoc.group_value),
                (standing.median, ad_hoc.median),
                (standing.lower_quartile, ad_hoc.lower_quartile),
                (standing.upper_quartile, ad_hoc.upper_quartile),
                (standing.minimum, ad_hoc.minimum),
                (standing.maximum, ad_hoc.maximum),
                (standing.standard_deviation, ad_hoc.standard_deviation)
        ) as pair (own, other)
    ) as is_near
)

select count(*), count(*) filter (where not compared.is_alike)
from compared;

-- grain: one row a standing and other member of its group that it cannot be told from
-- reads: the release tables of schema member
-- used by: analysts, report

create or replace view member.indistinct_history as
select
    metric.metric as metric,
    city.city as city,
    release.period as period,
    release.period_start as period_start,
    release.period_end as period_end,
    breakdown_value.breakdown as breakdown,
    peer_group.peer_group as peer_group,
    other.city as other_city,
    release.release_id as release
from member.release_standing
inner join (
    select
        release_peer.release_id as release_id,
        release_peer.peer_group_id as peer_group_id,
        release_peer.owner_city_id as owner_city_id,
        release_peer.city_id as city_id,
        row_number() over (
            partition by
                release_peer.release_id, release_peer.peer_group_id, release_peer.owner_city_id
            order by release_peer.city_id
        ) as place
    from member.release_peer
) as peer
    on peer.release_id = release_standing.release_id
    and peer.peer_group_id = release_standing.peer_group_id
    and peer.owner_city_id = release_standing.owner_city_id
    and peer.city_id <> release_standing.city_id
inner join member.release on release.release_id = release_standing.release_id
inner join member.metric on metric.metric_id = release_standing.metric_id
inner join member.city on city.city_id = release_standing.city_id
inner join member.city as other on other.city_id = peer.city_id
inner join member.peer_group on peer_group.peer_group_id = release_standing.peer_group_id
inner join member.breakdown_value
    on breakdown_value.breakdown_id = release_standing.breakdown_id
where case
        when peer.place <= length(release_standing.indistinct)
            then get_bit(release_standing.indistinct, peer.place::integer - 1) = 1
        else false
    end;

create or replace view member.indistinct as
select
    indistinct_history.metric,
    indistinct_history.city,
    indistinct_history.period,
    indistinct_history.period_start,
    indistinct_history.period_end,
    indistinct_history.breakdown,
    indistinct_history.peer_group,
    indistinct_history.other_city,
    indistinct_history.release
from member.indistinct_history
inner join member.release on release.release_id = indistinct_history.release
where release.is_newest;

comment on view member.indistinct is 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. Newest release of each period.';
comment on column member.indistinct.metric is 'The metric, domain/name.';
comment on column member.indistinct.city is 'The id of the city.';
comment on column member.indistinct.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.indistinct.period_start is 'The first day of the period.';
comment on column member.indistinct.period_end is 'The day after the period (exclusive).';
comment on column member.indistinct.breakdown is 'The population group or district; total for all.';
comment on column member.indistinct.peer_group is 'The id of the peer group.';
comment on column member.indistinct.other_city is 'The id of the other city.';
comment on column member.indistinct.release is 'The number of the release.';
comment on view member.indistinct_history is 'Whom each city cannot be told from in a metric: the data do not say which of the two is ahead. All releases.';
comment on column member.indistinct_history.metric is 'The metric, domain/name.';
comment on column member.indistinct_history.city is 'The id of the city.';
comment on column member.indistinct_history.period is 'The period, in canonical text such as 2026-Q3.';
comment on column member.indistinct_history.period_start is 'The first day of the period.';
comment on column member.indistinct_history.period_end is 'The day after the period (exclusive).';
comment on column member.indistinct_history.breakdown is 'The population group or district; total for all.';
comment on column member.indistinct_history.peer_group is 'The id of the peer group.';
comment on column member.indistinct_history.other_city is 'The id of the other city.';
comment on column member.indistinct_history.release is 'The number of the release.';

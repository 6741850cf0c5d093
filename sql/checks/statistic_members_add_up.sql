-- promise: contributors and the counts by reason add up to the members
select
    release_statistic.release_id as release_id,
    release_statistic.metric_id as metric_id,
    release_statistic.peer_group_id as peer_group_id,
    release_statistic.owner_city_id as owner_city_id
from member.release_statistic
left join (
    select release_id, peer_group_id, owner_city_id, count(*) as members
    from member.release_peer
    group by release_id, peer_group_id, owner_city_id
) as peer
    on peer.release_id = release_statistic.release_id
    and peer.peer_group_id = release_statistic.peer_group_id
    and peer.owner_city_id = release_statistic.owner_city_id
where coalesce(peer.members, 0) <> release_statistic.contributors
    + release_statistic.not_reported
    + release_statistic.not_provided
    + release_statistic.not_taking_part
    + release_statistic.suppressed
    + release_statistic.unreliable
    + release_statistic.not_comparable;

-- promise: every standing has its figure and its statistics
select
    release_standing.release_id as release_id,
    release_standing.metric_id as metric_id,
    release_standing.city_id as city_id
from member.release_standing
left join member.release_value
    on release_value.metric_id = release_standing.metric_id
    and release_value.release_id = release_standing.release_id
    and release_value.city_id = release_standing.city_id
    and release_value.breakdown_id = release_standing.breakdown_id
left join member.release_statistic
    on release_statistic.metric_id = release_standing.metric_id
    and release_statistic.release_id = release_standing.release_id
    and release_statistic.peer_group_id = release_standing.peer_group_id
    and release_statistic.owner_city_id = release_standing.owner_city_id
    and release_statistic.breakdown_id = release_standing.breakdown_id
where release_value.release_id is null or release_statistic.release_id is null;

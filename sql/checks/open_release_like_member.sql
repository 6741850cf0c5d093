-- promise: everybody sees of a release just the figures that members see
select
    coalesce(opened.release_id, seen.release_id) as release_id,
    coalesce(opened.metric_id, seen.metric_id) as metric_id,
    coalesce(opened.city_id, seen.city_id) as city_id
from (
    select release_value.*
    from member.release_value
    inner join open.release on release.release_id = release_value.release_id
) as seen
full outer join open.release_value as opened
    on opened.metric_id = seen.metric_id
    and opened.release_id = seen.release_id
    and opened.city_id = seen.city_id
    and opened.breakdown_id = seen.breakdown_id
where opened.city_id is null or seen.city_id is null
    or opened.value is distinct from seen.value
    or opened.status <> seen.status;

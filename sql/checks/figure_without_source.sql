-- promise: every released figure has the observations it was made of
select
    release_value.release_id as release_id,
    release_value.metric_id as metric_id,
    release_value.city_id as city_id,
    release_value.breakdown_id as breakdown_id
from member.release_value
where release_value.value is not null
    and not exists (
        select
        from member.release_lineage
        where release_lineage.metric_id = release_value.metric_id
            and release_lineage.release_id = release_value.release_id
            and release_lineage.city_id = release_value.city_id
            and release_lineage.breakdown_id = release_value.breakdown_id
    );

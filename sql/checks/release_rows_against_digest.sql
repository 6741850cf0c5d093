-- promise: a release has as many rows as when it was frozen
select
    release_digest.release_id as release_id,
    release_digest.table_name as table_name
from member.release_digest
inner join (
    select release_id, 'release_value' as table_name, count(*) as row_count
    from member.release_value
    group by release_id
    union all
    select release_id, 'release_statistic', count(*)
    from member.release_statistic
    group by release_id
    union all
    select release_id, 'release_standing', count(*)
    from member.release_standing
    group by release_id
    union all
    select release_id, 'release_lineage', count(*)
    from member.release_lineage
    group by release_id
) as stored
    on stored.release_id = release_digest.release_id
    and stored.table_name = release_digest.table_name
where stored.row_count <> release_digest.row_count;

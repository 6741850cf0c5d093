-- promise: each period has exactly one newest release that members see, and one
--     that the public sees, and it is the last; of those held back at most one
--     is the newest, and it is the last
select
    'member' as audience,
    release.period as period,
    count(*) filter (where release.is_newest) as newest
from member.release
group by release.period
having count(*) filter (where release.is_newest) <> 1
    or max(release.release_id) filter (where release.is_newest) <> max(release.release_id)
union all
select
    'open' as audience,
    release.period as period,
    count(*) filter (where release.is_newest) as newest
from open.release
group by release.period
having count(*) filter (where release.is_newest) <> 1
    or max(release.release_id) filter (where release.is_newest) <> max(release.release_id)
union all
select
    'preview' as audience,
    release.period as period,
    count(*) filter (where release.is_newest) as newest
from preview.release
group by release.period
having count(*) filter (where release.is_newest) > 1
    or max(release.release_id) filter (where release.is_newest) <> max(release.release_id);

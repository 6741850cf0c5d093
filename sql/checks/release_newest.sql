-- promise: each period has exactly one newest release, and it is the last
select
    release.period as period,
    count(*) filter (where release.is_newest) as newest
from member.release
group by release.period
having count(*) filter (where release.is_newest) <> 1
    or max(release.release_id) filter (where release.is_newest) <> max(release.release_id);

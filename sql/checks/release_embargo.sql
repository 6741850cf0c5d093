-- promise: members see nothing before its embargo is over, nothing that is a
--     preview, and nothing that is still held back; the public sees what is
--     for all
select
    release.release_id as release_id
from member.release
where release.published_at < release.embargo_until
    or release.visibility = 'preview'
    or exists (
        select
        from preview.release as held
        where held.release_id = release.release_id
    )
    or (release.visibility = 'open') <> exists (
        select
        from open.release as opened
        where opened.release_id = release.release_id
    )
union all
select
    release.release_id as release_id
from open.release
where not exists (
    select
    from member.release as seen
    where seen.release_id = release.release_id
);

-- promise: of the releases that members saw of a period, provisional ones come
--     first, then one final one, then corrected ones
select
    ordered.release_id as release_id,
    ordered.period as period
from (
    select
        release.release_id as release_id,
        release.period as period,
        release.kind as kind,
        lag(release.kind) over (
            partition by release.period order by release.release_id
        ) as kind_before
    from member.release
) as ordered
where ordered.kind not in ('provisional', 'final', 'corrected')
    or (ordered.kind = 'corrected') <> (
        coalesce(ordered.kind_before, 'provisional') in ('final', 'corrected')
    );

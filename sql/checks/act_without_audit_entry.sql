-- promise: whatever was loaded, withdrawn or released has its audit entry
select
    'submission' as kind,
    submission.submission_id as number
from intake.submission
where not exists (
    select
    from intake.audit_entry
    where audit_entry.submission_id = submission.submission_id
        and audit_entry.action
            = case when submission.is_rejected then 'rejected' else 'loaded' end
        and audit_entry.digest = submission.digest
)
union all
select
    'withdrawal' as kind,
    submission_event.submission_id as number
from intake.submission_event
group by submission_event.submission_id
having count(*) <> (
    select count(*)
    from intake.audit_entry
    where audit_entry.submission_id = submission_event.submission_id
        and audit_entry.action in ('withdrawn', 'undone')
)
union all
select
    'release' as kind,
    release.release_id as number
from member.release
where not exists (
    select
    from intake.audit_entry
    where audit_entry.release_id = release.release_id
        and audit_entry.action = 'released'
);

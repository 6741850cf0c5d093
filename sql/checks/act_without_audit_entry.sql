-- promise: whatever was loaded, withdrawn, released, certified, asked or
--     responded has its audit entry
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
)
union all
select
    'certification' as kind,
    certification.certification_id as number
from intake.certification
where not exists (
    select
    from intake.audit_entry
    where audit_entry.action = 'certified'
        and audit_entry.digest = certification.digest
)
union all
select
    'question' as kind,
    max(query_entry.query_id) as number
from intake.query_entry
having count(*) <> (
    select count(*)
    from intake.audit_entry
    where audit_entry.action in ('asked', 'answered', 'closed')
)
union all
select
    'response' as kind,
    max(response.response_id) as number
from intake.response
having count(*) <> (
    select count(*) from intake.audit_entry where audit_entry.action = 'responded'
)
union all
select
    'held release' as kind,
    release.release_id as number
from preview.release
where not exists (
    select
    from intake.audit_entry
    where audit_entry.release_id = release.release_id
        and audit_entry.action = 'released'
);

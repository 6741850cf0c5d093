-- promise: every erasure has its audit entry, with the digest of the bytes
--     and a reason, and no audit entry is missing
select
    'submission' as kind,
    submission.submission_id as number
from intake.submission
where submission.original = 'erased'
    and not exists (
        select
        from intake.audit_entry
        where audit_entry.submission_id = submission.submission_id
            and audit_entry.action = 'erased'
            and audit_entry.digest = submission.digest
            and audit_entry.reason <> ''
    )
union all
select
    'audit entry' as kind,
    numbered.position as number
from (
    select
        audit_entry.audit_entry as audit_entry,
        row_number() over (order by audit_entry.audit_entry) as position
    from intake.audit_entry
) as numbered
where numbered.audit_entry <> numbered.position;

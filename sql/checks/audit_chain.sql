-- promise: each audit entry's digest covers the entry before it and itself
select
    chained.audit_entry as audit_entry
from (
    select
        audit_entry.audit_entry as audit_entry,
        audit_entry.chain_digest as chain_digest,
        lag(audit_entry.chain_digest, 1, '') over (order by audit_entry.audit_entry)
        || string_agg(
            coalesce(
                octet_length(convert_to(fields.field, 'UTF8')) || ':' || fields.field || ',',
                '-,'
            ),
            '' order by fields.position
        ) as covered
    from intake.audit_entry
    cross join lateral unnest(array[
        audit_entry.audit_entry::text,
        ((extract(epoch from audit_entry.happened_at) - 946684800) * 1000000)::bigint::text,
        audit_entry.actor,
        audit_entry.action,
        audit_entry.submission_id::text,
        audit_entry.release_id::text,
        audit_entry.subject,
        audit_entry.digest,
        audit_entry.reason
    ]) with ordinality as fields (field, position)
    group by audit_entry.audit_entry
) as chained
where chained.chain_digest <> encode(sha256(convert_to(chained.covered, 'UTF8')), 'hex');

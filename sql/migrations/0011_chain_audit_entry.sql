-- grain: one row an act: who did what to what was received or released, when
-- reads: intake.submission, intake.submission_event, intake.explanation,
--     member.release
-- used by: load, explain, withdraw, erase, compare (write), audit

alter table intake.audit_entry
    add column release_id integer,
    add column subject text not null default '',
    add column chain_digest text;

-- What was done before the chain began, so that no act is without an entry.
insert into intake.audit_entry
    (audit_entry, happened_at, actor, action, submission_id, release_id, digest, reason)
select
    (select coalesce(max(audit_entry.audit_entry), 0) from intake.audit_entry)
    + row_number() over (order by act.happened_at, act.position, act.number),
    act.happened_at,
    'unknown',
    act.action,
    act.submission_id,
    act.release_id,
    act.digest,
    act.reason
from (
    select
        1 as position,
        submission.submission_id as number,
        submission.received_at as happened_at,
        case when submission.is_rejected then 'rejected' else 'loaded' end as action,
        submission.submission_id as submission_id,
        null::integer as release_id,
        submission.digest as digest,
        'Done before the audit chain began.' as reason
    from intake.submission
    union all
    select
        2 as position,
        submission_event.event as number,
        submission_event.happened_at as happened_at,
        case submission_event.action when 'restored' then 'undone' else 'withdrawn' end as action,
        submission_event.submission_id as submission_id,
        null::integer as release_id,
        submission.digest as digest,
        submission_event.reason as reason
    from intake.submission_event
    inner join intake.submission
        on submission.submission_id = submission_event.submission_id
    union all
    -- No release says when it was made.
    select
        3 as position,
        release.release_id as number,
        now() as happened_at,
        'released' as action,
        null::bigint as submission_id,
        release.release_id as release_id,
        release.input_digest as digest,
        'Done before the audit chain began.' as reason
    from member.release
) as act;

-- Each entry's digest covers the one before it and the entry's own fields:
-- every field as its length in bytes, a colon, its text and a comma; "-," for
-- none; the instant in microseconds since 2000.
do $$
declare
    entry record;
    previous text := '';
begin
    for entry in select * from intake.audit_entry order by audit_entry loop
        select
            encode(
                sha256(
                    convert_to(
                        previous || string_agg(
                            coalesce(
                                octet_length(convert_to(fields.field, 'UTF8')) || ':'
                                || fields.field || ',',
                                '-,'
                            ),
                            '' order by fields.position
                        ),
                        'UTF8'
                    )
                ),
                'hex'
            )
        into previous
        from unnest(array[
            entry.audit_entry::text,
            ((extract(epoch from entry.happened_at) - 946684800) * 1000000)::bigint::text,
            entry.actor,
            entry.action,
            entry.submission_id::text,
            entry.release_id::text,
            entry.subject,
            entry.digest,
            entry.reason
        ]) with ordinality as fields (field, position);
        update intake.audit_entry set chain_digest = previous
        where audit_entry.audit_entry = entry.audit_entry;
    end loop;
end
$$;

alter table intake.audit_entry alter column chain_digest set not null;

create function intake.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    raise exception 'audit entries are only ever added, never changed or deleted';
end
$$;

create trigger audit_entry_is_append_only
before update or delete or truncate on intake.audit_entry
for each statement execute function intake.refuse_change();

comment on function intake.refuse_change() is 'Keeps rows that may only be added from being changed.';
comment on table intake.audit_entry is 'Who did what to what was received or released, when and why: rows are only ever added, numbered without gaps, each with a digest over itself and the one before it.';
comment on column intake.audit_entry.action is 'What was done: loaded, rejected, explained, withdrawn, undone (a withdrawal), erased, released.';
comment on column intake.audit_entry.submission_id is 'The submission that it was done to; null where it was none.';
comment on column intake.audit_entry.release_id is 'The release that it was done to; null where it was none.';
comment on column intake.audit_entry.subject is 'What else it was done to, such as city, measure, period and breakdown; empty where it was nothing.';
comment on column intake.audit_entry.digest is 'SHA-256 of what it was done to, in hexadecimal: the bytes of a submission, the text of an explanation, the input of a release. The text itself is never in an entry, so that it can be erased.';
comment on column intake.audit_entry.chain_digest is 'SHA-256 over the chain digest of the entry before (none for the first) and the fields of this one, in hexadecimal.';

-- grain: one row an act that took something out of the store for good
-- reads: nothing
-- used by: erase (writes), submissions

-- Rows are added, never changed and never deleted; numbers have no gaps.
create table intake.audit_entry (
    audit_entry bigint primary key,
    happened_at timestamptz not null,
    actor text not null,
    action text not null,
    submission_id bigint,
    digest text,
    reason text not null
);

comment on table intake.audit_entry is 'Who did what to what was received, when and why: rows are only ever added, numbered without gaps.';
comment on column intake.audit_entry.actor is 'Who did it: the name given, else the account that ran the program.';
comment on column intake.audit_entry.action is 'What was done: erased.';
comment on column intake.audit_entry.submission_id is 'The submission that it was done to; null where there is none.';
comment on column intake.audit_entry.digest is 'SHA-256 of the bytes of that submission, in hexadecimal.';
comment on column intake.submission.original is 'What is kept of the bytes: whole; redacted, without the columns that the mapping marks personal; none; erased, what was kept is gone, and with it the texts of its cells.';

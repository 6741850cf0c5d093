-- grain: one row a submission
-- reads: nothing; what was stored before is not looked through
-- used by: load (writes), compare

-- A correction often sends a whole file again. When no value of the earlier
-- one is current any more, comparisons need not read it.
alter table intake.submission add column superseded_by bigint;

comment on column intake.submission.superseded_by is 'A later submission that replaced every value stored of this one; null: none did by itself.';

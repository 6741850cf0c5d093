-- grain: one row a finding of a submission
-- reads: the names of files, for findings that are stored already
-- used by: load (writes), findings, explain

-- What a row is called: what a file is called does not say what it holds.
alter table intake.finding add column is_record boolean not null default false;
alter table intake.finding add column record_line integer;

update intake.finding
set is_record = true
from intake.submission
where submission.submission_id = finding.submission_id
    and coalesce(finding.member, submission.file) ~* '\.(json|jsonl|ndjson|geojson)$';

comment on column intake.finding.is_record is 'Whether source_row counts records of JSON and not lines.';
comment on column intake.finding.record_line is 'The line on which the record begins; null where that is source_row, or not known.';

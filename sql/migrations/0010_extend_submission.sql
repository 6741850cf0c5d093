-- grain: one element a table of a submission: the file itself, a sheet of a
--     workbook, a file in a zip archive or folder
-- reads: nothing
-- used by: load (writes), compare (copies into the release), findings, lineage

-- Rows of a submission are counted through its tables: the first row of a
-- table is the one after part_first_row. Empty for a text file.
alter table intake.submission add column part_first_row integer[] not null default '{}';
alter table intake.submission add column part_member text[] not null default '{}';
alter table intake.submission add column part_sheet text[] not null default '{}';

alter table intake.finding add column member text;

alter table member.submission add column part_first_row integer[] not null default '{}';
alter table member.submission add column part_member text[] not null default '{}';
alter table member.submission add column part_sheet text[] not null default '{}';

comment on column intake.submission.part_first_row is 'For each table, how many rows the tables before it have; it never falls.';
comment on column intake.submission.part_member is 'For each table, its file in the archive or folder; null where there is none.';
comment on column intake.submission.part_sheet is 'For each table, its sheet; null where it is no workbook.';
comment on column intake.finding.member is 'The file in the archive or folder; null where there is none.';
comment on column intake.finding.source_row is 'The row in its own table, from 1.';
comment on column member.submission.part_first_row is 'For each table, how many rows the tables before it have; empty for a text file.';
comment on column member.submission.part_member is 'For each table, its file in the archive or folder; null where there is none.';
comment on column member.submission.part_sheet is 'For each table, its sheet; null where it is no workbook.';

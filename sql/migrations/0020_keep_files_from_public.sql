-- grain: none of its own
-- reads: nothing
-- used by: release (writes), the views of schema open

-- A path has the sender's folder and a name that people chose. A digest lets
-- whoever knows all of a small file but one figure try that figure, and all of
-- a release's input what was not released. Members keep them.
do $$
declare
    audience text;
begin
    foreach audience in array array['preview', 'member', 'open'] loop
        execute format(
            $sql$
            alter table %1$I.submission
                alter column file drop not null,
                alter column digest drop not null;
            alter table %1$I.release alter column input_digest drop not null;

            comment on column %1$I.submission.file is 'The path of the file as it was sent; null in schema open, which names no files.';
            comment on column %1$I.submission.digest is 'SHA-256 of the file; null in schema open: who knows all of a file but one figure could try that.';
            comment on column %1$I.submission.part_member is 'For each table, its file in the archive or folder; null where there is none. Empty in schema open.';
            comment on column %1$I.submission.part_sheet is 'For each table, its sheet; null where it is no workbook. Empty in schema open.';
            comment on column %1$I.release_lineage.row_digest is 'The digest of these rows; null for a cell, and in schema open.';
            comment on column %1$I.release.input_digest is 'SHA-256 over all that the release was computed from; null in schema open, since it covers what was not released.';
            comment on column %1$I.release.content_digest is 'SHA-256 over the digests of its tables in this schema, without that of services that nobody certified; null for releases of older program versions.';
            comment on table %1$I.release_digest is 'What each table of this schema held for a release when it was frozen: rows and digest.';
            $sql$, audience);
    end loop;
end
$$;

update open.submission set file = null, digest = null, part_member = '{}', part_sheet = '{}';
update open.release_lineage set row_digest = null where row_digest is not null;
update open.release set input_digest = null, content_digest = null;
delete from open.release_digest where table_name = 'release_lineage';

alter table open.submission
    add constraint submission_names_no_file check (
        file is null and digest is null and part_member = '{}' and part_sheet = '{}'
    );
alter table open.release_lineage
    add constraint release_lineage_digests_no_rows check (row_digest is null);
alter table open.release
    add constraint release_digests_no_input check (input_digest is null);

-- grain: none of its own
-- reads: nothing
-- used by: respond, release (writes), report, the views of schema open

-- A city speaks through an office, a person for it. The public reads the
-- office.
alter table intake.response add column office text;

do $$
declare
    audience text;
begin
    foreach audience in array array['preview', 'member', 'open'] loop
        execute format(
            $sql$
            alter table %1$I.release_response
                alter column author drop not null,
                add column office text;

            comment on column %1$I.release_response.author is 'Who says it; null in schema open, which names no people.';
            comment on column %1$I.release_response.office is 'The office in which it is said; null where nobody noted it.';
            comment on column %1$I.release.content_digest is 'SHA-256 over the digests of its tables, without that of services that nobody certified; null for releases of older program versions.';
            comment on column %1$I.release_lineage.explained_by is 'Who said it; null in schema open, which names no people.';
            $sql$, audience);
    end loop;
end
$$;

update open.release_lineage set explained_by = null where explained_by is not null;
update open.release_response set author = null where author is not null;
alter table open.release_lineage
    add constraint release_lineage_names_nobody check (explained_by is null);
alter table open.release_response
    add constraint release_response_names_nobody check (author is null);

comment on column intake.response.office is 'The office in which it is said; null where nobody noted it.';

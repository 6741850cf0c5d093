-- grain: none of its own
-- reads: nothing
-- used by: load (writes), compare, lineage

-- A statistical office estimates the residents of past years anew with each
-- edition. What a file holds, its mapping says.
alter table intake.mapping add column vintage text;

do $$
declare
    audience text;
begin
    foreach audience in array array['member', 'preview', 'open'] loop
        execute format('alter table %I.submission add column vintage text', audience);
        execute format(
            'comment on column %I.submission.vintage is %L', audience,
            'The edition of their source that its figures are of; null where nobody said.');
    end loop;
end
$$;

comment on column intake.mapping.vintage is 'The edition of their source that the figures of such files are of; null where nobody said.';

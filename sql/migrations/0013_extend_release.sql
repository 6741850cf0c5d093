-- grain: one row a release and table of it, release and file of the folder it
--     was computed from, file of the folder; the tables of releases once more
--     for each audience
-- reads: nothing
-- used by: compare, release, withdraw (writes), releases, show, report

-- Withdrawals and their undoing in the order in which they were done, whatever
-- the clock said.
alter table intake.submission_event add column position bigint;
update intake.submission_event
set position = numbered.position
from (
    select submission_id, event,
        row_number() over (order by happened_at, submission_id, event) as position
    from intake.submission_event
) as numbered
where numbered.submission_id = submission_event.submission_id
    and numbered.event = submission_event.event;
alter table intake.submission_event alter column position set not null;
create unique index submission_event_position_idx on intake.submission_event (position);

-- Which of these made an observation of a value that a submission had only
-- repeated; before this migration nobody noted it.
alter table intake.confirmation add column stored_by bigint;
update intake.confirmation
set stored_by = coalesce(
    (
        select min(submission_event.position)
        from intake.submission_event
        where submission_event.submission_id = confirmation.confirmed_submission_id
    ),
    (select min(submission_event.position) from intake.submission_event)
)
where exists (
    select
    from warehouse.observation
    where observation.measure_id = confirmation.measure_id
        and observation.city_id = confirmation.city_id
        and observation.period_start = confirmation.period_start
        and observation.period_months = confirmation.period_months
        and observation.variant = confirmation.variant
        and observation.breakdown_id = confirmation.breakdown_id
        and observation.submission_id = confirmation.submission_id
);

-- What a release was computed from, so that it can be computed again.
create table warehouse.folder_file (
    digest text primary key,
    byte_count bigint not null,
    content bytea not null
);

alter table warehouse.folder_file alter column content set storage external;

create table warehouse.release_file (
    release_id integer not null,
    file text not null,
    digest text not null,
    primary key (release_id, file)
);

alter table member.release add column visibility text not null default 'member';
alter table member.release add column embargo_until timestamptz;
alter table member.release add column released_at timestamptz;
alter table member.release add column published_at timestamptz;
alter table member.release add column reason text;
alter table member.release add column content_digest text;
alter table member.release add column standard_digest text;
alter table member.release add column known_submission_id bigint;
alter table member.release add column known_event bigint;
alter table member.release add column known_explanation_id bigint;

create table member.release_digest (
    row_count bigint not null,
    release_id integer not null,
    table_name text not null,
    column_names text not null,
    digest text not null,
    primary key (release_id, table_name)
);

comment on column intake.submission_event.position is 'The place among all events, from 1 without a gap.';
comment on column intake.confirmation.stored_by is 'The position of the event that made an observation of it; null while it is none.';
comment on table warehouse.folder_file is 'Files of the consortium folder that a release was computed from, each text once.';
comment on column warehouse.folder_file.digest is 'SHA-256 of the bytes, in hexadecimal.';
comment on column warehouse.folder_file.content is 'The bytes, compressed with zstd.';
comment on table warehouse.release_file is 'Which files of the folder each release was computed from.';
comment on column warehouse.release_file.file is 'The path in the folder; a file that another names is written `that file > path`.';
comment on column member.release.kind is 'provisional, final, or corrected: the first after a final one whose input changed, and those that follow.';
comment on column member.release.visibility is 'Who it is for: preview (operators), member, open (the public).';
comment on column member.release.embargo_until is 'Nobody but operators sees it before; null for no embargo.';
comment on column member.release.released_at is 'When it was computed and frozen; null for releases of program versions that did not note it.';
comment on column member.release.published_at is 'When members came to see it; null while they do not.';
comment on column member.release.reason is 'Why it was made, in the words that the correction log shows; null where nobody said.';
comment on column member.release.content_digest is 'SHA-256 over the digests of its tables; null for releases of older program versions.';
comment on column member.release.standard_digest is 'SHA-256 over the files of the standard, as in warehouse.standard_version.';
comment on column member.release.known_submission_id is 'The last submission that was stored when it was computed.';
comment on column member.release.known_event is 'The position of the last withdrawal or undoing at that time; 0 for none.';
comment on column member.release.known_explanation_id is 'The last explanation at that time; 0 for none.';
comment on table member.release_digest is 'What each table held for a release when it was frozen: rows and digest.';
comment on column member.release_digest.column_names is 'The columns that were digested, those of the key first; the release''s number and the texts of cells, which can be erased, are not.';
comment on column member.release_digest.digest is 'SHA-256 over the rows in the order of these columns, each field as in PostgreSQL''s binary copy format.';

-- What an audience may not see lies in tables of another schema: neither a
-- condition in a view nor the rights of its owner hold on a cluster.
create schema preview;
create schema open;

comment on schema preview is 'Releases that are held back: in preview or under embargo. Operators only.';
comment on schema open is 'What a release shows to the public. Anybody reads the views.';

do $$
declare
    audience text;
    given record;
begin
    foreach audience in array array['preview', 'open'] loop
        for given in
            select pg_class.relname as name, obj_description(pg_class.oid, 'pg_class') as said
            from pg_class
            where pg_class.relnamespace = 'member'::regnamespace
                and pg_class.relkind = 'r'
            order by pg_class.relname
        loop
            execute format(
                'create table %I.%I (like member.%I including all)',
                audience, given.name, given.name);
            execute format('comment on table %I.%I is %L', audience, given.name, given.said);
        end loop;
        execute format(
            'insert into %I.standing_status select * from member.standing_status', audience);
        execute format(
            'insert into %I.incomparable_reason select * from member.incomparable_reason',
            audience);
    end loop;
end
$$;

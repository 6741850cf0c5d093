-- grain: one row a city and other city that it became or lost, or new name
-- reads: nothing
-- used by: every command that brings the folder in, compare, release (write),
--     analysts

create table warehouse.registry_change (
    change_date date not null,
    city_id integer not null,
    becomes_city_id integer not null,
    kind text not null,
    name text not null,
    new_name text not null,
    share double precision,
    primary key (city_id, change_date, kind, becomes_city_id)
);

create table member.registry_change (
    change_date date not null,
    city_id integer not null,
    becomes_city_id integer not null,
    kind text not null,
    name text not null,
    new_name text not null,
    share double precision,
    primary key (city_id, change_date, kind, becomes_city_id)
);

do $$
declare
    place text;
begin
    foreach place in array array['warehouse', 'member'] loop
        execute format(
            'comment on table %I.registry_change is %L', place,
            'What became of cities, and what they were called before.');
        execute format(
            'comment on column %I.registry_change.change_date is %L', place,
            'The first day on which it holds.');
        execute format(
            'comment on column %I.registry_change.becomes_city_id is %L', place,
            'The city that it became, or that left it; itself where it was renamed.');
        execute format(
            'comment on column %I.registry_change.kind is %L', place,
            'renamed, merger, absorption, division or separation.');
        execute format(
            'comment on column %I.registry_change.name is %L', place,
            'What the city was called the day before.');
        execute format(
            'comment on column %I.registry_change.new_name is %L', place,
            'What the other, or the city itself, is called on the day.');
        execute format(
            'comment on column %I.registry_change.share is %L', place,
            'The part (0 to 1) of the residents that went over; null when not known.');
    end loop;
    foreach place in array array['preview', 'open'] loop
        execute format(
            'create table %I.registry_change (like member.registry_change including all)', place);
        execute format(
            'comment on table %I.registry_change is %L', place,
            'What became of cities, and what they were called before.');
    end loop;
end
$$;

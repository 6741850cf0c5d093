-- grain: one role an audience
-- reads: the catalogue
-- used by: `yardstick db init`, migrations, or a database administrator
-- Roles are for groups of people and cannot log in: grant them to users.
-- May be run again at any time; what it gives covers what comes later, too.

-- Another database of the same server may make them at the same moment.
do $$
begin
    if to_regrole('yardstick_operator') is null then
        create role yardstick_operator nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
    if to_regrole('yardstick_member') is null then
        create role yardstick_member nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
    if to_regrole('yardstick_public') is null then
        create role yardstick_public nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
    if to_regrole('yardstick_city') is null then
        create role yardstick_city nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

-- Nothing is for everybody: not the database, no schema, no function.
do $$
declare
    owner regrole;
    part record;
    place text := quote_ident(current_database());
begin
    select relowner into owner from pg_class where oid = 'warehouse.migration'::regclass;
    if pg_has_role((select datdba from pg_database where datname = current_database()), 'usage')
    then
        execute format('revoke all on database %s from public', place);
        execute format('revoke all on schema public from public');
        execute format('grant connect, temporary on database %s to %s', place, owner);
        execute format(
            'grant connect on database %s to yardstick_operator, yardstick_member, '
            'yardstick_public, yardstick_city', place);
    end if;
    execute format(
        'alter default privileges for role %s revoke execute on functions from public', owner);

    for part in
        select quote_ident(audience.schema) as schema, audience.readers as readers
        from (values
            ('intake', 'yardstick_operator'),
            ('warehouse', 'yardstick_operator'),
            ('preview', 'yardstick_operator'),
            ('member', 'yardstick_operator, yardstick_member'),
            ('open', 'yardstick_operator, yardstick_member, yardstick_public')
        ) as audience (schema, readers)
        inner join pg_namespace on pg_namespace.nspname = audience.schema
    loop
        execute format('revoke all on schema %s from public', part.schema);
        execute format('revoke all on all tables in schema %s from public', part.schema);
        execute format('revoke all on all functions in schema %s from public', part.schema);
        execute format('grant usage on schema %s to %s', part.schema, part.readers);
        execute format('grant select on all tables in schema %s to %s', part.schema, part.readers);
        execute format(
            'grant execute on all functions in schema %s to %s', part.schema, part.readers);
        -- What migrations make later, views that are made anew among it.
        execute format(
            'alter default privileges for role %s in schema %s grant select on tables to %s',
            owner, part.schema, part.readers);
        execute format(
            'alter default privileges for role %s in schema %s grant execute on functions to %s',
            owner, part.schema, part.readers);
    end loop;

    if to_regnamespace('own') is not null then
        revoke all on schema own from public;
        grant usage on schema own to yardstick_city;
        revoke all on all functions in schema own from public;
        grant execute on all functions in schema own to yardstick_city;
    end if;
end
$$;

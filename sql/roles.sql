-- grain: one role an audience
-- reads: nothing
-- used by: `yardstick db init`, or a database administrator
-- Roles are for groups of people and cannot log in: grant them to users.

do $$
begin
    if not exists (select from pg_roles where rolname = 'yardstick_operator') then
        create role yardstick_operator nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'yardstick_member') then
        create role yardstick_member nologin;
    end if;
exception
    -- Another database of the same server made them at the same moment.
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema intake, warehouse, member to yardstick_operator;
grant select on all tables in schema intake, warehouse, member to yardstick_operator;
grant usage on schema member to yardstick_member;
grant select on all tables in schema member to yardstick_member;

-- promise: members read what is released to members and to all, the public
--     what is released to all, a city its own through functions; nobody of
--     these changes anything
select
    acl.grantee::regrole::text as role,
    pg_class.oid::regclass::text as name,
    acl.privilege_type as privilege
from pg_class
cross join aclexplode(pg_class.relacl) as acl
inner join pg_roles on pg_roles.oid = acl.grantee
where pg_class.relnamespace::regnamespace::text
        in ('intake', 'warehouse', 'preview', 'member', 'open', 'own')
    and pg_roles.rolname in ('yardstick_member', 'yardstick_public', 'yardstick_city')
    and not (
        acl.privilege_type = 'SELECT'
        and (
            pg_class.relnamespace::regnamespace::text = 'open'
            and pg_roles.rolname in ('yardstick_member', 'yardstick_public')
            or pg_class.relnamespace::regnamespace::text = 'member'
            and pg_roles.rolname = 'yardstick_member'
        )
    );

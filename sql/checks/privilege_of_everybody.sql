-- promise: nothing in our schemas is for everybody, so that who may read what
--     is a matter of the roles alone
select
    granted.kind as kind,
    granted.name as name,
    granted.privilege_type as privilege
from (
    select 'schema' as kind, pg_namespace.nspname::text as name, acl.privilege_type
    from pg_namespace
    cross join aclexplode(pg_namespace.nspacl) as acl
    where pg_namespace.nspname in ('intake', 'warehouse', 'preview', 'member', 'open', 'own')
        and acl.grantee = 0
    union all
    select 'table' as kind, pg_class.oid::regclass::text as name, acl.privilege_type
    from pg_class
    cross join aclexplode(pg_class.relacl) as acl
    where pg_class.relnamespace::regnamespace::text
            in ('intake', 'warehouse', 'preview', 'member', 'open', 'own')
        and acl.grantee = 0
    union all
    -- A function without a list of rights is everybody's.
    select 'function' as kind, pg_proc.oid::regprocedure::text as name, acl.privilege_type
    from pg_proc
    cross join aclexplode(
        coalesce(pg_proc.proacl, acldefault('f', pg_proc.proowner))
    ) as acl
    where pg_proc.pronamespace::regnamespace::text
            in ('intake', 'warehouse', 'preview', 'member', 'open', 'own')
        and acl.grantee = 0
) as granted;

-- grain: one run a database that has the extension citus and its workers
-- reads: the catalogue
-- used by: `yardstick db distribute`
--
-- A table whose key has more columns than one and begins with measure_id or
-- metric_id is a fact table: it is cut into shards by that column, so that
-- quartiles, ranks and joins over peers stay on one worker. All other tables
-- of these schemas are small: every worker gets a copy. The schema intake
-- stays on the coordinator as it is. A second run takes what came since.
-- How many shards: the setting yardstick.shard_count.

set citus.enable_local_reference_table_foreign_keys = off;
-- Reference tables and shards are made in one transaction.
set citus.multi_shard_modify_mode = 'sequential';

do $$
declare
    relation record;
    sibling text;
begin
    create temporary table distributed_table on commit drop as
    select
        pg_class.oid::regclass as name,
        keyed.column_name as column_name,
        case when keyed.column_name is null then 'reference' else 'fact' end as kind
    from pg_class
    left join lateral (
        select pg_attribute.attname as column_name
        from pg_constraint
        inner join pg_attribute
            on pg_attribute.attrelid = pg_constraint.conrelid
            and pg_attribute.attnum = pg_constraint.conkey[1]
        where pg_constraint.conrelid = pg_class.oid
            and pg_constraint.contype = 'p'
            and cardinality(pg_constraint.conkey) > 1
            and pg_attribute.attname in ('measure_id', 'metric_id')
    ) as keyed on true
    where pg_class.relnamespace::regnamespace::text
            in ('warehouse', 'member', 'open', 'preview')
        and pg_class.relkind in ('r', 'p')
        and not pg_class.relispartition
        -- The migrator's own list is read before there is anything else.
        and pg_class.oid <> 'warehouse.migration'::regclass
        and not exists (
            select from pg_dist_partition where pg_dist_partition.logicalrelid = pg_class.oid
        );

    -- What stays on the coordinator may not refer to a table that does not;
    -- sql/checks prove what these keys would.
    for relation in
        select
            pg_constraint.conrelid::regclass as name,
            quote_ident(pg_constraint.conname) as constraint_name
        from pg_constraint
        inner join distributed_table on distributed_table.name = pg_constraint.confrelid
        inner join pg_class on pg_class.oid = pg_constraint.conrelid
        where pg_constraint.contype = 'f'
            and pg_class.relnamespace = 'intake'::regnamespace
    loop
        execute format(
            'alter table %s drop constraint %s', relation.name, relation.constraint_name);
    end loop;

    -- A table that others refer to comes before them.
    for relation in
        select distributed_table.name as name
        from distributed_table
        where distributed_table.kind = 'reference'
        order by
            exists (
                select
                from pg_constraint
                where pg_constraint.conrelid = distributed_table.name
                    and pg_constraint.contype = 'f'
            ),
            distributed_table.name::text
    loop
        perform create_reference_table(relation.name);
    end loop;

    -- Tables of one key column lie together, shard by shard.
    for relation in
        select distributed_table.name as name, distributed_table.column_name as column_name
        from distributed_table
        where distributed_table.kind = 'fact'
        order by distributed_table.name::text
    loop
        select min(pg_dist_partition.logicalrelid::text)
        into sibling
        from pg_dist_partition
        where pg_dist_partition.partmethod = 'h'
            and column_to_column_name(pg_dist_partition.logicalrelid, pg_dist_partition.partkey)
                = relation.column_name;
        perform create_distributed_table(
            relation.name, relation.column_name, colocate_with => coalesce(sibling, 'none'),
            shard_count => case
                when sibling is null then current_setting('yardstick.shard_count')::integer
            end);
    end loop;
end
$$;

reset citus.enable_local_reference_table_foreign_keys;
reset citus.multi_shard_modify_mode;

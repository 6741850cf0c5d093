import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// `sql/citus/distribute.sql` on a server without Citus: functions of the same
/// names note how they are called.
@Suite struct DistributionTests {
    private let store: Store

    init() throws {
        store = try Store()
    }

    /// What of Citus the script uses, with the columns and parameters that
    /// Citus 13.2 has.
    private func pretendCitus() throws {
        try store.connection.execute(
            """
            create table public.pg_dist_partition (
                logicalrelid regclass, partmethod "char", partkey text, place text, shards integer
            );
            create function public.column_to_column_name(regclass, text) returns text
            language plpgsql as 'begin return $2; end';
            create function public.create_reference_table(table_name regclass) returns void
            language plpgsql as $$
            begin
                insert into public.pg_dist_partition values (table_name, 'n', null, null, null);
            end $$;
            create function public.create_distributed_table(
                table_name regclass, distribution_column text,
                distribution_type text default 'hash', colocate_with text default 'default',
                shard_count integer default null
            ) returns void language plpgsql as $$
            begin
                insert into public.pg_dist_partition
                values (table_name, 'h', distribution_column, colocate_with, shard_count);
            end $$;
            """)
    }

    @Test func `facts are cut by measure and metric, and all else is everywhere`() throws {
        try pretendCitus()
        let tables = try store.warehouse.spread(shards: 48)
        let cut = Dictionary(
            uniqueKeysWithValues: tables.compactMap { table in
                table.column.map { (table.table, $0) }
            })
        for (table, column) in [
            ("warehouse.observation", "measure_id"), ("warehouse.aggregate_origin", "measure_id"),
            ("member.release_value", "metric_id"), ("member.release_statistic", "metric_id"),
            ("member.release_standing", "metric_id"), ("member.release_lineage", "metric_id"),
        ] {
            #expect(cut[table] == column)
        }
        for small in ["warehouse.city", "warehouse.measure", "member.release", "member.metric"] {
            #expect(tables.contains(DistributedTable(table: small, column: nil)))
        }
        #expect(!tables.contains { $0.table.hasPrefix("intake.") })
        #expect(!tables.contains { $0.table == "warehouse.migration" })
    }

    @Test func `tables of one column lie together, and the first decides how many shards`() throws {
        try pretendCitus()
        _ = try store.warehouse.spread(shards: 48)
        let first = try store.rows(
            """
            select partkey || ' ' || shards from public.pg_dist_partition
            where place = 'none' order by 1
            """)
        #expect(first == ["measure_id 48", "metric_id 48"])
        let others = try store.rows(
            """
            select count(*) from public.pg_dist_partition as one
            where place <> 'none' and not exists (
                select from public.pg_dist_partition as other
                where other.logicalrelid::text = one.place and other.partkey = one.partkey
            )
            """)
        #expect(others == ["0"])
    }

    @Test func `a second run takes only what came since, beside what is there`() throws {
        try pretendCitus()
        let before = try store.warehouse.spread(shards: 48)
        #expect(try store.warehouse.spread(shards: 48) == before)
        try store.connection.execute(
            """
            create table member.release_more (
                metric_id integer not null, release_id integer not null,
                primary key (metric_id, release_id)
            )
            """)
        let after = try store.warehouse.spread(shards: 48)
        #expect(after.count == before.count + 1)
        #expect(
            try store.rows(
                """
                select place <> 'none' from public.pg_dist_partition
                where logicalrelid = 'member.release_more'::regclass
                """) == ["true"])
    }

    @Test func `no foreign key leads from what stays to what is spread, or between facts`() throws {
        try pretendCitus()
        _ = try store.warehouse.spread(shards: 48)
        let keys = try store.rows(
            """
            select conrelid::regclass || ' ' || confrelid::regclass
            from pg_constraint
            left join public.pg_dist_partition as own on own.logicalrelid = conrelid
            inner join public.pg_dist_partition as other on other.logicalrelid = confrelid
            where contype = 'f'
                and (own.partmethod is distinct from 'n' or other.partmethod <> 'n')
            """)
        #expect(keys == [])
    }

    @Test func `every key of a fact table begins with the column it is cut by`() throws {
        try pretendCitus()
        _ = try store.warehouse.spread(shards: 48)
        let strange = try store.rows(
            """
            select index.indexrelid::regclass
            from public.pg_dist_partition as spread
            inner join pg_index as index on index.indrelid = spread.logicalrelid
            inner join pg_attribute
                on attrelid = spread.logicalrelid and attnum = index.indkey[0]
            where spread.partmethod = 'h' and index.indisunique and attname <> spread.partkey
            """)
        #expect(strange == [])
        let nullable = try store.rows(
            """
            select attrelid::regclass from pg_attribute
            inner join public.pg_dist_partition on logicalrelid = attrelid and partkey = attname
            where not attnotnull
            """)
        #expect(nullable == [])
    }

    @Test func `a database without Citus is refused with what to do, and stays`() throws {
        let error = #expect(throws: WarehouseError.self) {
            try store.warehouse.distribute(shards: 32)
        }
        #expect(error?.message.contains("create extension citus") == true)
        #expect(error?.message.contains("--profile") == false)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}

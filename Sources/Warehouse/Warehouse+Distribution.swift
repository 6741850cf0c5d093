import Postgres

/// A table that lies on more machines than one.
public struct DistributedTable: Sendable, Equatable {
    /// The table with its schema.
    public let table: String
    /// The column by which it is cut into shards; nil for a small one, of which
    /// every worker has a copy.
    public let column: String?
}

extension Warehouse {
    /// Spreads the tables over the workers of Citus; a second run takes what
    /// came since.
    ///
    /// Throws ``WarehouseError`` of kind `conflict` where the extension or
    /// every worker is missing, with what to do.
    ///
    /// - Parameter shards: how many parts each large table has, for good; more
    ///   than there will ever be workers.
    /// - Returns: all tables that are spread, in the order of their names.
    public func distribute(shards: Int) throws -> [DistributedTable] {
        let hasCitus = try connection.query(
            "select exists (select from pg_extension where extname = 'citus')"
        ).single.bool(0)
        guard hasCitus else {
            throw WarehouseError(
                .conflict,
                "this database has no extension citus, and stays on its one machine. To spread "
                    + "it: set shared_preload_libraries = 'citus' and restart the server, run "
                    + "create extension citus, add the workers with citus_add_node, and come "
                    + "back. docker-compose.yml has such a cluster in the profile \"cluster\".")
        }
        let workers = try connection.query("select from citus_get_active_worker_nodes()").count
        guard workers > 0 else {
            throw WarehouseError(
                .conflict,
                "Citus knows no workers. Add them first: "
                    + "select citus_add_node('worker-1', 5432).")
        }
        return try spread(shards: shards)
    }

    /// Runs `sql/citus/distribute.sql`.
    func spread(shards: Int) throws -> [DistributedTable] {
        try connection.transaction {
            try connection.query(
                "select set_config('yardstick.shard_count', $1, true)", [.text(String(shards))])
            try connection.execute(folder.distribution.sql)
        }
        return try connection.query(
            """
            select
                logicalrelid::text,
                case when partmethod = 'h' then column_to_column_name(logicalrelid, partkey) end
            from pg_dist_partition
            inner join pg_class on pg_class.oid = logicalrelid
            where not pg_class.relispartition
            order by 1
            """
        ).map { DistributedTable(table: try $0.text(0), column: try $0.textOrNil(1)) }
    }
}

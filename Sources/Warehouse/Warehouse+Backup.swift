import Postgres

/// How many rows a table has.
public struct TableCount: Sendable, Equatable {
    /// The table with its schema, such as `intake.submission`; a partitioned
    /// one counts with all its parts.
    public let table: String
    public let rows: Int
}

extension Warehouse {
    /// Runs the body while one state of the database is held fast, under a
    /// name by which `pg_dump --snapshot` reads that very state.
    public func inSnapshot<Value>(_ body: (String) throws -> Value) throws -> Value {
        try connection.transaction(.readOnlySnapshot) {
            try body(try connection.query("select pg_export_snapshot()").single.text(0))
        }
    }

    /// The schema's version; nil in a database without one.
    public func schemaVersion() throws -> Int? {
        switch try Migrator(connection: connection, folder: folder).settledState() {
        case .empty: nil
        case .older(let version): version
        case .current, .otherViews: folder.version
        }
    }

    /// The newest schema version that this program knows.
    public var newestSchemaVersion: Int { folder.version }

    /// Whether nothing was ever made in the database.
    public func isEmpty() throws -> Bool { try tables().isEmpty }

    /// The rows of every table, in the order of their names.
    public func tableCounts() throws -> [TableCount] {
        try tables().map { table in
            let count = try connection.query("select count(*) from \(table)").single.int64(0)
            return TableCount(table: table, rows: Int(count))
        }
    }

    /// Takes from everybody what PostgreSQL gives to everybody by itself, as
    /// migrations do: a backup carries no privileges.
    public func closeToEverybody() throws {
        let schemas = try connection.query(
            """
            select nspname
            from pg_namespace
            where nspname in ('intake', 'warehouse', 'preview', 'member', 'open', 'own')
            order by nspname
            """
        ).map { try $0.text(0) }
        for schema in schemas {
            for object in ["schema", "all tables in schema", "all functions in schema"] {
                try connection.execute("revoke all on \(object) \(schema) from public")
            }
        }
    }

    /// All tables of all schemas but PostgreSQL's own, quoted where need be;
    /// partitions stand for nothing by themselves.
    private func tables() throws -> [String] {
        try connection.query(
            """
            select format('%I.%I', pg_namespace.nspname, pg_class.relname)
            from pg_class
            inner join pg_namespace on pg_namespace.oid = pg_class.relnamespace
            where pg_class.relkind in ('r', 'p')
                and not pg_class.relispartition
                and pg_namespace.nspname !~ '^pg_'
                and pg_namespace.nspname <> 'information_schema'
            order by 1
            """
        ).map { try $0.text(0) }
    }

    /// Of submissions that were erased, by number and digest of the bytes,
    /// those whose original is there all the same.
    public func unerased(of erased: [(submission: Int, digest: String)]) throws -> [Int] {
        try connection.query(
            """
            select submission.submission_id
            from unnest($1::bigint[], $2::text[]) as erased (submission_id, digest)
            inner join intake.submission
                on submission.submission_id = erased.submission_id
                and submission.digest = erased.digest
            where submission.original <> 'erased'
            order by submission.submission_id
            """,
            [
                .int64Array(erased.map { Int64($0.submission) }),
                .textArray(erased.map(\.digest)),
            ]
        ).map { Int(try $0.int64(0)) }
    }
}

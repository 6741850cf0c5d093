import Postgres

/// Brings a database to the schema of this program.
///
/// Migrations are numbered, checksummed and run in a transaction each, under
/// an advisory lock. One that was changed after it ran, or that this program
/// does not know, is refused. Views are replaced whole.
struct Migrator {
    let connection: Connection
    let folder: SQLFolder

    /// What a database has against what this program has.
    enum State: Equatable {
        /// No schema of ours.
        case empty
        /// All migrations and these views.
        case current
        /// All migrations, but other views.
        case otherViews
        /// The first so many migrations.
        case older(version: Int)
    }

    /// Any number of our own, for `pg_advisory_lock`.
    static let lock: Int64 = 0x7961_7264_6d69_6772

    /// The state once no other command is migrating: in the middle of its
    /// migrations a new database looks like an older one.
    func settledState() throws -> State {
        let state = try state()
        if state == .current { return state }
        return try withLock { try self.state() }
    }

    private func withLock<Value>(_ body: () throws -> Value) throws -> Value {
        try connection.query("select pg_advisory_lock($1)", [.int64(Self.lock)])
        defer { _ = try? connection.query("select pg_advisory_unlock($1)", [.int64(Self.lock)]) }
        return try body()
    }

    /// Reads the state; throws for a changed or unknown migration.
    func state() throws -> State {
        let hasList = try connection.query(
            "select to_regclass('warehouse.migration') is not null"
        ).single.bool(0)
        guard hasList else { return .empty }
        let rows = try connection.query(
            "select number, name, checksum from warehouse.migration order by number")
        var viewsDigest = ""
        var count = 0
        for row in rows {
            let (number, name) = (Int(try row.int32(0)), try row.text(1))
            let checksum = try row.text(2)
            if number == 0 {
                viewsDigest = checksum
                continue
            }
            try checkKnown(number: number, name: name, checksum: checksum)
            count += 1
        }
        if count == 0 { return .empty }
        if count < folder.version { return .older(version: count) }
        return viewsDigest == folder.viewsDigest ? .current : .otherViews
    }

    private func checkKnown(number: Int, name: String, checksum: String) throws {
        guard number <= folder.version else {
            throw WarehouseError(
                .schemaVersion,
                "the database has schema version \(number), this program knows \(folder.version). "
                    + "Use the program that made it, or a newer one.")
        }
        let script = folder.migrations[number - 1]
        guard script.name == name, Digest.of([script.sql]) == checksum else {
            throw WarehouseError(
                .migration,
                "migration \(number) of the database (\(name)) is not the one that lies in "
                    + "sql/migrations (\(script.name)): it was changed after it ran. "
                    + "Put the old text back and write a new migration.")
        }
    }

    /// Runs what is missing; returns the names of the migrations that ran.
    func migrate() throws -> [String] {
        try withLock { try runMissing() }
    }

    private func runMissing() throws -> [String] {
        let done: Int
        switch try state() {
        case .current: return []
        case .otherViews: done = folder.version
        case .older(let version): done = version
        case .empty:
            try createList()
            done = 0
        }
        let missing = Array(folder.migrations.enumerated().dropFirst(done))
        for (position, script) in missing {
            try connection.transaction {
                try connection.execute(script.sql)
                try note(number: position + 1, name: script.name, checksum: Digest.of([script.sql]))
            }
        }
        try replaceViews()
        return missing.map(\.element.name)
    }

    private func createList() throws {
        try connection.transaction {
            try connection.execute(
                """
                create schema if not exists warehouse;
                create table if not exists warehouse.migration (
                    number integer primary key,
                    name text not null,
                    checksum text not null
                );
                comment on table warehouse.migration is
                    'Migrations that ran; number 0 stands for the views.'
                """)
        }
    }

    /// Views are replaced in place, so that what others built on them stays.
    /// Where one lost or changed a column, all are dropped and made again,
    /// with the grants they had.
    private func replaceViews() throws {
        try connection.transaction {
            do {
                try connection.savepoint { try makeViews() }
            } catch let error as PostgresError where error.sqlState == "42P16" {
                let grants = try dropViews()
                try makeViews()
                for (view, grant) in grants {
                    let isThere = try connection.query(
                        "select to_regclass($1) is not null", [.text(view)])
                    if try isThere.single.bool(0) { try connection.execute(grant) }
                }
            }
            try grantToRoles()
            try note(number: 0, name: "views", checksum: folder.viewsDigest)
        }
    }

    /// Where the roles were let in, they are let into what came since.
    private func grantToRoles() throws {
        let isLetIn = try connection.query(
            """
            select exists (
                select from pg_roles
                where rolname = 'yardstick_member' and has_schema_privilege(oid, 'member', 'usage')
            )
            """
        ).single.bool(0)
        guard isLetIn else { return }
        do {
            try connection.savepoint { try connection.execute(folder.roles.sql) }
        } catch let error as PostgresError where error.sqlState == "42501" {
            // A role that is new may not be made here: its administrator is
            // told by `db init`. The others can read what came.
            try grantToKnownRoles()
        }
    }

    /// Whoever was let into the first of his schemas may read what came since.
    private func grantToKnownRoles() throws {
        for (role, schemas) in [
            ("yardstick_operator", ["intake", "warehouse", "preview", "member", "open"]),
            ("yardstick_member", ["member", "open"]), ("yardstick_public", ["open"]),
        ] {
            let rows = try connection.query(
                """
                select pg_namespace.nspname::text
                from pg_roles
                inner join pg_namespace as first on first.nspname = $2
                inner join pg_namespace on pg_namespace.nspname = any ($3)
                where pg_roles.rolname = $1
                    and has_schema_privilege(pg_roles.oid, first.oid, 'usage')
                """,
                [.text(role), .text(schemas[0]), .textArray(schemas)])
            for row in rows {
                let schema = try row.text(0)
                try connection.execute(
                    """
                    grant usage on schema \(schema) to \(role);
                    grant select on all tables in schema \(schema) to \(role);
                    grant execute on all functions in schema \(schema) to \(role)
                    """)
            }
        }
    }

    private func makeViews() throws {
        for view in folder.views {
            for audience in Audience.allCases { try connection.execute(view.sql(for: audience)) }
        }
    }

    private static let viewSchemas = Audience.allCases.map { "'\($0)'" }.joined(separator: ", ")

    /// Drops all views; returns who could do what with each.
    private func dropViews() throws -> [(view: String, grant: String)] {
        let grants = try connection.query(
            """
            select
                pg_class.oid::regclass::text,
                format(
                    'grant %s on %s to %s', granted.privilege_type, pg_class.oid::regclass,
                    case granted.grantee when 0 then 'public'
                        else granted.grantee::regrole::text end)
            from pg_class
            cross join aclexplode(pg_class.relacl) as granted
            where pg_class.relnamespace::regnamespace::text in (\(Self.viewSchemas))
                and pg_class.relkind = 'v'
                and granted.grantee <> pg_class.relowner
            """
        ).map { (view: try $0.text(0), grant: try $0.text(1)) }
        let names = try connection.query(
            """
            select string_agg(pg_class.oid::regclass::text, ', ')
            from pg_class
            where pg_class.relnamespace::regnamespace::text in (\(Self.viewSchemas)) and pg_class.relkind = 'v'
            """
        ).single.textOrNil(0)
        if let names { try connection.execute("drop view \(names)") }
        return grants
    }

    private func note(number: Int, name: String, checksum: String) throws {
        try connection.query(
            """
            insert into warehouse.migration (number, name, checksum) values ($1, $2, $3)
            on conflict (number) do update set checksum = excluded.checksum
            """,
            [.int32(Int32(number)), .text(name), .text(checksum)])
    }
}

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
        try connection.query("select pg_advisory_lock($1)", [.int64(Self.lock)])
        defer { _ = try? connection.query("select pg_advisory_unlock($1)", [.int64(Self.lock)]) }
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

    private func replaceViews() throws {
        try connection.transaction {
            for view in folder.views { try connection.execute(view.sql) }
            try note(number: 0, name: "views", checksum: folder.viewsDigest)
        }
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

import ArgumentParser
import Consortium
import Postgres
import Warehouse

/// `yardstick db restore FOLDER`.
struct DatabaseRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Fill an empty database from a backup (pg_restore).",
        discussion: """
            Every file is held against its digest first; a database that holds anything is
            refused; all is restored or nothing, and counted. A backup from before an erasure
            brings its bytes back: those that erasures.csv in the consortium folder names are
            told, with the command that erases them again and exit code 1. Roles are made
            anew; grant them to users again.

            Example:
              yardstick db restore ../backup-2026-11-22 --data-dir ../restored
            """)

    @Argument(help: "The folder that `yardstick db backup` wrote.")
    var folder: String

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let consortium = try ConsortiumFolder.open(place)
        let id = consortium.consortium.id
        let source = BackupFolder(path: folder)
        let backup = try source.read()
        guard backup.consortium == id else {
            throw CommandError(
                "\(folder) holds the consortium \"\(backup.consortium)\", and this folder is of "
                    + "\"\(id)\". Name its folder with --consortium.")
        }
        let document = try Session.unprepared(database, consortium: id, root: place.root) {
            session in
            try Self.checkFits(backup, session.warehouse)
            try Self.fill(session.settings, from: source)
            try session.warehouse.closeToEverybody()
            try Self.checkCounts(backup, session.warehouse)
            return RestoreDocument(
                backup,
                unerased: try ErasureRegister(consortium: consortium.path)
                    .unerased(in: session.warehouse))
        }
        try show(document, register: ErasureRegister(consortium: consortium.path))
        try (document.unerased.isEmpty ? Outcome.done : .rejections).finish()
    }

    private func show(_ document: RestoreDocument, register: ErasureRegister) throws {
        if output.format == .json { return try Console.json(document) }
        Console.line(
            "Restored \(document.consortium) as it was at \(document.madeAt): "
                + "\(TextTable.grouped(document.submissions)) submissions, "
                + "\(TextTable.grouped(document.releases)) releases, every table with all its "
                + "rows. `yardstick db init` makes the roles.")
        for submission in document.unerased { Console.line(register.sentence(submission)) }
    }

    /// Throws where the backup is of a newer program or the database is not
    /// empty.
    private static func checkFits(_ backup: BackupDocument, _ warehouse: Warehouse) throws {
        guard backup.schemaVersion <= warehouse.newestSchemaVersion else {
            throw CommandError(
                "the backup has schema version \(backup.schemaVersion), this program knows "
                    + "\(warehouse.newestSchemaVersion). Use yardstick \(backup.program) or newer.")
        }
        guard try warehouse.isEmpty() else {
            throw CommandError(
                "the database is not empty, and nothing is ever restored over something. Name an "
                    + "empty one with --database, or a new folder with --data-dir.")
        }
    }

    private static func fill(_ address: ConnectionSettings, from source: BackupFolder) throws {
        let code = try Program.run(
            "pg_restore",
            [
                "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                "--dbname=\(address.url)", source.dump,
            ], environment: address.secretEnvironment)
        guard code == 0 else {
            throw CommandError(
                "pg_restore ended with exit code \(code); the database is as empty as it was.")
        }
    }

    private static func checkCounts(_ backup: BackupDocument, _ warehouse: Warehouse) throws {
        let counts = Dictionary(
            uniqueKeysWithValues: try warehouse.tableCounts().map { ($0.table, $0.rows) })
        for table in backup.tables where counts[table.table] != table.rows {
            throw CommandError(
                "\(table.table) has \(counts[table.table] ?? 0) rows where the backup had "
                    + "\(table.rows). Do not use this database; restore another backup.")
        }
    }
}

/// What was restored, as JSON.
private struct RestoreDocument: Encodable {
    let schema = "yardstick/db-restore/1"
    let consortium: String
    let madeAt: String
    let schemaVersion: Int
    let submissions: Int
    let releases: Int
    let unerased: [Int]

    init(_ backup: BackupDocument, unerased: [Int]) {
        consortium = backup.consortium
        madeAt = backup.madeAt
        schemaVersion = backup.schemaVersion
        submissions = backup.rows("intake.submission")
        releases = backup.rows("member.release")
        self.unerased = unerased
    }
}

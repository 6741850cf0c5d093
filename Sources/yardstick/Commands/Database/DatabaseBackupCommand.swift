import ArgumentParser
import Consortium
import Postgres
import Warehouse

/// `yardstick db backup FOLDER`.
struct DatabaseBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write the whole database into a new folder (pg_dump).",
        discussion: """
            One state of the database, whatever is loaded meanwhile, in pg_dump's directory
            format, with a list of its files and their digests. It holds every original that
            the database holds: keep it as safe, and drop it when an erasure asks for it.

            Example:
              yardstick db backup ../backup-2026-11-22
            """)

    @Argument(help: "The folder; it must not be there, or be empty.")
    var folder: String

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let consortium = try ConsortiumFolder.open(place).consortium.id
        let document = try Session.unprepared(
            database, consortium: consortium, root: place.root
        ) { session in
            let version = try Self.version(of: session.warehouse)
            try session.warehouse.checkHolds(consortium: consortium)
            let target = try BackupFolder.make(folder)
            do {
                return try Self.write(
                    session, version: version, consortium: consortium, to: target)
            } catch {
                target.remove()
                throw error
            }
        }
        if output.format == .json { return try Console.json(document) }
        let bytes = document.files.reduce(0) { $0 + $1.bytes }
        Console.line(
            "\(folder) holds \(document.consortium) as it is now: "
                + "\(TextTable.grouped(document.rows("intake.submission"))) submissions, "
                + "\(TextTable.grouped(document.rows("warehouse.observation"))) values, "
                + "\(TextTable.grouped(document.rows("member.release"))) releases; "
                + "\(document.files.count) files, \(TextTable.grouped(bytes)) bytes.")
    }

    /// The schema's version in the database; a backup may be of an older one,
    /// since it is what one makes before a migration.
    private static func version(of warehouse: Warehouse) throws -> Int {
        guard let version = try warehouse.schemaVersion() else {
            throw CommandError("the database is empty: there is nothing to back up.")
        }
        return version
    }

    private static func write(
        _ session: Session, version: Int, consortium: String, to target: BackupFolder
    ) throws -> BackupDocument {
        let (warehouse, address) = (session.warehouse, session.settings)
        let dumpVersion = try Program.version("pg_dump")
        let counts = try warehouse.inSnapshot { snapshot in
            let code = try Program.run(
                "pg_dump",
                [
                    "--format=directory", "--file=\(target.dump)", "--compress=1", "--no-owner",
                    "--no-privileges", "--snapshot=\(snapshot)", "--dbname=\(address.url)",
                ], environment: address.secretEnvironment)
            guard code == 0 else {
                throw CommandError("pg_dump ended with exit code \(code); nothing was kept.")
            }
            return try warehouse.tableCounts()
        }
        let document = BackupDocument(
            schema: BackupDocument.id, consortium: consortium, madeAt: Clock.text(Clock.now()),
            program: Version.program, schemaVersion: version,
            serverVersion: try warehouse.serverVersion(), dumpVersion: dumpVersion,
            tables: counts.map { BackupTable(table: $0.table, rows: $0.rows) },
            files: try target.files())
        try target.write(document)
        return document
    }
}

import ArgumentParser
import Consortium
import Foundation
import Postgres
import Warehouse

/// `yardstick db ...`: the database behind the warehouse.
struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Look after the database.",
        discussion: """
            Unless another database is named, Yardstick runs a private PostgreSQL, started
            by the first command and stopped by the last. `db start` keeps it running.

            Example:
              yardstick db status
            """,
        subcommands: [
            DatabaseStartCommand.self, DatabaseStopCommand.self, DatabaseStatusCommand.self,
            DatabaseURLCommand.self, DatabasePsqlCommand.self, DatabaseInitCommand.self,
            DatabaseMigrateCommand.self, DatabaseCheckCommand.self,
            DatabaseBackupCommand.self, DatabaseRestoreCommand.self,
            DatabaseDistributeCommand.self, DatabaseGrantCommand.self, DatabaseRevokeCommand.self,
        ])
}

/// `yardstick db start`.
struct DatabaseStartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Start the private PostgreSQL and keep it running.",
        discussion: "Example:\n  yardstick db start")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let cluster = try DatabasePlace.cluster(database)
        try cluster.startAndKeep()
        Console.line("Running in \(cluster.folder) until `yardstick db stop`.")
    }
}

/// `yardstick db stop`.
struct DatabaseStopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop the private PostgreSQL when no command uses it any more.",
        discussion: "Example:\n  yardstick db stop")

    @Flag(help: "Stop it now; commands that use it fail, and what they did not commit is lost.")
    var force = false

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        switch try DatabasePlace.cluster(database).stop(force: force) {
        case .stopped: Console.line("Stopped.")
        case .wasNotRunning: Console.line("It was not running.")
        case .stopsAfterLastCommand: Console.line("In use: it stops when the last command ends.")
        }
    }
}

/// `yardstick db status`.
struct DatabaseStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say which database is used and how it stands.",
        discussion: "Example:\n  yardstick db status")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let document: DatabaseStatusDocument
        switch try DatabasePlace.find(database) {
        case .server(let settings):
            let connection = try Connection.open(settings, logger: Console.logger)
            let version = try connection.query("show server_version").single.text(0)
            connection.close()
            document = DatabaseStatusDocument(
                kind: "server", place: settings.url, isRunning: true, serverVersion: version)
        case .privateCluster(let cluster):
            let status = try cluster.status()
            document = DatabaseStatusDocument(
                kind: "private", place: cluster.folder, isRunning: status.isRunning,
                serverVersion: status.majorVersion.map(String.init))
        }
        if output.format == .json { return try Console.json(document) }
        Console.line(
            "\(document.kind) PostgreSQL \(document.serverVersion ?? "(not made yet)"), "
                + "\(document.isRunning ? "running" : "not running"): \(document.place)")
    }
}

private struct DatabaseStatusDocument: Encodable {
    let schema = "yardstick/db-status/1"
    let kind: String
    let place: String
    let isRunning: Bool
    let serverVersion: String?
}

/// `yardstick db url`.
struct DatabaseURLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Print the address of the consortium's database, for other programs.",
        discussion: """
            The private PostgreSQL must be running: `yardstick db start`.

            Example:
              yardstick db url
            """)

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let name = DatabasePlace.name(forConsortium: folder.consortium.id)
        switch try DatabasePlace.find(database) {
        case .server(let settings): Console.line(settings.url)
        case .privateCluster(let cluster):
            guard let settings = cluster.settings(database: name) else {
                throw CommandError(
                    "the private PostgreSQL is not running. `yardstick db start` starts it.")
            }
            Console.line(settings.url)
        }
    }
}

/// `yardstick db psql [-- ARGUMENTS]`.
struct DatabasePsqlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "psql",
        abstract: "Open the consortium's database in psql.",
        discussion: """
            Example:
              yardstick db psql -- -c "select count(*) from member.standing"
            """)

    @Argument(parsing: .postTerminator, help: "Arguments for psql, behind --.")
    var arguments: [String] = []

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let name = DatabasePlace.name(forConsortium: folder.consortium.id)
        let (settings, lease) = try DatabasePlace.find(database).acquire(database: name)
        let code = try Program.run(
            "psql", [settings.url] + arguments, environment: settings.secretEnvironment)
        try lease?.release()
        if code != 0 { throw ExitCode(code) }
    }
}

/// `yardstick db init`.
struct DatabaseInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make schema and roles; print the SQL where roles may not be made.",
        discussion: """
            Example:
              yardstick db init --database postgresql://localhost/benchmarks
            """)

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        try Session.unprepared(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            try DatabaseMigrateCommand.migrate(session.warehouse)
            try Self.makeRoles(session.warehouse)
        }
    }

    /// Makes the roles, or says what an administrator runs where they may not
    /// be made.
    static func makeRoles(_ warehouse: Warehouse) throws {
        do {
            try warehouse.createRoles()
            Console.line(
                "Roles are there: "
                    + DatabaseRole.allCases.map(\.name).joined(separator: ", ") + ".")
        } catch let error as PostgresError where error.sqlState == "42501" {
            Console.line("Roles may not be made here. A database administrator runs:\n")
            Console.line(warehouse.rolesSQL)
        }
    }
}

/// `yardstick db migrate`.
struct DatabaseMigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the schema up to date with this program.",
        discussion: "Example:\n  yardstick db migrate")

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        try Session.unprepared(
            database, consortium: folder.consortium.id, root: place.root
        ) { try Self.migrate($0.warehouse) }
    }

    /// Brings the schema up to date and says what ran.
    static func migrate(_ warehouse: Warehouse) throws {
        let names = try warehouse.migrate()
        for name in names { Console.line("Ran \(name)") }
        if names.isEmpty { Console.line("The schema is up to date.") }
    }
}

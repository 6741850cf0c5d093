import Foundation
import Logging
import Postgres
import Warehouse

/// An open warehouse and what must be given back when it closes.
struct Session {
    let warehouse: Warehouse
    let connection: Connection
    /// How the connection was made, for other programs.
    let settings: ConnectionSettings
    private let lease: ClusterLease?
    private let registration: Interruption.Registration

    /// Installed by the first use, which is the start of the program.
    static let interruption = Interruption.install()

    /// Throws once somebody asked the program to end.
    static func checkInterruption() throws {
        try interruption.check()
    }

    /// Runs the body with the warehouse of a consortium, prepared for it.
    static func with<Value>(
        _ options: DatabaseOptions, consortium id: String, root: String?,
        _ body: (Session) throws -> Value
    ) throws -> Value {
        try unprepared(options, consortium: id, root: root) { session in
            try session.warehouse.prepare()
            try session.warehouse.checkHolds(consortium: id)
            return try body(session)
        }
    }

    /// Runs the body with the warehouse as it is, whatever its schema.
    static func unprepared<Value>(
        _ options: DatabaseOptions, consortium id: String, root: String?,
        _ body: (Session) throws -> Value
    ) throws -> Value {
        let session = try open(options, consortium: id, root: root)
        do {
            let value = try body(session)
            try session.close()
            return value
        } catch {
            // The error that ends the command matters more than one of closing.
            try? session.close()
            throw error
        }
    }

    private static func open(
        _ options: DatabaseOptions, consortium id: String, root: String?
    ) throws -> Session {
        let folder = try SQLFolder(path: ShareFolder.find(given: root).sql)
        let place = try DatabasePlace.find(options)
        let (settings, lease) = try place.acquire(database: DatabasePlace.name(forConsortium: id))
        do {
            let connection = try Connection.open(settings, logger: Console.logger)
            return Session(
                warehouse: Warehouse(
                    connection: connection, folder: folder, logger: Console.logger,
                    auditActor: AuditActor(name: NSUserName(), now: Clock.now)),
                connection: connection, settings: settings, lease: lease,
                registration: interruption.register(connection.canceller))
        } catch {
            try? lease?.release()
            throw error
        }
    }

    /// Ends the connection and gives the private cluster back.
    private func close() throws {
        connection.close()
        try lease?.release()
    }
}

/// Where the database is.
enum DatabasePlace {
    case server(ConnectionSettings)
    case privateCluster(PrivateCluster)

    /// As CONTRACT.md has it: given, else DATABASE_URL, else PG* variables,
    /// else the private cluster.
    static func find(_ options: DatabaseOptions) throws -> DatabasePlace {
        let environment = ProcessInfo.processInfo.environment
        if let url = options.database ?? environment["DATABASE_URL"], !url.isEmpty {
            return .server(try ConnectionSettings(url))
        }
        let names = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"]
        if options.dataDir == nil, names.contains(where: { environment[$0] != nil }) {
            return .server(.environment)
        }
        return .privateCluster(try cluster(options))
    }

    /// The private cluster, whether or not another database is named.
    static func cluster(_ options: DatabaseOptions) throws -> PrivateCluster {
        // libpq would let these redirect a connection to our own socket.
        for name in ["PGHOSTADDR", "PGPORT", "PGSERVICE", "PGOPTIONS"] { unsetenv(name) }
        return PrivateCluster(
            folder: dataFolder(options), logger: Console.logger,
            searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    /// Whether there is a database to ask, where asking is no reason to make
    /// one: a server that is named may be there, the private cluster must be.
    var mayAnswer: Bool {
        get throws {
            guard case .privateCluster(let cluster) = self else { return true }
            return try cluster.status().exists
        }
    }

    /// The database of a consortium in the private cluster.
    static func name(forConsortium id: String) -> String {
        "yardstick_" + id.replacing("-", with: "_")
    }

    /// How to connect, and the share in the cluster where it is ours.
    func acquire(database: String) throws -> (ConnectionSettings, ClusterLease?) {
        switch self {
        case .server(let settings): return (settings, nil)
        case .privateCluster(let cluster):
            let lease = try cluster.acquire()
            do {
                try lease.ensureDatabase(named: database)
                return (lease.settings(database: database), lease)
            } catch {
                try? lease.release()
                throw error
            }
        }
    }

    private static func dataFolder(_ options: DatabaseOptions) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let given = options.dataDir ?? environment["YARDSTICK_DATA_DIR"], !given.isEmpty {
            return URL(fileURLWithPath: given).standardizedFileURL.path
        }
        if let home = environment["XDG_DATA_HOME"], !home.isEmpty { return home + "/yardstick" }
        if geteuid() == 0 { return "/var/lib/yardstick" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/yardstick"
    }
}

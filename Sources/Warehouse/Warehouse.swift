public import Logging
public import Postgres

/// The one door to the store: a connection and what may be asked of it.
///
/// Not `Sendable`: one task owns it. Every method that changes something runs
/// in transactions of its own.
public final class Warehouse {
    let connection: Connection
    let folder: SQLFolder
    let logger: Logger
    let auditActor: AuditActor

    /// Takes over an open connection; ``prepare()`` makes the schema fit.
    ///
    /// - Parameter auditActor: who acts, as the audit chain notes it.
    public init(
        connection: Connection, folder: SQLFolder, logger: Logger, auditActor: AuditActor
    ) {
        self.connection = connection
        self.folder = folder
        self.logger = logger
        self.auditActor = auditActor
    }

    /// Makes sure that the database has this program's schema.
    ///
    /// An empty database gets it; other views are replaced. An older schema is
    /// refused: `yardstick db migrate` brings it up to date.
    public func prepare() throws {
        try checkServer()
        let migrator = Migrator(connection: connection, folder: folder)
        switch try migrator.settledState() {
        case .current: return
        case .empty, .otherViews: _ = try migrator.migrate()
        case .older(let version):
            throw WarehouseError(
                .schemaVersion,
                "the database has schema version \(version), this program needs "
                    + "\(folder.version). Run `yardstick db migrate` (after a backup).")
        }
    }

    /// Whether the database has this program's schema and holds a consortium;
    /// changes nothing.
    public func isReady(forConsortium id: String) throws -> Bool {
        guard try Migrator(connection: connection, folder: folder).state() == .current else {
            return false
        }
        return try connection.query(
            "select exists (select from warehouse.consortium where consortium = $1)", [.text(id)]
        ).single.bool(0)
    }

    private func checkServer() throws {
        if connection.serverVersion < Self.oldestServer {
            throw WarehouseError(
                .schemaVersion,
                "the server is PostgreSQL \(try serverVersion()). Yardstick needs 15 or newer.")
        }
    }

    private static let oldestServer = 150_000

    /// Brings an older or empty database up to date; names what ran.
    public func migrate() throws -> [String] {
        try Migrator(connection: connection, folder: folder).migrate()
    }

    /// Makes the roles and their grants.
    public func createRoles() throws {
        try connection.transaction { try connection.execute(folder.roles.sql) }
    }

    /// What an administrator runs where roles may not be made.
    public var rolesSQL: String { folder.roles.sql }

    /// The server's version as text, such as `15.18`.
    public func serverVersion() throws -> String {
        try connection.query("show server_version").single.text(0)
    }
}

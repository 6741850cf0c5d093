import Synchronization

/// A share in the use of a private cluster, whose server runs while it lasts.
///
/// Given up by ``release()``, when it goes away, or by the end of the process
/// (then the server is stopped by the next command that ends).
public final class ClusterLease: Sendable {
    private let cluster: PrivateCluster
    private let socketFolder: String
    private let use: Mutex<FileLock?>

    init(_ cluster: PrivateCluster, use: FileLock, socketFolder: String) {
        self.cluster = cluster
        self.socketFolder = socketFolder
        self.use = Mutex(use)
    }

    // Nobody is left who could be told of a failure.
    deinit { try? release() }

    /// How to connect to a database of the cluster, as its superuser role.
    public func settings(database: String) -> ConnectionSettings {
        PrivateCluster.settings(database, socketFolder: socketFolder)
    }

    /// Makes the database, empty, unless it is there; says whether it was made.
    @discardableResult
    public func ensureDatabase(named name: String) throws -> Bool {
        let connection = try Connection.open(settings(database: "postgres"))
        defer { connection.close() }
        let sql = "select exists (select from pg_database where datname = $1)"
        if try connection.query(sql, [.text(name)]).single.bool(0) { return false }
        do {
            try connection.execute("create database \(SQLText.identifier(name)) template template0")
            return true
        } catch let error as PostgresError
            where error.sqlState == "42P04" || error.isUniqueViolation
        {
            // Another command made it at the same moment.
            return false
        }
    }

    /// Gives the share up; the last one stops the server unless it is kept.
    ///
    /// Doing it twice is the same as once. Connections should be closed before.
    public func release() throws {
        let held = use.withLock { use in
            defer { use = nil }
            return use
        }
        if let held { try cluster.release(held) }
    }
}

public import Postgres

/// A fresh, empty database in the process's temporary cluster.
///
/// It goes when the cluster goes, at the end of the process.
public struct TemporaryDatabase: Sendable {
    /// How to connect to it.
    public let settings: ConnectionSettings

    /// One database of the process, for tests that leave nothing in it:
    /// making one takes a tenth of a second.
    public static var shared: TemporaryDatabase {
        get throws { try made.get() }
    }

    private static let made = Result { try TemporaryDatabase() }

    /// Makes the database; the first call of a process starts the server.
    public init() throws {
        let cluster = try TemporaryCluster.shared
        let name = cluster.newName()
        try cluster.makeDatabase(named: name)
        settings = cluster.settings(database: name)
    }

    /// A new connection to it.
    public func connect() throws -> Connection {
        try Connection.open(settings)
    }
}

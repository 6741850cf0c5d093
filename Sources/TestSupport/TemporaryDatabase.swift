public import Postgres

/// A fresh, empty database in the process's temporary cluster.
///
/// It is dropped in the background when nobody holds it any more: files that
/// never reached the disk are taken away thirty times as fast as later all
/// those of a whole run. One that somebody is still connected to goes when the
/// cluster goes, at the end of the process.
public struct TemporaryDatabase: Sendable {
    /// How to connect to it.
    public let settings: ConnectionSettings
    private let lifetime: Lifetime

    /// Drops the database at the end of all values that hold it.
    private final class Lifetime: Sendable {
        let name: String
        let cluster: TemporaryCluster

        init(_ name: String, in cluster: TemporaryCluster) {
            self.name = name
            self.cluster = cluster
        }

        deinit { cluster.dropDatabase(named: name) }
    }

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
        lifetime = Lifetime(name, in: cluster)
    }

    /// A new connection to it.
    public func connect() throws -> Connection {
        try Connection.open(settings)
    }
}

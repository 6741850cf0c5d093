/// How a private cluster stands at the moment of asking.
public struct ClusterStatus: Sendable, Equatable {
    /// Whether the data directory has been made.
    public let exists: Bool
    /// The server's process number, or nil where none runs.
    public let process: Int32?
    /// Whether the server stays after the last command.
    public let isKept: Bool
    /// Whether a command is using it.
    public let isInUse: Bool
    /// PostgreSQL's major version, or nil where there is no cluster yet.
    public let majorVersion: Int?
    /// The folder of the socket, or nil where no server runs.
    public let socketFolder: String?
    /// Where the server writes its log.
    public let log: String

    /// Whether a server runs.
    public var isRunning: Bool { process != nil }
}

extension PrivateCluster {
    /// How the cluster stands; changes nothing and starts nothing.
    public func status() throws -> ClusterStatus {
        guard FileSystem.exists(layout.data) else {
            return ClusterStatus(
                exists: false, process: nil, isKept: false, isInUse: false,
                majorVersion: nil, socketFolder: nil, log: layout.log)
        }
        try checkOurs()
        let change = try lockForChange()
        defer { withExtendedLifetime(change) {} }
        let server = runningServer()
        let alone = try FileLock.attempt(layout.useLock, .exclusive)
        return ClusterStatus(
            exists: true, process: server?.process,
            isKept: FileSystem.exists(layout.keepMarker), isInUse: alone == nil,
            majorVersion: try existingVersion(), socketFolder: server?.socketFolder,
            log: layout.log)
    }

    /// How to connect to a server that runs, or nil where none does.
    public func settings(database: String) -> ConnectionSettings? {
        runningServer().map { Self.settings(database, socketFolder: $0.socketFolder) }
    }

    static func settings(_ database: String, socketFolder: String) -> ConnectionSettings {
        ConnectionSettings(keywords: [
            "host": socketFolder, "port": "5432", "dbname": database,
            "user": ClusterConfiguration.role,
        ])
    }
}

/// Where the files of a private cluster lie in its folder.
struct ClusterLayout: Sendable {
    /// The folder that the caller named, as an absolute path.
    let folder: String

    /// PostgreSQL's own data directory.
    var data: String { folder + "/cluster" }
    /// What the names of data directories in the making start with.
    static let unfinishedPrefix = "cluster.new-"
    /// Locked for the moment in which the server is started or stopped.
    var changeLock: String { folder + "/change.lock" }
    /// Locked, shared, by every command that uses the server.
    var useLock: String { folder + "/use.lock" }
    /// Present while the server is to stay after the last command.
    var keepMarker: String { folder + "/keep" }
    /// What the server writes.
    var log: String { folder + "/server.log" }
    /// The log before the last time it grew too long.
    var oldLog: String { folder + "/server.log.1" }
    /// The socket's own folder, where the path is short enough.
    var socketFolder: String { folder + "/socket" }
    /// In the data directory: the marker that it is ours, and its settings.
    var settings: String { data + "/yardstick.conf" }

    /// Whether something of that name may be in the folder of a cluster that
    /// has not been made yet.
    static func isOurs(_ name: String) -> Bool {
        names.contains(name) || name.hasPrefix(unfinishedPrefix)
    }

    private static let names: Set<String> = [
        "cluster", "change.lock", "use.lock", "keep", "server.log",
        "server.log.1", "socket",
    ]
}

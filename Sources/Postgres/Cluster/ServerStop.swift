import Glibc

/// Stops the server of a cluster.
enum ServerStop {
    enum Speed: Sendable {
        /// Ends sessions, writes everything down.
        case fast
        /// Drops everything at once; for data that will be deleted.
        case immediate

        fileprivate var signal: Int32 { self == .fast ? SIGINT : SIGQUIT }
    }

    /// Stops a server and waits until it is gone; the caller holds the change
    /// lock.
    static func run(_ server: PostmasterFile, _ layout: ClusterLayout, _ speed: Speed) throws {
        kill(server.process, speed.signal)
        var waited = 0
        while server.isAlive {
            guard waited < 300_000 else {
                throw PostgresError(
                    .cluster,
                    "the server (process \(server.process)) has not stopped in five "
                        + "minutes",
                    hint: "read \(layout.log)")
            }
            usleep(5_000)
            waited += 5
        }
        // Ours if we started it, else nobody's business.
        var status: Int32 = 0
        waitpid(server.process, &status, WNOHANG)
        if server.socketFolder != layout.socketFolder { rmdir(server.socketFolder) }
    }
}

import Dispatch
import Glibc
import Logging
public import Postgres
import Synchronization

/// One private, non-durable cluster for all tests of a process.
///
/// Started when a test first asks, stopped and deleted when the process ends.
/// What a killed run left behind is removed by the next run: a folder whose
/// lock nobody holds is nobody's.
public final class TemporaryCluster: Sendable {
    /// The process's cluster.
    ///
    /// Throws what kept the server from starting, each time again.
    public static var shared: TemporaryCluster {
        get throws { try started.get() }
    }

    private static let started = Result { try TemporaryCluster() }
    /// In /tmp, which the server's account can reach when tests run as root.
    private static let prefix = "yardstick-tests-"

    /// The cluster's folder.
    public let folder: String
    private let lease: ClusterLease
    private let counter = Mutex(0)
    /// Drops databases, one after another.
    private let drops = DispatchQueue(label: "yardstick-tests.drops", qos: .utility)

    private init() throws {
        Self.removeLeftovers()
        folder = "/tmp/\(Self.prefix)\(getuid())-\(getpid())"
        lease = try Self.cluster(folder).acquire()
        atexit {
            if let cluster = try? TemporaryCluster.shared { cluster.remove() }
        }
    }

    /// How to connect to one of its databases.
    public func settings(database: String) -> ConnectionSettings {
        lease.settings(database: database)
    }

    /// A name that no other test of this process has.
    func newName() -> String {
        counter.withLock { number in
            number += 1
            return "test_\(number)"
        }
    }

    func makeDatabase(named name: String) throws {
        try lease.ensureDatabase(named: name)
    }

    /// Drops a database when there is time; one in use stays.
    func dropDatabase(named name: String) {
        let settings = settings(database: "postgres")
        drops.async {
            guard let connection = try? Connection.open(settings) else { return }
            defer { connection.close() }
            // Whoever is still connected is given five seconds by the server.
            try? connection.execute("drop database if exists \(name)")
        }
    }

    private func remove() {
        try? Self.cluster(folder).remove()
    }

    private static func cluster(_ folder: String) -> PrivateCluster {
        PrivateCluster(
            folder: folder, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() },
            isDurable: false)
    }

    private static func removeLeftovers() {
        guard let stream = opendir("/tmp") else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let folder = "/tmp/" + name
            guard name.hasPrefix("\(prefix)\(getuid())-"), !isOwnerAlive(name) else { continue }
            try? cluster(folder).remove()
        }
    }

    private static func isOwnerAlive(_ name: String) -> Bool {
        guard let process = name.split(separator: "-").last.flatMap({ pid_t($0) }) else {
            return true
        }
        return kill(process, 0) == 0
    }
}

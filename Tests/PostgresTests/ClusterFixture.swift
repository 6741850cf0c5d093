import Foundation
import Logging
import Synchronization

@testable import Postgres

/// A cluster of its own for one test, deleted with everything at its end.
final class ClusterFixture: Sendable {
    private static let counter = Mutex(0)
    /// Deleted at the end; the cluster's folder or one above it.
    let root: String
    let cluster: PrivateCluster

    init(below: String = "", programFolders: [String]? = nil, isDurable: Bool = false) {
        let number = Self.counter.withLock { number in
            number += 1
            return number
        }
        // A name by which a later run knows it as a leftover.
        root = "/tmp/yardstick-tests-\(getuid())-\(number)-\(getpid())"
        cluster = Self.cluster(root + below, programFolders, isDurable)
    }

    deinit { remove() }

    private func remove() {
        for folder in [cluster.folder, root] {
            try? Self.cluster(folder, nil, false).remove()
        }
    }

    /// A cluster that has been made before, copied, since making one anew
    /// takes most of a test's time.
    static func made() throws -> ClusterFixture {
        let fixture = ClusterFixture()
        try FileManager.default.createDirectory(
            atPath: fixture.cluster.folder, withIntermediateDirectories: true)
        let source = try template.get().cluster.folder + "/cluster"
        // A copy that was cut short would be refused as somebody else's.
        for _ in 1...3 {
            if try isCopied(source, to: fixture) { return fixture }
            try? FileManager.default.removeItem(atPath: fixture.cluster.folder + "/cluster")
        }
        throw CopyFault(source: source)
    }

    /// What `made()` throws when the made cluster cannot be copied.
    struct CopyFault: Error {
        let source: String
    }

    private static func isCopied(_ source: String, to fixture: ClusterFixture) throws -> Bool {
        let copy = Process()
        copy.executableURL = URL(filePath: "/bin/cp")
        copy.arguments = ["--archive", source, fixture.cluster.folder]
        try copy.run()
        copy.waitUntilExit()
        return copy.terminationReason == .exit && copy.terminationStatus == 0
            && FileManager.default.fileExists(atPath: fixture.cluster.layout.settings)
    }

    private static let template: Result<ClusterFixture, any Error> = Result {
        let fixture = ClusterFixture()
        try fixture.cluster.acquire().release()
        atexit {
            // What is static is not deleted by itself.
            try? ClusterFixture.template.get().remove()
        }
        return fixture
    }

    var usualPrograms: [String] { cluster.programFolders }

    private static func cluster(
        _ folder: String, _ programs: [String]?, _ isDurable: Bool
    ) -> PrivateCluster {
        PrivateCluster(
            folder: folder, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            isDurable: isDurable,
            programFolders: programs
                ?? ServerPrograms.usualFolders(path: "/usr/local/bin:/usr/bin:/bin"))
    }

    /// Makes a file in or below the cluster's folder.
    func write(_ text: String, to path: String, mode: Int = 0o644) throws {
        let file = cluster.folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }

    func isRunning() throws -> Bool { try cluster.status().isRunning }
}

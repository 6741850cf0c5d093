import Foundation
import Glibc
import Logging
import Postgres
import Synchronization

/// A folder of its own for one test, deleted with all that is in it.
///
/// It lies in /tmp, where the server's account can reach a private cluster
/// when tests run as root.
final class Scratch: Sendable {
    let path: String

    private static let counter = Mutex(0)

    init() throws {
        let number = Self.counter.withLock { number in
            number += 1
            return number
        }
        // A name by which a later run knows it as a leftover.
        path = "/tmp/yardstick-tests-\(getuid())-\(number)-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { remove() }

    /// The folder of a private cluster in it.
    var dataFolder: String { path + "/data" }

    /// Deletes it, and first the private cluster in it, if there is one.
    func remove() {
        if FileManager.default.fileExists(atPath: dataFolder) {
            try? cluster(isDurable: false).remove()
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The private cluster that programs with ``dataFolder`` use.
    var cluster: PrivateCluster { cluster(isDurable: true) }

    private func cluster(isDurable: Bool) -> PrivateCluster {
        PrivateCluster(
            folder: dataFolder, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            isDurable: isDurable)
    }

    /// Writes a file and makes the folders above it.
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Writes a text as UTF-8.
    func write(_ text: String, to name: String) throws {
        try write(text.utf8, to: name)
    }

    /// The bytes of all files below a folder of it, by their paths; one that
    /// another program takes away meanwhile is not among them.
    func files(below name: String) throws -> [String: Data] {
        let base = path + "/" + name
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String }
        var files: [String: Data] = [:]
        for name in names ?? [] {
            let attributes = try? FileManager.default.attributesOfItem(atPath: base + "/" + name)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            files[name] = FileManager.default.contents(atPath: base + "/" + name)
        }
        return files
    }

    /// A text file in it.
    func text(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
}

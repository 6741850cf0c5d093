import Foundation
import Logging
import Postgres
import Testing

@testable import Warehouse

/// A copy of the folder of statements that a test may change.
final class SQLCopy {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("yardstick-sql-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Root.sql), to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Changes one file: the first occurrence of a text, which must be there.
    func replace(
        _ old: String, with new: String, in file: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let url = folder.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old), sourceLocation: sourceLocation)
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        try Data(changed.utf8).write(to: url)
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    }

    func rename(_ file: String, to name: String) throws {
        try FileManager.default.moveItem(
            at: folder.appendingPathComponent(file), to: folder.appendingPathComponent(name))
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
    }

    func removeViews() throws {
        let views = folder.appendingPathComponent("views")
        for name in try FileManager.default.contentsOfDirectory(atPath: views.path) {
            try remove("views/" + name)
        }
    }

    /// Leaves the migrations before a number.
    func removeMigrations(from number: Int) throws {
        for (index, script) in try read().migrations.enumerated() where index + 1 >= number {
            try remove("migrations/" + script.name)
        }
    }

    /// Makes a migration the newest: those behind it move up by one. For one that
    /// no later migration needs.
    func makeNewest(_ name: String) throws {
        let names = try read().migrations.map(\.name)
        let first = try #require(names.firstIndex(of: name))
        try rename("migrations/" + name, to: "moved.sql")
        for (index, later) in names.enumerated().dropFirst(first + 1) {
            try rename("migrations/" + later, to: "migrations/" + Self.numbered(later, index))
        }
        try rename("moved.sql", to: "migrations/" + Self.numbered(name, names.count))
    }

    /// The name of a migration with another number of four digits.
    private static func numbered(_ name: String, _ number: Int) -> String {
        String("\(10_000 + number)".dropFirst() + name.dropFirst(4))
    }

    func read() throws -> SQLFolder { try SQLFolder(path: folder.path) }

    /// A warehouse with these statements.
    func warehouse(_ connection: Connection) throws -> Warehouse {
        Warehouse(
            connection: connection, folder: try read(),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() },
            auditActor: AuditActor(name: "tester") { Timestamp(secondsSince1970: 30) })
    }
}

import Foundation
public import Postgres
import Synchronization

extension TemporaryDatabase {
    /// Makes a role that logs in by itself, as somebody else than the owner
    /// of everything; roles are the server's, so name it after its test.
    public func makeLogin(_ role: String) throws {
        let connection = try connect()
        defer { connection.close() }
        try connection.execute("create role \(role) login")
        let file = try connection.query("show ident_file").single.text(0)
        try Self.access.withLock { _ in
            let old = try String(contentsOfFile: file, encoding: .utf8)
            let ours = old.split(separator: "\n").filter { $0.hasSuffix(" yardstick") }
            let new = ours.map { $0.dropLast("yardstick".count) + role }
            // In place: the file belongs to the server's account.
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            defer { try? handle.close() }
            try handle.seekToEnd()
            try handle.write(contentsOf: Data((new.joined(separator: "\n") + "\n").utf8))
        }
        try connection.query("select pg_reload_conf()")
    }

    private static let access = Mutex(())

    /// A connection of a role that ``makeLogin(_:)`` made.
    ///
    /// The server takes a moment until it knows of one, so that a refusal is
    /// final only after some seconds, unless it is one of the database.
    public func connect(as role: String) throws -> Connection {
        let settings = try ConnectionSettings(
            settings.url.replacing("//yardstick@", with: "//\(role)@"))
        var attempt = 0
        while true {
            do {
                return try Connection.open(settings)
            } catch let error as PostgresError where attempt < 30 {
                if "\(error)".contains("CONNECT") { throw error }
                attempt += 1
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }
}

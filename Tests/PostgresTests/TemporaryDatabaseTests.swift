import Glibc
import Postgres
import TestSupport
import Testing

/// The databases of the tests themselves.
@Suite struct TemporaryDatabaseTests {
    /// Whether a database of the cluster is there.
    private func exists(_ settings: ConnectionSettings) throws -> Bool {
        let connection = try TemporaryDatabase.shared.connect()
        defer { connection.close() }
        return try connection.query(
            "select exists (select from pg_database where datname = $1)",
            [.text(settings.database ?? "")]
        ).single.bool(0)
    }

    private func settingsOfGone() throws -> ConnectionSettings {
        let database = try TemporaryDatabase()
        let isThere = try withExtendedLifetime(database) { try exists(database.settings) }
        #expect(isThere)
        return database.settings
    }

    @Test func `a database that nobody holds any more is dropped`() throws {
        let settings = try settingsOfGone()
        for _ in 0..<600 {
            if try !exists(settings) { return }
            usleep(50_000)
        }
        Issue.record("it is still there after 30 seconds")
    }

    @Test func `a database that somebody is connected to stays`() throws {
        let connection = try TemporaryDatabase().connect()
        usleep(300_000)
        #expect(try connection.query("select 1").single.int32(0) == 1)
    }
}

import Postgres
import Testing

/// A database that another version of the program made.
@Suite struct SchemaVersionTests {
    private static let path = "submissions/2026-Q3/ashford/long.csv"

    private func loaded() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(BadFile.header + "\n" + BadFile.good + "\n", to: Self.path)
        let made = try consortium.run("db", "init")
        #expect(made.code == 0, "\(made)")
        return consortium
    }

    private func change(_ sql: String, in consortium: SmallConsortium) throws {
        let connection = try consortium.connect()
        defer { connection.close() }
        try connection.execute(sql)
    }

    private func expectRefusal(_ words: [String], in consortium: SmallConsortium) throws {
        for arguments in [["load", "submissions"], ["compare", "2026-Q3"], ["submissions"]] {
            let run = try consortium.run(arguments)
            #expect(run.code == 2, "\(run)")
            for word in words { #expect(run.errors.contains(word), "\(word)\n\(run)") }
        }
        #expect(try consortium.submissionRows() == 0)
    }

    @Test func `an older database is refused with the command that mends it`() throws {
        let consortium = try loaded()
        try change(
            """
            delete from warehouse.migration
            where number = (select max(number) from warehouse.migration)
            """, in: consortium)
        try expectRefusal(["schema version", "yardstick db migrate"], in: consortium)
    }

    @Test func `a newer database is refused`() throws {
        let consortium = try loaded()
        try change(
            """
            insert into warehouse.migration
            select (jsonb_populate_record(migration, '{"number": 999, "name": "0999_x"}')).*
            from warehouse.migration
            where number = 1
            """, in: consortium)
        try expectRefusal(["schema version 999", "newer"], in: consortium)
    }

    @Test func `a migration that was changed after it ran is refused`() throws {
        let consortium = try loaded()
        try change(
            "update warehouse.migration set checksum = 'other' where number = 1",
            in: consortium)
        try expectRefusal(["migration 1", "changed after it ran"], in: consortium)
    }

    @Test func `a database without a schema gets it, and migrate then has nothing to do`() throws {
        let consortium = try SmallConsortium()
        let first = try consortium.run("db", "migrate")
        #expect(first.code == 0, "\(first)")
        #expect(first.output.contains("Ran 0001_create_registry"), "\(first)")
        let second = try consortium.run("db", "migrate")
        #expect(second.code == 0, "\(second)")
        #expect(second.output.contains("The schema is up to date."), "\(second)")
    }
}

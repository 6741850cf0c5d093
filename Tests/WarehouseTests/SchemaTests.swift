import Foundation
import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

@Suite struct SchemaTests {
    private let database: TemporaryDatabase
    private let connection: Connection

    init() throws {
        database = try TemporaryDatabase()
        connection = try database.connect()
        try SQLCopy().warehouse(connection).prepare()
    }

    /// Other versions of pg_dump word the same schema in other ways.
    private static let isWrittenByThisVersion: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pg_dump", "--version"]
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil,
            let bytes = try? pipe.fileHandleForReading.readToEnd()
        else { return false }
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).hasPrefix("pg_dump (PostgreSQL) 15.")
    }()

    @Test(
        .enabled(
            if: isWrittenByThisVersion,
            "sql/schema.sql is a dump by pg_dump 15, which is not the one here"))
    func `sql/schema.sql is what a migrated database looks like`() throws {
        let file = URL(fileURLWithPath: Root.sql).appendingPathComponent("schema.sql")
        let dump = try dump()
        if ProcessInfo.processInfo.environment["YARDSTICK_UPDATE_SNAPSHOTS"] == "1" {
            try Data(dump.utf8).write(to: file)
            return
        }
        let stored = try String(contentsOf: file, encoding: .utf8)
        let (new, old) = (dump.split(separator: "\n"), stored.split(separator: "\n"))
        for (number, (left, right)) in zip(new, old).enumerated() where left != right {
            Issue.record(
                """
                sql/schema.sql is not the schema, from the \(number + 1)th line of text on:
                \(left)
                was
                \(right)
                Set YARDSTICK_UPDATE_SNAPSHOTS=1 to write it.
                """)
            return
        }
        #expect(new.count == old.count)
    }

    /// The schema as pg_dump writes it, without what depends on its version.
    private func dump() throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "pg_dump", "--schema-only", "--no-owner", "--no-privileges", "--no-tablespaces",
            "--dbname=\(database.settings.url)",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = try #require(try pipe.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let head = """
            -- What a migrated database looks like: pg_dump, without versions and owners.
            -- Written and compared by a test; changed by migrations and views only.

            """
        return head + Self.normalised(String(decoding: bytes, as: UTF8.self))
    }

    private static func normalised(_ dump: String) -> String {
        let unwanted = ["--", "SET ", "SELECT pg_catalog.set_config", "\\restrict", "\\unrestrict"]
        var lines: [Substring] = []
        for line in dump.split(separator: "\n", omittingEmptySubsequences: false)
        where !unwanted.contains(where: { line.hasPrefix($0) }) {
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return "\n" + lines.joined(separator: "\n") + "\n"
    }

    @Test func `every table and view has a comment`() throws {
        let silent = try connection.query(
            """
            select pg_class.oid::regclass::text
            from pg_class
            where relnamespace::regnamespace::text in
                ('intake', 'warehouse', 'preview', 'member', 'open')
                and relkind in ('r', 'p', 'v')
                and not relispartition
                and coalesce(obj_description(pg_class.oid, 'pg_class'), '') = ''
            """)
        #expect(try silent.map { try $0.text(0) } == [])
    }

    @Test func `every column of every view has a comment of a whole sentence`() throws {
        let columns = try connection.query(
            """
            select pg_class.relname || '.' || attname, col_description(pg_class.oid, attnum)
            from pg_attribute
            inner join pg_class on pg_class.oid = attrelid
            where relnamespace::regnamespace::text in ('preview', 'member', 'open')
                and relkind = 'v' and attnum > 0
            """)
        #expect(columns.count > 100)
        let silent = try columns.filter { try $0.textOrNil(1)?.hasSuffix(".") != true }
        #expect(try silent.map { try $0.text(0) } == [])
    }

    @Test func `schemas have comments, and an audience's views read its own tables only`() throws {
        let silent = try connection.query(
            """
            select nspname from pg_namespace
            where nspname in ('intake', 'warehouse', 'preview', 'member', 'open')
                and obj_description(oid, 'pg_namespace') is null
            """)
        #expect(silent.isEmpty)
        let elsewhere = try connection.query(
            """
            select distinct view_name || ' reads ' || table_schema
            from information_schema.view_table_usage
            where view_schema in ('preview', 'member', 'open') and table_schema <> view_schema
            """)
        #expect(try elsewhere.map { try $0.text(0) } == [])
    }

    /// What can be told of a schema without its name.
    private func shape(_ schema: String) throws -> [String] {
        try connection.query(
            """
            select pg_class.relname || ' ' || pg_class.relkind::text || ' '
                    || coalesce(obj_description(pg_class.oid, 'pg_class'), '') || ' '
                    || pg_attribute.attnum || ' ' || pg_attribute.attname || ' '
                    || format_type(atttypid, atttypmod) || ' ' || attnotnull::text || ' '
                    || coalesce(pg_get_expr(adbin, adrelid), '') || ' '
                    || coalesce(col_description(pg_class.oid, attnum), '')
            from pg_class
            inner join pg_attribute on attrelid = pg_class.oid
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where relnamespace = $1::regnamespace and relkind in ('r', 'v')
                and attnum > 0 and not attisdropped
            union all
            -- An index that was copied has a name that PostgreSQL gave it.
            select regexp_replace(
                regexp_replace(indexdef, ' INDEX [a-z_0-9]+ ON', ' INDEX ON'), $1 || '[.]', '')
            from pg_indexes
            where schemaname = $1
            """,
            [.text(schema)]
        ).map { try $0.text(0) }.sorted()
    }

    @Test(arguments: ["preview", "open"])
    func `each audience has the tables and views that members have`(schema: String) throws {
        let (own, members) = (try shape(schema), try shape("member"))
        #expect(Set(own).symmetricDifference(members).sorted() == [])
        #expect(own.count == members.count)
        for list in ["standing_status", "incomparable_reason"] {
            let differing = try connection.query(
                "(table \(schema).\(list) except table member.\(list)) union all "
                    + "(table member.\(list) except table \(schema).\(list))")
            #expect(differing.isEmpty)
        }
    }

    @Test func `PostgreSQL agrees on the number of every month's first day`() throws {
        let rows = try connection.query(
            """
            select to_char(day, 'YYYY-MM-DD'), day - date '2000-01-01', day
            from (
                select make_date(year, month, 1) as day
                from generate_series(1, 9999, 7) as year, generate_series(1, 12) as month
            ) as days
            """)
        #expect(rows.count == 1429 * 12)
        for row in rows {
            let (text, number) = (try row.text(0), try row.int32(1))
            guard CalendarDay(number: number).text == text, try row.day(2) == number else {
                Issue.record("\(text) is \(CalendarDay(number: number).text)")
                return
            }
        }
    }
}

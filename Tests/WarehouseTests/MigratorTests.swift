import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Warehouse

@Suite struct MigratorTests {
    private let database: TemporaryDatabase
    private let connection: Connection

    init() throws {
        database = try TemporaryDatabase()
        connection = try database.connect()
    }

    private func migrations() throws -> [String] {
        try SQLFolder(path: Root.sql).migrations.map(\.name)
    }

    private func recorded() throws -> [String] {
        try connection.query(
            "select number || ' ' || name from warehouse.migration order by number"
        )
        .map { try $0.text(0) }
    }

    private func refusal(_ body: () throws -> Void) -> WarehouseError? {
        do {
            try body()
        } catch let error as WarehouseError {
            return error
        } catch {
            Issue.record("\(error)")
        }
        return nil
    }

    @Test func `an empty database gets every migration in its order, and the views`() throws {
        let warehouse = try SQLCopy().warehouse(connection)
        #expect(try warehouse.migrate() == migrations())
        let numbered = try migrations().enumerated().map { "\($0 + 1) \($1)" }
        #expect(try recorded() == ["0 views"] + numbered)
        let views = try connection.query(
            "select viewname from pg_views where schemaname = 'member' order by 1")
        #expect(
            try views.map { try $0.text(0) } == [
                "breakdown", "city_change", "definition_change", "indistinct",
                "indistinct_history",
                "lineage", "lineage_history", "metric_change", "metric_value",
                "metric_value_history", "peer_statistic",
                "peer_statistic_history", "price_basis", "price_basis_history", "recognition",
                "recognition_history", "response", "response_history", "standing",
                "standing_history", "standing_trend", "standing_trend_history", "trend",
                "trend_history", "uncertified", "uncertified_history",
            ])
    }

    @Test func `a database that is up to date is left alone`() throws {
        let warehouse = try SQLCopy().warehouse(connection)
        try warehouse.prepare()
        // The transaction that last wrote each view and each line of the list.
        let written = """
            select string_agg(given.xmin::text, ' ' order by given.xmin::text)
            from (
                select xmin from pg_class where relnamespace = 'member'::regnamespace
                union all select xmin from warehouse.migration
            ) as given
            """
        let before = try connection.query(written).single.text(0)
        #expect(try warehouse.migrate() == [])
        try warehouse.prepare()
        #expect(try connection.query(written).single.text(0) == before)
    }

    @Test func `a migration that was changed after it ran is refused`() throws {
        let copy = try SQLCopy()
        try copy.warehouse(connection).prepare()
        try copy.replace(
            "create schema intake;", with: "create schema intake; ",
            in: "migrations/0001_create_registry.sql")
        let changed = try copy.warehouse(connection)
        let attempts: [() throws -> Void] = [
            { try changed.prepare() }, { _ = try changed.migrate() },
        ]
        for attempt in attempts {
            let error = try #require(refusal(attempt))
            #expect(error.kind == .migration)
            #expect(
                error.message
                    == "migration 1 of the database (0001_create_registry.sql) is not the one "
                    + "that lies in sql/migrations (0001_create_registry.sql): it was changed "
                    + "after it ran. Put the old text back and write a new migration.")
        }
    }

    @Test func `a migration that was renamed after it ran is refused`() throws {
        let copy = try SQLCopy()
        try copy.warehouse(connection).prepare()
        try copy.rename(
            "migrations/0002_create_intake.sql", to: "migrations/0002_make_intake.sql")
        let renamed = try copy.warehouse(connection)
        #expect(refusal { try renamed.prepare() }?.kind == .migration)
    }

    /// A migration's number as its name begins: four digits.
    private static func number(_ number: Int) -> String { String("\(10_000 + number)".suffix(4)) }

    @Test func `a database of a newer program is refused`() throws {
        let copy = try SQLCopy()
        let version = try migrations().count
        try copy.write(
            "create table warehouse.newer (a integer);",
            to: "migrations/\(Self.number(version + 1))_new.sql")
        try copy.warehouse(connection).prepare()
        let older = try SQLCopy().warehouse(connection)
        let error = try #require(refusal { try older.prepare() })
        #expect(error.kind == .schemaVersion)
        #expect(
            error.message
                == "the database has schema version \(version + 1), this program knows "
                + "\(version). Use the program that made it, or a newer one.")
        #expect(refusal { _ = try older.migrate() }?.kind == .schemaVersion)
    }

    @Test func `an older database is refused until it is migrated`() throws {
        let copy = try SQLCopy()
        let (names, last) = (try migrations(), try #require(try migrations().last))
        try copy.remove("migrations/" + last)
        try copy.removeViews()
        try copy.warehouse(connection).prepare()
        let newer = try SQLCopy().warehouse(connection)
        let error = try #require(refusal { try newer.prepare() })
        #expect(error.kind == .schemaVersion)
        #expect(
            error.message
                == "the database has schema version \(names.count - 1), this program needs "
                + "\(names.count). Run `yardstick db migrate` (after a backup).")
        #expect(try newer.migrate() == [last])
        try newer.prepare()
        #expect(try recorded().count == names.count + 1)
    }

    @Test func `views are replaced when their text changes`() throws {
        let copy = try SQLCopy()
        try copy.warehouse(connection).prepare()
        try copy.replace(
            "else 'cell'", with: "else 'box'", in: "views/lineage.sql")
        try copy.warehouse(connection).prepare()
        let text = try connection.query("select pg_get_viewdef('member.lineage_history')")
        #expect(try text.single.text(0).contains("'box'::text"))
        #expect(try copy.warehouse(connection).migrate() == [])
    }

    @Test func `a view may lose a column, and those who could read it still can`() throws {
        let copy = try SQLCopy()
        try copy.write(
            "create or replace view member.sample as select 1 as a, 2 as b;", to: "views/sample.sql"
        )
        try copy.warehouse(connection).prepare()
        let role = "reader_\(try connection.query("select current_database()").single.text(0))"
        try connection.execute(
            "create role \(role); grant select on member.sample to \(role);")
        try copy.write(
            "create or replace view member.sample as select 2 as b;", to: "views/sample.sql")
        try copy.warehouse(connection).prepare()
        #expect(try connection.query("select * from member.sample").columns == ["b"])
        let mayRead = try connection.query(
            "select has_table_privilege($1, 'member.sample', 'select')", [.text(role)])
        #expect(try mayRead.single.bool(0))
        try connection.execute("drop owned by \(role); drop role \(role);")
    }

    @Test func `a migration that fails leaves nothing of itself and all before it`() throws {
        let copy = try SQLCopy()
        let version = try migrations().count
        try copy.write(
            "create table warehouse.half (a integer); select 1 / 0;",
            to: "migrations/\(Self.number(version + 1))_fail.sql")
        let error = #expect(throws: PostgresError.self) {
            try copy.warehouse(connection).prepare()
        }
        #expect(error?.sqlState == "22012")
        #expect(try recorded().count == version)
        let half = try connection.query("select to_regclass('warehouse.half') is null")
        #expect(try half.single.bool(0))
    }

    @Test func `two migrations at once run each migration once`() throws {
        let (database, names) = (database, try migrations())
        let ran = Mutex<[[String]]>([])
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 3) { _ in
            do {
                let done = try SQLCopy().warehouse(database.connect()).migrate()
                ran.withLock { $0.append(done) }
            } catch {
                faults.withLock { $0.append("\(error)") }
            }
        }
        #expect(faults.withLock { $0 } == [])
        #expect(ran.withLock { $0.sorted { $0.count < $1.count } } == [[], [], names])
        #expect(try recorded().count == names.count + 1)
    }

    @Test func `migrations are numbered without a gap`() throws {
        let copy = try SQLCopy()
        try copy.remove("migrations/0002_create_intake.sql")
        let error = try #require(refusal { _ = try copy.read() })
        #expect(error.kind == .installation)
        #expect(error.message.contains("\"0003_create_observation.sql\" stands where number 2"))
    }

    @Test func `a folder without statements is named with the remedy`() throws {
        let error = try #require(refusal { _ = try SQLFolder(path: "/nowhere/sql") })
        #expect(error.kind == .installation)
        #expect(
            error.message
                == "/nowhere/sql/migrations cannot be read. Name the folder that holds sql/ "
                + "with --root.")
    }

    @Test func `roles may be made twice, and members read only what members may see`() throws {
        let warehouse = try SQLCopy().warehouse(connection)
        try warehouse.prepare()
        try warehouse.createRoles()
        try warehouse.createRoles()
        let may = try connection.query(
            """
            select
                has_table_privilege('yardstick_member', 'member.standing', 'select'),
                has_schema_privilege('yardstick_member', 'warehouse', 'usage'),
                has_schema_privilege('yardstick_member', 'intake', 'usage'),
                has_table_privilege('yardstick_member', 'warehouse.observation', 'select'),
                has_table_privilege('yardstick_member', 'member.standing', 'insert'),
                has_table_privilege('yardstick_operator', 'intake.finding', 'select'),
                has_table_privilege('yardstick_operator', 'intake.finding', 'delete')
            """
        ).single
        #expect(
            try (0..<7).map { try may.bool($0) }
                == [true, false, false, false, false, true, false])
    }
}

import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// Values that are sent again unchanged by the thousand.
@Suite struct ConfirmationTests {
    private static let cityCount = 3_000

    private func manyCities() throws -> Store {
        let rows = (1...Self.cityCount).map { "c\($0),City \($0)" }
        return try Store(
            Sample.registry(["cities.csv": "id,name\n" + rows.joined(separator: "\n") + "\n"]))
    }

    /// Two figures a city; of the first city a number given, and written with
    /// a decimal too many.
    private func file(_ first: Int) -> String {
        "City,Period,Calls,Residents\n"
            + (1...Self.cityCount).map { city in
                "c\(city),2026-Q1,\(city == 1 ? first : city).0,\(city * 10)\n"
            }.joined()
    }

    private func withdraw(
        _ number: Int, _ store: Store, at second: Double = 0
    ) throws -> WithdrawalReceipt {
        try store.warehouse.withdraw(
            submission: number, reason: "wrong year", at: Timestamp(secondsSince1970: second))
    }

    private func packed(_ store: Store) throws -> [String] {
        try store.rows(
            """
            select submission_id, confirmed_submission_id, sum(cardinality(measure_ids)) as count,
                sum(cardinality(array_remove(raw_texts, null))) as texts
            from intake.confirmation_block
            group by submission_id, confirmed_submission_id
            """)
    }

    private let numbers = """
        select submission_id, count(*) as values
        from warehouse.observation
        group by submission_id
        order by submission_id
        """

    @Test func `thousands of values sent again are packed, and counted as they are`() throws {
        let store = try manyCities()
        try store.load(file(1))
        let receipt = try store.load(file(2))
        #expect(receipt.unchanged == 5_999)
        #expect(receipt.superseded == 1)
        // Of calls all but the first are the same, each with its text.
        #expect(try packed(store) == ["2 1 5999 2999"])
        #expect(try store.rows("select count(*) from intake.confirmation") == ["0"])
        #expect(try store.rows(numbers) == ["1 6000", "2 1"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a withdrawal makes packed values count as those of who repeated them`() throws {
        let store = try manyCities()
        try store.load(file(1))
        try store.load(file(2))
        let receipt = try withdraw(1, store)
        #expect(receipt.confirmed == 5_999)
        #expect(try packed(store) == [])
        #expect(try store.rows(numbers) == ["1 6000", "2 6000"])
        #expect(
            try store.rows(
                """
                select observation.source_row, observation.source_column, observation.raw_text,
                    observation.value
                from warehouse.observation
                inner join warehouse.city using (city_id)
                where submission_id = 2 and city in ('c1', 'c3000')
                order by observation.source_row, observation.source_column
                """) == ["2 3 2.0 2", "2 4 null 10", "3001 3 3000.0 3000", "3001 4 null 30000"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `what others repeated stays packed`() throws {
        let store = try manyCities()
        try store.load(file(1))
        try store.load(file(2))
        try store.load("City,Period,Calls\nc1,2026-Q1,7\n")
        _ = try withdraw(3, store)
        #expect(try packed(store) == ["2 1 5999 2999"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    private func known(at second: Int, _ store: Store) throws -> [String] {
        try store.rows(
            """
            select submission_id, count(*) as values, sum(value) as sum,
                count(raw_text) as texts
            from warehouse.observation_as_of(to_timestamp(\(second)))
            group by submission_id
            order by submission_id
            """)
    }

    /// Cities 1 to 3,000 and ten times their numbers.
    private static let sum = 3_000 * 3_001 / 2 * 11

    @Test func `packed values count from when they were received, in whatever order`() throws {
        let store = try manyCities()
        try store.load(file(1), received: 100)
        // An older letter that was found later says the same but of one.
        try store.load(file(2), received: 50)
        try #require(packed(store) == ["2 1 5999 2999"])
        #expect(try known(at: 49, store).isEmpty)
        // Each figure of calls has a text of its own.
        #expect(try known(at: 50, store) == ["2 6000 \(Self.sum + 1) 3000"])
        #expect(
            try known(at: 100, store) == ["1 5999 \(Self.sum - 1) 2999", "2 1 2 1"])
        let states = [49, 50, 100].map { KnownState(at: Timestamp(secondsSince1970: $0)) }
        #expect(try states.map { try store.current(known: $0).count } == [0, 6_000, 6_000])
        #expect(
            try store.current(known: states[1]).filter { $0.hasPrefix("c2 ") }
                == ["c2 ops/calls 2.0 #2", "c2 ops/residents 20.0 #2"])
    }

    @Test func `what was packed is known as it was after what it repeats was withdrawn`() throws {
        let store = try manyCities()
        try store.load(file(1), received: 1)
        try store.load(file(2), received: 2)
        let before = try (0...2).map { try known(at: $0, store) }
        _ = try withdraw(1, store, at: 3)
        #expect(try (0...2).map { try known(at: $0, store) } == before)
        #expect(try known(at: 3, store) == ["2 6000 \(Self.sum + 1) 3000"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `rows of a schema that packed nothing stay, and count as before`() throws {
        // The program of today needs the later migrations; this one came last.
        let (copy, full) = (try SQLCopy(), try SQLCopy())
        let packing = try #require(
            copy.read().migrations.map(\.name).first { $0.hasSuffix("_pack_confirmation.sql") })
        try copy.makeNewest(packing)
        try full.makeNewest(packing)
        let last = try #require(copy.read().migrations.map(\.name).last)
        try copy.remove("migrations/" + last)
        let database = try TemporaryDatabase()
        let old = try Store(
            database: database, registry: Sample.registry(), folder: copy.read())
        let text = "City,Period,Calls\nAshford,2026-Q1,1\nBexley,2026-Q1,2.0\n"
        try old.load(text, received: 1)
        try old.load(text + "\n", received: 2)
        let rows = try old.rows("select * from intake.confirmation order by city_id")
        #expect(rows.count == 2)
        let before = try (0...2).map { try known(at: $0, old) }

        #expect(try full.warehouse(database.connect()).migrate() == [last])
        let store = try Store(
            database: database, registry: Sample.registry(), folder: full.read())
        #expect(try store.rows("select * from intake.confirmation order by city_id") == rows)
        #expect(try (0...2).map { try known(at: $0, store) } == before)
        #expect(try withdraw(1, store, at: 3).confirmed == 2)
        #expect(try known(at: 3, store) == ["2 2 3 1"])
        #expect(try known(at: 2, store) == before[2])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}

import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What is current, what was known then, and what was published first are
/// three reads of the same rows.
@Suite struct AsOfTests {
    /// Something that happened to the store at a second of 1970.
    private enum Event {
        case load(String)
        case withdraw(Int)
        case undo(Int)

        func happen(at second: Double, to store: Store) throws {
            let instant = Timestamp(secondsSince1970: second)
            switch self {
            case .load(let rows):
                // Other white space makes equal figures other bytes.
                let blank = String(repeating: "\n", count: Int(second))
                try store.load("City,Period,Calls\n" + rows + "\n" + blank, received: second)
            case .withdraw(let number):
                _ = try store.warehouse.withdraw(submission: number, reason: "x", at: instant)
            case .undo(let number):
                _ = try store.warehouse.undoWithdrawal(of: number, reason: "x", at: instant)
            }
        }
    }

    /// Corrections, repetitions, withdrawals of both, and their undoing.
    private static let events: [Event] = [
        .load("Ashford,2026-Q1,1\nBexley,2026-Q1,5"),
        .load("Ashford,2026-Q1,1\nBexley,2026-Q1,6"),
        .load("Ashford,2026-Q1,2"),
        .withdraw(1),
        .load("Ashford,2026-Q1,2\nBexley,2026-Q1,6"),
        .withdraw(3),
        .withdraw(2),
        .undo(3),
        .undo(1),
        .load("Ashford,2026-Q1,\nBexley,2026-Q1,7"),
        .withdraw(5),
        .undo(2),
    ]

    private func store(_ events: ArraySlice<Event>) throws -> Store {
        let store = try Store()
        for (second, event) in zip(1..., events) {
            try event.happen(at: Double(second), to: store)
        }
        return store
    }

    private static let columns = """
        city_id, measure_id, period_start, period_months, variant, breakdown_id,
        coalesce(value::text, 'none') as value, status, submission_id, source_row, source_column
        """

    private func known(at second: Int, _ store: Store) throws -> [String] {
        try store.rows(
            "select \(Self.columns) from warehouse.observation_as_of(to_timestamp(\(second))) "
                + "order by city_id")
    }

    @Test func `what was known then is what a store has that knows no more`() throws {
        let whole = try store(Self.events[...])
        #expect(try whole.warehouse.brokenPromises().isEmpty)
        for second in 0...Self.events.count {
            let rebuilt = try store(Self.events[..<second])
            let current = try known(at: 1_000_000, rebuilt)
            #expect(try known(at: second, whole) == current, "at \(second)")
            #expect(
                try whole.current(
                    known: KnownState(at: Timestamp(secondsSince1970: Double(second))))
                    == rebuilt.current(), "at \(second)")
        }
    }

    @Test func `what is current is what is known at the end of time`() throws {
        let store = try store(Self.events[...])
        #expect(
            try store.rows(
                """
                select city_id, submission_id
                from warehouse.observation_as_of('infinity') order by city_id
                """)
                == store.rows(
                    """
                    select distinct on (city_id) city_id, observation.submission_id
                    from warehouse.observation
                    inner join intake.submission using (submission_id)
                    where not is_withdrawn
                    order by city_id, observation.submission_id desc
                    """))
    }

    @Test func `a value counts from when it was received, in whatever order it came`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n", received: 100)
        // An older letter that was found later says the same.
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n\n", received: 50)
        #expect(try known(at: 49, store).isEmpty)
        #expect(try known(at: 50, store).map { $0.split(separator: " ")[8] } == ["2"])
        #expect(try known(at: 100, store).map { $0.split(separator: " ")[8] } == ["1"])
    }

    @Test func `what was first published stays what it was`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\n")
        try store.compare()
        try store.load("City,Period,Calls\nAshford,2026-Q1,2\n")
        try store.load("City,Period,Calls\nBexley,2026-Q1,7\n")
        try store.compare()
        #expect(
            try store.rows(
                """
                select release_id, measure, value, submission_id
                from warehouse.observation_first_published()
                inner join warehouse.measure using (measure_id)
                order by measure
                """) == ["1 ops/calls 1 1", "1 ops/residents 10 1"])
    }

    @Test(arguments: [
        "2026-Q1", "2026-Q4", "2026-07", "2026", "2015-07/P1Y", "2016-04/P30M", "2026-02/P3M",
        "2026-01/P2Y", "2026-11/P12M",
    ])
    func `the database writes a period as the program does`(text: String) throws {
        let store = try Store()
        let period = try #require(Period(parsing: text))
        let written = try store.connection.query(
            "select warehouse.period_text($1, $2)",
            [.day(period.start.number), .int16(Int16(period.months))])
        #expect(try written.single.text(0) == period.text)
    }

    // MARK: Lists and comparisons

    @Test func `a comparison as of an instant is that of its release and stores nothing`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\n", received: 10)
        try store.compare(at: 15)
        try store.load("City,Period,Calls\nAshford,2026-Q1,2\n", received: 20)
        let period = try #require(Period(parsing: "2026-Q1"))
        func release(asOf second: Double) throws -> Int? {
            try store.warehouse.comparison(
                of: period, registry: store.registry, asOf: Timestamp(secondsSince1970: second)
            ).release
        }
        #expect(try release(asOf: 9) == nil)
        #expect(try release(asOf: 10) == 1)
        #expect(try release(asOf: 20) == nil)
        try store.compare(at: 25)
        #expect(try release(asOf: 20) == 2)
        #expect(try store.rows("select count(*) from member.release") == ["2"])
        func newest(_ second: Double) throws -> [String] {
            try store.warehouse.releases(asOf: Timestamp(secondsSince1970: second)).map {
                "\($0.number) \($0.isNewest)"
            }
        }
        #expect(try newest(14) == [])
        #expect(try newest(15) == ["1 true"])
        #expect(try newest(25) == ["1 false", "2 true"])
        #expect(
            try store.warehouse.newestRelease(
                of: period, asOf: Timestamp(secondsSince1970: 24)
            ).number == 1)
    }

    @Test func `lists as of an instant have what was received, as it stood`() throws {
        let store = try store(Self.events[..<4])
        func states(_ second: Double?) throws -> [String] {
            try store.warehouse.submissions(asOf: second.map { Timestamp(secondsSince1970: $0) })
                .map(\.state)
        }
        #expect(try states(nil) == ["withdrawn", "accepted", "accepted"])
        #expect(try states(4) == ["withdrawn", "accepted", "accepted"])
        #expect(try states(3) == ["accepted", "accepted", "accepted"])
        #expect(try states(1) == ["accepted"])
        let period = try #require(Period(parsing: "2026-Q1"))
        func values(_ second: Double) throws -> [Int] {
            try store.warehouse.status(
                of: period, registry: store.registry, asOf: Timestamp(secondsSince1970: second)
            ).map(\.values)
        }
        #expect(try values(0) == [0, 0, 0, 0, 0])
        #expect(try values(1) == [1, 1, 0, 0, 0])
    }
}

import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// `member.compare`: any cities in one metric and period.
@Suite struct AdHocComparisonTests {
    private let store: Store

    init() throws {
        store = try Store()
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2026-Q1,10,1000
            Bexley,2026-Q1,30,1500
            Colne,2026-Q1,40,2000
            Derby,2026-Q1,30,1000
            Exeter,2026-Q1,n/a,1000

            """)
        try store.compare()
    }

    private func compared(_ cities: String, _ columns: String) throws -> [String] {
        try store.rows(
            """
            select \(columns)
            from member.compare('ops/call-rate', '2026-Q1', array[\(cities)])
            """)
    }

    /// Calls per thousand are 10, 20, 20 and 30; fewer are better. The total
    /// of Ashford, Bexley, Colne and Derby is 110 over 5,500.
    @Test func `cities of one's choice are ranked and summed up`() throws {
        #expect(
            try compared(
                "'derby', 'ashford', 'colne', 'bexley', 'exeter'",
                "city, status, value, rank, rank_worst, contributors, not_reported")
                == [
                    "ashford reported 10 1 2 4 1", "bexley reported 20 2 3 4 1",
                    "colne reported 20 2 3 4 1", "derby reported 30 4 5 4 1",
                    "exeter not_collected null null null 4 1",
                ])
        #expect(
            try compared(
                "'derby', 'ashford', 'colne', 'bexley'",
                "distinct mean, group_value, median, lower_quartile, upper_quartile, minimum, "
                    + "maximum, release") == ["20 20 20 17.5 22.5 10 30 1"])
    }

    @Test func `below four cities there are no quartiles, and one alone has no rank`() throws {
        #expect(
            try compared("'ashford', 'bexley'", "city, rank, median, lower_quartile, group_value")
                == ["ashford 1 15 null 16", "bexley 2 15 null 16"])
        #expect(
            try compared("'ashford', 'ashford'", "city, rank, contributors")
                == ["ashford null 1"])
        #expect(try compared("'exeter'", "city, rank, mean") == ["exeter null null"])
    }

    @Test(arguments: [
        ("'ops/call-rate', '2025-Q1', array['ashford']", "there is no release of '2025-Q1'."),
        ("'ops/other', '2026-Q1', array['ashford']", "of 2026-Q1 has no metric 'ops/other'."),
        ("'ops/call-rate', '2026-Q1', array['ashford', 'york']", "of 2026-Q1 has no city york."),
        ("'ops/call-rate', '2026-Q1', array[null]::text[]", "of 2026-Q1 has no city null."),
    ])
    func `what is not released is refused by name`(_ given: String, _ said: String) throws {
        let error = try #require(throws: PostgresError.self) {
            try store.connection.query("select * from member.compare(\(given))")
        }
        #expect("\(error)".contains(said), "\(error)")
        #expect(error.sqlState == "P0002")
    }

    @Test func `released figures alone are read, by each audience its own`() throws {
        try store.load("City,Period,Calls\nAshford,2026-Q1,99\n", received: 1)
        #expect(try compared("'ashford'", "value") == ["10"])
        let error = try #require(throws: PostgresError.self) {
            try store.connection.query(
                "select * from open.compare('ops/call-rate', '2026-Q1', array['ashford'])")
        }
        #expect("\(error)".contains("there is no release of '2026-Q1'."), "\(error)")
    }
}

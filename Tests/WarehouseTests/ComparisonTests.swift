import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// A period's comparison, stored and read through the members' views.
@Suite struct ComparisonTests {
    /// Rates of 10, 20, 30 and 40; Exeter sends nothing.
    private let four = """
        City,Period,Calls,Residents
        Ashford,2026-Q1,10,1000
        Bexley,2026-Q1,40,2000
        Colne,2026-Q1,90,3000
        Derby,2026-Q1,160,4000

        """

    @Test func `standings have the figures that one finds with a pencil`() throws {
        let store = try Store()
        try store.load(four)
        let receipt = try store.compare()
        #expect(receipt.release == 1)
        #expect(receipt.metrics == 1)
        #expect(receipt.standings == 5)
        #expect(
            try store.rows(
                """
                select city, status, value, numerator, denominator, contributors, ranked, rank,
                    rank_worst, rank_share, quartile, includes_city
                from member.standing order by city
                """)
                == [
                    "ashford reported 10 10 1000 4 4 1 2 0.25 1 true",
                    "bexley reported 20 40 2000 4 4 2 3 0.5 2 true",
                    "colne reported 30 90 3000 4 4 3 4 0.75 3 true",
                    "derby reported 40 160 4000 4 4 4 5 1 4 true",
                    "exeter not_reported null null null 4 4 null null null null true",
                ])
        // 300 calls of 10,000 residents; quartiles by definition 7.
        #expect(
            try store.rows(
                """
                select contributors, mean, group_value, median, lower_quartile, upper_quartile,
                    minimum, maximum, not_reported, not_provided, not_taking_part, coverage,
                    owner_city
                from member.peer_statistic
                """)
                == ["4 25 30 25 17.5 32.5 10 40 1 0 0 null null"])
        #expect(
            try store.rows("select distinct mean, group_value, median from member.standing")
                == ["25 30 25"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a city without a figure says why`() throws {
        let store = try Store(
            Sample.registry([
                "services.csv": """
                city,service,mode,takes_part,valid_from,valid_to
                bexley,fire,another_government,,,
                colne,fire,contract,false,,2026-01-02
                derby,fire,none,,2026-01-02,

                """
            ]))
        try store.load(
            """
            City,Period,Calls,Residents,Spending
            Ashford,2026-Q1,1,1000,1
            Bexley,2026-Q1,2,1000,2
            Colne,2026-Q1,3,1000,3
            Derby,2026-Q1,n/a,1000,n/a

            """)
        try store.compare()
        #expect(
            try store.rows(
                """
                select metric, city, status, value from member.standing order by metric, city
                """)
                == [
                    "ops/call-rate ashford reported 1", "ops/call-rate bexley not_provided null",
                    "ops/call-rate colne not_taking_part null",
                    "ops/call-rate derby not_collected null",
                    "ops/call-rate exeter not_reported null", "ops/spent ashford reported 1",
                    "ops/spent bexley reported 2", "ops/spent colne reported 3",
                    "ops/spent derby not_collected null", "ops/spent exeter not_reported null",
                ])
        #expect(
            try store.rows(
                """
                select metric, contributors, not_reported, not_provided, not_taking_part
                from member.peer_statistic order by metric
                """) == ["ops/call-rate 1 2 1 1", "ops/spent 3 2 0 0"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `contributors and the counts by reason are the members`() throws {
        let store = try Store(
            Sample.registry(["services.csv": "city,service,mode\nbexley,fire,none\n"]))
        try store.load(four)
        try store.compare()
        #expect(
            try store.rows(
                """
                select contributors + not_reported + not_provided + not_taking_part + suppressed
                        + unreliable + not_comparable as members,
                    (select count(*) from member.release_peer) as peers
                from member.peer_statistic
                """) == ["5 5"])
    }

    @Test func `each observation behind a figure has a line of lineage`() throws {
        let store = try Store()
        try store.load(
            "City,Period,Residents\nAshford,2025-Q4,1000\n", sender: "census", file: "people.csv",
            received: 86_400)
        try store.load(
            "City,Period,Measure,Value\nAshford,2026-Q1,calls,\"1,010\"\n", Sample.long,
            file: "calls.csv")
        try store.compare()
        #expect(
            try store.rows(
                """
                select metric, city, period, breakdown, release, measure, measure_period,
                    measure_value, submission, received_at, file, source_row, source_column,
                    raw_text, rule, mapping, standard_version, length(digest)
                from member.lineage order by measure
                """)
                == [
                    "ops/call-rate ashford 2026-Q1 total 1 ops/calls 2026-Q1 1010 2 "
                        + "1970-01-01T00:00:00Z submissions/calls.csv 2 4 1,010 cell long 1.0.0 64",
                    "ops/call-rate ashford 2026-Q1 total 1 ops/residents 2025-Q4 1000 1 "
                        + "1970-01-02T00:00:00Z submissions/people.csv 2 3 1000 cell wide 1.0.0 64",
                ])
        let sources = try store.warehouse.sources(
            of: "ashford", in: try store.warehouse.releases()[0])
        #expect(sources.map(\.measure) == ["ops/calls", "ops/residents"])
        #expect(sources.map(\.submission) == [2, 1])
    }

    @Test func `a figure that is not released has no lineage`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\nBexley,2026-Q1,5,\n")
        try store.compare()
        #expect(try store.rows("select distinct city from member.lineage") == ["ashford"])
    }

    // MARK: Releases

    @Test func `unchanged input keeps the release, changed input makes the next`() throws {
        let store = try Store()
        try store.load(four)
        #expect(try store.compare().release == 1)
        let again = try store.compare()
        #expect(again.release == 1)
        #expect(again.isUnchanged)
        #expect(again.standings == 5)
        // The same figures sent once more are no change.
        try store.load(four + "\n")
        #expect(try store.compare().isUnchanged)
        try store.load("City,Period,Calls\nAshford,2026-Q1,11\n", received: 60)
        let next = try store.compare()
        #expect(next.release == 2)
        #expect(!next.isUnchanged)
        #expect(
            try store.rows(
                """
                select release_id, period, kind, standard, standard_version, last_submission_id,
                    is_newest, extract(epoch from data_received_at)::int as received
                from member.release order by release_id
                """)
                == [
                    "1 2026-Q1 provisional sample 1.0.0 1 false 0",
                    "2 2026-Q1 provisional sample 1.0.0 3 true 60",
                ])
        #expect(
            try store.rows("select release, value from member.standing where city = 'ashford'")
                == ["2 11"])
        #expect(
            try store.rows(
                """
                select release, value from member.standing_history where city = 'ashford'
                order by release
                """) == ["1 10", "2 11"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `each period has releases of its own under one numbering`() throws {
        let store = try Store()
        try store.load(four + "Ashford,2026-Q2,20,1000\n")
        #expect(try store.warehouse.periodsWithValues().map(\.text) == ["2026-Q1", "2026-Q2"])
        #expect(try store.compare("2026-Q2").release == 1)
        #expect(try store.compare("2026-Q1").release == 2)
        #expect(try store.warehouse.releases().map(\.isNewest) == [true, true])
        let period = try #require(Period(parsing: "2026-Q2"))
        #expect(try store.warehouse.newestRelease(of: period).number == 1)
    }

    @Test func `a period that nobody reports has no release`() throws {
        let store = try Store()
        try store.load(four)
        let receipt = try store.compare("2030-Q1")
        #expect(receipt.release == nil)
        #expect(receipt.metrics == 0)
        #expect(try store.warehouse.releases().isEmpty)
        let error = #expect(throws: WarehouseError.self) {
            _ = try store.warehouse.newestRelease(of: receipt.period)
        }
        #expect(error?.kind == .notFound)
    }

    @Test func `what was withdrawn goes from the views with the next comparison`() throws {
        let store = try Store()
        try store.load(four)
        try store.compare()
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "wrong file", at: Timestamp(secondsSince1970: 0))
        let receipt = try store.compare()
        #expect(receipt.release == 2)
        #expect(try store.rows("select count(*) from member.standing") == ["0"])
        #expect(try store.rows("select count(*) from member.standing_history") == ["5"])
        #expect(try store.compare().isUnchanged)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `plans are not compared with what happened`() throws {
        let store = try Store()
        try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,99,1000\n",
            Sample.wide + "\nvariant: {constant: budget}")
        #expect(try store.compare().release == nil)
    }
}

import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// Trends and changes, made of earlier releases.
@Suite struct EarlierReleaseTests {
    private let store: Store

    /// Ashford's calls rise by two a year over three years of quarters, with
    /// a season of its own; Bexley's stay.
    init() throws {
        store = try Store()
        var text = "City,Period,Calls,Residents\n"
        for year in 0..<3 {
            for quarter in 1...4 {
                let period = "\(2024 + year)-Q\(quarter)"
                let calls = 100 + 10 * quarter + 2 * year
                text += "Ashford,\(period),\(calls),1000\nBexley,\(period),\(50 + quarter),1000\n"
            }
        }
        try store.load(text)
    }

    private func compareAll(upTo last: Int = 12) throws {
        for index in 0..<last {
            try store.compare("\(2024 + index / 4)-Q\(index % 4 + 1)")
        }
    }

    /// Within each season all three pairs of years rise: S = 12 of 12. The
    /// chance that four seasons of three values each all rise or all fall is
    /// 2 / 6^4 = 0.00154, below 0.002; the slope is 2 calls per thousand a
    /// year.
    @Test func `three years of quarters that rise are told as rising`() throws {
        try compareAll()
        #expect(
            try store.rows(
                """
                select city, periods, method, direction, course, round(slope::numeric, 9) as slope,
                    round(probability::numeric, 9) as probability,
                    round(year_change::numeric, 9) as year_change
                from member.trend
                where period = '2026-Q4' and metric = 'ops/call-rate' order by city
                """) == [
                    "ashford 12 seasonal rising worsening 2.000000000 0.001543210 2.000000000",
                    "bexley 12 seasonal no_trend neither 0.000000000 1.000000000 0.000000000",
                ])
    }

    @Test func `under three years there is no test, only the year before`() throws {
        try compareAll(upTo: 5)
        #expect(
            try store.rows(
                """
                select city, periods, method, direction, course, year_change
                from member.trend
                where period = '2025-Q1' and metric = 'ops/call-rate' order by city
                """) == ["ashford 5 null null null 2", "bexley 5 null null null 0"])
    }

    @Test func `a release keeps which releases it was made with, and is rebuilt with them`() throws
    {
        try compareAll()
        try store.load("City,Period,Calls\nAshford,2024-Q1,999\n", received: 1)
        try store.compare("2024-Q1")
        #expect(
            try store.rows(
                """
                select min(earlier_release_id), max(earlier_release_id), count(*)
                from member.release_earlier where release_id = 12
                """) == ["1 11 11"])
        let verified = try store.warehouse.verify(release: 12)
        #expect(verified.tables.flatMap(\.differences) == [])
        #expect(verified.holds)
        // What was compared does not change with what others are told of later.
        #expect(try store.compare("2026-Q4").isUnchanged)
    }

    @Test func `nothing of the course goes into what everybody reads`() throws {
        try compareAll(upTo: 5)
        _ = try store.warehouse.publish(
            release: 5, to: .open, at: Timestamp(secondsSince1970: 60))
        #expect(try store.rows("select count(*) from open.standing") != ["0"])
        #expect(try store.rows("select count(*) from open.trend") == ["0"])
        #expect(try store.rows("select count(*) from open.release_earlier") == ["0"])
        #expect(try store.warehouse.verify(release: 5).holds)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}

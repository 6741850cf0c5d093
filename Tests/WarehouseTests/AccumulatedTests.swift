import MetricSpec
import Postgres
import Submission
import Testing

@testable import Warehouse

/// Trial balances of the fiscal year so far, a file a quarter.
@Suite struct AccumulatedTests {
    private static let mapping = """
        title: Trial balance
        layout: ledger
        city: {constant: ashford}
        period: {path: "{period}/*.csv"}
        ledger:
          account: Account
          debit: Debit
          credit: Credit
          accumulates: fiscal-year
          lines:
            - {measure: ops/spending, accounts: 5000..5999}
        """

    /// The year so far at the end of a quarter.
    private func load(_ store: Store, _ quarter: Int, _ wages: Double) throws -> LoadReceipt {
        try store.load(
            "Account,Debit,Credit\n5100,\(wages),\n", Self.mapping,
            file: "2026-Q\(quarter)/tb.csv")
    }

    /// The current value of each quarter, as its shortest text.
    private func quarters(_ store: Store) throws -> [String] {
        try store.rows(
            """
            select value from (
                select distinct on (period_start) period_start, value
                from warehouse.observation
                inner join intake.submission using (submission_id)
                where not is_withdrawn
                order by period_start, submission_id desc
            ) as newest
            order by period_start
            """)
    }

    @Test func `three files of the year so far are three quarters`() throws {
        let store = try Store()
        for (quarter, amount) in [(1, 120.0), (2, 230.0), (3, 360.0)] {
            #expect(try load(store, quarter, amount).rejected == 0)
        }
        #expect(try quarters(store) == ["120", "110", "130"])
    }

    @Test func `a quarter without those before it is rejected, and loads once they are there`()
        throws
    {
        let store = try Store()
        let alone = try load(store, 2, 230)
        #expect(alone.accepted == 0)
        #expect(alone.rejected == 1)
        _ = try load(store, 1, 120)
        #expect(try load(store, 2, 230).accepted == 1)
        #expect(try quarters(store) == ["120", "110"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `after a correction the same later file is worked out anew`() throws {
        let store = try Store()
        for (quarter, amount) in [(1, 120.0), (2, 230.0), (3, 360.0)] {
            _ = try load(store, quarter, amount)
        }
        let correction = try load(store, 1, 125)
        #expect(correction.findings == [.warning: 1])
        #expect(
            try store.rows("select distinct rule from intake.finding")
                == ["later-figure-outdated"])
        #expect(try quarters(store) == ["125", "110", "130"])
        let again = try load(store, 2, 230)
        #expect(again.outcome == .loaded)
        #expect(again.superseded == 1)
        // What was booked by June stays 230, and by September 360.
        #expect(try quarters(store) == ["125", "105", "130"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `the same file with the same taken off it changes nothing`() throws {
        let store = try Store()
        _ = try load(store, 1, 120)
        _ = try load(store, 2, 230)
        #expect(try load(store, 1, 120).outcome == .alreadyLoaded)
        #expect(try load(store, 2, 230).outcome == .alreadyLoaded)
        #expect(try quarters(store) == ["120", "110"])
    }

    @Test func `a withdrawn quarter is not taken off`() throws {
        let store = try Store()
        let first = try load(store, 1, 120)
        _ = try store.warehouse.withdraw(
            submission: first.submission, reason: "test", at: Timestamp(secondsSince1970: 0))
        #expect(try load(store, 2, 230).rejected == 1)
    }
}

import MetricSpec
import Testing

@testable import Submission

/// An invented trial balance, year to date, its mapping under 30 lines.
enum TrialBalance {
    static let keys = """
        title: Trial balance
        layout: ledger
        city: {constant: springfield}
        period: {path: "{period}/*.csv", calendar: {year_starts: 1}}
        ignore: [Name]
        ledger:
          account: Account
          segments:
            fund: {column: Account, part: 1}
            object: {column: Account, part: 2}
          debit: Debit
          credit: Credit
          accumulates: fiscal-year
          tolerance: 0.005
          ignore: ["*-1*"]
          lines:
            - {measure: ops/spending, segments: {fund: "100", object: 5000..5999}}
            - {measure: ops/waiting, segments: {object: 4000..4999}, sign: reversed}

        """

    /// A file whose spending is a sum of two accounts, and cash pays for all.
    static func text(_ first: Double, _ second: Double, revenue: Double) -> String {
        let cash = revenue - first - second
        return """
            Account,Name,Debit,Credit
            100-1000,Cash,\(cash),
            100-4100,Fees,,\(revenue)
            100-5100,Wages,\(first),
            100-5200,Fuel,\(second),

            """
    }

    static func run(
        _ text: String, _ period: String, keys: String = keys, accumulated: [Value] = []
    ) throws -> Outcome {
        var context = try Fixture.context()
        let standard = context.standard
        context.accumulated = EarlierValues(
            try accumulated.map { value in
                EarlierValues.Row(
                    measure: Int32(try #require(standard.measureIndex(value.measure))), city: 0,
                    breakdown: 0, period: try #require(Period(parsing: value.period)),
                    value: value.value)
            })
        return try Fixture.run(keys, text, path: "\(period)/tb.csv", context: context)
    }
}

@Suite struct LedgerTests {
    @Test func `three files of the year so far become three quarters`() throws {
        let first = try TrialBalance.run(
            TrialBalance.text(100, 20, revenue: 500), "2026-Q1")
        #expect(first.rules == [])
        #expect(figures(first) == ["ops/spending": 120, "ops/waiting": 500])
        let second = try TrialBalance.run(
            TrialBalance.text(180, 50, revenue: 700), "2026-Q2", accumulated: first.values)
        // 230 less 120; 700 less 500.
        #expect(figures(second) == ["ops/spending": 110, "ops/waiting": 200])
        let third = try TrialBalance.run(
            TrialBalance.text(300, 60, revenue: 900), "2026-Q3",
            accumulated: first.values + second.values)
        // 360 less 230; 900 less 700.
        #expect(figures(third) == ["ops/spending": 130, "ops/waiting": 200])
    }

    private func figures(_ outcome: Outcome) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: outcome.values.map { ($0.measure, $0.value) })
    }

    @Test func `the quarter before may be in the same file`() throws {
        let keys = TrialBalance.keys.replacing(
            "{path: \"{period}/*.csv\", calendar: {year_starts: 1}}", with: "{column: Period}")
        let text = """
            Period,Account,Name,Debit,Credit
            2026-Q1,100-5100,Wages,100,
            2026-Q1,100-4100,Fees,,100
            2026-Q2,100-5100,Wages,250,
            2026-Q2,100-4100,Fees,,250

            """
        let outcome = try TrialBalance.run(text, "x", keys: keys)
        #expect(
            outcome.values.map { "\($0.measure) \($0.period) \($0.value)" } == [
                "ops/spending 2026-Q1 100.0", "ops/waiting 2026-Q1 100.0",
                "ops/spending 2026-Q2 150.0", "ops/waiting 2026-Q2 150.0",
            ])
    }

    @Test func `without accumulation a file is its own period`() throws {
        let outcome = try TrialBalance.run(
            TrialBalance.text(180, 50, revenue: 700), "2026-Q2",
            keys: TrialBalance.keys.replacing("  accumulates: fiscal-year\n", with: ""))
        #expect(figures(outcome) == ["ops/spending": 230, "ops/waiting": 700])
    }

    @Test func `the fiscal year decides which quarter is the first`() throws {
        let outcome = try TrialBalance.run(
            TrialBalance.text(180, 50, revenue: 700), "2026-Q1",
            keys: TrialBalance.keys.replacing("year_starts: 1", with: "year_starts: 7"))
        #expect(Set(outcome.values.map(\.period)) == ["2025-Q3"])
        #expect(figures(outcome) == ["ops/spending": 230, "ops/waiting": 700])
    }

    @Test func `an account range holds its ends and no text`() throws {
        let range = try #require(AccountRange("5000..5999"))
        #expect(range.contains("5000"))
        #expect(range.contains("5999"))
        #expect(!range.contains("6000"))
        #expect(!range.contains("5100A"))
        #expect(AccountRange("5999..5000") == nil)
        #expect(AccountRange("51*")?.contains("5100A") == true)
    }

    @Test func `a signed amount can stand in one column`() throws {
        let keys = TrialBalance.keys
            .replacing("  debit: Debit\n  credit: Credit\n", with: "  amount: Balance\n")
            .replacing("ignore: [Name]\n", with: "")
        let outcome = try TrialBalance.run(
            "Account,Balance\n100-5100,80.25\n100-4100,-80.25\n", "2026-Q1", keys: keys)
        #expect(figures(outcome) == ["ops/spending": 80.25, "ops/waiting": 80.25])
    }
}

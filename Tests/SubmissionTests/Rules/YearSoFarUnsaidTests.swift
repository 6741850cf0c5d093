import Testing

@testable import Submission

@Suite struct YearSoFarUnsaidTests {
    private func rules(
        _ header: String, measure: String = "ops/calls", more: String = ""
    ) throws -> [Finding] {
        let keys = """
            title: Desk
            layout: wide
            city: {column: City}
            period: {column: Quarter}
            values: [{column: "\(header)", measure: \(measure)\(more)}]

            """
        return try Fixture.run(keys, "City,Quarter,\(header)\nSpringfield,2026-Q1,412\n").findings
    }

    @Test(arguments: ["Calls YTD", "Calls, Year to Date", "YTD_Calls", "calls (cumulative)"])
    func `a column of a flow that says year to date is told`(header: String) throws {
        let findings = try Fixture.run(
            """
            title: Desk
            layout: wide
            city: {column: City}
            period: {column: Quarter}
            values: [{column: "\(header)", measure: ops/calls}]

            """, "City,Quarter,\"\(header)\"\nSpringfield,2026-Q1,412\n"
        ).findings
        #expect(findings.map(\.rule) == ["year-so-far-unsaid"])
        #expect(findings.first?.column == 3)
        #expect(findings.first?.row == 1)
    }

    @Test func `nothing is said where the mapping says it, or of a level`() throws {
        #expect(try rules("Calls YTD", more: ", accumulates: fiscal-year").isEmpty)
        #expect(try rules("Staff YTD", measure: "ops/staff").isEmpty)
    }

    @Test(arguments: ["Calls", "Ytdal calls", "Calls of the year", "Date of year to"])
    func `other words are no year to date`(header: String) throws {
        #expect(try rules(header).isEmpty)
    }

    @Test func `an amount of a ledger that says so is told, until the mapping says it`() throws {
        let keys = TrialBalance.keys.replacing("debit: Debit", with: "debit: YTD Debit")
        let text = TrialBalance.text(100, 50, revenue: 400).replacing(
            ",Debit", with: ",YTD Debit")
        #expect(try TrialBalance.run(text, "2026-Q1", keys: keys).rules == [])
        let plain = keys.replacing("  accumulates: fiscal-year\n", with: "")
        #expect(try TrialBalance.run(text, "2026-Q1", keys: plain).rules == ["year-so-far-unsaid"])
    }
}

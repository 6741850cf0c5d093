import Testing

@testable import Submission

@Suite struct PeriodsInHeadersTests {
    private let text = "City,2024 Calls,2024 Staff,2025 Calls,2025 Staff\nSpringfield,1,2,3,4\n"

    @Test func `one measure stands in a column a year, and one line maps them all`() throws {
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(
            SuggestionFixture.found(draft)
                == [nil, "ops/calls", "ops/staff", "ops/calls", "ops/staff"])
        let line = "{column: \"{period} Calls\", period: \"{period}\", measure: ops/calls}"
        #expect(draft.text.ranges(of: line).count == 1)
        #expect(draft.questions == 0)
    }

    @Test func `the draft reads each figure in the year of its header`() throws {
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        let outcome = try Fixture.run(draft.text, text)
        #expect(outcome.values.count == 4)
        #expect(outcome.findings.isEmpty)
    }

    @Test func `a year in a header is no place where a column says the period`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,Quarter,2025 Calls\nSpringfield,2026-Q1,120\n")
        #expect(SuggestionFixture.found(draft)[2] == "ops/calls")
        #expect(draft.text.contains("period: {column: Quarter}"))
        #expect(!draft.text.contains("{period}"))
    }

    @Test func `a measure whose header says no period is asked about`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,2024 Calls,2025 Calls,Staff\nSpringfield,1,2,3\n", path: "figures.csv")
        #expect(draft.text.contains("question: which period are \"Staff\" of?"))
    }

    @Test(arguments: [
        ("October 2017 Labour Force", "October 2017"), ("Rate FY 2016-17", "2016-17"),
        ("2025-Q1 Calls", "2025-Q1"), ("Calls Q3 2025", "Q3 2025"), ("2010 Population", "2010"),
    ])
    func `a period is found in a header`(header: String, period: String) {
        #expect(PeriodSpan.first(in: header).map { String(header[$0]) } == period)
    }

    @Test(arguments: ["Calls", "Account 120150", "311 Calls"])
    func `other numbers are no periods`(header: String) {
        #expect(PeriodSpan.first(in: header) == nil)
    }
}

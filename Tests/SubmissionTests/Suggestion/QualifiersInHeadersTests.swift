import Testing

@testable import Submission

@Suite struct QualifiersInHeadersTests {
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

    @Test func `a header that mixes period and variant says both`() throws {
        let text =
            "City,2025 Calls,2025 Calls budget,Calls 2026-Q1 actual\nSpringfield,1,2,3\n"
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(SuggestionFixture.found(draft) == [nil, "ops/calls", "ops/calls", "ops/calls"])
        #expect(draft.text.contains("question: are \"2025 Calls\" actual figures?"))
        let outcome = try Fixture.run(draft.text, text)
        #expect(outcome.findings.isEmpty)
        #expect(
            outcome.values.map { "\($0.period) \($0.variant) \($0.value)" } == [
                "2025 actual 1.0", "2025 budget 2.0", "2026-Q1 actual 3.0",
            ])
    }

    @Test func `columns of variants and periods alone take their measures from the rows`() throws {
        let text = """
            City,Indicator,2024,2025 budget,2025 actual,Adjusted budget 2026-Q1
            Springfield,Calls,1,2,3,4

            """
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        let outcome = try Fixture.run(draft.text, text)
        #expect(outcome.findings.isEmpty)
        #expect(
            outcome.values.map { "\($0.measure) \($0.period) \($0.variant) \($0.value)" } == [
                "ops/calls 2024 actual 1.0", "ops/calls 2025 budget 2.0",
                "ops/calls 2025 actual 3.0", "ops/calls 2026-Q1 adjusted_budget 4.0",
            ])
        #expect(draft.text.contains("question: are \"2024\" actual figures?"))
        #expect(draft.questions == 1)
    }

    @Test func `a word for a variant in one header alone is part of its name`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,Quarter,Calls target,Staff\nX,2026-Q1,1,2\n")
        #expect(!draft.text.contains("variant:"))
    }

    @Test(arguments: [
        ("Calls budget", "budget"), ("Adjusted budget 2025", "Adjusted budget"),
        ("Ist 2025", "Ist"),
    ])
    func `a variant is found in a header`(header: String, words: String) {
        #expect(VariantSpan.first(in: header).map { String(header[$0.range]) } == words)
    }

    @Test func `a longer word that begins like a variant is none`() {
        #expect(VariantSpan.first(in: "Budgeted posts") == nil)
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

import Testing

@testable import Submission

@Suite struct BlockGuessTests {
    private func values(_ draft: Suggestion, _ text: String) throws -> [String] {
        let outcome = try Fixture.run(draft.text, text)
        #expect(outcome.findings.allSatisfy { $0.severity == .info })
        return outcome.values.map {
            "\($0.city) \($0.measure) \($0.period) \($0.variant) \($0.value)"
        }
    }

    @Test func `headings of cities and measures become blocks within each other`() throws {
        let text = """
            Quarter,Figure,Note
            Report of Springfield,,
            Line: Calls,,
            2026-Q1,1,x
            2026-Q2,2,
            Line: Staff,,
            2026-Q1,3,
            Report of St. John,,
            Line: Calls,,
            2026-Q1,4,

            """
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(draft.text.contains("city: {block: \"Report of {city}\"}"))
        #expect(draft.text.contains("  block: \"Line: {measure}\""))
        #expect(draft.text.contains("nesting: [city, measure]"))
        #expect(draft.codes.map(\.measure) == ["ops/calls", "ops/staff"])
        #expect(draft.questions == 0)
        #expect(
            try values(draft, text) == [
                "springfield ops/calls 2026-Q1 actual 1.0",
                "springfield ops/calls 2026-Q2 actual 2.0",
                "springfield ops/staff 2026-Q1 actual 3.0",
                "st-john ops/calls 2026-Q1 actual 4.0",
            ])
    }

    @Test func `names of measures above rows of cities stand over columns of periods`() throws {
        let text = """
            City,2026-Q1,2026-Q2,2026-Q3
            Calls,,,
            Springfield,1,2,3
            Staff,,,
            Springfield,4,5,6

            """
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(try values(draft, text).count == 6)
        #expect(try values(draft, text).last == "springfield ops/staff 2026-Q3 actual 6.0")
    }

    @Test func `headings of variants and periods are blocks of a wide table`() throws {
        let text = """
            City,Calls,Staff
            Quarter 2026-Q1,,
            Budget,,
            Springfield,1,2
            Actual,,
            Springfield,3,4

            """
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(draft.text.contains("period: {block: \"Quarter {period}\"}"))
        #expect(draft.text.contains("variant: {block: \"{variant}\", codes:"))
        #expect(
            try values(draft, text) == [
                "springfield ops/calls 2026-Q1 budget 1.0",
                "springfield ops/staff 2026-Q1 budget 2.0",
                "springfield ops/calls 2026-Q1 actual 3.0",
                "springfield ops/staff 2026-Q1 actual 4.0",
            ])
    }

    @Test func `rows with one text that nothing explains are asked about`() throws {
        let draft = try SuggestionFixture.suggest(
            """
            Quarter,Calls,Staff
            Report of Springfield,,
            2026-Q1,1,2
            Upper part,,
            2026-Q2,3,4

            """, path: "figures.csv")
        #expect(draft.text.contains("city: {block: \"Report of {city}\"}"))
        #expect(draft.text.contains("question: \"Upper part\" stand in rows with nothing else"))
    }

    @Test func `a footnote is no heading`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,1,2\nBudget of the year,,,\n")
        #expect(!draft.text.contains("block"))
        #expect(!draft.text.contains("stand in rows with nothing else"))
    }
}

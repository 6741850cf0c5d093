import Testing

@testable import Submission

@Suite struct ColumnMatchTests {
    private func found(_ headers: String, _ cells: String) throws -> [String?] {
        let draft = try SuggestionFixture.suggest(
            "City,Quarter,\(headers)\nSpringfield,2026-Q1,\(cells)\n", isExtended: true)
        return Array(SuggestionFixture.found(draft).dropFirst(2))
    }

    @Test func `a margin of error is that of the estimate left of it`() throws {
        #expect(
            try found("Median Home Value,Margin of Error", "250000,4000")
                == ["extra/home-value", "extra/home-value-margin"])
    }

    @Test func `a margin behind a measure that has none is asked about`() throws {
        #expect(try found("Calls,Margin of Error", "120,4") == ["ops/calls", nil])
    }

    @Test func `the initials of several words of a name stand for them`() throws {
        #expect(try found("Net GL", "9000000") == ["extra/net-grand-list"])
    }

    @Test func `a word that takes something out makes it another thing`() throws {
        #expect(try found("Visits", "120") == ["ops/visits"])
        #expect(try found("Non Visits", "120") == [nil])
    }

    @Test func `a lone column without words is what the file is named after`() throws {
        let text = "City,Quarter,Value\nSpringfield,2026-Q1,120\n"
        let draft = try SuggestionFixture.suggest(text, name: "calls.csv")
        #expect(SuggestionFixture.found(draft)[2] == "ops/calls")
        let other = try SuggestionFixture.suggest(text, name: "export.csv")
        #expect(SuggestionFixture.found(other)[2] == nil)
    }
}

import MetricSpec
import Testing

@testable import Submission

@Suite struct MappingReaderColumnsTests {
    private static let keys = """
        title: Two-way
        layout: wide
        city: {constant: springfield}
        period: {calendar: {year_starts: 7}}
        measure: {column: Line, codes: {calls: ops/calls}}
        values:
          - {column: "{quarter} * {year}", period: "{quarter} {year}", variant: budget}

        """

    @Test func `an entry is read with its pattern and what it says`() throws {
        let mapping = try Fixture.mapping(Self.keys)
        let value = try #require(mapping.values.first)
        #expect(value.column.pattern?.names == ["quarter", "year"])
        #expect(value.meaning.period == TextPattern("{quarter} {year}"))
        #expect(value.meaning.variant == TextPattern("budget"))
        #expect(value.measure == nil)
        #expect(mapping.period.isElsewhere)
    }

    @Test func `header takes a pattern for each header row`() throws {
        let yaml = Self.keys.replacing(
            "column: \"{quarter} * {year}\"", with: "header: [\"{year}\", \"{quarter} *\"]")
        let pattern = try #require(try Fixture.mapping(yaml).values.first?.column.pattern)
        #expect(pattern.isStacked)
        #expect(
            pattern.match("2019 Q1 x", rows: ["2019", "Q1 x"]) == ["year": "2019", "quarter": "Q1"])
        #expect(pattern.match("2019 Q1 x", rows: ["2019 Q1 x"]) == nil)
    }

    @Test(
        arguments: [
            ("period: \"{quarter} {year}\"", "period: \"{month}\"", "takes out no {month}"),
            ("period: \"{quarter} {year}\"", "period: \"Q{quarter\"", "is no text with names"),
            (", period: \"{quarter} {year}\"", "", "nothing uses {quarter}"),
            ("{quarter} * {year}\", period", "{quarter\", period", "is no pattern"),
            ("variant: budget}", "variant: buget}", "Did you mean \"budget\"?"),
            ("variant: budget}", "breakdown: elders}", "\"elders\" is no group"),
            ("variant: budget}", "measure: ops/calls}", "more than one place says the measure"),
            ("variant: budget}", "header: [x]}", "Take one out"),
            ("measure: {column: Line, codes: {calls: ops/calls}}\n", "", "\"measure\" is missing"),
            ("column: Line, ", "", "\"column\" is missing"),
            ("{quarter} * {year}\", period: \"{quarter} {year}\"", "x\"", "expected a place"),
        ])
    func `what does not fit is an error with its place`(
        part: String, wrong: String, message: String
    ) {
        do {
            _ = try Fixture.mapping(Self.keys.replacing(part, with: wrong))
            Issue.record("read without a fault")
        } catch let error as SpecError {
            let found = error.issues.map(\.description)
            #expect(found.contains { $0.contains(message) }, "\(found)")
            #expect(found.allSatisfy { $0.hasPrefix("mappings/test.yaml:") })
        } catch {
            Issue.record(error)
        }
    }
}

@Suite struct TextPatternTests {
    @Test(
        arguments: [
            (
                "{quarter} * Actual {year}", "Q1 Sept Actual 2019/20",
                ["quarter": "Q1", "year": "2019/20"]
            ),
            (
                "*({city}) - Table *", "Eastern Cape: Buffalo City(BUF) - Table SC36",
                ["city": "BUF"]
            ),
            ("{a}-{b}", "1-2-3", ["a": "1", "b": "2-3"]),
            ("*", "", [:]),
            ("{a}*", "x", ["a": "x"]),
        ] as [(String, String, [String: String])])
    func `names take as little as they can`(
        pattern: String, text: String, expected: [String: String]
    ) throws {
        #expect(try #require(TextPattern(pattern)).match(text) == expected)
    }

    @Test(arguments: [("{a}", ""), ("a*", "b"), ("{a}x", "x"), ("A", "a")])
    func `a text that differs does not match`(pattern: String, text: String) throws {
        #expect(try #require(TextPattern(pattern)).match(text) == nil)
    }

    @Test(arguments: ["{a", "{}", "{A}", "{a}{a}", "{a b}"])
    func `a brace without a name of its own makes no pattern`(text: String) {
        #expect(TextPattern(text) == nil)
    }

    @Test func `many stars over a long text take no time`() throws {
        let pattern = try #require(TextPattern("*a*a*a*a*a*a*a*b"))
        #expect(pattern.match(String(repeating: "a", count: 500)) == nil)
    }
}

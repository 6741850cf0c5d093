import TestFiles
import Testing

@testable import Submission

@Suite struct TitleMismatchTests {
    private static let yaml = """
        title: A sheet a city
        layout: wide
        city: {sheet: "{city} 2026"}
        period: {constant: 2026-Q1}
        values: [{column: Calls, measure: ops/calls}]
        """

    private static func run(sheet: String) throws -> Outcome {
        try Fixture.run(
            yaml, bytes: try WorkbookBytes(sheets: [.init(name: sheet, [["Calls"], [1]])]).bytes(),
            path: "calls.xlsx")
    }

    @Test func `a sheet whose name is not as the mapping says rejects the file`() throws {
        let outcome = try Self.run(sheet: "Springfield")
        #expect(outcome.rules == ["title-mismatch"])
        #expect(outcome.summary.isRejected)
        #expect(
            outcome.findings.first?.problem == "the sheet's name \"Springfield\" does not match")
        #expect(outcome.findings.first?.expected == "one like \"{city} 2026\"")
    }

    @Test func `a name that matches in another case is silent`() throws {
        let outcome = try Self.run(sheet: "SPRINGFIELD  2026")
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.city) == ["springfield"])
    }

    @Test func `a CSV has no sheet whose name could match`() throws {
        let outcome = try Fixture.run(Self.yaml, "Calls\n1\n")
        #expect(outcome.rules == ["title-mismatch"])
        #expect(outcome.findings.first?.problem == "the file has no sheets")
    }

    @Test func `the first line above the table that matches names the city`() throws {
        let mapping = try Fixture.mapping(
            Self.yaml.replacing("sheet: \"{city} 2026\"", with: "title: \"*: {city} - *\""))
        let titles = ["Harbour: Springfield - Table 3", "R thousands"]
        let found = FixedPlaces(
            mapping, .init(path: "x.csv", titles: titles), context: try Fixture.context())
        #expect(found.city == 0)
        #expect(found.problems == [])
        let none = FixedPlaces(
            mapping, .init(path: "x.csv", titles: ["R thousands"]), context: try Fixture.context())
        #expect(
            none.problems
                == [.title(pattern: "*: {city} - *", isSheet: false, found: ["R thousands"])])
    }
}

import Testing

@testable import Submission

@Suite struct RecordsFoundTests {
    private static let row = """
        {"City": "Springfield", "Period": "2026-Q1", "Measure": "calls", "Value": 5}
        """

    @Test func `records inside an object are found and said to be`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "{\"result\": {\"records\": [\(Self.row)]}}", path: "springfield.json"
        )
        #expect(outcome.values.map(\.value) == [5])
        #expect(outcome.rules == ["records-found"])
        #expect(
            outcome.findings.first?.message
                == "springfield.json: the records were found at \"result.records\", the only list "
                + "there is (detected). Set format: {rows: \"result.records\"} in the mapping, or "
                + "where they are if this is wrong.")
    }

    @Test func `a path that the mapping gives is not said again`() throws {
        let yaml = Fixture.longKeys + "\nformat: {type: json, rows: result.records}\n"
        let outcome = try Fixture.run(
            yaml, "{\"result\": {\"records\": [\(Self.row)]}}", path: "springfield.json")
        #expect(outcome.values.count == 1)
        #expect(outcome.findings.isEmpty)
    }

    @Test(arguments: ["[ROW]", "ROW", "ROW\nROW"])
    func `a list and objects one after another are found without a word`(text: String) throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, text.replacing("ROW", with: Self.row), path: "springfield.json")
        #expect(!outcome.rules.contains("records-found"))
        #expect(!outcome.values.isEmpty)
    }

    @Test func `several lists make the file none that can be read`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "{\"a\": [\(Self.row)], \"b\": [\(Self.row)]}",
            path: "springfield.json")
        #expect(outcome.rules == ["not-a-table"])
        #expect(outcome.findings.first?.message.contains("format: {rows: \"a\"}") == true)
    }
}

import Testing

@testable import Submission

/// Where findings about records of JSON say that these are.
@Suite struct RecordPlaceTests {
    private static let keys = """
        title: JSON
        layout: wide
        city: {column: city}
        period: {column: quarter}
        values: [{column: calls, measure: ops/calls}]
        """

    private func record(_ quarter: String, _ calls: String) -> String {
        "{\"city\":\"springfield\",\"quarter\":\"\(quarter)\",\"calls\":\(calls)}"
    }

    private func run(_ text: String, _ path: String) throws -> Outcome {
        try Fixture.run(Self.keys, bytes: Array(text.utf8), path: path)
    }

    @Test func `a record of a list is named by its number in every finding`() throws {
        let outcome = try run(
            "["
                + [record("2026-Q1", "1"), record("2026-Q1", "2"), record("2026-Q2", "\"x\"")]
                .joined(separator: ",") + "]", "a.json")
        let messages = outcome.findings.map(\.message)
        #expect(outcome.rules.contains("duplicate-different"))
        #expect(
            messages.contains {
                $0.hasPrefix("a.json, record 1, \"calls\"") && $0.contains("\"2\" in record 2")
            })
        #expect(messages.contains { $0.hasPrefix("a.json, record 3, \"calls\": \"x\"") })
        #expect(messages.allSatisfy { !$0.contains("line") })
    }

    @Test func `a record on a line of its own is named by its number and line`() throws {
        let outcome = try run(
            record("2026-Q1", "1") + "\n\n" + record("2026-Q1", "2") + "\n", "a.ndjson")
        #expect(
            outcome.findings.map(\.message).contains {
                $0.hasPrefix("a.ndjson, record 2 (line 3), \"calls\"")
                    && $0.contains("in record 1")
            })
    }

    @Test func `a line that has the number of its record is not said twice`() throws {
        let outcome = try run(record("2026-Q1", "\"x\"") + "\n", "a.ndjson")
        #expect(outcome.of(.notANumber).map(\.place) == ["a.ndjson, record 1, \"calls\""])
    }

    @Test func `equal findings are listed as records`() throws {
        let outcome = try run(
            "[" + (1...3).map { record("2026-Q\($0)", "\"x\"") }.joined(separator: ",") + "]",
            "a.json")
        var groups = FindingGroups()
        groups.add(outcome.of(.notANumber))
        #expect(groups.groups.map(\.places) == ["records 1, 2 and 3"])
    }
}

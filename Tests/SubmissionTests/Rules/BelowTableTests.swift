import Testing

@testable import Submission

@Suite struct BelowTableTests {
    private static func run(_ end: String) throws -> Outcome {
        try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,10,4\n" + end)
    }

    @Test func `notes below the table are left out, and it is said`() throws {
        let outcome = try Self.run("\nSource: dispatch centre,,,\nFigures are provisional,,,\n")
        #expect(outcome.rules == ["below-table"])
        #expect(
            outcome.findings.first?.problem
                == "2 rows of text below the table, beginning with \"Source: dispatch centre\", "
                + "were left out")
        #expect(outcome.values.count == 2)
    }

    @Test func `a table without notes has none`() throws {
        #expect(try Self.run("St. John,2026-Q1,20,5\n").rules == [])
    }

    @Test func `a last row with a city and nothing else is no note`() throws {
        #expect(try Self.run("St. John,,,\n").rules == ["unknown-period"])
    }
}

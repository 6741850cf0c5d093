import Testing

@testable import Submission

@Suite struct UnknownStatusTests {
    private static let yaml =
        Fixture.longKeys + "\nstatus: {column: S, codes: {e: estimated}}\n"

    @Test func `a status that is not in the mapping rejects the value`() throws {
        let outcome = try Fixture.run(
            Self.yaml, "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,1,z\n")
        #expect(outcome.rules == ["unknown-status"])
        #expect(outcome.findings.first?.message.contains("Expected \"e\", an empty cell") == true)
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 1)
    }

    @Test(arguments: ["e", "E", " e ", ""])
    func `known and empty ones are silent`(status: String) throws {
        let outcome = try Fixture.run(
            Self.yaml, "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,1,\(status)\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }

    @Test func `a mapping without a status column asks nobody`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys + "\nignore: [S]\n",
            "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,1,z\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.status) == ["normal"])
    }
}

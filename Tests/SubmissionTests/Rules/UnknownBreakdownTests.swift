import Testing

@testable import Submission

@Suite struct UnknownBreakdownTests {
    private static let yaml =
        Fixture.longKeys + "\nbreakdown: {column: Group, codes: {all: total}}\n"
    private static let text = "City,Period,Measure,Value,Group\nSpringfield,2026-Q1,calls,1,"

    @Test func `a breakdown that is not known rejects the row`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.text + "women\n")
        #expect(outcome.rules == ["unknown-breakdown"])
        #expect(outcome.values.isEmpty)
    }

    @Test(arguments: ["all", "total"])
    func `a code for the total, or its id, is silent`(group: String) throws {
        let outcome = try Fixture.run(Self.yaml, Self.text + group + "\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }
}

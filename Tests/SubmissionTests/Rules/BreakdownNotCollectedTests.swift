import MetricSpec
import Testing

@testable import Submission

/// In the fixture, calls are collected by age and staff by nothing.
@Suite struct BreakdownNotCollectedTests {
    private static let yaml = Fixture.longKeys + "\nbreakdown: {column: Group}\n"
    private static let head = "City,Period,Measure,Value,Group\nSpringfield,2026-Q1,"

    @Test func `a figure of a group that the measure is not collected by is rejected`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "calls,7,women\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"7\" is of women, but ops/calls is "
                    + "not collected by sex. Expected a figure of the total, or of a group of age. "
                    + "Leave such rows out by where: in the mapping, or let the standard collect "
                    + "the measure by this breakdown."
            ])
        let finding = try #require(outcome.findings.first)
        #expect(finding.rule == "breakdown-not-collected")
        #expect(finding.severity == .error)
        #expect(finding.measure == "ops/calls")
        #expect(finding.rawText == "7")
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `a measure without breakdowns has a total only`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "staff,7,children\n")
        #expect(outcome.rules == ["breakdown-not-collected"])
        #expect(outcome.findings.first?.expected == "a figure of the total")
    }

    @Test(arguments: ["total", "children", "adults", "age-unknown"])
    func `the total and the groups that it is collected by are silent`(group: String) throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "calls,7,\(group)\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.breakdown) == [group])
    }

    @Test func `an empty cell asks for nothing`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "staff,,women\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.status) == ["not_reported"])
    }
}

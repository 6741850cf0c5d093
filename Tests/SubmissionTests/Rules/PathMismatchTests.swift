import Testing

@testable import Submission

@Suite struct PathMismatchTests {
    private static let yaml = """
        title: By path
        layout: wide
        city: {constant: springfield}
        period: {path: "calls-{period}.csv"}
        values: [{column: Calls, measure: ops/calls}]
        """

    @Test func `a path without what the mapping takes from it rejects the file`() throws {
        let outcome = try Fixture.run(Self.yaml, "Calls\n1\n", path: "a/staff.csv")
        #expect(outcome.rules == ["path-mismatch"])
        #expect(outcome.summary.isRejected)
        #expect(outcome.findings.first?.message.contains("calls-{period}.csv") == true)
    }

    @Test func `a path that matches is silent`() throws {
        let outcome = try Fixture.run(Self.yaml, "Calls\n1\n", path: "a/calls-2026-Q1.csv")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.period) == ["2026-Q1"])
    }

    @Test func `a path whose period is none rejects the file`() throws {
        let outcome = try Fixture.run(Self.yaml, "Calls\n1\n", path: "a/calls-soon.csv")
        #expect(outcome.rules == ["unknown-period"])
        #expect(outcome.summary.isRejected)
    }
}

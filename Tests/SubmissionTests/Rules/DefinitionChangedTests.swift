import MetricSpec
import Testing

@testable import Submission

/// From 2026 on visits of children count, too.
@Suite struct DefinitionChangedTests {
    @Test func `figures from before the change are one note of their measure`() throws {
        let outcome = try Desk.run(
            "springfield,2025-Q3,visits,20\nspringfield,2025-Q4,visits,30\n"
                + "springfield,2026-Q1,visits,40")
        #expect(
            outcome.findings.map(\.message) == [
                "desk.csv, line 2, column D \"Value\": 2 figures are of periods that begin before "
                    + "2026-01-01, when the definition of desk/visits changed: Visits of children "
                    + "count, too. No trend crosses that day. Say whether they were worked out "
                    + "anew by the present definition."
            ])
        #expect(outcome.rules == ["definition-changed"])
        #expect(outcome.findings.map(\.severity) == [.info])
        #expect(outcome.findings.map(\.measure) == ["desk/visits"])
        #expect(outcome.values.count == 3)
    }

    @Test(arguments: [("2025-12", 1), ("2026-01", 0), ("2026", 0)])
    func `a period that begins on the day is of the new definition`(
        period: String, count: Int
    ) throws {
        #expect(try Desk.run("springfield,\(period),visits,20").findings.count == count)
    }

    @Test func `a period on both sides is said to be one`() throws {
        let outcome = try Desk.run("springfield,2025-10/P6M,visits,20")
        #expect(
            outcome.findings.first?.problem.contains(
                "1 of them of periods that lie on both sides of it") == true)
    }

    @Test func `a measure whose definition never changed, and what is missing, are silent`() throws
    {
        #expect(try Desk.run("springfield,2020-Q1,balance,20").findings.isEmpty)
        #expect(try Desk.run("springfield,2020-Q1,visits,").findings.isEmpty)
    }
}

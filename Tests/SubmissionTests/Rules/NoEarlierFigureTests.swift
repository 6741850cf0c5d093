import MetricSpec
import Testing

@testable import Submission

@Suite struct NoEarlierFigureTests {
    private let text = TrialBalance.text(180, 50, revenue: 700)

    @Test func `a later quarter without the earlier ones is rejected`() throws {
        let outcome = try TrialBalance.run(text, "2026-Q3")
        #expect(outcome.rules == ["no-earlier-figure"])
        #expect(
            outcome.findings.first?.problem
                == "amounts are of the fiscal year up to the end of 2026-Q3, and those up to its "
                + "beginning are not known for ops/spending, ops/waiting")
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.summary.rejected == 2)
    }

    @Test func `a gap among the earlier quarters rejects the figure`() throws {
        let second = try TrialBalance.run(
            text, "2026-Q2",
            keys: TrialBalance.keys.replacing("  accumulates: fiscal-year\n", with: ""))
        let outcome = try TrialBalance.run(text, "2026-Q3", accumulated: second.values)
        #expect(outcome.rules == ["no-earlier-figure"])
    }

    @Test func `the first quarter needs nothing before it`() throws {
        #expect(try TrialBalance.run(text, "2026-Q1").rules == [])
    }
}

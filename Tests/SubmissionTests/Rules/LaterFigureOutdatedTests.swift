import MetricSpec
import Testing

@testable import Submission

@Suite struct LaterFigureOutdatedTests {
    private func quarters() throws -> [Value] {
        let first = try TrialBalance.run(TrialBalance.text(100, 20, revenue: 500), "2026-Q1")
        let second = try TrialBalance.run(
            TrialBalance.text(180, 50, revenue: 700), "2026-Q2", accumulated: first.values)
        return first.values + second.values
    }

    @Test func `a corrected first quarter says that the second is outdated`() throws {
        let outcome = try TrialBalance.run(
            TrialBalance.text(105, 20, revenue: 500), "2026-Q1", accumulated: quarters())
        #expect(outcome.rules == ["later-figure-outdated"])
        #expect(
            outcome.findings.first?.problem
                == "what was reported for 2026-Q1 changes, and the figures of 2026-Q2 were worked "
                + "out with the former ones, for ops/spending")
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.summary.rejected == 0)
    }

    @Test func `the second quarter worked out anew makes up for the correction`() throws {
        let corrected = try TrialBalance.run(
            TrialBalance.text(105, 20, revenue: 500), "2026-Q1", accumulated: quarters())
        let again = try TrialBalance.run(
            TrialBalance.text(180, 50, revenue: 700), "2026-Q2",
            accumulated: quarters() + corrected.values)
        // 230 less 125.
        #expect(again.values.first { $0.measure == "ops/spending" }?.value == 105)
    }

    @Test func `a figure that stays the same outdates nothing`() throws {
        let outcome = try TrialBalance.run(
            TrialBalance.text(100, 20, revenue: 500), "2026-Q1", accumulated: quarters())
        #expect(outcome.rules == [])
    }

    @Test func `the last part of a year, or one without a later part, outdates nothing`() throws {
        let only = try TrialBalance.run(TrialBalance.text(100, 20, revenue: 500), "2026-Q1")
        let outcome = try TrialBalance.run(
            TrialBalance.text(105, 20, revenue: 500), "2026-Q1", accumulated: only.values)
        #expect(outcome.rules == [])
    }

    @Test func `a ledger asks for all parts of its fiscal years`() throws {
        let outcome = try TrialBalance.run(TrialBalance.text(180, 50, revenue: 700), "2026-Q2")
        let needs = outcome.summary.accumulatedNeeds
        #expect(
            Set(needs.map(\.period.text)) == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
        #expect(Set(needs.filter(\.isSubtracted).map(\.period.text)) == ["2026-Q1"])
    }
}

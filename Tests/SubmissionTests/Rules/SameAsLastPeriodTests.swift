import Consortium
import MetricSpec
import Testing

@testable import Submission

@Suite struct SameAsLastPeriodTests {
    private func history() throws -> [EarlierValues.Row] {
        try HistorySample.quarters([1210, 1345, 1275, 1302])
            + HistorySample.quarters([5120, 4880, 5340, 5010], measure: "ops/waiting")
            + HistorySample.quarters([40, 40, 40, 40], measure: "ops/staff")
    }

    @Test func `figures that never stood still and now all do are one warning`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,staff,40,,", "Springfield,2026-Q1,spending,1302,,",
            "Springfield,2026-Q1,waiting,5010,,", history: history())
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2: 3 of 3 figures of springfield for 2026-Q1 are those of "
                    + "2025-Q4. Expected figures of 2026-Q1. Send the figures of this period, or "
                    + "confirm that nothing changed."
            ])
        #expect(outcome.findings.map(\.severity) == [.warning])
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.findings.first?.row == 2)
    }

    @Test func `an explanation of the first figure answers for all, and for no other figure`()
        throws
    {
        func outcome(_ value: Double) throws -> Outcome {
            let measure = try #require(try Fixture.standard().measureIndex("ops/spending"))
            let said = Explanations.Row(
                measure: Int32(measure), city: 0, breakdown: 0,
                period: try #require(Period(parsing: "2026-Q1")), value: value,
                text: "A quiet winter")
            return try HistorySample.run(
                "Springfield,2026-Q1,spending,1302,,", "Springfield,2026-Q1,waiting,5010,,",
                history: history(), explanations: [said])
        }
        let finding = try #require(try outcome(1302).of(.sameAsLastPeriod).first)
        #expect(finding.severity == .info)
        #expect(finding.problem.hasSuffix("are those of 2025-Q4, explained by \"A quiet winter\""))
        #expect(finding.figure == Finding.Figure(value: 1302, breakdown: "total"))
        #expect(finding.measure == "ops/spending")
        #expect(try outcome(1303).of(.sameAsLastPeriod).map(\.severity) == [.warning])
    }

    @Test func `one figure that stays is silent`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,1302,,", "Springfield,2026-Q1,waiting,5011,,",
            history: history())
        #expect(outcome.findings.isEmpty)
    }

    @Test func `figures that always stay prove nothing`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,staff,40,,", history: history())
        #expect(outcome.findings.isEmpty)
    }

    @Test func `half of the figures must be those of the period before`() throws {
        let calls = try HistorySample.quarters([410, 380, 395, 402], measure: "ops/calls")
        let half = try HistorySample.run(
            "Springfield,2026-Q1,spending,1302,,", "Springfield,2026-Q1,waiting,5010,,",
            "Springfield,2026-Q1,calls,399,,", "Springfield,2026-Q1,staff,41,,",
            history: history() + calls)
        #expect(half.rules == ["same-as-last-period"])
        let visits = try HistorySample.quarters([61, 63, 62, 64], measure: "ops/visits")
        let fewer = try HistorySample.run(
            "Springfield,2026-Q1,spending,1302,,", "Springfield,2026-Q1,waiting,5010,,",
            "Springfield,2026-Q1,calls,399,,", "Springfield,2026-Q1,staff,41,,",
            "Springfield,2026-Q1,visits,65,,", history: history() + calls + visits)
        #expect(fewer.rules == [])
    }

    @Test func `a file of three cities is one finding from nine figures of ten`() throws {
        let cities = CityDirectory(
            (0..<4).map { City(id: "c\($0)", name: "City \($0)") })
        let history = try (0..<4).flatMap { city in
            try HistorySample.quarters([1210, 1345, 1275, 1302], city: Int32(city))
        }
        func rules(_ values: [Int]) throws -> [String] {
            let context = IntakeContext(
                standard: try Fixture.standard(), cities: cities, earlier: EarlierValues(history))
            let rows = values.enumerated().map { "c\($0),2026-Q1,spending,\($1),,\n" }.joined()
            return try Fixture.run(
                HistorySample.mapping, "City,Quarter,What,Value,Kind,Note\n" + rows,
                context: context
            ).findings.map(\.problem)
        }
        // One figure is never enough for a city; three together are.
        #expect(
            try rules([1302, 1302, 1302]) == [
                "3 of 3 figures of 3 cities for 2026-Q1 are those of 2025-Q4"
            ])
        #expect(try rules([1302, 1302]) == [])
        #expect(try rules([1302, 1302, 1302, 1303]) == [])
    }

    @Test func `a period that does not follow on the last one is not compared`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q2,spending,1302,,", "Springfield,2026-Q2,waiting,5010,,",
            history: history())
        #expect(outcome.findings.isEmpty)
    }
}

import MetricSpec
import Testing

@testable import Submission

/// In the fixture a change of visits above 30 % and above 10 is to be
/// explained; calls have no limit.
@Suite struct ChangeToExplainTests {
    private static let yaml = """
        title: Visits
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        variant: {column: Kind, optional: true}
        explanation: {column: Note, optional: true}
        values: [{column: Visits, measure: ops/visits, optional: true},
                 {column: Calls, measure: ops/calls, optional: true}]
        """

    private func context(_ value: Double, _ period: String = "2025-Q1") throws -> IntakeContext {
        let standard = try Fixture.standard()
        let rows = try ["ops/visits", "ops/calls"].map { id in
            EarlierValues.Row(
                measure: Int32(try #require(standard.measureIndex(id))), city: 0, breakdown: 0,
                period: try #require(Period(parsing: period)), value: value)
        }
        return try Fixture.context(earlier: EarlierValues(rows))
    }

    private func run(
        _ text: String, before: Double, in period: String = "2025-Q1"
    ) throws -> Outcome {
        try Fixture.run(Self.yaml, text, context: try context(before, period))
    }

    @Test func `a change above both limits is a warning with both figures`() throws {
        let outcome = try run("City,Quarter,Visits\nSpringfield,2026-Q1,140\n", before: 100)
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Visits\": \"140\" is far from the 100 things "
                    + "of ops/visits a year earlier. Expected a change of at most 30 % or 10 "
                    + "things. Correct the figure or its unit, or explain it in a column that the "
                    + "mapping names as explanation; it was accepted as it is."
            ])
        #expect(outcome.rules == ["change-to-explain"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(outcome.values.map(\.value) == [140])
    }

    @Test(
        arguments: [
            (100, "130", 0), (100, "131", 1), (100, "70", 0), (100, "69", 1), (20, "30", 0),
            (20, "31", 1), (1000, "800", 0), (0, "10", 0), (0, "11", 1),
        ] as [(Double, String, Int)])
    func `a change that keeps one of both limits is silent`(
        before: Double, value: String, count: Int
    ) throws {
        let outcome = try run("City,Quarter,Visits\nSpringfield,2026-Q1,\(value)\n", before: before)
        #expect(outcome.of(.changeToExplain).count == count)
    }

    @Test func `at the end of a year it is an error, and rejected`() throws {
        let outcome = try run(
            "City,Quarter,Visits,Note\nSpringfield,2026-Q4,140,\n", before: 100, in: "2025-Q4")
        #expect(outcome.findings.map(\.severity) == [.error])
        #expect(outcome.findings.first?.message.hasSuffix("; it was not accepted.") == true)
        #expect(outcome.findings.first?.rawText == "140")
        #expect(outcome.summary.rejected == 1)
        #expect(outcome.values.isEmpty)
    }

    @Test func `an explained change is a note, and accepted`() throws {
        let outcome = try run(
            "City,Quarter,Visits,Note\nSpringfield,2026-Q4,140,new clinic\n", before: 100,
            in: "2025-Q4")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Visits\": \"140\" is far from the 100 things "
                    + "of ops/visits a year earlier, explained by \"new clinic\". Expected a "
                    + "change of at most 30 % or 10 things."
            ])
        #expect(outcome.findings.map(\.severity) == [.info])
        #expect(outcome.values.count == 1)
    }

    @Test(
        arguments: [
            "Springfield,2026-Q2,600", "St. John,2026-Q1,600", "Springfield,2026-01,600",
            "Springfield,2027-Q1,600", "Springfield,2026-Q1,",
        ])
    func `another period, city or length, and a missing value, are silent`(row: String) throws {
        let outcome = try run("City,Quarter,Visits\n\(row)\n", before: 100)
        #expect(outcome.findings.isEmpty)
    }

    @Test func `plans are not compared with what happened, preliminary results are`() throws {
        let text = """
            City,Quarter,Visits,Kind
            Springfield,2026-Q1,500,budget
            Springfield,2026-Q1,501,target
            Springfield,2026-Q1,502,provisional_actual

            """
        #expect(try run(text, before: 100).findings.map(\.row) == [4])
    }

    @Test func `a measure without a limit is silent`() throws {
        let outcome = try run("City,Quarter,Calls\nSpringfield,2026-Q1,4000\n", before: 1)
        #expect(outcome.findings.isEmpty)
    }

    @Test func `range and change are both named, and the value is counted once`() throws {
        let outcome = try run(
            "City,Quarter,Visits\nSpringfield,2026-Q4,1001\n", before: 300, in: "2025-Q4")
        #expect(outcome.rules == ["outside-plausible-range", "change-to-explain"])
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `without earlier values nothing is asked`() throws {
        let outcome = try Fixture.run(
            Self.yaml, "City,Quarter,Visits\nSpringfield,2026-Q1,140\n")
        #expect(outcome.findings.isEmpty)
    }
}

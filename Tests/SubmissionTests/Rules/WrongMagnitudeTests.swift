import MetricSpec
import Testing

@testable import Submission

/// A quota is 0 to 1, visits are 10 to 5000 a quarter.
@Suite struct WrongMagnitudeTests {
    @Test func `per cent where a fraction is expected are named with their factor`() throws {
        let outcome = try Desk.run("springfield,2026-Q1,quota,87.5")
        #expect(
            outcome.findings.map(\.message) == [
                "desk.csv, line 2, column D \"Value\": \"87.5\" is outside the plausible range of "
                    + "desk/quota; it looks 100 times too large. Expected a figure like 0.875. "
                    + "Correct the figure or its unit, or explain it in a column that the mapping "
                    + "names as explanation; it was accepted as it is."
            ])
        #expect(outcome.rules == ["wrong-magnitude"])
        #expect(outcome.findings.map(\.severity) == [.warning])
    }

    @Test(
        arguments: [
            ("quota,100", "wrong-magnitude"), ("quota,100.5", "outside-plausible-range"),
            ("visits,5000000", "wrong-magnitude"), ("visits,5000001", "outside-plausible-range"),
            ("visits,0.01", "wrong-magnitude"), ("visits,0.001", "outside-plausible-range"),
        ])
    func `a figure that no factor brings inside is only outside`(
        row: String, rule: String
    ) throws {
        let outcome = try Desk.run("springfield,2026-Q1,\(row)")
        #expect(outcome.rules.contains(rule))
        #expect(outcome.findings.filter { $0.severity == .warning }.count >= 1)
    }

    @Test func `at the end of a year it is an error, and rejected`() throws {
        let outcome = try Desk.run("springfield,2026-Q4,quota,87.5")
        #expect(outcome.findings.map(\.severity) == [.error])
        #expect(outcome.values.isEmpty)
    }

    /// Thirty towns between 100 and 390, and one more figure.
    private func towns(_ value: String, earlier: EarlierValues? = nil) throws -> Outcome {
        try Desk.run(
            Desk.towns("area", 30) { "\(90 + 10 * $0)" } + "\nspringfield,2026-Q1,area,\(value)",
            earlier: earlier)
    }

    @Test func `a figure far from the others of its measure is named with its factor`() throws {
        let outcome = try towns("250000")
        #expect(outcome.rules == ["wrong-magnitude"])
        #expect(outcome.findings.first?.row == 32)
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.findings.first?.expected == "a figure like 250")
        #expect(
            outcome.findings.first?.problem.hasPrefix("250000 looks 1000 times too large") == true)
        #expect(try towns("2.5").findings.first?.expected == "a figure like 250")
    }

    @Test(arguments: ["250", "3000", "30", "250000000", "0.00025"])
    func `one that is large, or that no factor explains, is silent`(value: String) throws {
        #expect(try towns(value).of(.wrongMagnitude).isEmpty)
    }

    @Test func `beside few figures, or where many are far off, nothing is said`() throws {
        let few = Desk.towns("area", 18) { "\(90 + 10 * $0)" } + "\nspringfield,2026-Q1,area,250000"
        #expect(try Desk.run(few).findings.isEmpty)
        let many = Desk.towns("area", 40) { $0.isMultiple(of: 8) ? "250000" : "\(100 + $0)" }
        #expect(try Desk.run(many).findings.isEmpty)
    }

    @Test func `where a city's own earlier figures are known they are asked instead`() throws {
        let row = EarlierValues.Row(
            measure: 0, city: 1, breakdown: 0, period: try #require(Period(parsing: "2025")),
            value: 1)
        #expect(try towns("250000", earlier: EarlierValues([row])).findings.isEmpty)
    }
}

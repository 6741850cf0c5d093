import Testing

@testable import Submission

@Suite struct StatusContradictsValueTests {
    private static let yaml =
        Fixture.longKeys + "\nstatus: {column: S, codes: {w: withheld, e: estimated}}\n"

    @Test func `a figure that is said to be withheld is rejected`() throws {
        let outcome = try Fixture.run(
            Self.yaml, "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,17,w\n")
        #expect(outcome.rules == ["status-contradicts-value"])
        #expect(outcome.findings.first?.message.contains("the status is withheld") == true)
        #expect(outcome.values.isEmpty)
    }

    @Test func `an empty cell that is withheld, and an estimated figure, are silent`() throws {
        let outcome = try Fixture.run(
            Self.yaml,
            "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,,w\n"
                + "Springfield,2026-Q2,calls,3,e\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.status) == ["withheld", "estimated"])
    }

    @Test func `a zero is a figure, too`() throws {
        let outcome = try Fixture.run(
            Self.yaml, "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,0,w\n")
        #expect(outcome.rules == ["status-contradicts-value"])
    }
}

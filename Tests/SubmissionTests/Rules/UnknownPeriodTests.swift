import Testing

@testable import Submission

@Suite struct UnknownPeriodTests {
    @Test func `a period that is none rejects the row and says why`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff\nSpringfield,2026-09-30,1,2\nSpringfield,2026-Q3,1,2\n")
        #expect(outcome.rules == ["unknown-period"])
        #expect(
            outcome.findings.first?.message.hasPrefix(
                "springfield.csv, line 2, column B \"Quarter\": \"2026-09-30\" cannot be read as "
                    + "a period (a date; the mapping's style must say what it ends") == true)
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.values.count == 2)
    }

    @Test func `the same text is a period where the style says so`() throws {
        let yaml = Fixture.wideKeys.replacing(
            "{column: Quarter}", with: "{column: Quarter, style: quarter-end-date}")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-09-30,1,2\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.period) == ["2026-Q3", "2026-Q3"])
    }

    @Test func `an empty period is missing`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,,1,2\n")
        #expect(outcome.findings.first?.message.contains("the period is missing") == true)
    }
}

import Testing

@testable import Submission

@Suite struct UnknownCodeTests {
    @Test func `a code that is neither mapped nor ignored rejects its row`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\nSpringfield,2026-Q1,cals,1\n"
                + "Springfield,2026-Q1,calls,1\n")
        #expect(outcome.rules == ["unknown-code"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 2, column C \"Measure\": \"cals\" is no code of a "
                + "measure in this mapping. Did you mean \"calls\"? The line is "
                + "cals: ops/calls. Add it to codes: or ignore_codes: under measure: in the "
                + "mapping.")
        #expect(outcome.values.count == 1)
    }

    @Test func `a prefix with an unknown name rejects its row`() throws {
        let yaml = Fixture.longKeys.replacing(
            "codes: {calls: ops/calls, staff: ops/staff}", with: "prefix: ops/")
        let outcome = try Fixture.run(
            yaml, "City,Period,Measure,Value\nSpringfield,2026-Q1,gone,1\n")
        #expect(outcome.rules == ["unknown-code"])
    }

    @Test func `white space around a code makes no difference`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "City,Period,Measure,Value\nSpringfield,2026-Q1, calls ,1\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }
}

import Testing

@testable import Submission

@Suite struct MappedColumnMissingTests {
    @Test func `a mapped column that is gone rejects the file`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Call,Staff\nSpringfield,2026-Q1,1,2\n")
        let found = outcome.of(.mappedColumnMissing)
        #expect(found.count == 1)
        #expect(
            found.first?.message
                == "springfield.csv, line 1: the column \"Calls\" is not in the header; it has "
                + "\"City\", \"Quarter\", \"Call\", \"Staff\" (delimiter comma, detected). "
                + "It is probably column C \"Call\" (words in common, and in its place): "
                + "write column: [Calls, Call] in the mapping, or mark the column optional: true.")
        #expect(outcome.summary.isRejected)
        #expect(outcome.values.isEmpty)
    }

    @Test func `an optional column may be gone`() throws {
        let yaml = Fixture.wideKeys.replacing(
            "measure: ops/staff", with: "measure: ops/staff, optional: true")
        let outcome = try Fixture.run(yaml, "City,Quarter,Calls\nSpringfield,2026-Q1,1\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }

    @Test func `case and white space in a header make no difference`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, " CITY,quarter ,\"cALLS\",Staff\nSpringfield,2026-Q1,1,2\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }
}

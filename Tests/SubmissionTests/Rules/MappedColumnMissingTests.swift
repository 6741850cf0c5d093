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

    @Test func `rows that stand in one pair of quotes are told for what they are`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            "\"City,Quarter,Calls,Staff\"\n\"Springfield,2026-Q1,1,2\"\n")
        let missing = outcome.of(.mappedColumnMissing)
        #expect(missing.count == 4)
        #expect(
            missing.allSatisfy {
                $0.remedy
                    == "Each row stands in one pair of quotes: save the file without them"
            })
    }

    @Test func `a header of thousands of letters is cut in the message`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, String(repeating: "[", count: 5_000) + "\n1\n")
        #expect(outcome.findings.allSatisfy { $0.message.count < 1_000 })
    }

    @Test func `a delimiter that the file does not have is told for what it is`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys + "\nformat: {delimiter: \";\"}\n",
            "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,1,2\n")
        let remedies = Set(outcome.of(.mappedColumnMissing).compactMap(\.remedy))
        #expect(
            remedies == [
                "Its cells are cut at another mark than semicolon: correct delimiter: in the "
                    + "mapping, or save the file with that one"
            ])
    }
}

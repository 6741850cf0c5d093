import Testing

@testable import Submission

@Suite struct DuplicateEqualTests {
    private static let text =
        "City,Period,Measure,Value\nSpringfield,2026-Q2,calls,5\nSt. John,2026-Q1,calls,5\n"
        + "springfield,Q2 2026,calls,5.0\n"

    @Test func `the same figure twice is a warning, and one is kept`() throws {
        let outcome = try Fixture.run(Fixture.longKeys, Self.text)
        #expect(outcome.rules == ["duplicate-equal"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 4, column D \"Value\": ops/calls of springfield for "
                + "2026-Q2 is given again, with the same figure as in line 2. Take one of the rows "
                + "out; one was kept.")
        #expect(outcome.summary.accepted == 2)
        #expect(outcome.summary.rejected == 0)
    }

    @Test func `it is left to the consumer where that is asked for`() throws {
        let outcome = try Fixture.run(Fixture.longKeys, Self.text, duplicates: .deferred)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 3)
        #expect(!outcome.summary.areDuplicatesChecked)
    }

    @Test func `two columns of a wide file may bring the same key`() throws {
        let yaml = Fixture.wideKeys.replacing("ops/staff", with: "ops/calls")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,5,5\n")
        #expect(outcome.rules == ["duplicate-equal"])
        #expect(outcome.findings.first?.column == 4)
    }
}

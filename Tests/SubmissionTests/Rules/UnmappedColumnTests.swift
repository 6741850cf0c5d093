import Testing

@testable import Submission

@Suite struct UnmappedColumnTests {
    @Test func `a new column is a warning, once, with its name`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff,Overtime\nSpringfield,2026-Q1,1,2,3\n"
                + "St. John,2026-Q1,1,2,3\n")
        #expect(outcome.rules == ["unmapped-column"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(outcome.findings.first?.columnName == "Overtime")
        #expect(outcome.findings.first?.column == 5)
        #expect(outcome.values.count == 4)
        #expect(!outcome.summary.hasRejections)
    }

    @Test func `columns ignored by name or glob are silent`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys + "\nignore: [\"moody's*\", \"x/y\", \"\"]\n",
            "City,Quarter,Calls,Staff,Moody's a/b,X/Y,\nSpringfield,2026-Q1,1,2,3,4,5\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }

    @Test func `a column of where: or personal: is decided about`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys + "\nwhere: {Kind: A}\npersonal: [Caller]\n",
            "City,Quarter,Calls,Staff,Kind,Caller\nSpringfield,2026-Q1,1,2,A,Ann\n")
        #expect(outcome.findings.isEmpty)
    }
}

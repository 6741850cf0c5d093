import Testing

@testable import Submission

@Suite struct NewCodeTests {
    @Test func `a new account that a range takes is told with its amount`() throws {
        let outcome = try TwoQuarters.accounts(TwoQuarters.first + "100-5300,Loans,30,\n")
        #expect(outcome.rules == ["new-code"])
        let finding = try #require(outcome.findings.first)
        #expect(
            finding.message
                == "tb.csv, line 6, column A \"Account\": 1 account is new since 2026-Q1, with 30: "
                + "100-5300 \"Loans\" (30, in ops/spending). See that they are where they belong, "
                + "and change the mapping where they are not.")
        #expect(finding.severity == .info)
    }

    @Test func `a new account in no line is another rule's, which says that it is new`() throws {
        let outcome = try TwoQuarters.accounts(TwoQuarters.first + "700-9000,Gifts,30,\n")
        #expect(outcome.rules == ["unmapped-account"])
        #expect(outcome.findings.first?.problem.hasSuffix("(30); 1 new since 2026-Q1") == true)
    }

    @Test func `an account without an amount is silent, and so is a first file`() throws {
        let empty = try TwoQuarters.accounts(TwoQuarters.first + "100-5300,Loans,0,\n")
        #expect(empty.rules == [])
        let alone = try Fixture.run(
            TwoQuarters.ledger, "Account,Name,Debit,Credit\n" + TwoQuarters.first,
            path: "2026-Q1/tb.csv")
        #expect(alone.rules == [])
    }

    @Test func `a new category that no figure names is told with its rows`() throws {
        let outcome = try TwoQuarters.cases(
            ["road": 5, "noise": 3], after: ["road": 5])
        #expect(
            outcome.of(.newCode).map(\.problem) == [
                "1 text of \"Kind\" is new since 2026-Q1, with 3 rows: \"noise\" (3 rows)"
            ])
    }

    @Test func `codes of another mapping or of a later period are not compared`() throws {
        let header = "Account,Name,Debit,Credit\n"
        let outcome = try TwoQuarters.run(
            header + TwoQuarters.first, header + "100-5100,Wages,60,\n", keys: TwoQuarters.ledger,
            paths: ("2026-Q3/tb.csv", "2026-Q2/tb.csv"))
        #expect(outcome.of(.vanishedCode).isEmpty && outcome.of(.newCode).isEmpty)
    }
}

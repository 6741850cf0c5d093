import Testing

@testable import Submission

@Suite struct UnmappedAccountTests {
    private func run(_ rows: String) throws -> Outcome {
        try TrialBalance.run(
            "Account,Name,Debit,Credit\n100-5100,Wages,60,\n100-4100,Fees,,100\n" + rows,
            "2026-Q1")
    }

    @Test func `new accounts are one finding with their amount and share`() throws {
        // Amounts are 60 + 100 + 30 + 10 = 200; 40 of them are new.
        let outcome = try run("100-6100,Grants,30,\n100-6200,Rents,10,\n")
        #expect(outcome.rules == ["unmapped-account"])
        #expect(
            outcome.findings.first?.problem
                == "2 accounts are neither mapped nor ignored, with 40, 20 % of all amounts: "
                + "100-6100 (30), 100-6200 (10)")
        #expect(outcome.findings.first?.row == 4)
        #expect(outcome.values.count == 2)
    }

    @Test func `an account that is ignored is no finding`() throws {
        #expect(try run("100-1000,Cash,40,\n").rules == [])
    }

    @Test func `an account without an amount is no finding`() throws {
        #expect(try run("100-1000,Cash,40,\n100-6100,Grants,0,\n").rules == [])
    }
}

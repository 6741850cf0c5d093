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

    @Test func `a new account names the one it is likely to be and the line to change`() throws {
        let keys = TrialBalance.keys
            .replacing("  account: Account\n", with: "  account: Account\n  name: Name\n")
            .replacing("ignore: [Name]\n", with: "")
            .replacing(
                "{measure: ops/spending, segments: {fund: \"100\", object: 5000..5999}}",
                with: "{measure: ops/spending, accounts: [100-5100, 100-5200]}")
        let outcome = try TrialBalance.run(
            "Account,Name,Debit,Credit\n100-5100,Wages,60,\n100-4100,Fees,,100\n"
                + "100-5201,Fuel,30,\n700-9000,Other,10,\n", "2026-Q1", keys: keys)
        let finding = try #require(outcome.of(.unmappedAccount).first)
        #expect(
            finding.problem.hasSuffix(
                "100-5201 \"Fuel\" (30, likely what was 100-5200), 700-9000 \"Other\" (10)"))
        #expect(
            finding.remedy?.hasPrefix(
                "Likely: accounts: [..., \"100-5201\"] in the line of ops/spending. ") == true)
    }

    @Test func `an account with the name of a mapped one is likely beside it`() throws {
        let keys = TrialBalance.keys
            .replacing("  account: Account\n", with: "  account: Account\n  name: Name\n")
            .replacing("ignore: [Name]\n", with: "")
        let outcome = try TrialBalance.run(
            "Account,Name,Debit,Credit\n100-5100,Wages,60,\n100-4100,Fees,,100\n"
                + "900-6100,Wages,40,\n", "2026-Q1", keys: keys)
        #expect(
            outcome.findings.first?.problem.hasSuffix(
                "900-6100 \"Wages\" (40, likely beside 100-5100)") == true)
    }

    @Test func `an account that is ignored is no finding`() throws {
        #expect(try run("100-1000,Cash,40,\n").rules == [])
    }

    @Test func `an account without an amount is no finding`() throws {
        #expect(try run("100-1000,Cash,40,\n100-6100,Grants,0,\n").rules == [])
    }
}

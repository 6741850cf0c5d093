import Testing

@testable import Submission

@Suite struct MappedAccountMissingTests {
    private func run(_ account: String) throws -> Outcome {
        try TrialBalance.run(
            "Account,Name,Debit,Credit\n\(account),Wages,60,\n100-4100,Fees,,60\n", "2026-Q1")
    }

    @Test func `a line without an account is a finding on its measure`() throws {
        let outcome = try run("100-1000")
        #expect(outcome.rules == ["mapped-account-missing"])
        #expect(outcome.findings.first?.measure == "ops/spending")
        #expect(
            outcome.findings.first?.problem
                == "no row of the file is in the line of ops/spending (fund is 100; object is "
                + "5000..5999), which gets no figure")
    }

    @Test func `an account of another fund is not in the line`() throws {
        #expect(
            Set(try run("200-5100").rules) == ["mapped-account-missing", "unmapped-account"])
    }

    @Test func `a line with an account is no finding`() throws {
        #expect(try run("100-5999").rules == [])
    }
}

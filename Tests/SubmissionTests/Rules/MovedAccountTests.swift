import Testing

@testable import Submission

@Suite struct MovedAccountTests {
    private func move(to account: String, _ name: String = "Fuel") throws -> Outcome {
        try TwoQuarters.accounts(
            TwoQuarters.first.replacing("100-5200,Fuel,40,", with: "\(account),\(name),50,"))
    }

    @Test func `an account that moved to another line is a warning with both`() throws {
        let outcome = try move(to: "100-4200")
        #expect(outcome.rules == ["moved-account"])
        let finding = try #require(outcome.findings.first)
        #expect(
            finding.problem
                == "1 account likely has another number than in 2026-Q1: 100-4200 \"Fuel\" (50, in "
                + "ops/waiting), which was 100-5200 (40, in ops/spending)")
        #expect(
            finding.remedy?.hasPrefix(
                "Likely: accounts: [..., \"100-4200\"] in the line of ops/spending. ") == true)
        #expect(finding.severity == .warning && finding.row == 5)
    }

    @Test func `within its line it is an info without a change`() throws {
        let outcome = try move(to: "100-5900")
        #expect(outcome.rules == ["moved-account"])
        #expect(outcome.findings.first?.severity == .info)
        #expect(outcome.findings.first?.remedy == Rule.movedAccount.remedy)
    }

    @Test func `an account that moved out of all lines is told where it is missed`() throws {
        let outcome = try move(to: "900-9000")
        #expect(outcome.rules == ["unmapped-account"])
        #expect(
            outcome.findings.first?.problem.hasSuffix(
                "900-9000 \"Fuel\" (50, likely what was 100-5200); 1 new since 2026-Q1") == true)
        #expect(
            outcome.findings.first?.remedy?.hasPrefix(
                "Likely: accounts: [..., \"900-9000\"] in the line of ops/spending. ") == true)
    }

    @Test func `another name, or one that two accounts had, is no move`() throws {
        #expect(try move(to: "100-4200", "Gifts").of(.movedAccount).isEmpty)
        let twice = try TwoQuarters.accounts(
            "100-4100,Fees,,100\n100-5100,Wages,60,\n100-5900,Fuel,90,\n",
            after: TwoQuarters.first + "100-5210,Fuel,50,\n")
        #expect(twice.of(.movedAccount).isEmpty)
        #expect(twice.of(.vanishedCode).count == 1 && twice.of(.newCode).count == 1)
    }
}

import MetricSpec
import Testing

@testable import Submission

@Suite struct OutOfBalanceTests {
    private func run(_ credit: String) throws -> Outcome {
        try TrialBalance.run(
            "Account,Name,Debit,Credit\n100-5100,Wages,0.1,\n100-5200,Fuel,0.2,\n"
                + "100-4100,Fees,,\(credit)\n",
            "2026-Q1")
    }

    @Test func `books that do not balance are rejected with the amount`() throws {
        let outcome = try run("0.25")
        #expect(outcome.rules == ["out-of-balance"])
        #expect(
            outcome.findings.first?.problem == "debits exceed credits by 0.05")
        #expect(outcome.findings.first?.period?.text == "2026-Q1")
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 2)
    }

    @Test func `the noise of binary fractions is no difference`() throws {
        #expect(try run("0.3").rules == [])
    }

    @Test func `a mapping without a tolerance asks for no balance`() throws {
        let outcome = try TrialBalance.run(
            "Account,Name,Debit,Credit\n100-5100,Wages,7,\n100-4100,Fees,,1\n", "2026-Q1",
            keys: TrialBalance.keys.replacing("  tolerance: 0.005\n", with: ""))
        #expect(outcome.rules == [])
        #expect(outcome.values.count == 2)
    }
}

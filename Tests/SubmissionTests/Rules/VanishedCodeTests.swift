import MetricSpec
import Testing

@testable import Submission

@Suite struct VanishedCodeTests {
    private let wages = "100-4100,Fees,,100\n100-5100,Wages,60,\n"

    @Test func `an account that had an amount and is gone is a warning with it`() throws {
        let outcome = try TwoQuarters.accounts(wages)
        #expect(outcome.rules == ["vanished-code"])
        let finding = try #require(outcome.findings.first)
        #expect(
            finding.message
                == "tb.csv, column A \"Account\": 1 account of 2026-Q1 is not in the file, with 40 "
                + "then: 100-5200 \"Fuel\" (40, in ops/spending). Expected the accounts of 2026-Q1, "
                + "or others in their place. Ask what became of them; where others took their place, "
                + "add those to the mapping.")
        #expect(finding.severity == .warning)
        #expect(finding.city == "springfield" && finding.period?.text == "2026-Q2")
    }

    @Test func `several are one finding, the largest first`() throws {
        let outcome = try TwoQuarters.accounts("100-4100,Fees,,100\n")
        #expect(
            outcome.of(.vanishedCode).map(\.problem) == [
                "2 accounts of 2026-Q1 are not in the file, with 100 then: 100-5100 \"Wages\" (60, "
                    + "in ops/spending), 100-5200 \"Fuel\" (40, in ops/spending)"
            ])
    }

    @Test func `accounts that are there, or were ignored or without an amount, are silent`() throws
    {
        #expect(try TwoQuarters.accounts(TwoQuarters.first).rules == [])
        let cash = TwoQuarters.first.replacing("100-1000,Cash,0,100\n", with: "")
        #expect(try TwoQuarters.accounts(cash).rules == [])
        let empty = try TwoQuarters.accounts(
            TwoQuarters.first, after: TwoQuarters.first + "100-5300,Rent,0,\n")
        #expect(empty.rules == [])
    }

    @Test func `a balance of the year so far may begin its year without them`() throws {
        let keys = TwoQuarters.ledger
            .replacing("  ignore:", with: "  accumulates: fiscal-year\n  ignore:")
        let header = "Account,Name,Debit,Credit\n"
        for (start, rules) in [(4, [String]()), (1, ["vanished-code"])] {
            let outcome = try TwoQuarters.run(
                header + TwoQuarters.first, header + wages,
                keys: keys.replacing("year_starts: 1", with: "year_starts: \(start)"),
                paths: start == 4
                    ? ("2026-Q4/tb.csv", "2027-Q1/tb.csv") : ("2026-Q1/tb.csv", "2026-Q2/tb.csv"))
            #expect(outcome.rules.filter { $0 == "vanished-code" } == rules)
        }
    }

    @Test func `a category is missed from ten rows on`() throws {
        for (rows, count) in [(9, 0), (10, 1)] {
            let outcome = try TwoQuarters.cases(["noise": 5], after: ["road": rows, "noise": 5])
            #expect(outcome.of(.vanishedCode).count == count)
        }
        #expect(
            try TwoQuarters.cases(["noise": 5], after: ["road": 12, "noise": 5])
                .of(.vanishedCode).first?.problem
                == "1 text of \"Kind\" of 2026-Q1 is not in the file, with 12 rows then: \"road\" "
                + "(12 rows, in ops/staff)")
    }

    @Test func `a category that made no figure is worth an info`() throws {
        let outcome = try TwoQuarters.cases(["road": 5], after: ["road": 5, "noise": 12])
        #expect(outcome.of(.vanishedCode).map(\.severity) == [.info])
    }
}

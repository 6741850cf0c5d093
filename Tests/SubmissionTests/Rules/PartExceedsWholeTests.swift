import MetricSpec
import Testing

@testable import Submission

/// Of a desk's calls some are answered (a share metric says so) and some are
/// lost (the measure says so itself).
@Suite struct PartExceedsWholeTests {
    @Test func `a part of a share above its whole is a warning at the part`() throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,calls,100\nspringfield,2026-Q1,answered,120")
        #expect(
            outcome.of(.partExceedsWhole).map(\.message) == [
                "desk.csv, line 3, column D \"Value\": 120 of desk/answered is more than the 100 "
                    + "of desk/calls in line 2, of which it is a part. Expected at most 100. "
                    + "Correct the part or the whole; both were accepted as they are."
            ])
        #expect(outcome.findings.map(\.severity) == [.warning])
        #expect(outcome.findings.map(\.city) == ["springfield"])
        #expect(outcome.findings.map(\.measure) == ["desk/answered"])
        #expect(outcome.findings.map(\.period?.text) == ["2026-Q1"])
        #expect(outcome.values.count == 2)
    }

    @Test func `where history questions the whole, its part is not asked about`() throws {
        let earlier = try HistorySample.quarters(
            [100, 104, 98, 101], measure: "desk/calls", of: Desk.standard())
        let outcome = try Desk.run(
            "springfield,2026-Q1,calls,1\nspringfield,2026-Q1,answered,90",
            earlier: EarlierValues(earlier))
        #expect(outcome.rules == ["digit-slip"])
        #expect(outcome.findings.first?.row == 2)
    }

    @Test func `so is a part that the measure names itself`() throws {
        let outcome = try Desk.run("springfield,2026-Q1,lost,7\nspringfield,2026-Q1,calls,6")
        #expect(outcome.rules == ["part-exceeds-whole"])
        #expect(outcome.findings.first?.row == 2)
    }

    @Test(arguments: [("100", 0), ("100.5", 1), ("0", 0)])
    func `a part may be as large as its whole`(part: String, count: Int) throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,calls,100\nspringfield,2026-Q1,answered,\(part)")
        #expect(outcome.of(.partExceedsWhole).count == count)
    }

    @Test(
        arguments: [
            "springfield,2026-Q2,calls,1,,", "st-john,2026-Q1,calls,1,,",
            "springfield,2026-Q1,calls,1,women,", "springfield,2026-Q1,calls,1,,budget",
            "springfield,2026-Q1,calls,,,",
        ])
    func `another period, city, group or variant is no whole of it`(row: String) throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,answered,120,,\n\(row)", more: ",Group,Kind")
        #expect(outcome.of(.partExceedsWhole).isEmpty)
    }

    @Test func `groups that add up to more than their total are a warning at the total`() throws {
        let rows = """
            springfield,2026-Q1,calls,100,
            springfield,2026-Q1,calls,60,women
            springfield,2026-Q1,calls,50,men
            """
        let outcome = try Desk.run(rows, more: ",Group")
        #expect(
            outcome.findings.map(\.problem) == [
                "110 of the groups of sex is more than the 100 of desk/calls, of which it is a part"
            ])
        #expect(outcome.findings.first?.row == 2)
    }
}

import Testing

@testable import Submission

@Suite struct ExportCutEarlyTests {
    private let months = Cases.keys.replacing("length: quarter", with: "length: month")

    private func run(_ days: ClosedRange<Int>) throws -> Outcome {
        try Cases.run(Cases.days(days), keys: months)
    }

    @Test func `daily records that end a week before the month are a finding`() throws {
        let outcome = try run(1...24)
        #expect(outcome.rules == ["export-cut-early"])
        #expect(
            outcome.findings.first?.problem
                == "the last record is of 2026-01-24, 7 days before the end of 2026-01, while no two "
                + "records before it lie more than 1 day apart")
        #expect(outcome.findings.first?.row == 25)
    }

    @Test func `three days without a record are no finding, four are`() throws {
        #expect(try run(1...28).rules == [])
        #expect(try run(1...27).rules == ["export-cut-early"])
    }

    @Test func `rare records may end early`() throws {
        // Days 1, 3, ... 25: two days apart, and six at the end.
        let rows = stride(from: 1, through: 25, by: 2).map { Cases.days($0...$0) }
        #expect(try Cases.run(rows.joined(), keys: months).rules == [])
    }

    @Test func `only the last period of a file can be cut`() throws {
        let rows =
            Cases.days(1...20)
            + (1...28).map {
                "x,2026-02-\($0 < 10 ? "0" : "")\($0),,road,\n"
            }.joined()
        #expect(try Cases.run(rows, keys: months).rules == [])
    }

    @Test func `a round number of rows is a finding, one more is none`() throws {
        let thousand = Cases.days(1...25, each: 40)
        let all = thousand.replacing("2026-01-25", with: "2026-01-31")
        #expect(try Cases.run(all, keys: months).rules == ["export-cut-early"])
        #expect(try Cases.run(all + Cases.days(31...31), keys: months).rules == [])
    }
}

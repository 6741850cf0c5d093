import Testing

@testable import Submission

@Suite struct RecordOutsidePeriodTests {
    private let keys = Cases.keys.replacing(
        "length: quarter", with: "length: quarter, within: \"{period}/*/*.csv\"")

    private func run(_ rows: String, path: String = "2026-Q1/springfield/cases.csv") throws
        -> Outcome
    {
        try Cases.run(rows, keys: keys, path: path)
    }

    @Test func `rows of other days are left out in one finding`() throws {
        let outcome = try run(
            "1,2025-12-30,,road,\n2,2026-01-05,,road,\n3,2025-12-31,,road,\n4,2026-02-05,,road,\n")
        #expect(outcome.rules == ["record-outside-period"])
        #expect(
            outcome.findings.first?.problem
                == "2 of 4 rows (50 %) are from 2025-12-30 to 2025-12-31, outside 2026-Q1, which "
                + "the file's path says; they are left out")
        #expect(outcome.values.map(\.period) == ["2026-Q1"])
        #expect(outcome.values.map(\.value) == [2])
    }

    @Test func `the first and the last day of the period are inside`() throws {
        #expect(try run("1,2026-01-01,,road,\n2,2026-03-31,,road,\n").rules == [])
        #expect(
            try run("1,2026-03-31,,road,\n2,2026-04-01,,road,\n").rules
                == ["record-outside-period"])
    }

    @Test func `a file that lies in no folder of a period claims nothing`() throws {
        let outcome = try run("1,2025-12-30,,road,\n", path: "cases.csv")
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.period) == ["2025-Q4"])
    }
}

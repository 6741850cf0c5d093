import MetricSpec
import Testing

@testable import Submission

@Suite struct RecordsOpenAtExportTests {
    private func run(open: Int, closed: Int, percent: String = "") throws -> Outcome {
        let rows =
            (0..<closed).map { "a\($0),2026-01-05,2026-01-06,road,\n" }
            + (0..<open).map { "b\($0),2026-01-05,,road,\n" }
        return try Cases.run(
            rows.joined(), "closed: {column: Closed\(percent)}\n" + Cases.count,
            keys: Cases.keys.replacing("Closed, ", with: ""))
    }

    @Test func `more open records than are usual are a finding`() throws {
        let outcome = try run(open: 2, closed: 14)
        #expect(outcome.rules == ["records-open-at-export"])
        #expect(outcome.findings.first?.problem == "2 of 16 records (12.5 %) have no end")
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.findings.first?.period?.text == "2026-Q1")
        #expect(outcome.values.map(\.value) == [16])
    }

    @Test func `closed records are no finding`() throws {
        #expect(try run(open: 0, closed: 5).rules == [])
    }

    @Test func `exactly the usual share is no finding`() throws {
        #expect(try run(open: 1, closed: 9).rules == [])
        #expect(try run(open: 1, closed: 8).rules == ["records-open-at-export"])
        #expect(try run(open: 1, closed: 8, percent: ", open_percent: 20").rules == [])
    }
}

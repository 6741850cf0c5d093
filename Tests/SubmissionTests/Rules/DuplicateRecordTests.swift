import Testing

@testable import Submission

@Suite struct DuplicateRecordTests {
    private let rows = """
        1,2026-01-05,2026-01-06,road,2
        2,2026-01-05,2026-01-06,road,3
        1,2026-01-05,2026-01-06,road,2

        """

    @Test func `a record sent twice with the same cells counts once`() throws {
        let outcome = try Cases.run(rows, "key: [Case]\n" + Cases.count)
        #expect(outcome.rules == ["duplicate-record"])
        #expect(
            outcome.findings.first?.problem
                == "\"1\" stands in line 2 too, with the same cells; the first one is counted")
        #expect(outcome.findings.first?.row == 4)
        #expect(outcome.values.map(\.value) == [2])
        #expect(outcome.summary.rejected == 0)
    }

    @Test func `a record with other cells is an error and not counted`() throws {
        let outcome = try Cases.run(
            rows.replacing("1,2026-01-05,2026-01-06,road,2\n2", with: "1,2026-01-06,,road,2\n2"),
            "key: [Case]\n" + Cases.count)
        #expect(outcome.findings.map(\.severity) == [.error])
        #expect(outcome.values.map(\.value) == [2])
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `both count where the mapping says so`() throws {
        let outcome = try Cases.run(
            rows, "key: {columns: [Case], repeated: count}\n" + Cases.count)
        #expect(outcome.findings.map(\.severity) == [.warning])
        #expect(
            outcome.findings.first?.problem
                == "\"1\" stands in line 2 too; both are counted")
        #expect(outcome.values.map(\.value) == [3])
    }

    @Test func `without a key, or with one that tells rows apart, nothing is said`() throws {
        #expect(try Cases.run(rows).rules == [])
        #expect(try Cases.run(rows, "key: [Case, Hours, Opened]\n" + Cases.count).rules.count == 1)
        let other = rows.replacing(
            "1,2026-01-05,2026-01-06,road,2\n2", with: "9,2026-01-05,,road,2\n2")
        #expect(try Cases.run(other, "key: [Case]\n" + Cases.count).rules == [])
    }

    @Test func `a date in the key is compared as it is read`() throws {
        let keys = Cases.keys.replacing(
            "length: quarter", with: "length: quarter, order: day-month-year")
        let text = """
            1,31.10.2021 02:00 - 02:00,,road,2
            1,31.10.2021 02:00 - 03:00,,road,3
            1,31.10.2021 03:00 - 04:00,,road,3

            """
        let outcome = try Cases.run(
            text, "key: {columns: [Opened], repeated: count}\n" + Cases.count, keys: keys)
        #expect(outcome.findings.map(\.row) == [3])
        #expect(outcome.findings.first?.found == "2021-10-31 02:00")
        #expect(outcome.values.map(\.value) == [3])
    }

    @Test func `the same key in another city is another record`() throws {
        let keys = Cases.keys.replacing("{constant: springfield}", with: "{column: Kind}")
            .replacing("Kind, ", with: "")
        let text = "1,2026-01-05,,springfield,2\n1,2026-01-05,,st-john,2\n"
        #expect(try Cases.run(text, "key: [Case]\n" + Cases.count, keys: keys).rules == [])
    }
}

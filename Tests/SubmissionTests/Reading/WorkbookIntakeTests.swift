import TestFiles
import Testing

@testable import Submission

/// Workbooks and JSON take the same path as CSV.
@Suite struct WorkbookIntakeTests {
    private static let csv = """
        City,Quarter,Calls,Staff
        Springfield,2026-Q1,10,4
        St. John,2026-Q1,20,

        """
    private static let rows: [[TestCell]] = [
        ["City", "Quarter", "Calls", "Staff"], ["Springfield", "2026-Q1", 10, 4],
        ["St. John", "2026-Q1", 20],
    ]
    private static let json = """
        [{"City": "Springfield", "Quarter": "2026-Q1", "Calls": 10, "Staff": 4},
         {"City": "St. John", "Quarter": "2026-Q1", "Calls": 20, "Staff": null}]
        """

    @Test func `the same values come out of CSV, a workbook and JSON`() throws {
        let csv = try Fixture.run(Fixture.wideKeys, Self.csv)
        let book = try Fixture.run(
            Fixture.wideKeys, bytes: WorkbookBytes(sheets: [.init(Self.rows)]).bytes())
        let json = try Fixture.run(Fixture.wideKeys, Self.json)
        let facts = { (outcome: Outcome) in
            outcome.values.map { "\($0.city) \($0.measure) \($0.status) \($0.value) \($0.column)" }
        }
        #expect(facts(csv).count == 4)
        #expect(facts(csv) == facts(book))
        #expect(facts(csv) == facts(json))
        #expect(csv.findings.isEmpty && book.findings.isEmpty && json.findings.isEmpty)
        #expect(book.values.map(\.row) == [2, 2, 3, 3])
        #expect(json.values.map(\.row) == [1, 1, 2, 2])
    }

    @Test func `the sheet that the mapping names is read`() throws {
        let book = try WorkbookBytes(sheets: [
            .init(name: "Cover", [["Figures of Springfield"]]), .init(name: "Q3", Self.rows),
        ]).bytes()
        for sheet in ["q3", "2"] {
            let outcome = try Fixture.run(
                Fixture.wideKeys + "\nformat: {type: xlsx, sheet: \(sheet)}\n", bytes: book)
            #expect(outcome.values.count == 4)
            #expect(outcome.findings.isEmpty)
        }
        let gone = try Fixture.run(Fixture.wideKeys + "\nformat: {sheet: Q4}\n", bytes: book)
        #expect(gone.rules == ["not-a-table"])
        #expect(
            gone.findings.first?.problem
                == "there is no sheet \"Q4\"; there are \"Cover\", \"Q3\"")
    }

    @Test func `a column that is gone from a sheet is named without a delimiter`() throws {
        let book = try WorkbookBytes(sheets: [.init(name: "Q3", [["City", "Quarter", "Calls"]])])
            .bytes()
        let outcome = try Fixture.run(Fixture.wideKeys, bytes: book, path: "springfield.xlsx")
        let message = outcome.findings.first?.message ?? ""
        #expect(
            message.hasPrefix(
                "springfield.xlsx, sheet \"Q3\", row 1: the column \"Staff\" is not in the "
                    + "header; it has \"City\", \"Quarter\", \"Calls\". "))
    }

    @Test func `a finding in JSON names the record and the value`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            """
            {"City": "Springfield", "Quarter": "2026-Q1", "Calls": "1,2O4", "Staff": 4}
            """, path: "a.json")
        #expect(outcome.findings.map(\.place) == ["a.json, record 1, \"Calls\""])
    }

    @Test func `a fault of syntax is named by line and character`() throws {
        let outcome = try Fixture.run(Fixture.wideKeys, "[\n {\"a\": 01}]", path: "a.json")
        #expect(outcome.findings.map(\.place) == ["a.json, line 2, character 8"])
        #expect(outcome.rules == ["not-a-table"])
    }

    @Test func `a file of another type than the mapping says is refused`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys + "\nformat: {type: xlsx}\n", Self.csv, path: "a.csv")
        #expect(outcome.summary.isRejected)
        #expect(
            outcome.findings.map(\.message) == [
                "a.csv: this is a text table (CSV), but the mapping says type: xlsx. Send an "
                    + "Excel workbook (.xlsx), or correct type: in the mapping."
            ])
    }

    @Test func `settings of another type of file are a fault of the mapping`() {
        for format in ["{type: csv, sheet: A}", "{type: xlsx, delimiter: \";\"}", "{type: ods}"] {
            #expect(throws: (any Error).self) {
                try Fixture.mapping(Fixture.wideKeys + "\nformat: \(format)\n")
            }
        }
    }
}

import TestFiles
import Testing

@testable import Submission

@Suite struct ColumnWithoutHeaderTests {
    private static func run(_ cells: String) throws -> Outcome {
        try Fixture.run(
            Fixture.wideKeys, "City,Quarter,,Calls,Staff\nSpringfield,2026-Q1,\(cells)\n")
    }

    @Test func `figures in a column without a name are not read, and it is said`() throws {
        let outcome = try Self.run("7.5,10,4")
        #expect(outcome.rules == ["column-without-header"])
        #expect(outcome.findings.first?.place == "springfield.csv, line 2, column C")
        #expect(outcome.findings.first?.found == "7.5")
        #expect(outcome.values.map(\.value) == [10, 4])
    }

    @Test func `an empty column without a name is passed over`() throws {
        #expect(try Self.run(",10,4").rules == [])
    }

    @Test func `words without a digit are no figures`() throws {
        #expect(try Self.run("see below,10,4").rules == [])
    }

    @Test func `a cell beside the table of a sheet is told once, and its row is read`() throws {
        let header: [TestCell] = ["City", "Quarter", "Calls", "Staff"]
        let book = WorkbookBytes(sheets: [
            WorkbookBytes.Sheet([
                header, ["Springfield", "2026-Q1", 10, 4, nil, "ask Ann"],
                ["Springfield", "2026-Q2", 11, 4, nil, 17],
            ])
        ])
        let outcome = try Fixture.run(Fixture.wideKeys, bytes: book.bytes(), path: "desk.xlsx")
        #expect(outcome.rules == ["column-without-header"])
        #expect(outcome.findings.first?.place == "desk.xlsx, sheet \"Data\", cell F2")
        #expect(outcome.values.map(\.value) == [10, 4, 11, 4])
    }
}

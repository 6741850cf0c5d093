import TestFiles
import Testing

@testable import Submission

@Suite struct HeaderDetectedTests {
    private static let table = "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,10,4\n"

    @Test func `a header below a title is found, and it is said`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "Figures of the region\nsecond quarter\n" + Self.table)
        #expect(outcome.rules == ["header-detected"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 3: the header is row 3, below 2 rows of text (detected, "
                + "90 % sure). Set header_rows: under format: in the mapping if this is wrong.")
        #expect(outcome.values.map(\.value) == [10, 4])
        #expect(outcome.values.map(\.row) == [4, 4])
    }

    @Test func `nothing is said of a header in the first row or of one that is given`() throws {
        #expect(try Fixture.run(Fixture.wideKeys, Self.table).rules == [])
        let given = try Fixture.run(
            Fixture.wideKeys + "\nformat: {header_row: 2}\n", "Title\n" + Self.table)
        #expect(given.rules == [])
        #expect(given.values.count == 2)
    }

    @Test func `a header of two rows is one row of names`() throws {
        let rows: [[TestCell]] = [
            ["City", "Quarter", "Fire", nil], [nil, nil, "calls", "staff"],
            ["Springfield", "2026-Q1", 10, 4],
        ]
        let outcome = try Fixture.run(
            Fixture.wideKeys.replacing("Calls", with: "Fire calls")
                .replacing("Staff", with: "Fire staff"),
            bytes: WorkbookBytes(sheets: [.init(rows, merged: ["C1:D1"])]).bytes())
        #expect(
            outcome.findings.map(\.problem) == ["the header is rows 1 to 2 (detected, 70 % sure)"])
        #expect(outcome.values.map(\.value) == [10, 4])
    }
}

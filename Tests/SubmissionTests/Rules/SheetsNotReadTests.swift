import TestFiles
import Testing

@testable import Submission

@Suite struct SheetsNotReadTests {
    private static let header: [TestCell] = ["City", "Period", "Measure", "Value"]
    private static let row: [TestCell] = ["Springfield", "2026-Q1", "calls", 412]

    private func run(
        _ other: [[TestCell]], state: String? = nil, keys: String = ""
    ) throws -> Outcome {
        let workbook = WorkbookBytes(sheets: [
            WorkbookBytes.Sheet(name: "January", [Self.header, Self.row]),
            WorkbookBytes.Sheet(name: "February", other, state: state),
        ])
        return try Fixture.run(
            Fixture.longKeys + "\n" + keys, bytes: workbook.bytes(), path: "desk.xlsx")
    }

    @Test func `another visible sheet with figures is told once`() throws {
        let outcome = try run([Self.header, Self.row])
        #expect(outcome.rules == ["sheets-not-read"])
        #expect(
            outcome.findings.first?.message
                == "desk.xlsx, sheet \"January\": it is the first sheet and was read (detected); "
                + "figures of another sheet were not (\"February\"). Name the sheet under format: "
                + "in the mapping, or send the other sheets by mappings of their own.")
        #expect(outcome.values.count == 1)
    }

    @Test func `nothing is said where the mapping names the sheet`() throws {
        #expect(
            try run([Self.header, Self.row], keys: "format: {sheet: January}\n").rules == [])
    }

    @Test func `a sheet of words is no sheet of figures, and a hidden one another rule's`() throws {
        #expect(try run([["Notes"], ["Nothing to say"]]).rules == [])
        #expect(try run([Self.header, Self.row], state: "hidden").rules == ["hidden-cells"])
    }
}

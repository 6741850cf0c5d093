import Glibc
import Testing

@testable import Tabular

private let fixtures: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/xlsx/"
}()

private let shared: String? = getenv("YARDSTICK_SHARED").map { String(cString: $0) }

private func sheet(_ path: String, _ name: String) throws -> RowReader {
    try RowReader(SourceFile(path: path), format: TableFormat(sheet: .name(name)))
}

/// Workbooks that other programs wrote.
@Suite struct WorkbookFileTests {
    /// What openpyxl 3.1.5 reads: cells by file and sheet.
    private func expected() throws -> [String: [ReadCell]] {
        let reader = try TableReader(
            SourceFile(path: fixtures + "expected.tsv"),
            format: TableFormat(delimiter: UInt8(ascii: "\t")))
        var cells: [String: [ReadCell]] = [:]
        while let batch = try reader.next() {
            for row in 0..<batch.rowCount {
                let parts = (0..<6).map { batch.text(row: row, column: $0) }
                let kind = try #require(CellKind.allCases.first { "\($0)" == parts[4] })
                let text = parts[5].split(separator: "\\n", omittingEmptySubsequences: false)
                cells["\(parts[0])\t\(parts[1])", default: []].append(
                    ReadCell(
                        Int(parts[2]) ?? 0, Int(parts[3]) ?? 0, kind, text.joined(separator: "\n")))
            }
        }
        return cells
    }

    @Test func `every cell that openpyxl wrote is read as openpyxl reads it`() throws {
        let expected = try expected()
        #expect(expected.count == 4)
        for (place, cells) in expected {
            let names = place.split(separator: "\t").map(String.init)
            #expect(try readCells(sheet(fixtures + names[0], names[1])) == cells, "\(place)")
        }
    }

    @Test func `what openpyxl hid and merged is noted`() throws {
        let workbook = try SourceWorkbook(SourceFile(path: fixtures + "quarter.xlsx"))
        #expect(workbook.sheets.map(\.name) == ["Q3 2025", "Lists"])
        #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden])
        let notes = try workbook.notes(of: workbook.sheets[0])
        #expect(notes.merged.map(\.rows) == [2...2, 3...3])
        #expect(notes.merged.map(\.columns) == [1...7, 3...5])
        #expect(notes.hiddenRows == [6...6])
        #expect(notes.hiddenColumns == [2...2])
        #expect(notes.formulasWithoutValue == 3)
        #expect(!workbook.is1904)
        #expect(try SourceWorkbook(SourceFile(path: fixtures + "mac.xlsx")).is1904)
    }

    struct Known: Sendable {
        let file: String
        let sheet: String
        let rows: Int
        let cells: Int
        let numbers: Int
        let sum: Double
    }

    /// Counted with openpyxl 3.1.5: rows and cells that hold anything, numbers
    /// and their sum.
    private static let known = [
        Known(
            file: "sa_municipal/failtest.xlsx", sheet: "BYU", rows: 34, cells: 405, numbers: 79,
            sum: 257_644_073),
        Known(
            file: "sa_municipal/quarterly.xlsx", sheet: "BUF", rows: 9, cells: 81, numbers: 19,
            sum: 25_690_514),
        Known(
            file: "sa_municipal/test.xlsx", sheet: "BUF", rows: 5, cells: 51, numbers: 9,
            sum: 44_492_000),
        Known(
            file: "no_energy/source/bodo 00 - Bygg og GPS.xlsx", sheet: "Bygg og GPS", rows: 99,
            cells: 693, numbers: 98, sum: 4_851),
        Known(
            file: "no_energy/source/bodo 00 - Bygg og GPS.xlsx", sheet: "Bygg og Målere",
            rows: 487, cells: 2_628, numbers: 98, sum: 4_851),
    ]

    @Test(
        .enabled(
            if: shared != nil,
            "YARDSTICK_SHARED is not set: published data are not at hand"), arguments: known)
    func `published workbooks hold what openpyxl counts in them`(known: Known) throws {
        let path = try #require(shared) + "/data/" + known.file
        let cells = try readCells(sheet(path, known.sheet))
        #expect(Set(cells.map(\.row)).count == known.rows)
        #expect(cells.count == known.cells)
        let numbers = cells.filter { $0.kind == .number || $0.kind == .percentage }
        #expect(numbers.count == known.numbers)
        #expect(numbers.compactMap { Double($0.text) }.reduce(0, +) == known.sum)
    }

    @Test(
        .enabled(
            if: shared != nil,
            "YARDSTICK_SHARED is not set: published data are not at hand"))
    func `a published list of 292 JSON objects is read with its nested names`() throws {
        // Counted with Python's json: 292 objects, 14 names after joining.
        let path = try #require(shared) + "/data/sa_municipal/scorecard.json"
        let reader = try TableReader.open(SourceFile(path: path))
        #expect(reader.header.count == 14)
        #expect(Set(reader.header.prefix(2)).isSubset(of: ["model", "pk"]))
        var rows = 0
        while let batch = try reader.next() { rows += batch.rowCount }
        #expect(rows == 292)
    }
}

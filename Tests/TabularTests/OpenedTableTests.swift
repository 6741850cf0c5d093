import TestFiles
import Testing

@testable import Tabular

private func table(_ bytes: [UInt8], _ format: TableFormat = TableFormat()) throws -> TableReader {
    try TableReader.open(SourceFile(name: "t", bytes: bytes), format: format)
}

private func cells(_ reader: TableReader) throws -> [[String]] {
    var rows: [[String]] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            rows.append((0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) })
        }
    }
    return rows
}

private func word(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

@Suite struct OpenedTableTests {
    @Test func `the same table comes out of CSV, a workbook and JSON`() throws {
        let csv = Array("city,value\nAlder,1\nBirch,2.5\n".utf8)
        let json = Array(
            "[{\"city\":\"Alder\",\"value\":1},{\"city\":\"Birch\",\"value\":2.5}]".utf8)
        let workbook = try WorkbookBytes(
            rows: "<row>\(word(" city "))\(word("value"))</row>"
                + "<row>\(word("Alder"))<c><v>1</v></c></row>"
                + "<row>\(word("Birch"))<c><v>2.5</v></c></row>"
        ).bytes()
        for bytes in [csv, json, workbook] {
            let reader = try table(bytes)
            #expect(reader.header == ["city", "value"])
            #expect(reader.headerLine == 1)
            #expect(try cells(reader) == [["Alder", "1"], ["Birch", "2.5"]])
        }
    }

    @Test func `rows of a sheet are as wide as its header, and wider where they hold more`() throws
    {
        let rows = """
            <row r="2">\(word("a"))\(word("b"))\(word("c"))<c s="1"/></row>\
            <row r="4"><c><v>1</v></c></row><row r="5"/>\
            <row r="7"><c r="E7"><v>9</v></c></row><row r="8"><c r="B8"><v>3</v></c><c/></row>
            """
        let reader = try table(try WorkbookBytes(rows: rows).bytes())
        #expect(reader.headerLine == 2)
        let batch = try #require(try reader.next())
        #expect((0..<batch.rowCount).map { batch.table.line($0) } == [4, 7, 8])
        #expect((0..<batch.rowCount).map { batch.table.cellCount($0) } == [3, 5, 3])
        #expect(String(decoding: batch.table.rawText(1), as: UTF8.self) == "\t\t\t\t9")
        #expect(String(decoding: batch.table.rawText(2), as: UTF8.self) == "\t3")
        #expect(try reader.next() == nil)
    }

    @Test func `a sheet is read to its end in many batches`() throws {
        let count = 30_000
        let rows = (1...count).map { row in
            "<row r=\"\(row * 2)\"><c><v>\(row)</v></c><c><v>\(row % 7).5</v></c></row>"
        }
        let reader = try table(
            try WorkbookBytes(rows: "<row>\(word("a"))\(word("b"))</row>" + rows.joined()).bytes())
        var (sum, found, last) = (0, 0, 0)
        while let batch = try reader.next() {
            #expect(batch.rowCount <= 8_192)
            for row in 0..<batch.rowCount {
                sum += Int(batch.text(row: row, column: 0)) ?? 0
                #expect(batch.text(row: row, column: 1).hasSuffix(".5"))
                last = batch.table.line(row)
            }
            found += batch.rowCount
        }
        #expect(found == count)
        #expect(sum == count * (count + 1) / 2)
        #expect(last == count * 2)
    }

    @Test func `the header is the row that the format names`() throws {
        let rows =
            "<row>\(word("Title"))</row><row r=\"3\">\(word("a"))</row><row>\(word("x"))</row>"
        let bytes = try WorkbookBytes(rows: rows).bytes()
        let reader = try table(bytes, TableFormat(headerRow: 3))
        #expect(reader.header == ["a"])
        #expect(try cells(reader) == [["x"]])
        for missing in [2, 5] {
            let error = #expect(throws: TableError.self) {
                try table(bytes, TableFormat(headerRow: missing))
            }
            #expect(error?.kind == .headerMissing)
            #expect(error?.description.hasPrefix("t, sheet \"Data\", row \(missing): ") == true)
        }
    }

    @Test func `the sheet is the one that the format names`() throws {
        let workbook = WorkbookBytes(sheets: [
            .init(name: "A", content: "<sheetData><row>\(word("in a"))</row></sheetData>"),
            .init(name: "B", content: "<sheetData><row>\(word("in b"))</row></sheetData>"),
        ])
        let bytes = try workbook.bytes()
        let chosen = try table(bytes, TableFormat(sheet: .name("b")))
        #expect(chosen.header == ["in b"])
        guard case .sheet(let sheet, .given) = chosen.origin else {
            Issue.record("the origin is \(chosen.origin)")
            return
        }
        #expect(sheet.position == 2)
        #expect(try table(bytes).header == ["in a"])
    }

    @Test func `an empty sheet is an error that names it`() throws {
        let bytes = try WorkbookBytes(rows: "").bytes()
        let error = #expect(throws: TableError.self) { try table(bytes) }
        #expect(
            error?.description == "t, sheet \"Data\": the sheet is empty. "
                + "Name the sheet that holds the table.")
    }

    @Test func `raw rows of a text begin at its first line`() throws {
        let reader = try RowReader(
            SourceFile(name: "t.csv", bytes: Array("Title\n\na;b;c\n1;2;3\n4;5;6\n".utf8)),
            format: TableFormat(headerRow: 3))
        let batch = try #require(try reader.next())
        #expect(batch.rowCount == 5)
        #expect(batch.text(row: 0, column: 0) == "Title")
        #expect(batch.table.cellCount(2) == 3)
        #expect(batch.table.kind(3, 0) == .text)
        #expect(reader.notes == nil)
    }
}

import TestFiles
import Testing

@testable import Tabular

private let formats = """
    <numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/>\
    <numFmt numFmtId="171" formatCode="dd\\/mm\\/yyyy hh:mm"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="22"/>\
    <xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
    """

private func texts(_ rows: String, is1904: Bool = false) throws -> [String] {
    var workbook = WorkbookBytes(rows: rows, formats: formats)
    if is1904 { workbook.properties = "date1904=\"1\"" }
    return try readCells(workbook.bytes()).map { "\($0.kind) \($0.text)" }
}

@Suite struct SheetReaderTests {
    @Test func `every cell type is told and delivered as text`() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>12.5</v></c>\
            <c r="C1" t="n"><v>-7</v></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>ax</v></c>\
            <c r="E1" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c>\
            <c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c>\
            <c r="H1" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
            <c r="I1" t="d"><v>2024-03-31</v></c></row>
            """
        let workbook = WorkbookBytes(
            rows: rows, strings: "<si><t>zero</t></si><si><t>one</t></si>")
        #expect(
            try readCells(workbook.bytes()) == [
                ReadCell(1, 0, .text, "one"), ReadCell(1, 1, .number, "12.5"),
                ReadCell(1, 2, .number, "-7"), ReadCell(1, 3, .text, "ax"),
                ReadCell(1, 4, .text, "in <line>"), ReadCell(1, 5, .boolean, "TRUE"),
                ReadCell(1, 6, .boolean, "FALSE"), ReadCell(1, 7, .error, "#DIV/0!"),
                ReadCell(1, 8, .date, "2024-03-31"),
            ])
    }

    @Test func `days of 1900 are dates, and day 60 is the day that never was`() throws {
        // Excel shows 1, 59, 60, 61 and 45382 as these dates.
        let rows = [1, 59, 60, 61, 45_382].enumerated().map { index, day in
            "<row r=\"\(index + 1)\"><c s=\"1\"><v>\(day)</v></c></row>"
        }
        #expect(
            try texts(rows.joined()) == [
                "date 1900-01-01", "date 1900-02-28", "date 1900-02-29", "date 1900-03-01",
                "date 2024-03-31",
            ])
    }

    @Test func `days of 1904 are counted from the first of January 1904`() throws {
        let rows = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43920</v></c></row>"
        #expect(try texts(rows, is1904: true) == ["date 1904-01-01", "date 2024-03-31"])
    }

    @Test func `times, durations and moments follow their formats`() throws {
        let rows = """
            <row><c s="4"><v>0.604166666666667</v></c><c s="5"><v>1.51041666666667</v></c>\
            <c s="3"><v>45382.604166666664</v></c><c s="6"><v>45382</v></c>\
            <c s="1"><v>45382.25</v></c><c s="3"><v>45382.000005787037</v></c></row>
            """
        #expect(
            try texts(rows) == [
                "time 14:30:00", "duration 36:15:00", "date 2024-03-31T14:30:00",
                "date 2024-03-31T00:00:00", "date 2024-03-31T06:00:00",
                "date 2024-03-31T00:00:00.500",
            ])
    }

    @Test func `a number that is no day stays a number in a date format`() throws {
        let rows = """
            <row><c s="1"><v>-1</v></c><c s="1"><v>2958465</v></c><c s="1"><v>2958466</v></c>\
            <c s="1"><v>0</v></c></row>
            """
        #expect(
            try texts(rows) == [
                "number -1", "date 9999-12-31", "number 2958466", "date 1900-01-00",
            ])
    }

    @Test func `a percentage is delivered as its fraction`() throws {
        let rows = "<row><c s=\"2\"><v>5.7000000000000002E-2</v></c><c s=\"2\"><v>1</v></c></row>"
        #expect(try texts(rows) == ["percentage 0.057", "percentage 1"])
    }

    @Test(
        arguments: [
            ("12.50", "12.5"), ("1.0", "1"), ("007", "7"), ("-0", "0"), ("6.2E+07", "62000000"),
            ("0.30000000000000004", "0.30000000000000004"), ("0.10000000000000001", "0.1"),
            ("1E-5", "0.00001"), ("1e-7", "0.0000001"), ("-1.5E-6", "-0.0000015"),
            ("1e21", "1e+21"), ("123456789012345678", "123456789012345680"),
            ("1e20", "100000000000000000000"),
            ("0", "0"), ("0.5", "0.5"), (".5", "0.5"), ("5.", "5"), (" 3 ", " 3 "),
            ("NaN", "NaN"), ("0x10", "0x10"), ("1e999", "1e999"),
        ])
    func `a number is delivered as its shortest decimal text`(
        stored: String, expected: String
    ) throws {
        let cells = try readCells(
            WorkbookBytes(rows: "<row><c><v>\(stored)</v></c></row>").bytes())
        #expect(cells.map(\.text) == [expected])
        #expect(
            cells.first?.kind
                == (Double(stored)?.isFinite == true && stored != "0x10" ? .number : .text))
    }

    @Test func `random doubles come back as the same double in the shortest text`() throws {
        var random = SeededGenerator(state: 11)
        for _ in 0..<5_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let text = ShortestDecimal.text(value)
            #expect(Double(text) == value)
            #expect(
                text.filter { $0.isNumber }.count <= 17 + 21, "\(text) is longer than it need be")
        }
    }

    @Test func `rich text is plain text without its reading aids`() throws {
        let strings = """
            <si><r><rPr><b/></rPr><t>東</t></r><r><t xml:space="preserve">京 </t></r>\
            <rPh sb="0" eb="1"><t>トウ</t></rPh><phoneticPr fontId="1"/></si>
            """
        let rows = """
            <row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><rPh><t>z</t></rPh>\
            <r><t>b</t></r></is></c></row>
            """
        let cells = try readCells(WorkbookBytes(rows: rows, strings: strings).bytes())
        #expect(cells.map(\.text) == ["東京 ", "ab"])
    }

    @Test func `escaped characters are resolved`() throws {
        let rows = """
            <row><c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_ _x12 _xD83D__xDE00_</t></is></c>\
            </row>
            """
        #expect(
            try readCells(WorkbookBytes(rows: rows).bytes()).map(\.text) == [
                "a\rb_x0041_ _x12 😀"
            ])
    }

    @Test func `sparse rows and cells keep their places`() throws {
        let rows = """
            <row r="3"><c r="B3"><v>1</v></c><c r="XFD3"><v>2</v></c></row>\
            <row r="5"/><row r="1048576"><c r="AA1048576"><v>3</v></c></row>
            """
        #expect(
            try readCells(WorkbookBytes(rows: rows).bytes()) == [
                ReadCell(3, 1, .number, "1"), ReadCell(3, 16_383, .number, "2"),
                ReadCell(1_048_576, 26, .number, "3"),
            ])
    }

    @Test func `cells and rows without a reference follow the one before`() throws {
        let rows = """
            <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>
            """
        #expect(
            try readCells(WorkbookBytes(rows: rows).bytes()).map { [$0.row, $0.column] } == [
                [1, 0], [1, 3], [1, 4], [2, 0],
            ])
    }

    @Test func `cells in another order stand at their places`() throws {
        let rows = "<row><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>"
        #expect(
            try readCells(WorkbookBytes(rows: rows).bytes()).map(\.text) == ["1", "3"])
    }

    @Test func `a formula that was never calculated is marked, not 0`() throws {
        let rows = """
            <row r="2"><c r="A2"><f>SUM(B2:C2)</f></c><c r="B2"><f>1+1</f><v></v></c>\
            <c r="C2"><f>2*2</f><v>4</v></c><c r="D2" t="str"><f>""</f><v></v></c>\
            <c r="E2" s="1"/></row>
            """
        let reader = try RowReader(
            SourceFile(name: "t.xlsx", bytes: WorkbookBytes(rows: rows).bytes()))
        #expect(
            try readCells(reader) == [
                ReadCell(2, 0, .formulaWithoutValue, "=SUM(B2:C2)"),
                ReadCell(2, 1, .formulaWithoutValue, "=1+1"), ReadCell(2, 2, .number, "4"),
            ])
        #expect(reader.notes?.formulasWithoutValue == 2)
        #expect(reader.notes?.firstFormulaWithoutValue == SheetNotes.Place(row: 2, column: 0))
    }

    @Test func `merged cells, hidden rows and columns and errors are noted`() throws {
        var workbook = WorkbookBytes(rows: "")
        workbook.sheets[0].content = """
            <cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4"/></cols>\
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>\
            <row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="true"><c><v>1</v></c></row>\
            <row r="4" hidden="1"/><row r="5"><c/><c t="e"><v>#REF!</v></c></row></sheetData>\
            <mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B2:C7"/></mergeCells>
            """
        let file = SourceFile(name: "t.xlsx", bytes: try workbook.bytes())
        let source = try SourceWorkbook(file)
        let notes = try source.notes(of: source.sheet(nil).sheet)
        #expect(notes.merged.map(\.rows) == [1...1, 2...7])
        #expect(notes.merged.map(\.columns) == [0...3, 1...2])
        #expect(notes.hiddenColumns == [1...2])
        #expect(notes.hiddenRows == [2...3])
        #expect(notes.errorCells == 1)
        #expect(notes.firstErrorCell == SheetNotes.Place(row: 5, column: 1))
    }

    @Test func `prefixed names are read as others are`() throws {
        var workbook = WorkbookBytes(rows: "")
        let sheet = """
            <x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>\
            <x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData>\
            </x:worksheet>
            """
        workbook.parts["xl/worksheets/sheet1.xml"] = Array(sheet.utf8)
        #expect(try readCells(workbook.bytes()).map(\.text) == ["a", "2"])
    }

    @Test func `what an extension holds is no cell`() throws {
        let rows = """
            <row><c><v>1</v><extLst><ext><c><v>9</v></c><v>9</v></ext></extLst></c></row>
            """
        #expect(try readCells(WorkbookBytes(rows: rows).bytes()).map(\.text) == ["1"])
    }

    @Test func `a sheet of one cell is read, an empty one has no rows`() throws {
        #expect(
            try readCells(WorkbookBytes(rows: "<row><c><v>1</v></c></row>").bytes()).count == 1)
        #expect(try readCells(WorkbookBytes(rows: "").bytes()).isEmpty)
        #expect(try readCells(WorkbookBytes(rows: "<row><c s=\"1\"/></row>").bytes()).isEmpty)
    }

    @Test(arguments: [1, 2, 3, 7, 8_192])
    func `every batch size gives the same cells`(batchRows: Int) throws {
        let rows = (1...20).map { row in
            "<row r=\"\(row * 2)\">"
                + (1...(row % 4 + 1)).map { "<c><v>\(row * $0)</v></c>" }.joined() + "</row>"
        }
        let file = SourceFile(
            name: "t.xlsx", bytes: try WorkbookBytes(rows: rows.joined()).bytes())
        let cells = try readCells(RowReader(file, batchRows: batchRows))
        let expected = (1...20).flatMap { row in
            (1...(row % 4 + 1)).map { ReadCell(row * 2, $0 - 1, .number, "\(row * $0)") }
        }
        #expect(cells == expected)
    }

    @Test func `a cell of 32,767 characters is read, one more is refused`() throws {
        for length in [32_767, 32_768] {
            let text = String(repeating: "é", count: length)
            let rows =
                "<row><c/></row><row><c/><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
            let bytes = try WorkbookBytes(rows: rows).bytes()
            let error = readError(bytes)
            #expect((error == nil) == (length == 32_767))
            guard let error else { continue }
            #expect(error.kind == .cellTooLong)
            #expect(error.description.hasPrefix("t.xlsx, sheet \"Data\", cell B2: the cell holds"))
            let shared = WorkbookBytes(rows: "", strings: "<si><t>\(text)</t></si>")
            #expect(readError(try shared.bytes())?.kind == .cellTooLong)
        }
    }

    @Test(
        arguments: [
            ("<row r=\"1048577\"/>", TableError.Kind.tooManyRows),
            ("<row><c r=\"XFE1\"/></row>", .tooManyColumns),
            ("<row><c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"/></row>", .tooManyColumns),
            ("<row><c r=\"12\"/></row>", .damaged), ("<row r=\"2\"/><row r=\"2\"/>", .damaged),
            ("<row r=\"0\"/>", .damaged), ("<row r=\"99999999999999999999\"/>", .damaged),
            ("<row><c t=\"s\"><v>5</v></c></row>", .damaged),
            ("<row><c t=\"s\"><v>-1</v></c></row>", .damaged), ("<row><c></row>", .damaged),
            ("<row><row/></row>", .damaged), ("<c><v>1</v></c>", .damaged),
            ("<row><c><c/></c></row>", .damaged),
        ])
    func `a sheet that breaks the rules is refused with its place`(
        rows: String, kind: TableError.Kind
    ) throws {
        let error = readError(try WorkbookBytes(rows: rows).bytes())
        #expect(error?.kind == kind, "\(String(describing: error))")
    }
}

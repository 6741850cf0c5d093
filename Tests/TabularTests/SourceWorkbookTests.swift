import TestFiles
import Testing

@testable import Tabular

private let row = "<sheetData><row><c><v>1</v></c></row></sheetData>"

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite struct SourceWorkbookTests {
    private func threeSheets() throws -> SourceFile {
        let workbook = WorkbookBytes(sheets: [
            .init(name: "Lists", content: row, state: "hidden"),
            .init(name: "Q3 &amp; Q4", content: row), .init(name: "Notes", content: row),
            .init(name: "Codes", content: row, state: "veryHidden"),
        ])
        return SourceFile(name: "city.xlsx", bytes: try workbook.bytes())
    }

    @Test func `sheets are listed in the order of their tabs with who sees them`() throws {
        let workbook = try SourceWorkbook(threeSheets())
        #expect(workbook.sheets.map(\.name) == ["Lists", "Q3 & Q4", "Notes", "Codes"])
        #expect(workbook.sheets.map(\.position) == [1, 2, 3, 4])
        #expect(
            workbook.sheets.map(\.visibility) == [.hidden, .visible, .visible, .veryHidden])
    }

    @Test func `a sheet is found by name or place, and otherwise is the first visible`() throws {
        let workbook = try SourceWorkbook(threeSheets())
        #expect(try workbook.sheet(.name(" notes")).sheet.name == "Notes")
        #expect(try workbook.sheet(.position(4)).sheet.name == "Codes")
        #expect(try workbook.sheet(.position(4)).origin == .given)
        let chosen = try workbook.sheet(nil)
        #expect(chosen.sheet.name == "Q3 & Q4")
        #expect(chosen.origin == .detected)
        let single = try SourceWorkbook(
            SourceFile(name: "t.xlsx", bytes: WorkbookBytes(rows: "").bytes()))
        #expect(try single.sheet(nil).origin == .told)
    }

    @Test func `a sheet that is not there is refused with the names of those that are`() throws {
        let workbook = try SourceWorkbook(threeSheets())
        let error = #expect(throws: TableError.self) { try workbook.sheet(.name("Q5")) }
        #expect(error?.kind == .sheetMissing)
        #expect(
            error?.description
                == "city.xlsx: there is no sheet \"Q5\"; there are \"Lists\", \"Q3 & Q4\", "
                + "\"Notes\", \"Codes\". Name the sheet in the mapping as its tab is named.")
    }

    @Test func `a chart sheet holds no cells, and hidden sheets are not chosen unasked`() throws {
        var workbook = WorkbookBytes(sheets: [
            .init(name: "Chart"), .init(name: "Lists", content: row, state: "hidden"),
        ])
        let links = """
            <Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="c.xml"/>\
            <Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/>\
            </Relationships>
            """
        workbook.parts["xl/_rels/workbook.xml.rels"] = bytes(links)
        let source = try SourceWorkbook(SourceFile(name: "t.xlsx", bytes: workbook.bytes()))
        #expect(source.sheets.map(\.hasCells) == [false, true])
        for choice in [nil, SheetChoice.position(1)] {
            let error = #expect(throws: TableError.self) { try source.sheet(choice) }
            #expect(error?.kind == .sheetMissing)
        }
        #expect(try source.sheet(.name("Lists")).sheet.position == 2)
    }

    @Test func `parts lie where the relationships say, in any case and with backslashes`() throws {
        var workbook = WorkbookBytes(rows: "")
        workbook.removed = [
            "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
        ]
        workbook.parts = [
            "_rels/.rels": bytes(
                """
                <Relationships><Relationship Id="a" Type="x/officeDocument" \
                Target="/book/Main.xml"/></Relationships>
                """),
            "book\\main.xml": bytes(
                "<workbook><sheets><sheet name=\"S\" id=\"k\"/></sheets></workbook>"),
            "book/_rels/Main.xml.rels": bytes(
                """
                <Relationships><Relationship Id="k" Type="x/worksheet" Target="../s/./1.xml"/>\
                </Relationships>
                """),
            "S/1.XML": bytes("<worksheet>\(row)</worksheet>"), "xl/none": [],
        ]
        #expect(try readCells(workbook.bytes()).map(\.text) == ["1"])
    }

    // MARK: What is refused

    @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
    func `a document type is refused in every part`(part: String) throws {
        var workbook = WorkbookBytes(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "")
        workbook.parts[part] = bytes(
            """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\
            <worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>
            """)
        let error = readError(try workbook.bytes())
        #expect(error?.kind == .unsupportedFormat)
        #expect(error?.problem.contains("(DTD)") == true)
    }

    @Test func `a part that unpacks to more than 200 times its size is refused`() throws {
        let bomb = WorkbookBytes(rows: String(repeating: " ", count: 8 << 20))
        let error = readError(try bomb.bytes())
        #expect(error?.kind == .tooLarge)
        #expect(error?.problem.contains("xl/worksheets/sheet1.xml unpacks to") == true)
        let small = WorkbookBytes(rows: String(repeating: " ", count: 1 << 19))
        #expect(readError(try small.bytes()) == nil)
    }

    @Test func `a workbook that says it unpacks to more than 1 GiB is refused`() throws {
        // The unpacked size in the directory (offset 24 of its entry) is set
        // by hand; a real part of that size would be refused all the same.
        var whole = try WorkbookBytes(rows: "").bytes()
        let entries = (0..<whole.count - 4).filter {
            whole[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 1, 2])
        }
        let entry = try #require(entries.last)
        whole.replaceSubrange(entry + 24..<entry + 28, with: [1, 0, 0, 0x40])
        #expect(readError(whole)?.kind == .tooLarge)
    }

    @Test func `more parts than a workbook has are refused`() throws {
        var workbook = WorkbookBytes(rows: "")
        for index in 0...TableLimits.parts { workbook.parts["xl/x\(index)"] = [] }
        #expect(readError(try workbook.bytes())?.kind == .tooLarge)
    }

    @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
    func `elements nested deeper than 64 are refused in every part`(part: String) throws {
        var workbook = WorkbookBytes(rows: "<row/>", strings: "")
        let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        workbook.parts[part] = bytes(deep)
        let error = readError(try workbook.bytes())
        #expect(error?.kind == .damaged)
        #expect(error?.problem.contains("nested deeper than 64") == true)
    }

    @Test func `a tag longer than 2 MiB is refused`() throws {
        var random = SeededGenerator(state: 1)
        let long = (0..<3 << 20).map { _ in
            UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &random)
        }
        let name = String(decoding: long, as: UTF8.self)
        let error = readError(try WorkbookBytes(rows: "<row a=\"\(name)\"/>").bytes())
        #expect(error?.kind == .damaged)
        #expect(error?.problem.contains("longer than 2 MiB") == true)
    }

    @Test func `a workbook cut off anywhere is refused`() throws {
        let whole = try WorkbookBytes(rows: "<row><c><v>1</v></c></row>").bytes()
        for length in stride(from: 40, to: whole.count, by: 97) {
            let error = readError(Array(whole[..<length]))
            #expect(error?.kind == .damaged || error?.kind == .unsupportedFormat)
        }
        let error = readError(Array(whole[..<(whole.count - 30)]))
        #expect(error?.kind == .damaged)
        #expect(error?.remedy.contains("cut off on its way") == true)
    }

    @Test func `an encrypted archive and an encrypted workbook are told`() throws {
        var workbook = WorkbookBytes(rows: "")
        workbook.isEncrypted = true
        #expect(readError(try workbook.bytes())?.kind == .encrypted)
        let compound =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
        let error = readError(compound)
        #expect(error?.problem.contains("protected by a password") == true)
        #expect(error?.remedy.contains("clear the password") == true)
    }

    @Test(
        arguments: [
            ("xl/workbook.bin", "(.xlsb)"), ("word/document.xml", "(.docx)"),
            ("ppt/presentation.xml", "(.pptx)"), ("data.csv", "a zip archive"),
        ])
    func `an archive of another kind is named`(part: String, word: String) throws {
        let error = readError(try WorkbookBytes.zip([("a.txt", [1]), (part, [2])]))
        #expect(error?.kind == .unsupportedFormat)
        #expect(error?.problem.contains(word) == true)
    }

    @Test func `other spreadsheets are refused with how to save them as .xlsx`() throws {
        let media = "application/vnd.oasis.opendocument.spreadsheet"
        let ods = readError(try WorkbookBytes.zip([("mimetype", bytes(media))]))
        #expect(ods?.problem.contains(".ods") == true)
        #expect(ods?.remedy.contains("\"Excel 2007-365 (.xlsx)\"") == true)
        let xls = readError([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        #expect(xls?.problem.contains(".xls") == true)
        #expect(xls?.remedy.contains("\"Excel Workbook (.xlsx)\"") == true)
    }

    @Test(
        arguments: [
            ["xl/workbook.xml"], ["xl/_rels/workbook.xml.rels"], ["xl/worksheets/sheet1.xml"],
        ])
    func `a workbook without a part that it needs is refused`(removed: [String]) throws {
        var workbook = WorkbookBytes(rows: "<row/>")
        workbook.removed = Set(removed)
        let error = readError(try workbook.bytes())
        #expect(error?.kind == .damaged || error?.kind == .sheetMissing)
    }

    @Test(arguments: ["styles.xml", "sharedStrings.xml", "theme/theme1.xml"])
    func `a workbook without a part that it can do without is read`(part: String) throws {
        var workbook = WorkbookBytes(rows: "<row><c s=\"4\"><v>1</v></c></row>")
        workbook.removed = ["xl/\(part)"]
        #expect(try readCells(workbook.bytes()).map(\.text) == ["1"])
    }
}

@Suite struct NumberStyleTests {
    @Test(
        arguments: [
            ("General", NumberStyle.number), ("0.00", .number), ("#,##0;[Red]-#,##0", .number),
            ("0.00E+00", .number), ("0\" days\"", .number), ("#,##0\\ \\h", .number),
            ("#,##0_-[$kr-41D]", .number), ("0.0%", .percentage), ("0\"%\"", .number),
            ("yyyy-mm-dd", .date), ("d. mmmm yyyy", .date), ("mmm", .date),
            ("[$-409]d/m/yy", .date),
            ("yyyy-mm-dd hh:mm", .dateTime), ("mmm hh:mm", .dateTime), ("hh:mm", .time),
            ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .duration),
            ("[mm]:ss", .duration), ("[Magenta]0", .number), ("[Red]hh:mm", .time), ("@", .number),
            ("", .number), ("\"", .number), ("[", .number), ("\\", .number), ("\"d", .number),
        ])
    func `a format says what its numbers are`(code: String, style: NumberStyle) {
        #expect(NumberStyle(code: code) == style)
    }

    @Test func `formats that need not be spelled out are those of the standard`() {
        let dates = (0..<60).filter { ![.number, .percentage].contains(NumberStyle(builtIn: $0)) }
        #expect(dates == Array(14...22) + Array(45...47))
        #expect((0..<60).filter { NumberStyle(builtIn: $0) == .percentage } == [9, 10])
    }
}

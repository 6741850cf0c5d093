import TestFiles

/// Workbooks that are wrong in one way each, made where they are needed, since
/// nobody can read them in the folder of bad files.
enum BadWorkbook {
    private static let header: [TestCell] = ["City", "Period", "Measure", "Value"]
    private static let sound: [TestCell] = ["Springfield", "2026-Q1", "calls", 412]
    private static let sheetPart = "xl/worksheets/sheet1.xml"

    /// The bytes by the name under which `expected.csv` lists them.
    static let all: [String: @Sendable () throws -> [UInt8]] = [
        "workbook-word.xlsx": { try second("many") },
        "workbook-error-cell.xlsx": { try second(.error("#DIV/0!")) },
        "workbook-formula-without-value.xlsx": { try second(.formula("D2+26")) },
        "workbook-nan.xlsx": { try second(.number("NaN")) },
        "workbook-letters-for-digits.xlsx": { try second("4I2") },
        "workbook-boolean.xlsx": { try xml(cell: "<c r=\"D3\" t=\"b\"><v>1</v></c>") },
        "workbook-bad-string-index.xlsx": {
            try xml(cell: "<c r=\"D3\" t=\"s\"><v>99</v></c>")
        },
        "workbook-bad-reference.xlsx": { try xml(cell: "<c r=\"ZZZZ3\"><v>438</v></c>") },
        "workbook-date-for-number.xlsx": {
            var book = WorkbookBytes(sheets: [
                WorkbookBytes.Sheet([
                    header, sound, ["Springfield", "2026-Q2", "calls", .number("46112", style: 1)],
                ])
            ])
            book.formats =
                "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
            return try book.bytes()
        },
        "workbook-empty-sheet.xlsx": { try workbook([]).bytes() },
        "workbook-title-above.xlsx": {
            try WorkbookBytes(sheets: [
                WorkbookBytes.Sheet([["Report 2026"], [], header, sound], merged: ["A1:D1"])
            ]).bytes()
        },
        "workbook-beside-the-table.xlsx": {
            try workbook([header, sound + [nil, 17], sound(in: "2026-Q2")]).bytes()
        },
        "workbook-hidden-row.xlsx": {
            try WorkbookBytes(sheets: [WorkbookBytes.Sheet([header, sound], hiddenRows: [2])])
                .bytes()
        },
        "workbook-hidden-column.xlsx": {
            try WorkbookBytes(sheets: [WorkbookBytes.Sheet([header, sound], hiddenColumns: [3])])
                .bytes()
        },
        "workbook-hidden-sheet.xlsx": { try two(state: "hidden", isFirst: true) },
        "workbook-two-sheets.xlsx": { try two(state: nil, isFirst: false) },
        "workbook-all-hidden.xlsx": {
            try WorkbookBytes(sheets: [WorkbookBytes.Sheet([header, sound], state: "veryHidden")])
                .bytes()
        },
        "workbook-other-sheet-name.xlsx": {
            try workbook([header, sound], name: "Data 2026").bytes()
        },
        "workbook-rows-backwards.xlsx": {
            try WorkbookBytes(
                rows: "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
                    + "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"
            ).bytes()
        },
        "workbook-document-type.xlsx": {
            try parts([
                sheetPart: "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData/></worksheet>"
            ])
        },
        "workbook-bad-xml.xlsx": { try parts([sheetPart: "<worksheet><sheetData><row r=\"1\""]) },
        "workbook-no-workbook-part.xlsx": { try without("xl/workbook.xml") },
        "workbook-no-sheet-part.xlsx": { try without(sheetPart) },
        "workbook-cut-off.xlsx": {
            let bytes = try workbook([header, sound]).bytes()
            return Array(bytes.prefix(bytes.count / 2))
        },
        "workbook-damaged.xlsx": {
            var bytes = try workbook([header, sound]).bytes()
            bytes.remove(at: 200)
            return bytes
        },
        "workbook-bomb.xlsx": {
            try parts([
                sheetPart: "<worksheet>" + String(repeating: " ", count: 4_000_000)
                    + "<sheetData/></worksheet>"
            ])
        },
        "workbook-locked-parts.xlsx": {
            var book = workbook([header, sound])
            book.isEncrypted = true
            return try book.bytes()
        },
        "workbook-password.xlsx": {
            // The head of a compound file, in which Excel puts what it encrypts.
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
                + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                + Array(repeating: 0, count: 480)
        },
        "workbook-photograph.xlsx": {
            try WorkbookBytes.zip([(name: "photo.jpg", bytes: [0xFF, 0xD8, 0xFF])])
        },
        "workbook-open-document.ods": {
            try WorkbookBytes.zip([
                (
                    name: "mimetype",
                    bytes: Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
                ),
                (name: "content.xml", bytes: Array("<a/>".utf8)),
            ])
        },
    ]

    // MARK: Parts

    private static func sound(in period: String) -> [TestCell] {
        ["Springfield", .text(period), "calls", 438]
    }

    private static func workbook(_ rows: [[TestCell]], name: String = "Data") -> WorkbookBytes {
        WorkbookBytes(sheets: [WorkbookBytes.Sheet(name: name, rows)])
    }

    /// A sound row, and one with another cell for its figure.
    private static func second(_ cell: TestCell) throws -> [UInt8] {
        try workbook([header, sound, ["Springfield", "2026-Q2", "calls", cell]]).bytes()
    }

    /// A sound row, and one that ends with a cell of XML.
    private static func xml(cell: String) throws -> [UInt8] {
        var book = workbook([header, sound, ["Springfield", "2026-Q2", "calls"]])
        book.sheets[0].content = book.sheets[0].content.replacing(
            "</row></sheetData>", with: "\(cell)</row></sheetData>")
        return try book.bytes()
    }

    private static func two(state: String?, isFirst: Bool) throws -> [UInt8] {
        let other = WorkbookBytes.Sheet(name: "More", [header, sound(in: "2026-Q2")], state: state)
        let read = WorkbookBytes.Sheet([header, sound])
        return try WorkbookBytes(sheets: isFirst ? [other, read] : [read, other]).bytes()
    }

    private static func parts(_ parts: [String: String]) throws -> [UInt8] {
        var book = workbook([header, sound])
        book.parts = parts.mapValues { Array($0.utf8) }
        return try book.bytes()
    }

    private static func without(_ part: String) throws -> [UInt8] {
        var book = workbook([header, sound])
        book.removed = [part]
        return try book.bytes()
    }
}

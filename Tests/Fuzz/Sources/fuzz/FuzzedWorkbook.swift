import Tabular

/// Bytes stand for one part of a workbook, whose other parts are sound; or
/// for the whole package. The first byte says which.
struct FuzzedWorkbook: FuzzedReader {
    let name = "xlsx"

    func read(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        var parts = Self.sound
        switch choice % 6 {
        case 0, 1: parts["xl/sheet.xml"] = rest
        case 2: parts["xl/styles.xml"] = rest
        case 3: parts["xl/strings.xml"] = rest
        case 4: parts["xl/workbook.xml"] = rest
        default: return readTable("fuzzed.xlsx", rest)
        }
        readTable("fuzzed.xlsx", StoredZip.archive(parts))
    }

    private static let sound: [String: [UInt8]] = [
        "_rels/.rels": """
        <r><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.xml"/></r>
        """,
        "xl/workbook.xml": """
        <workbook><sheets><sheet name="S" sheetId="1" id="a"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <r><Relationship Id="a" Type="/worksheet" Target="sheet.xml"/>\
        <Relationship Id="b" Type="/styles" Target="styles.xml"/>\
        <Relationship Id="c" Type="/sharedStrings" Target="strings.xml"/></r>
        """,
        "xl/sheet.xml": """
        <worksheet><sheetData><row r="2"><c r="B2" s="1"><v>45000.5</v></c>\
        <c t="s"><v>0</v></c></row></sheetData></worksheet>
        """,
        "xl/styles.xml": """
        <styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
        """,
        "xl/strings.xml": "<sst><si><t>a_x0041_</t></si></sst>",
    ].mapValues { Array($0.utf8) }
}

/// Any bytes are read as JSON.
struct FuzzedJSON: FuzzedReader {
    let name = "json"

    func read(_ bytes: [UInt8]) { readTable("fuzzed.json", bytes) }
}

/// Reads every cell of a file of any format; what is no table is refused.
private func readTable(_ name: String, _ bytes: [UInt8]) {
    do {
        let file = SourceFile(name: name, bytes: bytes)
        let reader = try TableReader.open(file, batchRows: 2)
        var line = 0
        while let batch = try reader.next() {
            for row in 0..<batch.rowCount {
                precondition(batch.table.line(row) >= line, "lines go backwards")
                line = batch.table.line(row)
                for column in 0..<batch.table.cellCount(row) {
                    _ = batch.text(row: row, column: column)
                }
            }
        }
    } catch {
        precondition(!error.problem.isEmpty, "an error without a word")
    }
}

import TestFiles
import Testing

@testable import Tabular

/// Workbooks with random damage: some are refused, none brings the reader
/// down or makes it deliver a cell outside a sheet's bounds.
@Suite struct DamagedWorkbookTests {
    private static let rows = """
        <row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c>\
        <c r="C1" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row><row r="7"><c r="AB7" t="str">\
        <f>A1&amp;"x"</f><v>_x0041_</v></c><c s="2"><v>1.25E-3</v></c><c><f>1+1</f></c>\
        <c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row>
        """
    private static let formats = """
        <numFmts><numFmt numFmtId="170" formatCode="[h]:mm &quot;d&quot;"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>
        """

    private func workbook(_ rows: String, _ formats: String, _ strings: String) -> WorkbookBytes {
        WorkbookBytes(rows: rows, strings: strings, formats: formats)
    }

    private func damaged(_ text: String, _ random: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        let pieces = [
            "<", ">", "/", "\"", "&", "<v>", "</c>", "<row>", "</row>", "r=\"", "99999999999",
            "-", "e", "\u{FFFD}", "<extLst>", "<si>", "t=\"s\"", "_x", "A1", "",
        ]
        for _ in 0...Int.random(in: 0...2, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(at + Int.random(in: 0...5, using: &random), bytes.count)
            bytes.replaceSubrange(at..<end, with: (pieces.randomElement(using: &random) ?? "").utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `damage to the zip archive`() throws {
        var random = SeededGenerator(state: 5)
        let whole = try workbook(Self.rows, Self.formats, "<si><t>text</t></si>").bytes()
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if readError(bytes) != nil { refused += 1 }
        }
        #expect(refused > 500)
        #expect(refused < 2_000)
    }

    @Test(arguments: 0..<3)
    func `damage to the XML of a part`(part: Int) throws {
        var random = SeededGenerator(state: UInt64(part))
        var (refused, read) = (0, 0)
        for _ in 0..<1_500 {
            var texts = [Self.rows, Self.formats, "<si><t>text</t></si><si><t>_x0042_</t></si>"]
            texts[part] = damaged(texts[part], &random)
            let bytes = try workbook(texts[0], texts[1], texts[2]).bytes()
            guard let cells = try? readCells(bytes) else {
                refused += 1
                continue
            }
            read += 1
            for cell in cells {
                #expect(1...TableLimits.sheetRows ~= cell.row)
                #expect(0..<TableLimits.columns ~= cell.column)
            }
        }
        #expect(refused > 100)
        #expect(read > 40)
    }
}

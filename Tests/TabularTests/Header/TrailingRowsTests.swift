import Testing

@testable import Tabular

private func read(
    _ text: String, windowBytes: Int = 1 << 18, batchRows: Int = 8_192
) throws -> (rows: [String], remarks: [TableRemark]) {
    let reader = try TableReader(
        SourceFile(name: "t.csv", bytes: Array(text.utf8)), windowBytes: windowBytes,
        batchRows: batchRows)
    var rows: [String] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            let raw = String(decoding: batch.table.rawText(row), as: UTF8.self)
            let cells = (0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) }
            rows.append("\(batch.table.line(row)): \(raw) -> \(cells.joined(separator: "|"))")
        }
    }
    return (rows, reader.remarks)
}

@Suite struct TrailingRowsTests {
    private static let table =
        "City,Calls,Staff\nAlder,1,2\n,,\n\"Ce\"\"dar\"\nCedar,3,4\nBirch,\"5\",6\n"

    @Test(arguments: [
        "", "\nSource: dispatch centre\n", ",,\n\n\nfirst note\n,,\nsecond \"note\"\n\n",
        "Notes,,\n\"1) as \"\"counted\"\" in Alder\",,\n", "Dogwood,,\nElm,,\nSource: x,,\nFir,,\n",
        ",,\n,,\n", "a note without any sign of one", "Dogwood,,\nElm,,\n\n7\n",
    ])
    func `notes are the same wherever batches end`(end: String) throws {
        let whole = try read(Self.table + end)
        for batchRows in 1...9 {
            for windowBytes in [1, 4, 16, 64, 1_000] {
                let pieces = try read(
                    Self.table + end, windowBytes: windowBytes, batchRows: batchRows)
                #expect(pieces.rows == whole.rows, "\(batchRows) rows, \(windowBytes) bytes")
                #expect(pieces.remarks == whole.remarks)
            }
        }
    }

    @Test func `a note in a batch of its own is one`() throws {
        let (rows, remarks) = try read(
            "City,Calls\nAlder,1\nBirch,2\n\nSource: dispatch centre\n", batchRows: 1)
        #expect(rows == ["2: Alder,1 -> Alder|1", "3: Birch,2 -> Birch|2"])
        #expect(
            remarks == [
                TableRemark(reason: .note, rows: 1, line: 5, text: "Source: dispatch centre")
            ])
    }

    @Test func `rows that are kept back keep their cells, lines and text`() throws {
        let (rows, _) = try read("City,Calls\nAlder,1\n\"Ce\"\"dar\",\n\"Birch\",\n", batchRows: 1)
        #expect(
            rows == [
                "2: Alder,1 -> Alder|1", "3: \"Ce\"\"dar\", -> Ce\"dar|",
                "4: \"Birch\", -> Birch|",
            ])
    }

    @Test(arguments: [7, 999, 1_000, 1_001, 5_000])
    func `of many rows with a text alone the last thousand are kept back`(count: Int) throws {
        let text = "City,Calls\nAlder,1\n" + String(repeating: "Cedar,\n", count: count)
        for batchRows in [1, 300, 8_192] {
            let (rows, remarks) = try read(text + "\nSource: x\n", batchRows: batchRows)
            #expect(rows.count == count + 1)
            #expect(remarks.map(\.line) == [count + 4])
        }
    }

    @Test func `a row that is too long to be kept back is no note`() throws {
        let long = String(repeating: "word ", count: 4_000)
        for batchRows in [1, 8_192] {
            let (rows, remarks) = try read("City,Calls\nAlder,1\n\n\(long)\n", batchRows: batchRows)
            #expect(rows.count == 3)
            #expect(remarks.isEmpty)
        }
    }
}

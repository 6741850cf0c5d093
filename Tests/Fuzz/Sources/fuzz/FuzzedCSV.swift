import Tabular

/// Any bytes are read as a text table, twice: in one piece and in small
/// windows. Both must give the same cells on the same lines and leave out the
/// same rows, or end with the same error.
///
/// How many rows come before an error is left to the reader.
struct FuzzedCSV: FuzzedReader {
    let name = "csv"

    func read(_ bytes: [UInt8]) {
        let whole = outcome(bytes, windowBytes: 1 << 18, batchRows: 8_192)
        let pieces = outcome(bytes, windowBytes: 16, batchRows: 3)
        precondition(whole.error == pieces.error, "the size of the window changes the error")
        guard whole.error == nil else {
            let count = min(whole.rows.count, pieces.rows.count)
            precondition(
                whole.rows.prefix(count) == pieces.rows.prefix(count),
                "the size of the window changes what is read before an error")
            return
        }
        precondition(whole.rows == pieces.rows, "the size of the window changes what is read")
        precondition(
            whole.remarks == pieces.remarks, "the size of the window changes what is left out")
    }

    /// The header, then line and cells of each row; and what ended the reading.
    private func outcome(
        _ bytes: [UInt8], windowBytes: Int, batchRows: Int
    ) -> (rows: [[String]], remarks: [TableRemark], error: String?) {
        var found: [[String]] = []
        var remarks: [TableRemark] = []
        do {
            let file = SourceFile(name: "fuzzed.csv", bytes: bytes)
            let reader = try TableReader(file, windowBytes: windowBytes, batchRows: batchRows)
            found.append(["\(reader.headerLine)"] + reader.header)
            while let batch = try reader.next() {
                for row in 0..<batch.rowCount {
                    let cells = (0..<batch.table.cellCount(row)).map {
                        batch.text(row: row, column: $0)
                    }
                    found.append(["\(batch.table.line(row))"] + cells)
                }
            }
            remarks = reader.remarks
        } catch {
            return (found, [], "\(error.line ?? 0) \(error.problem)")
        }
        return (found, remarks, nil)
    }
}

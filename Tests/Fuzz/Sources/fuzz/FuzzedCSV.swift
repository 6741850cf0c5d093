import Tabular

/// Any bytes are read as a text table, twice: in one piece and in small
/// windows. Both must give the same cells on the same lines, or end with the
/// same error. How many rows come before it is left to the reader, and so is
/// which of the last rows are notes below the table.
struct FuzzedCSV: FuzzedReader {
    let name = "csv"

    func read(_ bytes: [UInt8]) {
        let whole = outcome(bytes, windowBytes: 1 << 18, batchRows: 8_192)
        let pieces = outcome(bytes, windowBytes: 16, batchRows: 3)
        precondition(whole.error == pieces.error, "the size of the window changes the error")
        let count = min(whole.cells.count, pieces.cells.count)
        precondition(
            whole.cells.prefix(count) == pieces.cells.prefix(count),
            "the size of the window changes what is read")
    }

    /// The header, then line and cells of each row; and what ended the reading.
    private func outcome(
        _ bytes: [UInt8], windowBytes: Int, batchRows: Int
    ) -> (cells: [String], error: String?) {
        var found: [String] = []
        do {
            let file = SourceFile(name: "fuzzed.csv", bytes: bytes)
            let reader = try TableReader(file, windowBytes: windowBytes, batchRows: batchRows)
            found.append("\(reader.headerLine) \(reader.header)")
            while let batch = try reader.next() {
                for row in 0..<batch.rowCount {
                    found.append("\(batch.table.line(row))")
                    for column in 0..<batch.table.cellCount(row) {
                        found.append(batch.text(row: row, column: column))
                    }
                }
            }
        } catch {
            return (found, "\(error.line ?? 0) \(error.problem)")
        }
        return (found, nil)
    }
}

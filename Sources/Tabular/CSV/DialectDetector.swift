/// Finds the delimiter of a text from its first rows.
enum DialectDetector {
    /// The delimiters that are tried, the commonest first.
    static let candidates: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// The delimiter under which most rows have as many cells as the first.
    ///
    /// On a tie the one that gives more columns wins; a text in which none
    /// gives more than one column is taken as comma separated.
    static func delimiter(_ sample: UnsafeRawBufferPointer) -> UInt8 {
        var best = (score: 0.0, columns: 1, delimiter: candidates[0])
        for candidate in candidates {
            let (share, columns) = regularity(sample, candidate)
            guard columns > 1 else { continue }
            let isBetter =
                share > best.score + 1e-9
                || (abs(share - best.score) <= 1e-9 && columns > best.columns)
            if isBetter { best = (share, columns, candidate) }
        }
        return best.delimiter
    }

    /// The share of rows as wide as the first, and that width.
    private static func regularity(
        _ sample: UnsafeRawBufferPointer, _ delimiter: UInt8
    ) -> (share: Double, columns: Int) {
        let batch = RowBatch(rowLimit: 500)
        var tokenizer = Tokenizer(delimiter: delimiter, file: "")
        for isFinal in [false, true] where batch.rowCount == 0 {
            _ = try? tokenizer.tokenize(sample, isFinal: isFinal, into: batch)
        }
        return batch.rowCount > 0 ? share(batch) : (0, 1)
    }

    private static func share(_ batch: RowBatch) -> (share: Double, columns: Int) {
        let columns = batch.table.cellCount(0)
        var same = 0
        var all = 0
        for row in 0..<batch.rowCount where !batch.table.isEmptyLine(row) {
            all += 1
            if batch.table.cellCount(row) == columns { same += 1 }
        }
        return (Double(same) / Double(max(all, 1)), columns)
    }
}

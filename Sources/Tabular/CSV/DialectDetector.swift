/// Finds the delimiter of a text from its first rows.
enum DialectDetector {
    /// The delimiters that are tried, the commonest first.
    static let candidates: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// The delimiter under which most rows have as many cells as the first, or
    /// where the first need not be the header, under which most are equally
    /// wide.
    ///
    /// On a tie the one that gives more columns wins; a text in which none
    /// gives more than one column is taken as comma separated.
    static func delimiter(
        _ sample: UnsafeRawBufferPointer, beginsWithHeader: Bool = true
    ) -> (byte: UInt8, confidence: Double) {
        var best = (score: 0.0, columns: 1, delimiter: candidates[0])
        for candidate in candidates {
            let (share, columns) = regularity(sample, candidate, beginsWithHeader)
            guard columns > 1 else { continue }
            let isBetter =
                share > best.score + 1e-9
                || (abs(share - best.score) <= 1e-9 && columns > best.columns)
            if isBetter { best = (share, columns, candidate) }
        }
        return (best.delimiter, best.score)
    }

    /// The share of rows as wide as the first or as most, and that width.
    private static func regularity(
        _ sample: UnsafeRawBufferPointer, _ delimiter: UInt8, _ beginsWithHeader: Bool
    ) -> (share: Double, columns: Int) {
        let batch = RowBatch(rowLimit: 500)
        var tokenizer = Tokenizer(delimiter: delimiter, file: "")
        for isFinal in [false, true] where batch.rowCount == 0 {
            _ = try? tokenizer.tokenize(sample, isFinal: isFinal, into: batch)
        }
        return batch.rowCount > 0 ? share(batch, beginsWithHeader) : (0, 1)
    }

    private static func share(
        _ batch: RowBatch, _ beginsWithHeader: Bool
    ) -> (share: Double, columns: Int) {
        var counts: [Int: Int] = [:]
        for row in 0..<batch.rowCount where !batch.table.isEmptyLine(row) {
            counts[batch.table.cellCount(row), default: 0] += 1
        }
        let all = counts.values.reduce(0, +)
        let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
        let columns = beginsWithHeader ? batch.table.cellCount(0) : commonest
        return (Double(counts[columns] ?? 0) / Double(max(all, 1)), columns)
    }
}

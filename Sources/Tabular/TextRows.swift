/// Reads the rows of a text file.
final class TextRows: RowSource {
    let dialect: Dialect
    /// Where the header stands.
    let plan: HeaderPlan
    private let file: SourceFile
    private var feed: WindowFeed
    private var tokenizer: Tokenizer

    /// Finds encoding and delimiter, and where `toHeader` says so the header;
    /// what stands above it is passed over.
    init(
        _ file: SourceFile, format: TableFormat, windowBytes: Int, toHeader: Bool
    ) throws(TableError) {
        self.file = file
        let scan = try EncodingScan.scan(file, declared: format.encoding)
        var search = TextHeaderSearch(
            try WindowFeed(file, scan: scan, windowBytes: windowBytes), file: file, format: format)
        if toHeader { try search.findHeader() } else { search.passSeparatorLine() }
        let delimiter = search.delimiter
        plan = search.plan
        dialect = Dialect(
            delimiter: delimiter.byte, delimiterOrigin: delimiter.origin,
            delimiterConfidence: delimiter.confidence, encoding: scan.encoding,
            encodingOrigin: scan.origin, encodingConfidence: scan.confidence,
            encodingExample: scan.example, isDamaged: scan.isDamaged)
        tokenizer = Tokenizer(delimiter: delimiter.byte, file: file.name, line: search.skipped + 1)
        feed = search.feed
    }

    func fill(_ batch: RowBatch, width: Int) throws(TableError) {
        var wanted = feed.windowBytes
        while true {
            let (window, isFinal) = feed.window(wanted)
            let used = try tokenizer.tokenize(window, isFinal: isFinal, into: batch)
            feed.advance(used)
            if batch.rowCount > 0 || isFinal { return }
            wanted *= 2
            if wanted > 2 * TableLimits.rowBytes {
                throw TableError(
                    .rowTooLong, file: file.name, line: tokenizer.line,
                    problem: "the row is longer than 64 MiB",
                    remedy: "Check that this is a table")
            }
        }
    }
}

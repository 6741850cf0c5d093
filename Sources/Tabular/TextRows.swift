/// Reads the rows of a text file.
final class TextRows: RowSource {
    let dialect: Dialect
    private let file: SourceFile
    private var feed: WindowFeed
    private var tokenizer: Tokenizer

    /// Finds encoding and delimiter, and passes over what stands above the
    /// header where `toHeader` says so.
    init(
        _ file: SourceFile, format: TableFormat, windowBytes: Int, toHeader: Bool
    ) throws(TableError) {
        self.file = file
        let scan = try EncodingScan.scan(file, declared: format.encoding)
        var feed = try WindowFeed(file, scan: scan, windowBytes: windowBytes)
        let told = Self.separatorLine(&feed)
        var skipped = 0
        if told != nil, !toHeader || format.headerRow != 1, let line = feed.peekLine() {
            feed.advance(line.length)
            skipped = 1
        }
        if toHeader {
            try Self.skipPreamble(&feed, file: file, headerRow: format.headerRow, &skipped)
        }
        let delimiter =
            format.delimiter ?? told
            ?? DialectDetector.delimiter(feed.peek(1 << 16), beginsWithHeader: toHeader)
        dialect = Dialect(
            delimiter: delimiter,
            delimiterOrigin: format.delimiter != nil ? .given : told != nil ? .told : .detected,
            encoding: scan.encoding, encodingOrigin: scan.origin, isDamaged: scan.isDamaged)
        tokenizer = Tokenizer(delimiter: delimiter, file: file.name, line: skipped + 1)
        self.feed = feed
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

    /// The delimiter that a first line such as `sep=;` names, as Excel reads
    /// and writes it; nil where there is no such line.
    private static func separatorLine(_ feed: inout WindowFeed) -> UInt8? {
        guard let line = feed.peekLine()?.text, line.count == 5,
            line.prefix(4).elementsEqual("sep=".utf8)
        else { return nil }
        return line[4]
    }

    /// Passes over the lines above the header and counts them.
    ///
    /// Quotes mean nothing in these lines: a preamble is free text.
    private static func skipPreamble(
        _ feed: inout WindowFeed, file: SourceFile, headerRow: Int?, _ skipped: inout Int
    ) throws(TableError) {
        while true {
            guard let line = feed.peekLine() else {
                if headerRow == nil { throw TableReader.empty(file) }
                throw TableError(
                    .headerMissing, file: file.name,
                    problem: "the file has \(skipped) lines, but the mapping names line "
                        + "\(headerRow ?? 0) as the header",
                    remedy: "Correct header_row in the mapping, or send the whole file")
            }
            if headerRow.map({ skipped == $0 - 1 }) ?? !isBlank(line.text) { return }
            feed.advance(line.length)
            skipped += 1
        }
    }

    private static func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}

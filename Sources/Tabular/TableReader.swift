/// Reads a text table row by row, in batches, in flat memory.
///
/// Opening finds encoding, delimiter and header; `next` delivers the rows
/// below the header. Memory does not grow with the file: the pages behind
/// the reader are given back.
public final class TableReader {
    /// How the file is cut into cells, and how that is known.
    public let dialect: Dialect
    /// The header cells as they stand in the file, trimmed of white space.
    public let header: [String]
    /// The line on which the header begins, counted from 1.
    public let headerLine: Int
    /// The file that is read.
    public let file: SourceFile

    private var feed: WindowFeed
    private var tokenizer: Tokenizer
    private let batch: RowBatch

    /// Opens a file, with what is declared of it.
    ///
    /// Throws where the file is empty, no text, in an unknown encoding, or
    /// ends before its header. `windowBytes` and `batchRows` bound what is
    /// held at once.
    public init(
        _ file: SourceFile, format: TableFormat = TableFormat(), windowBytes: Int = 1 << 18,
        batchRows: Int = 8_192
    ) throws(TableError) {
        self.file = file
        try Self.checkFormat(file)
        let scan = try EncodingScan.scan(file, declared: format.encoding)
        var feed = try WindowFeed(file, scan: scan, windowBytes: windowBytes)
        let told = Self.separatorLine(&feed)
        let skipped = try Self.skipPreamble(
            &feed, file: file, headerRow: format.headerRow, isSeparated: told != nil)
        let delimiter =
            format.delimiter ?? told ?? DialectDetector.delimiter(feed.peek(1 << 16))
        dialect = Dialect(
            delimiter: delimiter,
            delimiterOrigin: format.delimiter != nil ? .given : told != nil ? .told : .detected,
            encoding: scan.encoding, encodingOrigin: scan.origin, isDamaged: scan.isDamaged)
        var tokenizer = Tokenizer(delimiter: delimiter, file: file.name, line: skipped + 1)
        headerLine = skipped + 1
        batch = RowBatch(rowLimit: max(batchRows, 1))
        let first = RowBatch(rowLimit: 1)
        try Self.fill(first, from: &feed, with: &tokenizer, file: file)
        guard first.rowCount == 1 else { throw Self.empty(file) }
        header = (0..<first.table.cellCount(0)).map {
            Self.trimmed(first.text(row: 0, column: $0))
        }
        self.feed = feed
        self.tokenizer = tokenizer
    }

    /// Refuses what is empty or, by its first bytes, no text table.
    private static func checkFormat(_ file: SourceFile) throws(TableError) {
        guard file.count > 0 else { throw empty(file) }
        if case .foreign(let name, let remedy) = FileFormat.detect(file.bytes) {
            throw TableError(
                .unsupportedFormat, file: file.name, problem: "this is \(name), not a CSV",
                remedy: remedy)
        }
    }

    /// The next rows, nil at the end of the file.
    ///
    /// The batch that is returned is the same object each time. Throws at a
    /// quote that is never closed, and beyond `TableLimits`.
    public func next() throws(TableError) -> RowBatch? {
        try Self.fill(batch, from: &feed, with: &tokenizer, file: file)
        return batch.rowCount > 0 ? batch : nil
    }

    /// Fills a batch with at least one row, unless the file is at its end.
    private static func fill(
        _ batch: RowBatch, from feed: inout WindowFeed, with tokenizer: inout Tokenizer,
        file: SourceFile
    ) throws(TableError) {
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

    /// Passes over the lines above the header; returns how many there are.
    ///
    /// Quotes mean nothing in these lines: a preamble is free text.
    private static func skipPreamble(
        _ feed: inout WindowFeed, file: SourceFile, headerRow: Int?, isSeparated: Bool
    ) throws(TableError) -> Int {
        var skipped = 0
        if isSeparated, headerRow != 1, let line = feed.peekLine() {
            feed.advance(line.length)
            skipped = 1
        }
        while true {
            guard let line = feed.peekLine() else {
                if headerRow == nil { throw empty(file) }
                throw TableError(
                    .headerMissing, file: file.name,
                    problem: "the file has \(skipped) lines, but the mapping names line "
                        + "\(headerRow ?? 0) as the header",
                    remedy: "Correct header_row in the mapping, or send the whole file")
            }
            let isHeader = headerRow.map { skipped == $0 - 1 } ?? !isBlank(line.text)
            if isHeader { return skipped }
            feed.advance(line.length)
            skipped += 1
        }
    }

    private static func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }

    private static func empty(_ file: SourceFile) -> TableError {
        TableError(
            .empty, file: file.name,
            problem: "the file is empty (\(file.count) bytes, no text)",
            remedy: "Send the file again; it may have been cut off on its way")
    }
}

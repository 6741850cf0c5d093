/// Finds the header of a text and moves to it, line by line.
///
/// Quotes mean nothing in the lines above it: they are free text.
struct TextHeaderSearch {
    private(set) var feed: WindowFeed
    private(set) var plan = HeaderPlan()
    /// The lines that were passed over.
    private(set) var skipped = 0
    private let file: SourceFile
    private let format: TableFormat
    /// The delimiter that a first line such as `sep=;` names, as Excel reads
    /// and writes it.
    private let told: UInt8?
    private var detected = (byte: DialectDetector.candidates[0], confidence: 0.0)
    private var above: [String] = []

    /// How far the first rows are looked for.
    private static let sampleBytes = 1 << 16
    /// The longest line above the header that is kept.
    private static let keptBytes = 4_096

    init(_ feed: WindowFeed, file: SourceFile, format: TableFormat) {
        self.feed = feed
        self.file = file
        self.format = format
        let line = self.feed.peekLine()?.text
        let isSeparator = line?.count == 5 && line?.prefix(4).elementsEqual("sep=".utf8) == true
        told = isSeparator ? line?[4] : nil
    }

    /// The delimiter, and how it is known.
    var delimiter: (byte: UInt8, origin: SettingOrigin, confidence: Double) {
        if let given = format.delimiter { return (given, .given, 1) }
        if let told { return (told, .told, 1) }
        return (detected.byte, .detected, detected.confidence)
    }

    /// Passes over a line that only names the delimiter.
    mutating func passSeparatorLine() {
        if told != nil { pass() }
        detect(beginsWithHeader: false)
    }

    /// Moves to the header.
    mutating func findHeader() throws(TableError) {
        if told != nil, format.headerRow != 1 { pass() }
        if let given = format.headerRows { return try move(to: given) }
        if let choice = format.table {
            let rows = try TextRows(
                file, format: format, windowBytes: 1 << 18, toHeader: false)
            let line = try TableLocator.firstLine(choice, in: rows, file: file, sheet: nil)
            while skipped < line - 1, pass() {}
        }
        while let line = feed.peekLine(), Self.isBlank(line.text) { pass() }
        guard feed.peekLine() != nil else { throw TableReader.empty(file) }
        detect(beginsWithHeader: true)
        if detected.confidence < 0.5 { detect(beginsWithHeader: false) }
        let rows = sample()
        plan = HeaderPlan(HeaderFinder(rows).find(), in: rows, given: nil)
        let isBelow = skipped < plan.firstLine - 1
        while skipped < plan.firstLine - 1, pass() {}
        if isBelow { detect(beginsWithHeader: true) }
        keepPreamble()
    }

    private mutating func move(to given: ClosedRange<Int>) throws(TableError) {
        while skipped < given.lowerBound - 1, pass() {}
        guard skipped == given.lowerBound - 1, feed.peekLine() != nil else {
            throw TableError(
                .headerMissing, file: file.name,
                problem: "the file has \(skipped) lines, but the mapping names line "
                    + "\(given.lowerBound) as the header",
                remedy: "Correct header_row in the mapping, or send the whole file")
        }
        detect(beginsWithHeader: true)
        plan = HeaderPlan(nil, in: sample(), given: given)
        plan.rowCount = given.count
        keepPreamble()
    }

    /// Passes over a line; false at the end.
    @discardableResult
    private mutating func pass() -> Bool {
        guard let line = feed.peekLine() else { return false }
        if above.count < TableHeader.preambleRows, !Self.isBlank(line.text) {
            above.append(String(decoding: line.text.prefix(Self.keptBytes), as: UTF8.self))
        }
        feed.advance(line.length)
        skipped += 1
        return true
    }

    private mutating func detect(beginsWithHeader: Bool) {
        guard format.delimiter == nil, told == nil else { return }
        detected = DialectDetector.delimiter(
            feed.peek(Self.sampleBytes), beginsWithHeader: beginsWithHeader)
    }

    /// The first rows, up to the end of the table where there may be several.
    private mutating func sample() -> [SampleRow] {
        let (window, isFinal) = feed.window(Self.sampleBytes)
        let batch = RowBatch(rowLimit: HeaderFinder.sampleRows)
        var tokenizer = Tokenizer(delimiter: delimiter.byte, file: "", line: skipped + 1)
        guard (try? tokenizer.tokenize(window, isFinal: isFinal, into: batch)) != nil else {
            return []
        }
        let rows = SampleRow.rows(of: batch.table)
        return format.table == nil ? rows : TableLocator.block(rows)
    }

    private mutating func keepPreamble() {
        let delimiter = Character(Unicode.Scalar(delimiter.byte))
        plan.preamble = above.map { line in
            line.split(separator: delimiter, omittingEmptySubsequences: false).map { cell in
                CellWords.cleaned(cell.filter { $0 != "\"" })
            }
        }.filter { row in row.contains { !$0.isEmpty } }
    }

    private static func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}

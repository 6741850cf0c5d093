/// Reads a table with a header row by row, in batches, in flat memory.
///
/// Opening finds how the file is written and its header; `next` delivers the
/// rows below the header. Memory does not grow with the file: the pages behind
/// the reader are given back.
public final class TableReader {
    /// How the file is cut into cells, and how that is known; of a workbook or
    /// JSON, how its rows are written where they are shown as text.
    public let dialect: Dialect
    /// The names of the columns: the header's cells, each in one line.
    public var header: [String] { head.names }
    /// The line on which the header begins, counted from 1; of JSON, whose
    /// header is on no line, 1.
    public var headerLine: Int { head.line }
    /// The rows of the header, one text a column.
    public var headerRows: [[String]] { head.rows }
    /// The rows above the header as cells, the first hundred of them.
    public var preamble: [[String]] { head.preamble }
    /// The texts above the header, from the first to the last.
    public var titles: [String] { head.titles }
    /// The units in a row below the header; empty where there is no such row.
    public var units: [String] { head.units }
    /// The file that is read.
    public let file: SourceFile
    /// Where the rows come from.
    public let origin: RowOrigin

    /// The workbook that the sheet is in; nil for other formats.
    public let workbook: SourceWorkbook?

    /// The header, and what stands around it.
    public let head: TableHeader

    private let source: any RowSource
    private let batch: RowBatch
    private var filter: RowFilter
    private var trailing: TrailingRows
    private var isAtEnd = false
    private var hasFinished = false
    /// What was read ahead of `next`.
    private var peeked: Result<RowBatch?, TableError>?
    /// How many rows are counted before the first of this table.
    private let firstRow: Int
    /// The line of the last row that was read, counted as the rows are.
    public private(set) var lastLine: Int

    /// Opens a text file, with what is declared of it.
    ///
    /// Throws where the file is empty, no text, in an unknown encoding, or
    /// ends before its header. `windowBytes` and `batchRows` bound what is
    /// held at once.
    public convenience init(
        _ file: SourceFile, format: TableFormat = TableFormat(), windowBytes: Int = 1 << 18,
        batchRows: Int = 8_192
    ) throws(TableError) {
        try Self.checkFormat(file)
        let rows = try TextRows(file, format: format, windowBytes: windowBytes, toHeader: true)
        try self.init(file, OpenedRows(rows), format: format, batchRows: batchRows)
    }

    /// Opens a file of any format that is read, told by its content: a text,
    /// a sheet of a workbook, JSON.
    ///
    /// The header is on the lines that `format.headerRows` names, or is found
    /// by its looks; it is the names of the values in JSON. Rows with fewer
    /// cells than the header of a sheet have empty ones in their place.
    public static func open(
        _ file: SourceFile, format: TableFormat = TableFormat(), batchRows: Int = 8_192
    ) throws(TableError) -> TableReader {
        try open(file, format: format, workbook: nil, firstRow: 0, batchRows: batchRows)
    }

    /// Opens one of several tables.
    ///
    /// - Parameters:
    ///   - workbook: the one in the file, where it is open already.
    ///   - firstRow: how many rows the tables before it have: the lines of
    ///     batches and remarks go on from there.
    static func open(
        _ file: SourceFile, format: TableFormat, workbook: SourceWorkbook?, firstRow: Int,
        batchRows: Int
    ) throws(TableError) -> TableReader {
        let opened = try OpenedRows(file, format: format, toHeader: true, opened: workbook)
        return try TableReader(
            file, opened, format: format, firstRow: firstRow, batchRows: batchRows)
    }

    private init(
        _ file: SourceFile, _ opened: OpenedRows, format: TableFormat, firstRow: Int = 0,
        batchRows: Int
    ) throws(TableError) {
        self.file = file
        self.firstRow = firstRow
        source = opened.source
        origin = opened.origin
        workbook = opened.workbook
        if case .text(let dialect) = origin { self.dialect = dialect } else { dialect = .cells }
        batch = RowBatch(rowLimit: max(batchRows, 1))
        var header = HeaderRows(opened.plan)
        guard try header.read(from: source) else {
            throw Self.noHeader(file, origin, format.headerRow)
        }
        head = header.header
        lastLine = header.lastLine + firstRow
        filter = RowFilter(
            head, format: format, endsAtBlank: format.table != nil, lastLine: header.lastLine)
        trailing = TrailingRows(width: head.names.count)
    }

    /// Refuses what is empty or, by its first bytes, no text table.
    private static func checkFormat(_ file: SourceFile) throws(TableError) {
        guard file.count > 0 else { throw empty(file) }
        let foreign: (name: String, remedy: String)
        switch FileFormat.detect(file.bytes) {
        case .text: return
        case .workbook:
            foreign = (
                "an Excel workbook (.xlsx)",
                "In Excel choose File, Save As, \"CSV UTF-8 (Comma delimited)\""
            )
        case .json: foreign = ("JSON", "Save the table as CSV (UTF-8)")
        case .archive: foreign = ("a zip archive", "Unpack it and send the files in it")
        case .foreign(let name, let remedy): foreign = (name, remedy)
        }
        throw TableError(
            .unsupportedFormat, file: file.name, problem: "this is \(foreign.name), not a CSV",
            remedy: foreign.remedy)
    }

    /// The name of the sheet; nil for other formats.
    public var sheetName: String? {
        if case .sheet(let sheet, _) = origin { sheet.name } else { nil }
    }

    /// The next rows, nil at the end of the file.
    ///
    /// Left out are rows that repeat the header, notes below the table and what
    /// the format says; `remarks` counts them. Each batch is valid until the
    /// next is asked for. Throws at a quote that is never closed, and beyond
    /// `TableLimits`.
    public func next() throws(TableError) -> RowBatch? {
        guard let peeked else { return try advance() }
        self.peeked = nil
        return try peeked.get()
    }

    /// The rows that `next` will deliver, to look at; nil at the end of the
    /// file, and where they cannot be read.
    public func peek() -> RowBatch? {
        if peeked == nil {
            do throws(TableError) {
                peeked = .success(try advance())
            } catch {
                peeked = .failure(error)
            }
        }
        if case .success(let rows) = peeked { return rows }
        return nil
    }

    private func advance() throws(TableError) -> RowBatch? {
        let rows = try nextRows()
        if firstRow > 0 { rows?.moveLines(by: firstRow) }
        return rows
    }

    private func nextRows() throws(TableError) -> RowBatch? {
        if let waiting = trailing.takeWaiting() { return waiting }
        while !isAtEnd, !filter.hasEnded {
            try source.fill(batch, width: header.count)
            isAtEnd = batch.rowCount == 0
            if !isAtEnd { lastLine = batch.table.line(batch.rowCount - 1) + firstRow }
            filter.apply(to: batch)
            if let rows = trailing.take(batch) { return rows }
        }
        return hasFinished ? nil : finish()
    }

    /// The rows that were kept back at the end and are no notes.
    private func finish() -> RowBatch? {
        hasFinished = true
        return trailing.finish(mayEndInNotes: !filter.hasEnded) { table, row in
            filter.note(.note, table, row)
        }
    }

    /// What was left out so far, by the line where it began.
    public var remarks: [TableRemark] {
        firstRow == 0 ? filter.remarks : filter.remarks.map { $0.moved(by: firstRow) }
    }

    /// The column by which the mapping tells rows of totals, where the table
    /// has none of that name.
    public var missingTotalsColumn: String? { filter.missingTotalsColumn }

    /// The list of JSON that is read, where an object stands around it; nil for
    /// others.
    public var records: RecordPlace? { (source as? JSONRows)?.records.place }
    /// On which lines the records of JSON begin; nil for others, and where they
    /// are a list.
    public var recordLines: RecordLines? { (source as? JSONRows)?.recordLines }

    /// What the sheet says beside its cells, as far as it was read; nil for
    /// other formats.
    public var notes: SheetNotes? { (source as? SheetReader)?.notes }

    private static func noHeader(
        _ file: SourceFile, _ origin: RowOrigin, _ headerRow: Int?
    ) -> TableError {
        guard case .sheet(let sheet, _) = origin else { return empty(file) }
        if let headerRow {
            return TableError(
                .headerMissing, file: file.name, sheet: sheet.name, line: headerRow,
                problem: "the mapping names this row as the header, but it is empty",
                remedy: "Correct header_row in the mapping, or send the whole file")
        }
        return TableError(
            .empty, file: file.name, sheet: sheet.name, problem: "the sheet is empty",
            remedy: "Name the sheet that holds the table")
    }

    static func empty(_ file: SourceFile) -> TableError {
        TableError(
            .empty, file: file.name,
            problem: "the file is empty (\(file.count) bytes, no text)",
            remedy: "Send the file again; it may have been cut off on its way")
    }
}

/// Where rows come from, and how that is known.
public enum RowOrigin: Sendable, Equatable {
    /// A text, cut into cells in a dialect.
    case text(Dialect)
    /// A sheet of a workbook; `.detected` where it is the first of several.
    case sheet(SourceWorkbook.Sheet, SettingOrigin)
    /// A list of JSON objects, or one object a line.
    case json
}

/// Reads all rows of a file, whatever its format: the one door to them.
///
/// The format is told by content: CSV and its relatives, a workbook (.xlsx,
/// .xlsm), JSON. Nothing is taken for a header here, but of JSON the first row
/// are the names of the values, on line 0. Rows of a workbook that hold
/// nothing are left out; memory does not grow with the number of rows.
public final class RowReader {
    /// The file that is read.
    public let file: SourceFile
    /// Where the rows come from.
    public let origin: RowOrigin
    /// The workbook that the sheet is in; nil for other formats.
    public let workbook: SourceWorkbook?
    private let source: any RowSource
    private let batch: RowBatch

    /// Opens a file, with what is declared of it.
    ///
    /// Throws where the file is empty, in a format that is not read, damaged,
    /// or has no such sheet.
    public convenience init(
        _ file: SourceFile, format: TableFormat = TableFormat(), batchRows: Int = 8_192
    ) throws(TableError) {
        let opened = try OpenedRows(file, format: format, toHeader: false)
        self.init(file, opened, batchRows: batchRows)
    }

    private init(_ file: SourceFile, _ opened: OpenedRows, batchRows: Int) {
        self.file = file
        origin = opened.origin
        workbook = opened.workbook
        source = opened.source
        batch = RowBatch(rowLimit: max(batchRows, 1))
    }

    /// The next rows, nil at the end of the file.
    ///
    /// The batch that is returned is the same object each time.
    public func next() throws(TableError) -> RowBatch? {
        try source.fill(batch, width: 0)
        return batch.rowCount > 0 ? batch : nil
    }

    /// What the sheet says beside its cells, as far as it was read; nil for
    /// other formats.
    public var notes: SheetNotes? { (source as? SheetReader)?.notes }
}

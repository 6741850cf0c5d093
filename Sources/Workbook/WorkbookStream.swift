import CXLSXWriter

/// Writes a workbook cell by cell, in memory that does not grow with its rows.
///
/// Sheets come one after the other, rows of a sheet from the first to the
/// last, cells of a row in any order. The file takes its name in ``finish()``;
/// a stream that is let go before leaves nothing.
public final class WorkbookStream {
    private let file: DraftFile
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let texts = TextStore()
    private let author: String
    private var formats: FormatTable
    private var cells: CellWriter?
    private var sheet = ""
    private var isOpen = true

    /// The most rows of a sheet.
    public static let rowLimit = 1_048_576
    /// The most columns of a sheet.
    public static let columnLimit = 16_384
    /// The most UTF-16 units of a text in a cell.
    private static let textLimit = 32_767

    /// Starts a file.
    ///
    /// - Parameter created: seconds since 1970-01-01, UTC; not 0, which would
    ///   mean now.
    public init(
        to path: String, title: String, author: String, created: Int64
    ) throws(WorkbookError) {
        file = DraftFile(path)
        try file.check()
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(file.draft, &options) else {
            file.discard()
            throw WorkbookError(path: path, place: "", reason: "no memory is left.")
        }
        self.book = book
        self.author = author
        formats = FormatTable(book: book)
        var properties = lxw_doc_properties()
        properties.title = texts.copy(title)
        properties.author = texts.copy(author)
        properties.created = time_t(created)
        workbook_set_properties(book, &properties)
    }

    deinit {
        guard isOpen else { return }
        // The library frees all that it holds only by closing.
        workbook_close(book)
        file.discard()
    }

    /// Starts the next sheet.
    ///
    /// - Parameter widths: of the first columns, in characters.
    public func startSheet(
        _ name: String, widths: [Double] = [], frozenRows: Int = 0, isHidden: Bool = false
    ) throws(WorkbookError) {
        sheet = name
        guard let target = workbook_add_worksheet(book, name) else {
            throw failure("the name is not allowed, or is there twice.")
        }
        for (column, width) in widths.enumerated() {
            try check(worksheet_set_column(target, UInt16(column), UInt16(column), width, nil))
        }
        if frozenRows > 0 { worksheet_freeze_panes(target, UInt32(frozenRows), 0) }
        if isHidden { worksheet_hide(target) }
        cells = CellWriter(target: target, texts: texts, author: author)
    }

    /// Writes a cell of the sheet that was started last; row and column are
    /// counted from 0. A text is cut to what a cell can hold.
    public func write(_ cell: Cell, row: Int, column: Int) throws(WorkbookError) {
        guard let cells, row < Self.rowLimit, column < Self.columnLimit else { return }
        let (row, column) = (UInt32(row), UInt16(column))
        var content = cell.content
        // The guard against formulas may add a character.
        if case .text(let text) = content, text.utf16.count >= Self.textLimit {
            content = .text(String(text.prefix(Self.textLimit / 2 - 1)))
        }
        try check(cells.write(content, row, column, formats.format(cell.format)))
        if let note = cell.note { try check(cells.add(note, row, column)) }
    }

    /// Completes the file.
    public func finish() throws(WorkbookError) {
        isOpen = false
        let code = workbook_close(book)
        sheet = ""
        guard code == LXW_NO_ERROR else {
            file.discard()
            return try check(code)
        }
        try file.complete()
    }

    private func check(_ code: lxw_error) throws(WorkbookError) {
        guard code != LXW_NO_ERROR else { return }
        throw failure(
            lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue).")
    }

    private func failure(_ reason: String) -> WorkbookError {
        WorkbookError(
            path: file.path, place: sheet.isEmpty ? "" : "sheet \"\(sheet)\"", reason: reason)
    }
}

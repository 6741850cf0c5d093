/// Some thousands of rows of cells, as a reader delivers them.
///
/// A batch is filled again and again by its reader, and so is the memory
/// that its cells point into: what is to be kept must be copied before the
/// next batch is asked for. Rows and columns are counted from 0 here, lines
/// from 1 as the author sees them: lines of a text, rows of a sheet, records
/// of JSON. Cells are UTF-8; quotes are taken off.
public final class RowBatch {
    private(set) var cells: UnsafeMutablePointer<CellTable.Cell>
    let rows: UnsafeMutablePointer<CellTable.Row>
    /// Text of cells that held doubled quotes, end to end; in a batch that was
    /// built cell by cell, all text.
    private(set) var unescaped: UnsafeMutablePointer<UInt8>
    private(set) var cellCapacity = 1 << 12
    private(set) var textCapacity = 1 << 12
    private(set) var window = UnsafeRawBufferPointer(start: nil, count: 0)
    /// The most rows that are put into the batch.
    let rowLimit: Int
    /// The number of rows.
    public internal(set) var rowCount = 0

    init(rowLimit: Int = 8_192) {
        self.rowLimit = rowLimit
        cells = .allocate(capacity: cellCapacity + 2)
        unescaped = .allocate(capacity: textCapacity + 2)
        rows = .allocate(capacity: rowLimit)
    }

    deinit {
        cells.deallocate()
        unescaped.deallocate()
        rows.deallocate()
    }

    /// Empties the batch and makes room for all that a window can hold.
    ///
    /// A window of n bytes has at most n + 1 cells, so that no further check
    /// is needed cell by cell; memory never written costs nothing.
    func reset(window: UnsafeRawBufferPointer) {
        rowCount = 0
        self.window = window
        if window.count > cellCapacity { growCells(to: window.count, keeping: 0) }
        if window.count > textCapacity { growText(to: window.count, keeping: 0) }
    }

    /// Makes room for so many cells, and keeps the first ones.
    func growCells(to capacity: Int, keeping count: Int) {
        let larger = UnsafeMutablePointer<CellTable.Cell>.allocate(capacity: capacity + 2)
        larger.update(from: cells, count: count)
        cells.deallocate()
        (cells, cellCapacity) = (larger, capacity)
    }

    /// Makes room for so many bytes of text, and keeps the first ones.
    func growText(to capacity: Int, keeping count: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2)
        larger.update(from: unescaped, count: count)
        unescaped.deallocate()
        (unescaped, textCapacity) = (larger, capacity)
    }

    /// Lets the rows lie in the batch's own text.
    func windowOnText(_ count: Int) {
        window = UnsafeRawBufferPointer(start: unescaped, count: count)
    }

    /// Counts the lines of all rows from another first one.
    func moveLines(by count: Int) {
        for row in 0..<rowCount { rows[row].line += Int32(truncatingIfNeeded: count) }
    }

    /// All cells by pointer, for loops over many of them.
    ///
    /// Valid until the reader is asked for the next batch.
    public var table: CellTable {
        CellTable(
            cells: cells, rows: rows, rowCount: rowCount, window: window.baseAddress,
            unescaped: unescaped)
    }

    /// The text of a cell, copied; for headers, messages and small tables.
    public func text(row: Int, column: Int) -> String {
        String(decoding: table.cell(row, column), as: UTF8.self)
    }
}

/// The cells of a batch by pointer, for hot loops.
///
/// Valid until the reader is asked for the next batch.
public struct CellTable {
    /// Where one cell's text lies.
    @usableFromInline
    struct Cell {
        /// Offset in the window, or in the unescaped text where flagged.
        @usableFromInline var offset: UInt32
        /// Length in the lower 26 bits, above them the kind in four, above
        /// that the two flags.
        @usableFromInline var bits: UInt32

        @usableFromInline static let quoted: UInt32 = 1 << 30
        @usableFromInline static let unescaped: UInt32 = 1 << 31
        @usableFromInline static let lengthMask: UInt32 = (1 << 26) - 1
        @usableFromInline static let kindShift: UInt32 = 26
        @usableFromInline static let kindMask: UInt32 = 0xF
    }

    /// Where one row lies.
    @usableFromInline
    struct Row {
        @usableFromInline var firstCell: Int32
        @usableFromInline var cellCount: Int32
        @usableFromInline var line: Int32
        @usableFromInline var offset: UInt32
        @usableFromInline var length: UInt32
    }

    @usableFromInline let cells: UnsafePointer<Cell>
    @usableFromInline let rows: UnsafePointer<Row>
    /// The number of rows.
    public let rowCount: Int
    @usableFromInline let window: UnsafeRawPointer
    @usableFromInline let unescaped: UnsafeRawPointer

    init(
        cells: UnsafePointer<Cell>, rows: UnsafePointer<Row>, rowCount: Int,
        window: UnsafeRawPointer?, unescaped: UnsafeRawPointer
    ) {
        self.cells = cells
        self.rows = rows
        self.rowCount = rowCount
        self.window = window ?? unescaped
        self.unescaped = unescaped
    }

    /// Some of the rows, which count from 0 again.
    public func rows(_ range: Range<Int>) -> CellTable {
        CellTable(
            cells: cells, rows: rows + range.lowerBound, rowCount: range.count, window: window,
            unescaped: unescaped)
    }

    /// The line on which a row begins, counted from 1.
    @inlinable
    public func line(_ row: Int) -> Int { Int(rows[row].line) }

    /// The number of cells that a row has.
    @inlinable
    public func cellCount(_ row: Int) -> Int { Int(rows[row].cellCount) }

    /// The text of a cell in UTF-8, without quotes.
    ///
    /// `column` must be below `cellCount(row)`.
    @inlinable
    @inline(__always)
    public func cell(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let cell = cells[Int(rows[row].firstCell) &+ column]
        let base = cell.bits & Cell.unescaped == 0 ? window : unescaped
        return UnsafeRawBufferPointer(
            start: base + Int(cell.offset), count: Int(cell.bits & Cell.lengthMask))
    }

    /// Whether a cell stood in quotes.
    @inlinable
    public func wasQuoted(_ row: Int, _ column: Int) -> Bool {
        cells[Int(rows[row].firstCell) &+ column].bits & Cell.quoted != 0
    }

    /// What kind of value a cell holds; in a text file always text.
    @inlinable
    public func kind(_ row: Int, _ column: Int) -> CellKind {
        let bits = cells[Int(rows[row].firstCell) &+ column].bits
        return CellKind(rawValue: UInt8(bits >> Cell.kindShift & Cell.kindMask)) ?? .text
    }

    /// Whether a row is a line without any character.
    @inlinable
    public func isEmptyLine(_ row: Int) -> Bool {
        let place = rows[row]
        return place.cellCount == 1 && place.length == 0
    }

    /// The row as it stands in the file, in UTF-8, without its line end.
    ///
    /// Of a workbook or JSON: the texts of its cells with tabs between them.
    @inlinable
    public func rawText(_ row: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: window + Int(rows[row].offset), count: Int(rows[row].length))
    }
}

/// Fills a batch cell by cell, for files whose cells do not lie end to end.
///
/// The texts are copied into the batch. Cells may come in any order within
/// their row; those between and before them are empty.
struct RowBuilder {
    private let batch: RowBatch
    private var cells: UnsafeMutablePointer<CellTable.Cell>
    private var text: UnsafeMutablePointer<UInt8>
    private var cellCount = 0
    private var textCount = 0
    private var firstCell = 0
    private var firstText = 0
    private var line = 0
    private var rowCount = 0

    private static let fullCells = 1 << 18
    private static let fullText = 1 << 20

    /// Empties the batch.
    init(_ batch: RowBatch) {
        self.batch = batch
        batch.reset(window: UnsafeRawBufferPointer(start: nil, count: 0))
        cells = batch.cells
        text = batch.unescaped
    }

    /// Whether the batch should be handed over before another row.
    var isFull: Bool {
        rowCount >= batch.rowLimit || cellCount >= Self.fullCells || textCount >= Self.fullText
    }

    mutating func startRow(line: Int) {
        self.line = line
        firstCell = cellCount
        firstText = textCount
    }

    /// Adds a cell to the row; false where the row grows too long.
    ///
    /// `column` is counted from 0 and below `TableLimits.columns`; the bytes
    /// are at most `TableLimits.cellBytes`.
    @inline(__always)
    mutating func put(
        _ column: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int, _ kind: CellKind
    ) -> Bool {
        let place = firstCell &+ column
        if place >= cellCount { skip(to: place) }
        if textCount &+ count >= batch.textCapacity { growText(by: count + 1) }
        (text + textCount).update(from: bytes, count: count)
        cells[place] = CellTable.Cell(
            offset: UInt32(truncatingIfNeeded: textCount),
            bits: UInt32(truncatingIfNeeded: count)
                | UInt32(kind.rawValue) << CellTable.Cell.kindShift)
        textCount &+= count
        return textCount &- firstText <= TableLimits.rowBytes
    }

    /// Makes the cells up to one with empty text, and tabs between them.
    private mutating func skip(to place: Int) {
        if place >= batch.cellCapacity {
            batch.growCells(to: max(place + 1, batch.cellCapacity * 2), keeping: cellCount)
            cells = batch.cells
        }
        let tabs = place &- cellCount &+ (cellCount == firstCell ? 0 : 1)
        if textCount &+ tabs >= batch.textCapacity { growText(by: tabs + 1) }
        for _ in 0..<tabs {
            text[textCount] = UInt8(ascii: "\t")
            textCount &+= 1
        }
        while cellCount <= place {
            cells[cellCount] = CellTable.Cell(offset: 0, bits: 0)
            cellCount &+= 1
        }
    }

    private mutating func growText(by count: Int) {
        batch.growText(to: max(textCount + count, batch.textCapacity * 2), keeping: textCount)
        text = batch.unescaped
    }

    /// Ends the row; empty cells at its end are cut off or added, so that it
    /// has `width` cells unless it holds more text.
    ///
    /// A row without any text is left out unless `keepsBlank`; returns whether
    /// the row is there.
    mutating func endRow(width: Int, keepsBlank: Bool = false) -> Bool {
        let end = textCount
        while cellCount > firstCell, cells[cellCount &- 1].bits == 0 { cellCount &-= 1 }
        guard cellCount > firstCell || keepsBlank else {
            textCount = firstText
            return false
        }
        if cellCount &- firstCell < width { skip(to: firstCell &+ width &- 1) }
        batch.rows[rowCount] = CellTable.Row(
            firstCell: Int32(truncatingIfNeeded: firstCell),
            cellCount: Int32(truncatingIfNeeded: cellCount &- firstCell),
            line: Int32(truncatingIfNeeded: line),
            offset: UInt32(truncatingIfNeeded: firstText),
            length: UInt32(truncatingIfNeeded: end &- firstText))
        rowCount &+= 1
        return true
    }

    /// Hands the rows over to the batch.
    func finish() {
        batch.windowOnText(textCount)
        batch.rowCount = rowCount
    }
}

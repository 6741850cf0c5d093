/// Copies of rows in a batch of their own, which outlive what they stood in.
struct CopiedRows {
    /// The copies, once `finish` was called.
    let batch: RowBatch
    private var cellCount = 0
    private var textCount = 0
    private(set) var count = 0

    init(rowLimit: Int) { batch = RowBatch(rowLimit: rowLimit) }

    mutating func clear() {
        batch.reset(window: UnsafeRawBufferPointer(start: nil, count: 0))
        (cellCount, textCount, count) = (0, 0, 0)
    }

    /// Adds a copy of a row; there are never more than the batch's limit.
    mutating func append(_ table: CellTable, _ row: Int) {
        let place = table.rows[row]
        let start = textCount
        copy(table.rawText(row))
        reserveCells(Int(place.cellCount))
        for column in 0..<Int(place.cellCount) {
            var cell = table.cells[Int(place.firstCell) + column]
            if cell.bits & CellTable.Cell.lengthMask == 0 {
                cell.offset = 0
            } else if cell.bits & CellTable.Cell.unescaped != 0 {
                let text = table.cell(row, column)
                cell.offset = UInt32(truncatingIfNeeded: textCount)
                copy(text)
            } else {
                cell.offset = cell.offset - place.offset + UInt32(truncatingIfNeeded: start)
            }
            batch.cells[cellCount + column] = cell
        }
        batch.rows[count] = CellTable.Row(
            firstCell: Int32(truncatingIfNeeded: cellCount), cellCount: place.cellCount,
            line: place.line, offset: UInt32(truncatingIfNeeded: start), length: place.length)
        cellCount += Int(place.cellCount)
        count += 1
    }

    /// Hands the first rows over to the batch.
    func finish(_ rows: Int) {
        batch.windowOnText(textCount)
        batch.rowCount = rows
    }

    private mutating func copy(_ text: UnsafeRawBufferPointer) {
        let needed = textCount + text.count
        if needed > batch.textCapacity {
            batch.growText(to: max(needed, 2 * batch.textCapacity), keeping: textCount)
        }
        guard let base = text.baseAddress else { return }
        (batch.unescaped + textCount).update(
            from: base.assumingMemoryBound(to: UInt8.self), count: text.count)
        textCount = needed
    }

    private func reserveCells(_ more: Int) {
        guard cellCount + more > batch.cellCapacity else { return }
        batch.growCells(to: max(cellCount + more, 2 * batch.cellCapacity), keeping: cellCount)
    }
}

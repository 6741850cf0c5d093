/// The last rows that were read, as long as they may be notes below the table.
///
/// Whether they are is known at the end of the file only. Till then they are
/// kept back, the last thousand of them, so that it makes no difference where
/// one batch ends and the next begins.
struct TrailingRows {
    /// The most rows that are kept back.
    static let rowLimit = 1_000
    /// Longer rows are none that are kept back.
    static let rowBytes = 1 << 14

    private let width: Int
    private var kept = CopiedRows(rowLimit: rowLimit)
    private var spare = CopiedRows(rowLimit: rowLimit)
    /// The last row that was let go.
    private var before: (line: Int, isBlank: Bool)?
    /// A batch to be delivered behind the one that was delivered last.
    private var waiting: RowBatch?

    init(width: Int) { self.width = width }

    /// The batch that is to be delivered before more is read.
    mutating func takeWaiting() -> RowBatch? {
        defer { waiting = nil }
        return waiting
    }

    /// Takes rows in; returns those that can be let go, if there are any.
    mutating func take(_ batch: RowBatch) -> RowBatch? {
        let table = batch.table
        let lowest = max(batch.rowCount - Self.rowLimit, 0)
        var first = batch.rowCount
        while first > lowest, isCandidate(table, first - 1) { first -= 1 }
        let all = kept.count + batch.rowCount
        let past = max(first > 0 ? kept.count + first : 0, all - Self.rowLimit)
        if past == 0 {
            for row in 0..<batch.rowCount { kept.append(table, row) }
            return nil
        }
        return letGo(past, batch)
    }

    /// Lets so many rows go, of those that are kept and then of a batch, and
    /// keeps the others.
    private mutating func letGo(_ past: Int, _ batch: RowBatch) -> RowBatch? {
        let old = min(past, kept.count)
        let new = past - old
        kept.finish(kept.count)
        let (keptTable, table) = (kept.batch.table, batch.table)
        before =
            new > 0
            ? (table.line(new - 1), table.firstFilled(new - 1) == nil)
            : (keptTable.line(old - 1), keptTable.firstFilled(old - 1) == nil)
        spare.clear()
        for row in old..<kept.count { spare.append(keptTable, row) }
        for row in new..<batch.rowCount { spare.append(table, row) }
        kept.finish(old)
        batch.rowCount = new
        swap(&kept, &spare)
        guard old > 0 else { return batch }
        if new > 0 { waiting = batch }
        return spare.batch
    }

    /// Ends the file: tells of the notes, and returns what else was kept.
    ///
    /// - Parameter mayEndInNotes: false where something else ended the table.
    mutating func finish(mayEndInNotes: Bool, _ note: (CellTable, Int) -> Void) -> RowBatch? {
        kept.finish(kept.count)
        let table = kept.batch.table
        var end = kept.count
        if mayEndInNotes, var start = notesStart(table) {
            for row in start..<end where table.firstFilled(row) != nil { note(table, row) }
            while start > 0, table.firstFilled(start - 1) == nil { start -= 1 }
            end = start
        }
        kept.finish(end)
        return end > 0 ? kept.batch : nil
    }

    /// The first of the texts that a blank row, its width or its words tell
    /// from a row of the table.
    private func notesStart(_ table: CellTable) -> Int? {
        (0..<table.rowCount).first { row in
            singleText(table, row).map { isApart(table, row, $0) } ?? false
        }
    }

    private func isCandidate(_ table: CellTable, _ row: Int) -> Bool {
        let bytes = table.rawText(row).count + 8 * table.cellCount(row)
        guard bytes <= Self.rowBytes else { return false }
        return table.firstFilled(row) == nil || singleText(table, row) != nil
    }

    /// The text of a row that holds nothing else; nil where it is a figure,
    /// a date or there is more.
    private func singleText(_ table: CellTable, _ row: Int) -> String? {
        guard width > 1, let column = table.firstFilled(row) else { return nil }
        guard
            !(column + 1..<table.cellCount(row)).contains(where: {
                !CellWords.trimmed(table.cell(row, $0)).isEmpty
            })
        else { return nil }
        let text = String(decoding: CellWords.trimmed(table.cell(row, column)), as: UTF8.self)
        let letters = text.count { $0.isLetter }
        let isOtherwiseCut =
            width > 2
            && DialectDetector.candidates.contains { mark in
                text.utf8.count { $0 == mark } == width - 1
            }
        return letters * 2 >= text.count && !isOtherwiseCut && table.kind(row, column) == .text
            ? text : nil
    }

    private func isApart(_ table: CellTable, _ row: Int, _ text: String) -> Bool {
        if table.cellCount(row) < width || CellWords.isNote(text) { return true }
        let above =
            row > 0 ? (table.line(row - 1), table.firstFilled(row - 1) == nil) : before
        guard let (line, isBlank) = above else { return false }
        return isBlank || table.line(row) > line + 1
    }
}

extension CellTable {
    /// The first cell of a row with text; nil in a blank row.
    func firstFilled(_ row: Int) -> Int? {
        (0..<cellCount(row)).first { !CellWords.trimmed(cell(row, $0)).isEmpty }
    }
}

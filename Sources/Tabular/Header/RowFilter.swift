import Glibc

/// Leaves rows of a batch out that are no rows of the table.
///
/// Each row costs a look at one cell; what is rarer is looked at when that
/// cell says so.
struct RowFilter {
    private let header: TableHeader
    private let format: TableFormat
    private let width: Int
    /// For each row of the header the first column with text, and that text.
    private let marks: [(column: Int, text: [UInt8])]
    private let totalColumn: Int
    private let endsAtBlank: Bool
    private var lastLine: Int
    private(set) var hasEnded = false
    private(set) var remarks: [TableRemark] = []
    /// Whether only the header can be repeated, as in nearly every file.
    private let isPlain: Bool

    init(_ header: TableHeader, format: TableFormat, endsAtBlank: Bool, lastLine: Int) {
        self.header = header
        self.format = format
        self.endsAtBlank = endsAtBlank
        self.lastLine = lastLine
        width = header.names.count
        marks = header.rawRows.compactMap { cells in
            cells.firstIndex { !$0.isEmpty }.map { ($0, cells[$0]) }
        }
        isPlain = marks.count <= 1 && format.ends.isEmpty && format.totals == nil && !endsAtBlank
        let wanted = format.totals?.column
        totalColumn =
            wanted.flatMap { name in
                header.names.firstIndex { Glob(column: name).matches(CellWords.folded($0)) }
            } ?? (wanted == nil ? -1 : -2)
    }

    /// Takes out what is no row of the table; `isLast` where no batch follows.
    mutating func apply(to batch: RowBatch, isLast: Bool) {
        if !isPlain || hasCandidate(batch.table) { leaveOut(batch) }
        if isLast, !hasEnded { dropNotes(batch) }
    }

    /// Whether the first name of the header stands in its column again.
    private func hasCandidate(_ table: CellTable) -> Bool {
        guard let mark = marks.first, width > 1 else { return false }
        let (column, count, first) = (mark.column, mark.text.count, mark.text[0])
        for row in 0..<table.rowCount where table.cellCount(row) > column {
            let cell = table.cell(row, column)
            if cell.count >= count, cell[0] == first || cell[0] <= 0x20 { return true }
        }
        return false
    }

    private mutating func leaveOut(_ batch: RowBatch) {
        let table = batch.table
        var kept = 0
        for row in 0..<batch.rowCount {
            if hasEnded || ends(table, row) {
                hasEnded = true
                if !isBlank(table, row) { note(.end, table, row) }
            } else if let reason = reason(table, row) {
                note(reason, table, row)
            } else {
                if kept != row { batch.rows[kept] = batch.rows[row] }
                kept &+= 1
            }
        }
        batch.rowCount = kept
    }

    // MARK: Single rows

    private func reason(_ table: CellTable, _ row: Int) -> TableRemark.Reason? {
        for index in marks.indices where isHeader(index, table, row) { return .repeatedHeader }
        if let totals = format.totals, isTotal(totals, table, row) { return .total }
        return nil
    }

    @inline(__always)
    private func isHeader(_ index: Int, _ table: CellTable, _ row: Int) -> Bool {
        let mark = marks[index]
        guard table.cellCount(row) > mark.column else { return false }
        let cell = table.cell(row, mark.column)
        guard cell.count >= mark.text.count, width > 1,
            CellWords.trimmed(cell).elementsEqual(mark.text)
        else { return false }
        let cells = header.rawRows[index]
        return cells.indices.allSatisfy { column in
            let found = table.cellCount(row) > column ? table.cell(row, column) : nil
            return found.map { CellWords.trimmed($0).elementsEqual(cells[column]) }
                ?? cells[column].isEmpty
        }
    }

    private func isTotal(_ totals: TableFormat.Totals, _ table: CellTable, _ row: Int) -> Bool {
        guard totalColumn != -2, let column = totalColumn >= 0 ? totalColumn : first(table, row),
            column < table.cellCount(row)
        else { return false }
        return totals.globs.contains { $0.matches(cell: table.cell(row, column)) }
    }

    private mutating func ends(_ table: CellTable, _ row: Int) -> Bool {
        if endsAtBlank {
            let line = table.line(row)
            if line > lastLine + 1 || isBlank(table, row) { return true }
            lastLine = line
        }
        guard !format.ends.isEmpty, let column = first(table, row) else { return false }
        return format.ends.contains { $0.matches(cell: table.cell(row, column)) }
    }

    /// The first cell with text; nil in a blank row.
    private func first(_ table: CellTable, _ row: Int) -> Int? {
        (0..<table.cellCount(row)).first { !CellWords.trimmed(table.cell(row, $0)).isEmpty }
    }

    private func isBlank(_ table: CellTable, _ row: Int) -> Bool { first(table, row) == nil }

    // MARK: Notes below the table

    /// Takes off texts in single cells at the end of the file, from the first
    /// that a blank row, its width or its words tell from a row of the table.
    private mutating func dropNotes(_ batch: RowBatch) {
        let table = batch.table
        var start: Int?
        var row = batch.rowCount - 1
        while row >= 0 {
            if isBlank(table, row) {
                row -= 1
                continue
            }
            guard let text = singleText(table, row) else { break }
            if isApart(table, row, text) { start = row }
            row -= 1
        }
        guard var start else { return }
        for row in start..<batch.rowCount where !isBlank(table, row) { note(.note, table, row) }
        while start > 0, isBlank(table, start - 1) { start -= 1 }
        batch.rowCount = start
    }

    /// The text of a row that holds nothing else; nil where it is a figure,
    /// a date or there is more.
    private func singleText(_ table: CellTable, _ row: Int) -> String? {
        guard width > 1, let column = first(table, row) else { return nil }
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
        guard row > 0 else { return false }
        return isBlank(table, row - 1) || table.line(row) > table.line(row - 1) + 1
    }

    private mutating func note(_ reason: TableRemark.Reason, _ table: CellTable, _ row: Int) {
        if let index = remarks.firstIndex(where: { $0.reason == reason }) {
            remarks[index].rows += 1
            return
        }
        let text = first(table, row).map {
            String(decoding: CellWords.trimmed(table.cell(row, $0)).prefix(400), as: UTF8.self)
        }
        remarks.append(
            TableRemark(reason: reason, rows: 1, line: table.line(row), text: text ?? ""))
    }
}

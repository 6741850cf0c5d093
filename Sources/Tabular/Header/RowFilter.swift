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

    /// The name of the column that tells totals, where no column has it.
    var missingTotalsColumn: String? { totalColumn == -2 ? format.totals?.column : nil }

    /// Takes out what is no row of the table.
    mutating func apply(to batch: RowBatch) {
        if !isPlain || hasCandidate(batch.table) { leaveOut(batch) }
    }

    /// Whether the first name of the header stands in its column again.
    private func hasCandidate(_ table: CellTable) -> Bool {
        guard let mark = marks.first, width > 1 else { return false }
        let (column, count, first) = (mark.column, mark.text.count, mark.text[0])
        for row in 0..<table.rowCount where table.cellCount(row) > column {
            let cell = table.cell(row, column)
            if cell.count >= count, cell[0] == first || cell[0] <= 0x20 || cell[0] == 0xEF {
                return true
            }
        }
        return false
    }

    private mutating func leaveOut(_ batch: RowBatch) {
        let table = batch.table
        var kept = 0
        for row in 0..<batch.rowCount {
            if hasEnded || ends(table, row) {
                hasEnded = true
                if table.firstFilled(row) != nil { note(.end, table, row) }
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
            CellWords.unmarked(cell).elementsEqual(mark.text)
        else { return false }
        let cells = header.rawRows[index]
        return cells.indices.allSatisfy { column in
            let found = table.cellCount(row) > column ? table.cell(row, column) : nil
            return found.map { CellWords.unmarked($0).elementsEqual(cells[column]) }
                ?? cells[column].isEmpty
        }
    }

    private func isTotal(_ totals: TableFormat.Totals, _ table: CellTable, _ row: Int) -> Bool {
        guard totalColumn != -2,
            let column = totalColumn >= 0 ? totalColumn : table.firstFilled(row),
            column < table.cellCount(row)
        else { return false }
        return totals.globs.contains { $0.matches(cell: table.cell(row, column)) }
    }

    private mutating func ends(_ table: CellTable, _ row: Int) -> Bool {
        if endsAtBlank {
            let line = table.line(row)
            if line > lastLine + 1 || table.firstFilled(row) == nil { return true }
            lastLine = line
        }
        guard !format.ends.isEmpty, let column = table.firstFilled(row) else { return false }
        return format.ends.contains { $0.matches(cell: table.cell(row, column)) }
    }

    // MARK: Remarks

    /// Counts a row that is left out.
    mutating func note(_ reason: TableRemark.Reason, _ table: CellTable, _ row: Int) {
        if let index = remarks.firstIndex(where: { $0.reason == reason }) {
            remarks[index].rows += 1
            return
        }
        let text = table.firstFilled(row).map {
            String(decoding: CellWords.trimmed(table.cell(row, $0)).prefix(400), as: UTF8.self)
        }
        remarks.append(
            TableRemark(reason: reason, rows: 1, line: table.line(row), text: text ?? ""))
    }
}

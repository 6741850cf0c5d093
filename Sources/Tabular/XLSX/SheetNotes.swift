/// What a sheet says beside its cells.
///
/// Merged areas stand behind the rows in a workbook, so that a reader knows
/// them only at the end; `SourceWorkbook.notes(of:)` reads a sheet for them
/// alone.
public struct SheetNotes: Sendable, Equatable {
    /// A rectangle of cells.
    public struct Area: Sendable, Equatable {
        /// Its rows, counted from 1.
        public let rows: ClosedRange<Int>
        /// Its columns, counted from 0.
        public let columns: ClosedRange<Int>
    }

    /// A cell: row from 1, column from 0.
    public struct Place: Sendable, Equatable {
        /// The row, counted from 1.
        public let row: Int
        /// The column, counted from 0.
        public let column: Int
    }

    /// Merged cells; their value stands in the first cell, the rest is empty.
    public internal(set) var merged: [Area] = []
    /// Columns that are hidden, counted from 0.
    public internal(set) var hiddenColumns: [ClosedRange<Int>] = []
    /// Rows with text that are hidden, counted from 1.
    public internal(set) var hiddenRows: [ClosedRange<Int>] = []
    /// How many formulas were never calculated.
    public internal(set) var formulasWithoutValue = 0
    /// The first of them.
    public internal(set) var firstFormulaWithoutValue: Place?
    /// How many cells hold an error such as `#DIV/0!`.
    public internal(set) var errorCells = 0
    /// The first of them.
    public internal(set) var firstErrorCell: Place?

    /// Adds a row behind those that are noted.
    mutating func noteHidden(row: Int) {
        if let last = hiddenRows.last, last.upperBound + 1 == row {
            hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
        } else {
            hiddenRows.append(row...row)
        }
    }
}

@testable import Tabular

/// A cell as it was delivered, with its place.
struct ReadCell: Equatable {
    let row: Int
    /// Counted from 0.
    let column: Int
    let kind: CellKind
    let text: String

    init(_ row: Int, _ column: Int, _ kind: CellKind, _ text: String) {
        self.row = row
        self.column = column
        self.kind = kind
        self.text = text
    }
}

/// Reads all rows of a file and returns the cells that are not empty.
func readCells(_ reader: RowReader) throws -> [ReadCell] {
    var cells: [ReadCell] = []
    while let batch = try reader.next() {
        let table = batch.table
        for row in 0..<table.rowCount {
            for column in 0..<table.cellCount(row) where !table.cell(row, column).isEmpty {
                cells.append(
                    ReadCell(
                        table.line(row), column, table.kind(row, column),
                        batch.text(row: row, column: column)))
            }
        }
    }
    return cells
}

/// Reads the cells of bytes of any format.
func readCells(
    _ bytes: [UInt8], name: String = "t.xlsx", _ format: TableFormat = TableFormat()
) throws -> [ReadCell] {
    try readCells(RowReader(SourceFile(name: name, bytes: bytes), format: format, batchRows: 3))
}

/// The error that reading gives; nil where there is none.
func readError(
    _ bytes: [UInt8], name: String = "t.xlsx", _ format: TableFormat = TableFormat()
) -> TableError? {
    do {
        _ = try readCells(bytes, name: name, format)
        return nil
    } catch let error as TableError {
        return error
    } catch {
        return nil
    }
}

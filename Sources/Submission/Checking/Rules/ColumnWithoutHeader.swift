import Tabular

extension Rule {
    /// A column has no name and holds figures.
    static let columnWithoutHeader = Rule(
        id: "column-without-header", severity: .warning, title: "A column with figures has no name",
        remedy: "Give the column a name in the header, or empty it")
}

/// Watches the columns without a name for the first figure.
struct HeadlessColumns {
    private var waiting: [Int]
    private(set) var found: [(column: Int, line: Int, text: String)] = []
    /// The columns of the header; a cell of a sheet behind them is of a column
    /// without a name.
    private let width: Int
    private var looksBeside: Bool

    /// Watches the columns of a header that have no name, unless such are
    /// ignored on purpose.
    ///
    /// - Parameter hasPlacedCells: whether rows may have cells beside the table.
    init(_ header: [String], ignored: [String], hasPlacedCells: Bool) {
        let isIgnored = ignored.contains { Glob(column: $0).matches("") }
        waiting = isIgnored ? [] : header.indices.filter { header[$0].isEmpty }
        width = header.count
        looksBeside = hasPlacedCells && !isIgnored
    }

    /// Looks at the rows of a batch.
    mutating func watch(_ table: CellTable) {
        if looksBeside { lookBeside(table) }
        if waiting.isEmpty { return }
        for row in 0..<table.rowCount {
            for column in waiting where column < table.cellCount(row) {
                let cell = CellText.trimmed(table.cell(row, column))
                guard cell.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) else { continue }
                found.append((column, table.line(row), CellText.string(cell)))
            }
            for place in found { waiting.removeAll { $0 == place.column } }
        }
    }

    /// Looks for the first cell that stands beside the table.
    private mutating func lookBeside(_ table: CellTable) {
        for row in 0..<table.rowCount where table.cellCount(row) > width {
            for column in width..<table.cellCount(row) {
                let cell = CellText.trimmed(table.cell(row, column))
                if cell.isEmpty { continue }
                found.append((column, table.line(row), CellText.string(cell)))
                looksBeside = false
                return
            }
        }
    }
}

extension FindingWriter {
    /// A column without a name in which figures stand.
    func columnWithoutHeader(_ column: Int, line: Int, text: String) -> Finding {
        finding(
            .columnWithoutHeader, row: line, column: column,
            problem: "the column has no name in the header, but holds \(Self.quoted(text)); its "
                + "cells were not read",
            found: text, remedy: Rule.columnWithoutHeader.remedy)
    }
}

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

    /// Watches the columns of a header that have no name, unless such are
    /// ignored on purpose.
    init(_ header: [String], ignored: [String]) {
        let isIgnored = ignored.contains { Glob(column: $0).matches("") }
        waiting = isIgnored ? [] : header.indices.filter { header[$0].isEmpty }
    }

    /// Looks at the rows of a batch.
    mutating func watch(_ table: CellTable) {
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

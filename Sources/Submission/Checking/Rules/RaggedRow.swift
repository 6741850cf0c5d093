import Tabular

extension Rule {
    /// A row has other cells than the header has columns.
    static let raggedRow = Rule(
        id: "ragged-row", severity: .error, title: "A row does not fit the header",
        remedy: "Put text that holds the delimiter in quotes")
}

extension FindingWriter {
    /// A row with too few or too many cells.
    func raggedRow(_ table: CellTable, _ row: Int) -> Finding {
        let count = table.cellCount(row)
        var finding = finding(
            .raggedRow, row: table.line(row),
            problem: "the row has \(count) \(count == 1 ? "cell" : "cells"), the header "
                + "\(plan.width)\(delimiterNote)",
            expected: "\(plan.width) cells",
            remedy: count < plan.width
                ? "Fill in what is missing; if it is the last row, the file may have been cut off"
                : Rule.raggedRow.remedy)
        finding.rawText = personal.isEmpty ? Self.kept(table.rawText(row)) : nil
        finding.found = finding.rawText.map(Self.shown)
        return finding
    }
}

import Tabular

extension Rule {
    /// Rows, columns or sheets of a workbook are hidden and hold something.
    static let hiddenCells = Rule(
        id: "hidden-cells", severity: .info, title: "Hidden rows, columns or sheets",
        remedy: "Show them again if they count, or delete them if they do not")
}

extension FindingWriter {
    /// One finding each for the rows, columns and sheets that are hidden.
    ///
    /// - Parameter sheets: the hidden sheets with figures in them.
    func hiddenCells(_ notes: SheetNotes, sheets: [String]) -> [Finding] {
        var problems: [(row: Int?, problem: String)] = []
        let rows = notes.hiddenRows
        if let first = rows.first {
            let list = Self.listed(rows.map { Self.range($0) { "\($0)" } })
            problems.append(
                (first.lowerBound, "rows are hidden (\(list)) and were read as the others"))
        }
        let columns = notes.hiddenColumns.filter { $0.lowerBound < header.count }
            .map { $0.lowerBound...min($0.upperBound, header.count - 1) }
        if !columns.isEmpty {
            let list = Self.listed(columns.map { Self.range($0) { ColumnName.letters($0 + 1) } })
            problems.append((nil, "columns are hidden (\(list)) and were read as the others"))
        }
        let others = sheets.filter { $0 != sheet }
        if !others.isEmpty {
            let list = Self.listed(others.map { "\"\($0)\"" })
            problems.append((nil, "hidden sheets hold figures (\(list)) and were not read"))
        }
        return problems.map {
            finding(
                .hiddenCells, row: $0.row.map { $0 + firstRow }, problem: $0.problem,
                remedy: Rule.hiddenCells.remedy)
        }
    }

    private static func range(_ range: ClosedRange<Int>, _ name: (Int) -> String) -> String {
        range.count == 1
            ? name(range.lowerBound) : "\(name(range.lowerBound)) to \(name(range.upperBound))"
    }

    /// The first ten of a list, and how many more there are.
    private static func listed(_ names: [String]) -> String {
        names.prefix(10).joined(separator: ", ")
            + (names.count > 10 ? " and \(names.count - 10) more" : "")
    }
}

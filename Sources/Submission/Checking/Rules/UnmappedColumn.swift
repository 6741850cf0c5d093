extension Rule {
    /// A column is neither mapped nor ignored on purpose.
    static let unmappedColumn = Rule(
        id: "unmapped-column", severity: .warning, title: "A column is not in the mapping",
        remedy: "Map it, or add it to ignore: in the mapping")
}

extension FindingWriter {
    /// A column that nobody has decided about.
    func unmappedColumn(_ column: Int, line: Int?) -> Finding {
        finding(
            .unmappedColumn, row: line, column: column,
            problem: "the column is neither mapped nor ignored; its cells were not read",
            found: header[column], remedy: Rule.unmappedColumn.remedy)
    }
}

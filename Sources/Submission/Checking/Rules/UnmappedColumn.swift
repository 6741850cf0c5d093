extension Rule {
    /// A column is neither mapped nor ignored on purpose.
    static let unmappedColumn = Rule(
        id: "unmapped-column", severity: .warning, title: "A column is not in the mapping",
        remedy: "Map it, or add it to ignore: in the mapping")
}

extension FindingWriter {
    /// A column that nobody has decided about.
    ///
    /// - Parameters:
    ///   - oldName: the mapped column that it probably is.
    ///   - amount: what stands in it, in words.
    func unmappedColumn(
        _ column: Int, line: Int?, oldName: String? = nil, amount: String? = nil
    ) -> Finding {
        var problem = "the column is neither mapped nor ignored; its cells were not read"
        if let oldName { problem += "; it is probably \"\(oldName)\" under a new name" }
        if let amount { problem += "; \(amount)" }
        return finding(
            .unmappedColumn, row: line, column: column, problem: problem,
            found: header[column], remedy: Rule.unmappedColumn.remedy)
    }
}

import Tabular

extension Rule {
    /// The file cannot be read as a table, or not to its end.
    static let notATable = Rule(
        id: "not-a-table", severity: .fatal, title: "The file is no table that can be read",
        remedy: "Send the table as CSV (UTF-8)")
}

extension FindingWriter {
    /// Words what stopped the reading.
    static func notATable(_ error: TableError) -> Finding {
        Finding(
            rule: Rule.notATable.id, severity: Rule.notATable.severity, file: error.file,
            row: error.line, column: error.column, problem: error.problem,
            remedy: error.remedy)
    }
}

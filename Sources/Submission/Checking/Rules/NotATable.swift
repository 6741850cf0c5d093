import Tabular

extension Rule {
    /// The file cannot be read as a table, or not to its end.
    static let notATable = Rule(
        id: "not-a-table", severity: .fatal, title: "The file is no table that can be read",
        remedy: "Send the table as CSV (UTF-8) or as an Excel workbook (.xlsx)")
}

extension FindingWriter {
    /// Words what stopped the reading.
    static func notATable(_ error: TableError) -> Finding {
        Finding(
            rule: Rule.notATable.id, severity: Rule.notATable.severity, file: error.file,
            sheet: error.sheet, row: error.line, column: error.column,
            character: error.character, problem: error.problem,
            remedy: error.remedy)
    }
}

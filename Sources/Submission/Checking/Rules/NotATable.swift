import Tabular

extension Rule {
    /// The file cannot be read as a table, or not to its end.
    static let notATable = Rule(
        id: "not-a-table", severity: .fatal, title: "The file is no table that can be read",
        remedy: "Send the table as CSV (UTF-8) or as an Excel workbook (.xlsx)")
}

extension FindingWriter {
    /// Words what stopped the reading of a file, or of one in an archive.
    static func notATable(_ error: TableError, of file: String, member: String?) -> Finding {
        Finding(
            rule: Rule.notATable.id, severity: Rule.notATable.severity, file: file,
            member: member, sheet: error.sheet, row: error.line, column: error.column,
            character: error.character, problem: error.problem,
            remedy: error.remedy)
    }

    /// A table whose columns make other figures than those of the tables
    /// before it, so that its rows cannot be added to theirs.
    func otherFigures(line: Int?) -> Finding {
        finding(
            .notATable, row: line,
            problem: "its columns make other figures than those of the table before",
            expected: "the columns of \(tables?.parts.first?.words ?? file)",
            remedy: "Send tables of other columns as submissions of their own")
    }
}

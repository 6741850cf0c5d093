extension Rule {
    /// A cell of figures holds an error that a formula gave.
    static let errorCell = Rule(
        id: "error-cell", severity: .error, title: "A formula gave an error",
        remedy: "Mend the formula, or leave the cell empty where there is no figure")
}

extension FindingWriter {
    /// The errors of spreadsheets, which a text file has as words.
    private static let errors: Set<String> = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
        "#GETTING_DATA",
    ]

    /// Whether a text is an error of a spreadsheet.
    static func isError(_ text: String) -> Bool {
        text.hasPrefix("#") && errors.contains(text.uppercased())
    }

    /// A cell in which a formula failed.
    func errorCell(_ text: String, row: Int, column: Int) -> Finding {
        finding(
            .errorCell, row: row, column: column,
            problem: "the formula gave \(Self.quoted(text)) and no figure", found: text,
            expected: "a number", remedy: Rule.errorCell.remedy)
    }
}

extension Rule {
    /// A cell of figures holds a formula that was never calculated.
    static let formulaWithoutValue = Rule(
        id: "formula-without-value", severity: .error, title: "A formula was never calculated",
        remedy: "Open the workbook in Excel, save it and send it again")
}

extension FindingWriter {
    /// A cell whose formula has no saved result.
    func formulaWithoutValue(_ text: String, row: Int, column: Int) -> Finding {
        finding(
            .formulaWithoutValue, row: row, column: column,
            problem: "the formula \(Self.quoted(text)) has no saved result; the program that "
                + "wrote the workbook did not calculate it",
            found: text, expected: "a number", remedy: Rule.formulaWithoutValue.remedy)
    }
}

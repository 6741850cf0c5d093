extension Rule {
    /// A cell of dates holds something else.
    static let notADate = Rule(
        id: "not-a-date", severity: .error, title: "A cell is not a date",
        remedy: "Correct the cell, or set order: beside the column in the mapping")
}

extension FindingWriter {
    /// A cell that is no date in the declared order.
    func notADate(_ text: String, order: DateText.Order, row: Int, column: Int) -> Finding {
        let problem =
            text.isEmpty
            ? "the date is missing, so the row is in no period"
            : "\(Self.quoted(text)) is not a date"
        return finding(
            .notADate, row: row, column: column, problem: problem, found: text,
            expected: "a date like \(order.example) (\(order.rawValue), a year of four digits)",
            remedy: Rule.notADate.remedy)
    }
}

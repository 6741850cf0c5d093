import MetricSpec

extension Rule {
    /// A count of separate things is no whole number.
    static let fractionOfACount = Rule(
        id: "fraction-of-a-count", severity: .warning, title: "A count is no whole number",
        remedy: "Check that it is a count and not a rate, a mean or an estimate")
}

extension FindingWriter {
    /// One finding for all figures of a measure that are no whole numbers.
    func fractionOfACount(
        _ first: Double, count: Int, _ measure: Int, at place: (row: Int, column: Int)
    ) -> Finding {
        let verb = count == 2 ? "is" : "are"
        let words = count == 1 ? "" : "; nor \(verb) \(count - 1) more of the measure"
        return finding(
            .fractionOfACount, row: place.row, column: place.column,
            problem: "\(PlainNumber.text(first)) is no whole number, and "
                + "\(context.standard.measures[measure].id) counts separate things\(words)",
            found: PlainNumber.text(first), expected: "a whole number",
            remedy: Rule.fractionOfACount.remedy)
    }
}

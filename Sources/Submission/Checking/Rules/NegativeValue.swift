import MetricSpec

extension Rule {
    /// A figure is below 0 where none can be, or none else is.
    static let negativeValue = Rule(
        id: "negative-value", severity: .warning,
        title: "A figure is negative where it cannot be, or where no other is",
        remedy: "Correct the sign or the figure, or explain it")
}

extension FindingWriter {
    /// A figure below 0 of a measure whose plausible range begins at 0 or
    /// above; nil for others.
    func negativeValue(_ figure: Questioned, range: PlausibleRange) -> Finding? {
        guard figure.value < 0, let minimum = range.minimum, minimum >= 0 else { return nil }
        return question(
            .negativeValue, figure,
            problem: "is negative, and \(figure.measure.id) cannot be",
            expected: withUnit("\(PlainNumber.text(minimum)) or more", figure.measure))
    }

    /// A negative figure as large as the others, which are all positive.
    func flippedSign(
        _ value: Double, _ measure: Int, at place: (row: Int, column: Int)
    ) -> Finding {
        finding(
            .negativeValue, row: place.row, column: place.column,
            problem: "\(PlainNumber.text(value)) is negative, while nearly all figures of "
                + "\(context.standard.measures[measure].id) in this file are positive and as "
                + "large",
            found: PlainNumber.text(value),
            expected: "\(PlainNumber.text(-value)), if the sign was turned",
            remedy: Rule.negativeValue.remedy + "; it was accepted as it is")
    }
}

import MetricSpec

extension Rule {
    /// A zero stands where the city was never near zero.
    static let zeroWhereGapLikely = Rule(
        id: "zero-where-gap-likely", severity: .warning,
        title: "A zero stands where a missing figure is likely",
        remedy: "Leave the cell empty, or write why there is none; a true zero must be explained")
}

extension FindingWriter {
    /// A zero after values that were never near it.
    func zeroWhereGapLikely(
        _ figure: Questioned, expected: ClosedRange<Double>, count: Int
    ) -> Finding {
        question(
            .zeroWhereGapLikely, figure,
            problem: "may stand for a missing figure: none of the \(count) earlier values of "
                + "\(figure.measure.id) is near zero",
            expected: expectation(expected, figure) + ", or an empty cell")
    }
}

import MetricSpec

extension Rule {
    /// A figure lies far from what the city's own earlier figures let one
    /// expect.
    static let unlikeOwnHistory = Rule(
        id: "unlike-own-history", severity: .warning,
        title: "A figure is unlike the city's own earlier ones",
        remedy: "Correct the figure or its unit, or explain it")
}

extension FindingWriter {
    /// A figure outside of what the values before it let one expect.
    func unlikeOwnHistory(
        _ figure: Questioned, expected: ClosedRange<Double>, count: Int
    ) -> Finding {
        question(
            .unlikeOwnHistory, figure,
            problem: "is unlike the \(count) earlier values of \(figure.measure.id)",
            expected: expectation(expected, figure))
    }

    /// The range that a city's own values let one expect, in three digits.
    func expectation(_ range: ClosedRange<Double>, _ figure: Questioned) -> String {
        let low = PlainNumber.text(WrittenNumber.rounded(range.lowerBound, digits: 3))
        let high = PlainNumber.text(WrittenNumber.rounded(range.upperBound, digits: 3))
        return withUnit("about \(low) to \(high)", figure.measure)
    }
}

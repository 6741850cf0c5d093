import MetricSpec

extension Rule {
    /// A figure lies further from that of a year earlier than its measure
    /// lets pass without a word.
    static let changeToExplain = Rule(
        id: "change-to-explain", severity: .warning,
        title: "A figure has changed much since the same period a year earlier",
        remedy: "Correct the figure or its unit, or explain the change")
}

extension FindingWriter {
    /// A change above the limits of its measure: a warning, an error where
    /// the period closes a year, and only a note where it is explained.
    func changeToExplain(_ figure: Questioned, earlier: Double) -> Finding {
        let limit = figure.measure.change
        let limits = [
            limit?.percent.map { "\(PlainNumber.text($0)) %" },
            limit?.absolute.map { withUnit(PlainNumber.text($0), figure.measure) },
        ].compactMap { $0 }
        return question(
            .changeToExplain, figure,
            problem: "is far from the \(withUnit(PlainNumber.text(earlier), figure.measure)) of "
                + "\(figure.measure.id) a year earlier",
            expected: "a change of at most " + limits.joined(separator: " or "))
    }
}

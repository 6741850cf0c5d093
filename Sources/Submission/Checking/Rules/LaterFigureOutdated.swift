import MetricSpec

extension Rule {
    /// A figure changes with which a later one was worked out.
    static let laterFigureOutdated = Rule(
        id: "later-figure-outdated", severity: .warning,
        title: "A later figure was worked out with the former one",
        remedy: "Load the file of the later period again: its figures are worked out anew")
}

extension FindingWriter {
    /// Measures whose next part of the fiscal year was worked out with a
    /// figure that is another one now.
    func laterFigureOutdated(_ period: Period, _ next: Period, _ measures: [Int]) -> Finding {
        let names = Set(measures).map { context.standard.measures[$0].id }.sorted()
        return finding(
            .laterFigureOutdated,
            problem: "what was reported for \(period.text) changes, and the figures of "
                + "\(next.text) were worked out with the former ones, for "
                + names.joined(separator: ", "),
            found: period.text, remedy: Rule.laterFigureOutdated.remedy)
    }
}

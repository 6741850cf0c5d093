import MetricSpec

extension Rule {
    /// A figure of the fiscal year so far cannot be taken apart.
    static let noEarlierFigure = Rule(
        id: "no-earlier-figure", severity: .error,
        title: "A figure of the year so far has nothing to be taken off it",
        remedy: "Load the earlier files of the fiscal year first")
}

extension FindingWriter {
    /// Figures whose earlier parts of the fiscal year are not known.
    func noEarlierFigure(_ period: Period, _ measures: [Int]) -> Finding {
        let names = Set(measures).map { context.standard.measures[$0].id }.sorted()
        return finding(
            .noEarlierFigure,
            problem: "amounts are of the fiscal year up to the end of \(period.text), and those "
                + "up to its beginning are not known for \(names.joined(separator: ", "))",
            found: period.text,
            expected: "accepted figures for the earlier parts of the fiscal year",
            remedy: Rule.noEarlierFigure.remedy)
    }
}

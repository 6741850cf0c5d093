import MetricSpec

extension Rule {
    /// A zero where a figure is likely to be missing.
    static let likelyGapZero = Rule(
        id: "likely-gap-zero", severity: .warning,
        title: "A zero stands where a figure is likely to be missing",
        remedy: "Leave the cell empty or give the reason if the figure is not known; the zero "
            + "was accepted as it is")
}

extension FindingWriter {
    /// A zero among figures that are far from it.
    func likelyGapZero(
        _ measure: Int, smallest: Double, others: Int, at place: (row: Int, column: Int)
    ) -> Finding {
        let service =
            context.standard.measures[measure].service == nil
            ? "" : " and the city reports other figures of the service"
        return finding(
            .likelyGapZero, row: place.row, column: place.column,
            problem: "0 stands here, while the \(others) other figures of "
                + "\(context.standard.measures[measure].id) in this file are "
                + "\(Self.rounded(smallest)) or more\(service)",
            found: "0", expected: "a figure, or an empty cell where there is none",
            remedy: Rule.likelyGapZero.remedy)
    }
}

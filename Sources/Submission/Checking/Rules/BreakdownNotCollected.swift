import MetricSpec

extension Rule {
    /// A figure is of a group by which its measure is not collected.
    static let breakdownNotCollected = Rule(
        id: "breakdown-not-collected", severity: .error,
        title: "The measure is not collected by this breakdown",
        remedy: "Leave such rows out by where: in the mapping, or let the standard collect the "
            + "measure by this breakdown")
}

extension FindingWriter {
    /// A figure of a group, for a measure that has none of that breakdown.
    func breakdownNotCollected(
        _ text: String, measure: Measure, group: String, row: Int, column: Int
    ) -> Finding {
        let list = context.standard.breakdowns.first { $0.values.contains { $0.id == group } }
        let others = measure.breakdowns.map { ", or of a group of \($0)" }.joined()
        return finding(
            .breakdownNotCollected, row: row, column: column,
            problem: "\(Self.quoted(text)) is of \(group), but \(measure.id) is not collected by "
                + (list?.id ?? "any breakdown"),
            found: text, expected: "a figure of the total\(others)",
            remedy: Rule.breakdownNotCollected.remedy)
    }
}

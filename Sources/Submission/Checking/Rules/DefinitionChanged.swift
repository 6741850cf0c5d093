import MetricSpec

extension Rule {
    /// Figures are of periods in which the measure was defined otherwise.
    static let definitionChanged = Rule(
        id: "definition-changed", severity: .info,
        title: "Figures are from before a change of the definition",
        remedy: "Say whether they were worked out anew by the present definition")
}

extension FindingWriter {
    /// One finding for all figures of a measure from before its last change.
    func definitionChanged(_ old: OldDefinition, _ measure: Int) -> Finding {
        let change = old.change
        let words = old.count == 1 ? "1 figure is" : "\(old.count) figures are"
        let across =
            old.across == 0
            ? "" : ", \(old.across) of them of periods that lie on both sides of it"
        let result =
            change.isBreak ? "No trend crosses that day" : "Figures before and after compare"
        return finding(
            .definitionChanged, row: old.firstRow, column: old.firstColumn,
            problem: "\(words) of periods that begin before \(change.date.text), when the "
                + "definition of \(context.standard.measures[measure].id) changed\(across): "
                + "\(Self.sentence(change.what)). \(result)",
            remedy: Rule.definitionChanged.remedy)
    }

    /// A sentence without its full stop.
    private static func sentence(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}

import MetricSpec

extension Rule {
    /// A breakdown is not in the mapping or the standard.
    static let unknownBreakdown = Rule(
        id: "unknown-breakdown", severity: .error, title: "The breakdown is not known",
        remedy: "Add it to codes: under breakdown: in the mapping")
}

extension FindingWriter {
    /// A text that is no code and no group of the breakdown.
    func unknownBreakdown(_ text: String, row: Int?, column: Int) -> Finding {
        let known = mapping.breakdown?.known ?? []
        let list = mapping.breakdown?.list.map { "group of \($0)" } ?? "breakdown of the standard"
        let near = Spelling.nearest(to: text, among: known)
        return finding(
            .unknownBreakdown, row: row, column: column,
            problem: "\(Self.quoted(text)) is no \(list)", found: text,
            expected: known.prefix(10).joined(separator: ", "),
            remedy: (near.map { "Did you mean \"\($0)\"? " } ?? "")
                + Rule.unknownBreakdown.remedy)
    }
}

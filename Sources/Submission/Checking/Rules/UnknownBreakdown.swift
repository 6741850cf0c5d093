extension Rule {
    /// A breakdown is not in the mapping or the standard.
    static let unknownBreakdown = Rule(
        id: "unknown-breakdown", severity: .error, title: "The breakdown is not known",
        remedy: "Add it to codes: under breakdown: in the mapping")
}

extension FindingWriter {
    /// A breakdown that is none of the standard's.
    func unknownBreakdown(_ text: String, row: Int, column: Int) -> Finding {
        finding(
            .unknownBreakdown, row: row, column: column,
            problem: "\(Self.quoted(text)) is no breakdown of the standard", found: text,
            expected: context.breakdowns.prefix(10).joined(separator: ", "),
            remedy: Rule.unknownBreakdown.remedy)
    }
}

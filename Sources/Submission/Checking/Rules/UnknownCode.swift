import MetricSpec

extension Rule {
    /// A code is neither mapped to a measure nor ignored.
    static let unknownCode = Rule(
        id: "unknown-code", severity: .error, title: "The measure's code is not in the mapping",
        remedy: "Add it to codes: or ignore_codes: under measure: in the mapping")
}

extension FindingWriter {
    /// A cell names no measure.
    func unknownCode(_ text: String, row: Int?, column: Int) -> Finding {
        let known = mapping.measure.map { Array($0.codes.keys).sorted() } ?? []
        let near = text.isEmpty ? nil : Spelling.nearest(to: text, among: known)
        let hint = near.map { "Did you mean \"\($0)\"? \(line(text, meaning: $0))" } ?? ""
        let problem =
            text.isEmpty
            ? "the code of the measure is missing"
            : "\(Self.quoted(text)) is no code of a measure in this mapping"
        return finding(
            .unknownCode, row: row, column: column, problem: problem, found: text,
            remedy: hint + Rule.unknownCode.remedy)
    }

    /// The line of the mapping under which a code means what another does.
    private func line(_ code: String, meaning known: String) -> String {
        guard let measure = mapping.measure?.codes[known] else { return "" }
        let id = context.standard.measures[Int(measure)].id
        return "The line is \(YAMLText.scalar(code)): \(id). "
    }
}

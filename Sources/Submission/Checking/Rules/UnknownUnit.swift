extension Rule {
    /// The unit of the figures is not known.
    static let unknownUnit = Rule(
        id: "unknown-unit", severity: .error, title: "The unit of the figures is not known",
        remedy: "Add it to units: in the mapping, or put it back above the table")
}

extension FindingWriter {
    /// Not exactly one of the mapping's units stands where it should.
    func unknownUnit(_ found: [String], row: Int? = nil, column: Int? = nil) -> Finding {
        let texts = found.map(Self.quoted).joined(separator: ", ")
        let problem =
            found.isEmpty
            ? "no line above the table says the unit"
            : "\(texts) is not one of the units of this mapping"
        return finding(
            .unknownUnit, row: row, column: column, problem: problem, found: found.first,
            expected: mapping.units.map { "\"\($0.pattern.text)\"" }.joined(separator: " or "),
            remedy: Rule.unknownUnit.remedy)
    }
}

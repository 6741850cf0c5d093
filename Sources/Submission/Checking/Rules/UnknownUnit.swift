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
        let known = mapping.units.map(\.pattern.text)
        let problem =
            if found.isEmpty {
                "no line above the table says the unit"
            } else if found == [""] {
                "the row of units below the header says none for the column"
            } else if found.count == 1 {
                "\(texts) is not one of the units of this mapping"
            } else if found.allSatisfy(known.contains) {
                "the lines above the table say several units: \(texts)"
            } else {
                "none of the lines above the table says a unit of this mapping: \(texts)"
            }
        return finding(
            .unknownUnit, row: row, column: column, problem: problem, found: found.first,
            expected: known.map { "\"\($0)\"" }.joined(separator: " or "),
            remedy: Rule.unknownUnit.remedy)
    }
}

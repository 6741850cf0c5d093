import MetricSpec

extension Rule {
    /// A code in the variant column is not in the mapping.
    static let unknownVariant = Rule(
        id: "unknown-variant", severity: .error, title: "The variant is not in the mapping",
        remedy: "Add it to codes: under variant: in the mapping")
}

extension FindingWriter {
    /// A variant that the mapping does not know.
    func unknownVariant(_ text: String, row: Int?, column: Int) -> Finding {
        let codes = mapping.variant.codes.keys.sorted()
        let known = codes.isEmpty ? Variant.allCases.map(\.rawValue) : codes
        return finding(
            .unknownVariant, row: row, column: column,
            problem: "\(Self.quoted(text)) is no variant in this mapping", found: text,
            expected: known.joined(separator: ", "), remedy: Rule.unknownVariant.remedy)
    }
}

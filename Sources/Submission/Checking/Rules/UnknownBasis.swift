import MetricSpec

extension Rule {
    /// A word on how a value was made is not in the mapping or the standard.
    static let unknownBasis = Rule(
        id: "unknown-basis", severity: .error,
        title: "The basis of a value is not known",
        remedy: "Add it to codes: in the mapping")
}

extension FindingWriter {
    /// A cell that says nothing known of cost basis, accounting basis,
    /// overhead method or audit status.
    func unknownBasis(_ text: String, source: BasisSource, row: Int, column: Int) -> Finding {
        let known = source.codes.keys.sorted().map { "\"\($0)\"" }
        let near = Spelling.nearest(to: text, among: source.codes.keys.sorted())
        return finding(
            .unknownBasis, row: row, column: column,
            problem: "\(Self.quoted(text)) is no \(source.key) in this mapping", found: text,
            expected: (known + ["an empty cell"]).joined(separator: ", "),
            remedy: (near.map { "Did you mean \"\($0)\"? " } ?? "")
                + "Add it to codes: under \(source.key): in the mapping")
    }
}

extension Rule {
    /// A heading ended another one that rows below still need.
    static let nestingUnclear = Rule(
        id: "nesting-unclear", severity: .warning,
        title: "Headings end others that rows below them need",
        remedy: "Where it is the other way round, say so with nesting: in the mapping")
}

extension FindingWriter {
    /// One finding for the first row that lacks what a heading above it said.
    func nestingUnclear(_ unclear: UnclearNesting) -> Finding {
        let turned = [unclear.missing] + unclear.order.filter { $0 != unclear.missing }
        return finding(
            .nestingUnclear, row: unclear.line,
            problem: "the row has no \(unclear.missing), since the heading of the "
                + "\(unclear.ended) in \(words(ofRow: unclear.endLine)) ended the one above it: "
                + "in the order of the file's first headings, \(unclear.missing) lies within "
                + "\(unclear.ended) (detected)",
            expected: "a heading of the \(unclear.missing) below that line, or nesting: "
                + "[\(turned.joined(separator: ", "))]",
            remedy: Rule.nestingUnclear.remedy)
    }
}

extension Rule {
    /// A code in the status column is not in the mapping.
    static let unknownStatus = Rule(
        id: "unknown-status", severity: .error, title: "The status is not in the mapping",
        remedy: "Add it to codes: under status: in the mapping")
}

extension FindingWriter {
    /// A status that the mapping does not know.
    func unknownStatus(_ text: String, row: Int, column: Int) -> Finding {
        let known = (mapping.status?.codes.keys.sorted() ?? []).map { "\"\($0)\"" }
        return finding(
            .unknownStatus, row: row, column: column,
            problem: "\(Self.quoted(text)) is no status in this mapping", found: text,
            expected: (known + ["an empty cell"]).joined(separator: ", "),
            remedy: Rule.unknownStatus.remedy)
    }
}

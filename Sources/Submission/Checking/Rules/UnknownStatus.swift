extension Rule {
    /// A code in the status column or the path is not in the mapping.
    static let unknownStatus = Rule(
        id: "unknown-status", severity: .error, title: "The status is not in the mapping",
        remedy: "Add it to codes: under status: in the mapping")
}

extension FindingWriter {
    /// A status that the mapping does not know; of a path, without a cell.
    func unknownStatus(_ text: String, row: Int? = nil, column: Int? = nil) -> Finding {
        let codes = (mapping.status?.codes.keys.sorted() ?? []).map { "\"\($0)\"" }
        let known = codes + (column == nil ? [] : ["an empty cell"])
        return finding(
            .unknownStatus, row: row, column: column,
            problem: "\(Self.quoted(text)) is no status in this mapping", found: text,
            expected: known.joined(separator: ", "),
            remedy: Rule.unknownStatus.remedy)
    }
}

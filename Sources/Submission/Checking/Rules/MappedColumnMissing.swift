import MetricSpec

extension Rule {
    /// A column that the mapping uses is not in the file.
    static let mappedColumnMissing = Rule(
        id: "mapped-column-missing", severity: .error, title: "A mapped column is gone",
        remedy: "Add the new name to the mapping, or mark the column optional: true")
}

extension FindingWriter {
    /// None of a column's names is in the header.
    func mappedColumnMissing(_ names: [String], line: Int?) -> Finding {
        let wanted = names.map { "\"\($0)\"" }.joined(separator: " or ")
        let near = names.compactMap { Spelling.nearest(to: $0, among: header) }.first
        let columns = header.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let rest = header.count > 12 ? " and \(header.count - 12) more" : ""
        let hint = near.map { "Did the sender rename it to \"\($0)\"? " } ?? ""
        return finding(
            .mappedColumnMissing, row: line,
            problem: "the column \(wanted) is not in the header; it has \(columns)\(rest)"
                + delimiterNote,
            remedy: hint + Rule.mappedColumnMissing.remedy)
    }
}

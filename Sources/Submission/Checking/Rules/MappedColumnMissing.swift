import Tabular

extension Rule {
    /// A column that the mapping uses is not in the file.
    static let mappedColumnMissing = Rule(
        id: "mapped-column-missing", severity: .error, title: "A mapped column is gone",
        remedy: "Add the new name to the mapping, or mark the column optional: true")
}

extension FindingWriter {
    /// None of a column's names is in the header.
    ///
    /// - Parameter match: the column that it probably became.
    func mappedColumnMissing(
        _ names: [String], line: Int?, match: HeaderDrift.Match?
    ) -> Finding {
        let wanted = names.map { "\"\($0)\"" }.joined(separator: " or ")
        let columns = header.prefix(12).map(Self.quoted).joined(separator: ", ")
        let rest = header.count > 12 ? " and \(header.count - 12) more" : ""
        return finding(
            .mappedColumnMissing, row: line,
            problem: "the column \(wanted) is not in the header; it has \(columns)\(rest)"
                + delimiterNote,
            remedy: match.map { renamed(names, $0) }
                ?? wholeRowRemedy ?? Rule.mappedColumnMissing.remedy)
    }

    /// What is wrong where the whole header is one cell; nil where it is not.
    private var wholeRowRemedy: String? {
        guard Self.isWholeRow(header), let dialect else { return nil }
        if header[0].utf8.contains(dialect.delimiter) {
            return "Each row stands in one pair of quotes: save the file without them"
        }
        return
            "Its cells are cut at another mark than \(dialect.delimiterName): correct delimiter: "
            + "in the mapping, or save the file with that one"
    }

    /// Whether a header is one cell that holds what should be several.
    static func isWholeRow(_ header: [String]) -> Bool {
        header.count == 1 && header[0].contains { ",;\t|".contains($0) }
    }

    /// The one-line change for a column under a new name.
    private func renamed(_ names: [String], _ match: HeaderDrift.Match) -> String {
        let list = (names + [header[match.column]]).map(YAMLText.scalar).joined(separator: ", ")
        return "It is probably column \(ColumnName.letters(match.column + 1)) "
            + "\"\(header[match.column])\" (\(match.reason)): write column: [\(list)] in the mapping, "
            + "or mark the column optional: true"
    }
}

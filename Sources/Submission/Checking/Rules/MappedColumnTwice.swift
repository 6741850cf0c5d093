import Tabular

extension Rule {
    /// Two columns have the name that the mapping uses.
    static let mappedColumnTwice = Rule(
        id: "mapped-column-twice", severity: .error, title: "Two columns have a mapped name",
        remedy: "Give the columns different names")
}

extension FindingWriter {
    /// A name that is mapped stands twice in the header.
    func mappedColumnTwice(_ name: String, columns: [Int], line: Int?) -> Finding {
        let places = columns.map { ColumnName.letters($0 + 1) }.joined(separator: ", ")
        return finding(
            .mappedColumnTwice, row: line,
            problem: "the mapped column \(Self.quoted(name)) stands \(columns.count) times in "
                + "the header (\(places))",
            found: name, expected: "it once", remedy: Rule.mappedColumnTwice.remedy)
    }
}

extension Rule {
    /// A figure stands twice in a file, the same both times.
    static let duplicateEqual = Rule(
        id: "duplicate-equal", severity: .warning, title: "A figure stands twice",
        remedy: "Take one of the rows out; one was kept")
}

extension FindingWriter {
    /// The same figure for the same key as on an earlier line, said in words.
    func duplicateEqual(_ text: String, key: String, row: Int, column: Int, first: String)
        -> Finding
    {
        finding(
            .duplicateEqual, row: row, column: column,
            problem: Self.sameFigure(key: key, first: first),
            found: text, remedy: Rule.duplicateEqual.remedy)
    }

    static func sameFigure(key: String, first: String) -> String {
        "\(key) is given again, with the same figure as in \(first)"
    }
}

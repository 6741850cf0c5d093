extension Rule {
    /// Two figures stand in a file for one city, measure and period.
    static let duplicateDifferent = Rule(
        id: "duplicate-different", severity: .error, title: "Two figures for one key",
        remedy: "Send one figure; none of them was accepted")
}

extension FindingWriter {
    /// Another figure for the same key stands on another line, said in words.
    func duplicateDifferent(
        _ text: String, key: String, row: Int, column: Int, other: (line: String, text: String)
    ) -> Finding {
        finding(
            .duplicateDifferent, row: row, column: column,
            problem: Self.differentFigure(text, key: key, other: other),
            found: text, expected: "one figure", remedy: Rule.duplicateDifferent.remedy)
    }

    static func differentFigure(
        _ text: String, key: String, other: (line: String, text: String)
    ) -> String {
        "\(key) is \(quoted(text)) here and \(quoted(other.text)) in \(other.line)"
    }
}

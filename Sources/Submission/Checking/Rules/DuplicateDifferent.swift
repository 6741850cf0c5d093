extension Rule {
    /// Two figures stand in a file for one city, measure and period.
    static let duplicateDifferent = Rule(
        id: "duplicate-different", severity: .error, title: "Two figures for one key",
        remedy: "Send one figure; none of them was accepted")
}

extension FindingWriter {
    /// Another figure for the same key stands on another line.
    func duplicateDifferent(
        _ text: String, key: String, row: Int, column: Int, other: (line: Int, text: String)
    ) -> Finding {
        finding(
            .duplicateDifferent, row: row, column: column,
            problem: "\(key) is \(Self.quoted(text)) here and \(Self.quoted(other.text)) in "
                + "line \(other.line)",
            found: text, expected: "one figure", remedy: Rule.duplicateDifferent.remedy)
    }
}

extension Rule {
    /// A part is more than the whole that it belongs to.
    static let partExceedsWhole = Rule(
        id: "part-exceeds-whole", severity: .warning, title: "A part is more than its whole",
        remedy: "Correct the part or the whole; both were accepted as they are")
}

extension FindingWriter {
    /// Figures of a part and of its whole for one city and period.
    ///
    /// - Parameters:
    ///   - line: where the whole stands.
    ///   - place: line, from 1, and column, from 0, of the part.
    func partExceedsWhole(
        _ part: Double, of parts: String, whole: Double, named wholes: String, line: Int,
        at place: (row: Int, column: Int)
    ) -> Finding {
        let shown = Self.rounded(part)
        let spot = line == place.row ? "" : " in \(words(ofRow: line))"
        return finding(
            .partExceedsWhole, row: place.row, column: place.column,
            problem: "\(shown) of \(parts) is more than the \(Self.rounded(whole)) of \(wholes)"
                + "\(spot), of which it is a part",
            found: shown, expected: "at most \(Self.rounded(whole))",
            remedy: Rule.partExceedsWhole.remedy)
    }
}

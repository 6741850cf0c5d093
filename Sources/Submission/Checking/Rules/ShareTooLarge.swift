import MetricSpec

extension Rule {
    /// The share of a post is more than one post can be, or below 0.
    static let shareTooLarge = Rule(
        id: "share-too-large", severity: .error, title: "A share is no part of a full-time post",
        remedy: "Correct it; where the column holds per cent or hours, say full_time: 100 or "
            + "full_time: 40 under posts: in the mapping")
}

extension FindingWriter {
    /// A share outside of what one post can be.
    func shareTooLarge(_ text: String, fullTime: Double, row: Int, column: Int) -> Finding {
        finding(
            .shareTooLarge, row: row, column: column,
            problem: "\(Self.quoted(text)) is no share of a full-time post, which has "
                + PlainNumber.text(fullTime),
            found: text, expected: "a number from 0 to \(PlainNumber.text(1.5 * fullTime))",
            remedy: Rule.shareTooLarge.remedy)
    }
}

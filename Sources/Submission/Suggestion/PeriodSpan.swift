/// Finds a period in a text, such as a header or the name of a file.
enum PeriodSpan {
    /// How periods are written, the longest first.
    private static var patterns: [Regex<Substring>] {
        [
            /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:19|20)[0-9]{2}/,
            /(?:19|20)[0-9]{2}[-_ ]?Q[1-4]/, /Q[1-4][-_ ]?(?:19|20)[0-9]{2}/,
            /(?:19|20)[0-9]{2}[-\/][0-9]{2,4}/,
            /(?:19|20)[0-9]{2}/,
        ]
    }

    /// The first period, the longest way of writing it before others.
    static func first(in text: String) -> Range<String.Index>? {
        guard text.contains("19") || text.contains("20") else { return nil }
        for pattern in patterns {
            guard let match = text.firstMatch(of: pattern) else { continue }
            let before = text[..<match.range.lowerBound].last
            let after = text[match.range.upperBound...].first
            if before?.isNumber != true, after?.isNumber != true { return match.range }
        }
        return nil
    }
}

/// Takes values and passwords out of what libpq and the server say.
enum Redaction {
    static let mark = "..."

    /// What was sent beside the SQL, and so may be quoted in an error.
    enum Sent {
        case nothing
        case binds([Bind])
        case copyData

        /// The texts that no message may repeat. Shorter ones would tear
        /// words apart; they are cut where the server puts them in quotes.
        fileprivate var texts: [String] {
            guard case .binds(let binds) = self else { return [] }
            return binds.flatMap { bind -> [String] in
                switch bind {
                case .text(let text?), .untyped(let text?): [text]
                case .textArray(let texts): texts.compactMap { $0 }
                default: []
                }
            }.filter { $0.utf8.count >= 4 }
        }
    }

    /// Replaces every occurrence of the given secrets; empty ones are ignored.
    static func text(_ text: String, without secrets: [String]) -> String {
        secrets.reduce(text) { replacing($1, in: $0, by: "********") }
    }

    /// Cuts the values that a message, a detail or a context quotes.
    ///
    /// PostgreSQL quotes them in a few fixed shapes: `Key (a)=(1, x)`,
    /// `Failing row contains (1, x)`, `invalid input syntax ...: "x"`,
    /// `value "x" is out of range`, `Token "x" is invalid`,
    /// `JSON data, line 1: x`, `COPY t, line 3, column a: "x"`.
    static func text(_ text: String, withoutValuesOf sent: Sent) -> String {
        if case .nothing = sent { return text }
        var result = text
        for opening in ["=(", "contains ("] {
            result = cutting(after: opening, toLast: ")", in: result)
        }
        for opening in [": \"", "value \"", "Token \"", "found \""] {
            result = cutting(after: opening, toLast: "\"", in: result)
        }
        if result.hasPrefix("JSON data, line "), let colon = result.firstIndex(of: ":") {
            result = result[...colon] + " " + mark
        }
        return sent.texts.reduce(result) { replacing($1, in: $0, by: mark) }
    }

    /// Cuts the literal that follows the word `password` in a statement.
    static func withoutPasswordLiterals(_ sql: String) -> String {
        guard let word = firstRange(of: "password", in: sql) else { return sql }
        let head = sql[..<word.upperBound]
        let tail = sql[word.upperBound...]
        let literal = tail.drop(while: \.isWhitespace)
        guard literal.first == "'", let end = literal.dropFirst().firstIndex(of: "'") else {
            return String(head) + withoutPasswordLiterals(String(tail))
        }
        let rest = String(literal[literal.index(after: end)...])
        return head + " '\(mark)'" + withoutPasswordLiterals(rest)
    }

    private static func cutting(
        after opening: String, toLast closing: Character, in text: String
    ) -> String {
        guard let start = firstRange(of: opening, in: text),
            let end = text.lastIndex(of: closing), end >= start.upperBound
        else { return text }
        return text[..<start.upperBound] + mark + text[end...]
    }

    private static func replacing(
        _ part: String, in text: String, by replacement: String
    ) -> String {
        guard !part.isEmpty, let range = firstRange(of: part, in: text, ignoringCase: false)
        else { return text }
        let rest = replacing(part, in: String(text[range.upperBound...]), by: replacement)
        return text[..<range.lowerBound] + replacement + rest
    }

    private static func firstRange(
        of part: String, in text: String, ignoringCase: Bool = true
    ) -> Range<String.Index>? {
        let wanted = Array(ignoringCase ? part.lowercased() : part)
        var start = text.startIndex
        while start < text.endIndex {
            var end = start
            var matched = 0
            while matched < wanted.count, end < text.endIndex,
                isEqual(text[end], wanted[matched], ignoringCase)
            {
                end = text.index(after: end)
                matched += 1
            }
            if matched == wanted.count { return start..<end }
            start = text.index(after: start)
        }
        return nil
    }

    private static func isEqual(
        _ found: Character, _ wanted: Character, _ ignoringCase: Bool
    ) -> Bool {
        found == wanted || (ignoringCase && found.lowercased() == String(wanted))
    }
}

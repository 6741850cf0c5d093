/// Writes texts as YAML, for mappings that people go on with.
enum YAMLText {
    /// A scalar, in quotes only where it must be.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A table on one line: `{column: Calls, measure: ops/calls}`.
    static func table(_ entries: [(key: String, value: String)]) -> String {
        "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }

    private static let words: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "~", "y", "n",
    ]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        guard first.isLetter, !last.isWhitespace, last != ":" else { return false }
        if words.contains(text.lowercased()) { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            !",[]{}#&*!|>'\"%@`:?=".unicodeScalars.contains(scalar) && scalar.value >= 0x20
        }
    }

    /// A scalar in quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// What a text that is no number looks like, in a few words for a message.
enum NumberLook {
    private static let noFigureMarks: Set<String> = [
        "-", "--", "\u{2013}", "\u{2014}", ".", "..", "...", ":", "?", "*", "x", "n/a", "na",
        "n.a.",
        "n.a", "nil", "null", "none", "not available", "no data", "k.a.",
    ]

    /// Whether a text says that there is no figure.
    static func isNoFigure(_ text: String) -> Bool { noFigureMarks.contains(text.lowercased()) }

    /// The reason; nil where the text looks like nothing known.
    static func reason(_ text: String) -> String? {
        if isNoFigure(text) { return "a mark for no figure" }
        if text.count >= 3, text.allSatisfy({ $0 == "#" }) {
            return "the column was too narrow when it was saved"
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) {
            return "an invisible character inside"
        }
        guard let first = text.first, let last = text.last else { return nil }
        if first == "=" { return "a formula, saved as text" }
        if "<>\u{2264}\u{2265}".contains(first) { return "a limit and no figure" }
        if "\u{2212}\u{2013}\u{2014}\u{FE63}\u{FF0D}".contains(first) {
            return "the minus sign \(first) in place of -"
        }
        if let digit = text.first(where: { $0.isNumber && !$0.isASCII }) {
            let plain = text.dropLast()
            return digit == last && !plain.isEmpty && plain.allSatisfy(\.isASCII)
                ? "the mark \(digit) behind the number" : "digits of another script"
        }
        if "*?!\u{2020}\u{2021}".contains(last), text.dropLast().contains(where: \.isNumber) {
            return "the mark \(last) behind the number"
        }
        return shape(text)
    }

    /// What digits with something between them are.
    private static func shape(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { !$0.isASCII || !$0.isNumber }
        let marks = String(text.filter { !$0.isASCII || !$0.isNumber && !$0.isWhitespace })
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        let digits = parts.filter { !$0.isEmpty }.map(\.count)
        switch marks {
        case "--" where digits.count == 3 && digits[0] == 4,
            "//" where digits.count == 3 && digits.contains(4),
            ".." where digits.count == 3 && digits[2] == 4:
            return "a date"
        case ":" where digits.count == 2, "::" where digits.count == 3: return "a time"
        case "/" where digits.count == 2: return "a fraction or a date"
        case "-", "\u{2013}":
            return digits.count == 2 ? "a range and no figure" : nil
        default: break
        }
        let isExponent = text.contains { "eE".contains($0) } && Double(text)?.isInfinite == true
        return isExponent ? "too large" : nil
    }
}

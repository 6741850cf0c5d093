/// What the text of a cell is, by its looks, in the search for a table.
enum CellWords {
    /// The bytes without spaces, tabs and line ends around them.
    @inline(__always)
    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start &+= 1 }
        while end > start, bytes[end &- 1] <= 0x20 { end &-= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// The trimmed bytes without a byte order mark before them, as stands where
    /// two files were put together.
    static func unmarked(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let cell = trimmed(bytes)
        guard cell.starts(with: [0xEF, 0xBB, 0xBF]) else { return cell }
        return UnsafeRawBufferPointer(rebasing: cell[3...])
    }

    /// A text as headers are compared: single spaces, no regard to case.
    static func folded(_ text: String) -> String { cleaned(text).lowercased() }

    /// A text with single spaces inside and none around it.
    static func cleaned(_ text: String) -> String {
        if PlainText.isOneLine(text) { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a text is a figure and no year, date, code or word.
    static func isFigure(_ text: String) -> Bool {
        guard text.utf8.count <= 40, isNumber(text) else { return false }
        if let year = Int(text), (1_900...2_100).contains(year) { return false }
        let marks = text.utf8.reduce(0) { $0 + ((0x2D...0x2F).contains($1) ? 1 : 0) }
        if marks < 2 { return true }
        let parts = text.split(whereSeparator: { ".-/".contains($0) })
        return !(parts.count == 3 && parts.contains { $0.count == 4 } && parts[0].count <= 4)
    }

    /// Whether a text is digits with marks, a sign or a currency around them.
    private static func isNumber(_ text: String) -> Bool {
        if let known = isPlainNumber(text.utf8) { return known }
        var hasDigit = false
        for (index, character) in text.enumerated() {
            if character.isASCII, character.isNumber {
                hasDigit = true
            } else if character == "-" || character == "+" || character == "(" {
                guard !hasDigit || text.hasSuffix("-") || index == 0 else { return false }
            } else if "eE".contains(character) {
                guard hasDigit, index < text.count - 1 else { return false }
            } else if !",.'\u{2019})%$€£ \u{A0}\u{202F}".contains(character) {
                return false
            }
        }
        return hasDigit
    }

    /// The same of ASCII by its bytes; nil where others may be part of a number.
    private static func isPlainNumber(_ text: String.UTF8View) -> Bool? {
        var (hasDigit, position) = (false, 0)
        let count = text.count
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "("):
                if hasDigit, position > 0, text.last != UInt8(ascii: "-") { return false }
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard hasDigit, position < count - 1 else { return false }
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: ")"),
                UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: " "):
                break
            case 0x80...: return nil
            default: return false
            }
            position += 1
        }
        return hasDigit
    }

    private static let units: Set<String> = [
        "%", "percent", "per cent", "number", "no.", "count", "rate", "persons", "hours", "days",
        "minutes", "kwh", "mwh", "gwh", "km", "m2", "m²", "m3", "m³", "tonnes", "t", "kg", "nok",
        "kr", "usd", "eur", "gbp", "zar", "$", "€", "£", "r", "thousands", "millions", "antall",
        "anzahl", "prosent", "prozent", "°c", "ha", "fte", "text", "unit",
    ]

    /// Whether a text is a unit, such as `kWh`, `R'000` or `(%)`.
    static func isUnit(_ text: String) -> Bool {
        let folded = text.lowercased()
        if folded.hasPrefix("("), folded.hasSuffix(")"), folded.count <= 20 { return true }
        if folded.hasPrefix("["), folded.hasSuffix("]"), folded.count <= 20 { return true }
        if units.contains(folded) { return true }
        let words = folded.split(separator: " ").map(String.init)
        let amount: Set<String> = [
            "'000", "000", "thousand", "thousands", "million", "millions", "mio",
        ]
        if words.count == 2, units.contains(words[0]), amount.contains(words[1]) { return true }
        return [
            "r'000", "£'000", "$'000", "€'000", "'000", "£000", "$000", "€000", "£m", "$m", "€m",
        ]
        .contains(folded) || folded.hasPrefix("per 1,000") || folded.hasPrefix("per 100,000")
    }

    /// Whether a text looks like a note below a table.
    static func isNote(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        if "*†‡§".contains(first) || text.count >= 40 { return true }
        let word = text.lowercased().prefix { $0.isLetter }
        return [
            "note", "notes", "source", "sources", "reference", "references", "quelle", "kilde",
            "fuente", "bron", "anmerkung", "merknad", "fussnote", "footnote", "footnotes",
            "provisional", "prepared", "printed",
        ].contains(String(word))
            && (word.count == text.count || text.contains(":") || text.contains(" "))
    }

    /// Joins the parts of a header from top to bottom; a word that was
    /// hyphenated at the end of a line is mended.
    static func joined(_ parts: [String]) -> String {
        var text = ""
        for part in parts where !part.isEmpty && part != text {
            text = text.isEmpty ? part : mended(text, part)
        }
        return text
    }

    /// A header cell in one line.
    static func oneLine(_ text: String) -> String {
        if PlainText.isOneLine(text) { return text }
        let lines = text.split(whereSeparator: \.isNewline).map { cleaned(String($0)) }
            .filter { !$0.isEmpty }
        return lines.dropFirst().reduce(lines.first ?? "") { mended($0, $1) }
    }

    private static func mended(_ upper: String, _ lower: String) -> String {
        let before = upper.dropLast().last
        let isCut =
            upper.hasSuffix("-") && before?.isLetter == true && lower.first?.isLowercase == true
        return isCut ? upper.dropLast() + lower : upper + " " + lower
    }
}

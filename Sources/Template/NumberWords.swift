import MetricSpec

/// Numbers and units as a reader wants them.
enum NumberWords {
    /// A unit in words: `minutes`, `$`, `1 for yes, 0 for no`, `number`.
    static func unit(_ unit: Unit) -> String {
        if unit.dimension.powers["yes-no"] == 1 { return "1 for yes, 0 for no" }
        let words = [unit.prefix, unit.label].filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? "number" : words
    }

    /// A number with commas between thousands and no needless zero.
    static func plain(_ number: Double) -> String {
        let text = "\(number)"
        guard !text.contains("e"), number.isFinite else { return text }
        let parts = text.split(separator: ".")
        var digits = parts[0].drop { $0 == "-" }
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        let whole = (number < 0 ? "-" : "") + groups.joined(separator: ",")
        return parts.count < 2 || parts[1] == "0" ? whole : "\(whole).\(parts[1])"
    }

    /// Excel's pattern for a number that is only read: as many decimals as it
    /// has, up to four.
    static func pattern(_ number: Double) -> String {
        let text = "\(abs(number))"
        guard !text.contains("e"), let point = text.firstIndex(of: "."), !text.hasSuffix(".0")
        else { return "#,##0" }
        let decimals = min(4, text.distance(from: point, to: text.endIndex) - 1)
        return "#,##0." + String(repeating: "0", count: decimals)
    }

    /// A range in words, such as `between 0 and 5,000`; empty for none.
    static func range(_ range: PlausibleRange?) -> String {
        switch (range?.minimum, range?.maximum) {
        case (let low?, let high?): "between \(plain(low)) and \(plain(high))"
        case (let low?, nil): "at least \(plain(low))"
        case (nil, let high?): "at most \(plain(high))"
        case (nil, nil): ""
        }
    }
}

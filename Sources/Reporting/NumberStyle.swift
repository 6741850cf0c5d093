import Benchmarking
import MetricSpec

/// Writes numbers as a reader of English expects them: `1,234.5`, `−0.3`,
/// `$1,200 per resident`.
///
/// Rounding is half to even on the declared decimals, as ties are judged
/// (METHODS 5), so that two cities printed alike are ranked alike.
struct NumberStyle: Sendable, Hashable {
    /// How many decimals; nil prints values as they were reported.
    let decimals: Int?
    /// Written before the number, such as `$`.
    let prefix: String
    /// Written behind the number, such as `%` or `minutes`.
    let label: String

    init(decimals: Int?, prefix: String = "", label: String = "") {
        self.decimals = decimals
        self.prefix = prefix
        self.label = label
    }

    /// The style of a metric's figures.
    init(_ metric: Metric, unit: Unit) {
        self.init(decimals: metric.decimals, prefix: unit.prefix, label: unit.label)
    }

    /// The number with its prefix, and a per cent sign, which is short enough
    /// to stand at every figure.
    func short(_ value: Double) -> String {
        let printed = printed(value)
        let digits = Self.digits(printed.magnitude, decimals: decimals)
        return (printed < 0 ? "\u{2212}" : "") + prefix + digits + (label == "%" ? "%" : "")
    }

    /// The number with its whole unit: `5.2 minutes`.
    func long(_ value: Double) -> String {
        longLabel.isEmpty ? short(value) : "\(short(value)) \(longLabel)"
    }

    /// Two numbers, `5.1 to 6.4`; a per cent sign stands once.
    func range(_ low: Double, _ high: Double) -> String {
        let bare = NumberStyle(decimals: decimals, prefix: prefix)
        return "\(bare.short(low)) to \(short(high))"
    }

    /// What `short` leaves out: the unit behind the number, except `%`.
    var longLabel: String { label == "%" ? "" : label }

    /// Whether two values are printed alike, and so tie.
    func isSame(_ left: Double, _ right: Double) -> Bool {
        printed(left) == printed(right)
    }

    /// The most decimals of a figure that is taken as it was reported.
    private static let mostDecimals = 4

    /// The value on the declared decimals.
    private func printed(_ value: Double) -> Double {
        roundedHalfEven(value, decimals: decimals)
    }

    /// The digits of a number that is not negative, thousands marked.
    private static func digits(_ value: Double, decimals: Int?) -> String {
        let places = decimals ?? mostDecimals
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let scaled = (roundedHalfEven(value, decimals: places) * factor).rounded()
        // From 2^53 on a Double has no digits behind the mark to print.
        guard scaled < 9_007_199_254_740_992 else { return "\(value)" }
        let all = String(UInt64(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - all.utf8.count)) + all
        var fraction = padded.suffix(places)
        if decimals == nil {
            while fraction.last == "0" { fraction.removeLast() }
        }
        let whole = grouped(String(padded.dropLast(places)))
        return fraction.isEmpty ? whole : "\(whole).\(fraction)"
    }

    /// Sets a comma between each three digits from the right.
    static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.utf8.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }
}

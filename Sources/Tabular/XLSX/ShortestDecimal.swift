import Glibc

/// Writes numbers as their shortest decimal text.
///
/// A workbook stores doubles in up to 17 digits. What is delivered is the
/// shortest text that stands for the same double: `0.1` for
/// 0.10000000000000001, but 0.30000000000000004 as it is, since that is the
/// number in the file, whatever a rounding format shows.
enum ShortestDecimal {
    /// Whether a text is plain digits that no shorter text can stand for.
    ///
    /// Nearly every number of a workbook; up to 15 digits are exact.
    @inline(__always)
    static func isShortest(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var at = 0
        if count > 0, text[0] == UInt8(ascii: "-") { at = 1 }
        let start = at
        var point = -1
        while at < count {
            let byte = text[at]
            if byte == UInt8(ascii: ".") {
                if point >= 0 { return false }
                point = at
            } else if byte &- 0x30 > 9 {
                return false
            }
            at &+= 1
        }
        let digits = count - start - (point >= 0 ? 1 : 0)
        guard digits > 0, digits <= 15, text[start] != UInt8(ascii: ".") else { return false }
        let isZero = text[start] == UInt8(ascii: "0")
        guard point >= 0 else { return !isZero || (digits == 1 && start == 0) }
        let last = text[count - 1]
        return last != UInt8(ascii: "0") && last != UInt8(ascii: ".")
            && (!isZero || point == start + 1)
    }

    /// The double that a text stands for; nil where it is no finite number.
    ///
    /// The text must end with a NUL byte behind its last one.
    static func number(_ text: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        for index in 0..<count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                continue
            default: return nil
            }
        }
        return text.withMemoryRebound(to: CChar.self, capacity: count + 1) { start in
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(start, &end)
            guard count > 0, let end, end - UnsafeMutablePointer(mutating: start) == count,
                value.isFinite
            else { return nil }
            return value == 0 ? 0 : value
        }
    }

    /// The shortest text of a double, without an exponent from 1e-7 to 1e21.
    static func text(_ value: Double) -> String {
        let short = value.description
        guard let mark = short.utf8.firstIndex(of: UInt8(ascii: "e")) else {
            return short.utf8.count > 2 && short.hasSuffix(".0") ? String(short.dropLast(2)) : short
        }
        let exponent = Int(short[short.utf8.index(after: mark)...]) ?? 0
        guard (-7...20).contains(exponent) else { return short }
        let sign = value < 0 ? "-" : ""
        let parts = short[..<mark].drop { $0 == "-" }.split(separator: ".")
        var digits = parts.joined()
        if digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        let whole = (parts.first?.utf8.count ?? 0) + exponent
        if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + digits }
        return sign + digits + String(repeating: "0", count: max(whole - digits.utf8.count, 0))
    }
}

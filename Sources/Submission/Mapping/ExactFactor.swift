/// What figures are multiplied by, kept exactly: a fraction of whole numbers
/// times a power of ten.
///
/// So a figure in hours becomes the double nearest to its minutes, and 0.1
/// in thousands exactly 100, without a rounding in between.
struct ExactFactor: Sendable, Equatable {
    /// The power of ten.
    private(set) var shift = 0
    /// The whole number above the line; no multiple of 10.
    private(set) var times: UInt64 = 1
    /// The whole number below the line; a multiple of neither 2 nor 5.
    private(set) var divisor: UInt64 = 1
    private(set) var isNegative = false
    /// What could not be taken apart into whole numbers; 1 for all that
    /// people write.
    private(set) var rest = 1.0

    /// Changes nothing.
    static let one = ExactFactor()

    /// Doubles below it hold every whole number.
    static let wholeLimit: UInt64 = 1 << 53

    private init() {}

    /// The factor of a multiplier and of a change from one unit to another.
    ///
    /// - Parameters:
    ///   - from: the size of the file's unit in the base unit.
    ///   - to: the size of the measure's unit in the base unit.
    init(_ multiplier: Double, from: Double = 1, to: Double = 1) {
        isNegative = (multiplier < 0) != ((from < 0) != (to < 0))
        let parts = [multiplier, from, to].map { Decimal(abs($0)) }
        guard let above = Self.product(parts[0].digits, parts[1].digits) else {
            rest = abs(multiplier) * (abs(from) / abs(to))
            return
        }
        let common = Self.commonDivisor(above, parts[2].digits)
        times = above / common
        divisor = parts[2].digits / common
        shift = parts[0].exponent + parts[1].exponent - parts[2].exponent
        reduce()
        if times >= Self.wholeLimit || divisor >= Self.wholeLimit || abs(shift) > 300 {
            self = .one
            isNegative = multiplier < 0
            rest = abs(multiplier) * (from / to)
        }
    }

    /// Whether it is a power of ten, the usual case.
    var isPowerOfTen: Bool { times == 1 && divisor == 1 && rest == 1 && !isNegative }

    /// Whether it changes nothing.
    var isOne: Bool { isPowerOfTen && shift == 0 }

    /// A whole number times a power of ten times this, rounded once; nil
    /// where that takes more than doubles hold.
    ///
    /// - Parameter exponent: with `shift` in it.
    func apply(to number: UInt64, exponent: Int) -> Double? {
        guard rest == 1, let product = Self.product(number, times) else { return nil }
        var above = product
        var below = divisor
        guard abs(exponent) < 16 else { return nil }
        for _ in 0..<abs(exponent) {
            if exponent > 0 { above *= 10 } else { below *= 10 }
            if above >= Self.wholeLimit || below >= Self.wholeLimit { return nil }
        }
        guard above < Self.wholeLimit else { return nil }
        let value = Double(above) / Double(below)
        return isNegative ? -value : value
    }

    /// A number that was never written in digits times this.
    func apply(to value: Double) -> Double {
        var value = value * Double(times) / Double(divisor) * rest
        for _ in 0..<abs(shift) { value = shift > 0 ? value * 10 : value / 10 }
        return isNegative ? -value : value
    }

    /// Moves all factors of 2 and 5 into the power of ten.
    private mutating func reduce() {
        for (prime, other) in [(UInt64(2), UInt64(5)), (5, 2)] {
            while divisor.isMultiple(of: prime), let more = Self.product(times, other) {
                divisor /= prime
                times = more
                shift -= 1
            }
        }
        while times.isMultiple(of: 10), times > 0 {
            times /= 10
            shift += 1
        }
    }

    private static func product(_ left: UInt64, _ right: UInt64) -> UInt64? {
        let (product, isOverflow) = left.multipliedReportingOverflow(by: right)
        return isOverflow ? nil : product
    }

    private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (a, b) = (left, right)
        while b > 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }

    /// A positive double as it is written shortest: digits and a power of ten.
    private struct Decimal {
        var digits: UInt64 = 0
        var exponent = 0

        init(_ value: Double) {
            let parts = "\(value)".split(separator: "e")
            let number = (parts.first ?? "").split(separator: ".")
            let fraction = number.count > 1 ? number[1] : ""
            digits = UInt64((number.first ?? "") + fraction) ?? 0
            exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
            while digits.isMultiple(of: 10), digits > 0 {
                digits /= 10
                exponent += 1
            }
        }
    }
}

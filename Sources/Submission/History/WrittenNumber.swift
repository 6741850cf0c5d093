import Glibc

/// A number as somebody writes it: its digits and its decimals.
enum WrittenNumber {
    /// Decimals beyond these are the work of a division, not of a writer.
    private static let mostDecimals = 9

    /// How many decimals the shortest text of a number has; at most nine.
    static func decimals(_ value: Double) -> Int {
        var scaled = abs(value)
        for decimals in 0..<mostDecimals {
            if abs(scaled - scaled.rounded()) <= scaled * 1e-12 { return decimals }
            scaled *= 10
        }
        return mostDecimals
    }

    /// The size of the last place that is written: 1 for 120, 0.01 for 1.25.
    static func lastPlace(_ value: Double) -> Double {
        var place = 1.0
        for _ in 0..<decimals(value) { place /= 10 }
        return place
    }

    /// How many digits say something: without zeros at either end, 2 for
    /// 1,200 and for 0.012.
    static func significantDigits(_ value: Double) -> Int {
        let digits = digits(value).drop { $0 == 0 }
        return digits.count - digits.reversed().prefix { $0 == 0 }.count
    }

    /// All digits, without the point; of 12.5 they are 1, 2 and 5. Empty for
    /// a number with more than 18.
    static func digits(_ value: Double) -> [UInt8] {
        var scaled = abs(value)
        for _ in 0..<decimals(value) { scaled *= 10 }
        guard scaled < 1e18 else { return [] }
        var rest = UInt64(scaled.rounded())
        var digits: [UInt8] = []
        repeat {
            digits.append(UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        return digits.reversed()
    }

    /// A number with so many digits that say something.
    static func rounded(_ value: Double, digits: Int) -> Double {
        guard value != 0, value.isFinite else { return value }
        let places = digits - 1 - Int(log10(abs(value)).rounded(.down))
        let power = pow(10, Double(abs(places)))
        return places < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
    }

    /// The number that digits make with so many decimals.
    static func value(_ digits: [UInt8], decimals: Int) -> Double {
        var whole = 0.0
        for digit in digits { whole = whole * 10 + Double(digit) }
        var divisor = 1.0
        for _ in 0..<decimals { divisor *= 10 }
        return whole / divisor
    }
}

import Glibc

/// Reads decimal numbers from bytes, strictly and exactly.
///
/// The result is the double nearest to the decimal text times a factor, as
/// if no rounding came between; so `0.7` in thousands is exactly 700, and
/// `0.1` hours are exactly 6 minutes. Nothing is guessed: what is not a number as declared is a
/// fault with its reason.
public struct NumberReader: Sendable {
    /// How negative numbers are marked.
    public enum Negative: String, Sendable, CaseIterable {
        /// A sign before the number.
        case sign
        /// A sign before or behind the number.
        case trailing
        /// A sign before it, or parentheses around it.
        case parentheses
    }

    /// How digits before the decimal mark are grouped.
    public enum Grouping: String, Sendable, CaseIterable {
        /// By three: `1,234,567`.
        case three
        /// The last three, and by two before them: `12,34,567`.
        case indian
    }

    /// What came of a text.
    public struct Reading: Sendable {
        /// The number, meaningless where there is a fault.
        public let value: Double
        /// Whether the text is a number.
        public let isNumber: Bool
        /// Whether the text is how the value itself is written shortest:
        /// plain digits as PostgreSQL prints a float8, without exponent.
        public let isCanonical: Bool
    }

    /// The decimal mark.
    public let decimal: UInt8
    /// The thousands mark, nil where there is none.
    public let thousands: UInt8?
    /// How negative numbers are marked.
    public let negative: Negative
    /// How digits are grouped where a thousands mark parts them.
    public let grouping: Grouping
    /// What the numbers are multiplied by.
    let factor: ExactFactor
    private let isPowerOfTen: Bool
    private let shift: Int

    /// Makes a reader for a file's marks.
    ///
    /// A thousands mark of a space stands for no-break and thin spaces, too,
    /// and an apostrophe for a typographic one.
    public init(
        decimal: UInt8 = UInt8(ascii: "."), thousands: UInt8? = nil,
        negative: Negative = .sign, grouping: Grouping = .three, multiplier: Double = 1
    ) {
        self.init(
            decimal: decimal, thousands: thousands, negative: negative, grouping: grouping,
            factor: ExactFactor(multiplier))
    }

    init(
        decimal: UInt8, thousands: UInt8?, negative: Negative, grouping: Grouping = .three,
        factor: ExactFactor
    ) {
        self.decimal = decimal
        self.thousands = thousands
        self.negative = negative
        self.grouping = grouping
        self.factor = factor
        isPowerOfTen = factor.isPowerOfTen
        shift = factor.shift
    }

    static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Reads a cell without white space around it.
    public func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        if let reading = readPlain(bytes) { return reading }
        return readGeneral(bytes)
    }

    /// Reads a text; for tests and constants.
    public func read(_ text: String) -> Reading {
        var text = text
        return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    }

    /// Digits with at most a sign and one decimal mark, up to 15 of them:
    /// nearly every cell. Nil for anything else.
    @inline(__always)
    private func readPlain(_ bytes: UnsafeRawBufferPointer) -> Reading? {
        guard let digits = PlainDigits(bytes, decimal: decimal) else { return nil }
        let exponent = shift &- digits.fraction
        guard exponent <= 22, exponent >= -22 else { return nil }
        guard isPowerOfTen else {
            guard let value = factor.apply(to: digits.number, exponent: exponent) else {
                return nil
            }
            return Reading(
                value: digits.isNegative ? -value : value, isNumber: true, isCanonical: false)
        }
        let value = Self.scaled(Double(digits.number), exponent)
        let isPlain = decimal == UInt8(ascii: ".") && shift == 0
        // Up to four decimals no figure but 0 is below 0.0001: the usual case
        // does not wait for the division.
        let isPrinted =
            digits.number == 0
            ? !digits.isNegative : digits.fraction &- shift <= 4 || value >= 1e-4
        return Reading(
            value: digits.isNegative ? -value : value, isNumber: true,
            isCanonical: digits.isShortest && isPlain && isPrinted)
    }

    /// A number times a power of ten from -22 to 22, rounded once.
    @inline(__always)
    private static func scaled(_ number: Double, _ exponent: Int) -> Double {
        switch exponent {
        case 0: number
        case -1: number / 10
        case -2: number / 100
        case -3: number / 1_000
        case ..<0: number / powers[-exponent]
        default: number * powers[exponent]
        }
    }

    /// Any number: signs, thousands, exponents, many digits.
    private func readGeneral(_ bytes: UnsafeRawBufferPointer) -> Reading {
        guard bytes.count <= 400 else { return .none }
        guard let text = NumberText(bytes, reader: self) else { return .none }
        var plain = text.plain(times: factor.times, shift: shift)
        plain.append(0)
        let value = plain.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { strtod($0, nil) } ?? .nan
            }
        }
        let scaled =
            value / Double(factor.divisor) * (factor.isNegative ? -factor.rest : factor.rest)
        guard scaled.isFinite else { return .none }
        return Reading(value: scaled, isNumber: true, isCanonical: false)
    }
}

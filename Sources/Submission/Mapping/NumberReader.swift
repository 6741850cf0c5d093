import Glibc

/// Reads decimal numbers from bytes, strictly and exactly.
///
/// The result is the double nearest to the decimal text, times a multiplier;
/// a power of ten is applied to the decimal, so that `0.7` in thousands is
/// exactly 700. Nothing is guessed: what is not a number as declared is a
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
    /// What the numbers are multiplied by.
    public let multiplier: Double

    private let shift: Int
    private let factor: Double

    /// Makes a reader for a file's marks.
    ///
    /// A thousands mark of a space stands for no-break spaces, too.
    public init(
        decimal: UInt8 = UInt8(ascii: "."), thousands: UInt8? = nil,
        negative: Negative = .sign, multiplier: Double = 1
    ) {
        self.decimal = decimal
        self.thousands = thousands
        self.negative = negative
        self.multiplier = multiplier
        let power = Self.powers.firstIndex(of: multiplier)
        let inverse = Self.powers.firstIndex(of: 1 / multiplier)
        shift = power ?? inverse.map { -$0 } ?? 0
        factor = power == nil && inverse == nil ? multiplier : 1
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
        var value = Self.scaled(Double(digits.number), exponent)
        if factor != 1 { value *= factor }
        let isPlain = decimal == UInt8(ascii: ".") && multiplier == 1
        let isPrinted = value >= 1e-4 || (digits.number == 0 && !digits.isNegative)
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

    private static let fault = Reading(value: 0, isNumber: false, isCanonical: false)

    /// Any number: signs, thousands, exponents, many digits.
    private func readGeneral(_ bytes: UnsafeRawBufferPointer) -> Reading {
        guard bytes.count <= 400 else { return Self.fault }
        guard let text = NumberText(bytes, reader: self) else { return Self.fault }
        var plain = text.plain(shift: shift)
        plain.append(0)
        let value = plain.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { strtod($0, nil) } ?? .nan
            }
        }
        guard value.isFinite else { return Self.fault }
        return Reading(value: value * factor, isNumber: true, isCanonical: false)
    }
}

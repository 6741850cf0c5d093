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
        guard let base = bytes.baseAddress, bytes.count > 0, bytes.count <= 17 else { return nil }
        let count = bytes.count
        var at = 0
        let isNegative = base.load(as: UInt8.self) == UInt8(ascii: "-")
        if isNegative { at = 1 }
        let first = at
        var number: UInt64 = 0
        var mark = -1
        while at < count {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                number = number &* 10 &+ UInt64(digit)
            } else if byte == decimal, mark < 0 {
                mark = at
            } else {
                return nil
            }
            at &+= 1
        }
        let whole = (mark < 0 ? count : mark) &- first
        let fraction = mark < 0 ? 0 : count &- mark &- 1
        guard whole + fraction > 0, whole + fraction <= 15, mark < 0 || fraction > 0, whole > 0
        else { return nil }
        let exponent = shift &- fraction
        guard exponent <= 22, exponent >= -22 else { return nil }
        var value = Double(number)
        Self.powers.withUnsafeBufferPointer {
            if exponent < 0 {
                value /= $0[-exponent]
            } else if exponent > 0 {
                value *= $0[exponent]
            }
        }
        if factor != 1 { value *= factor }
        let lead = base.load(fromByteOffset: first, as: UInt8.self)
        let isShort =
            (lead != UInt8(ascii: "0") || whole == 1)
            && (fraction == 0
                || base.load(fromByteOffset: count - 1, as: UInt8.self) != UInt8(ascii: "0"))
        let isPlain = decimal == UInt8(ascii: ".") && multiplier == 1
        let isPrinted = value >= 1e-4 || (number == 0 && !isNegative)
        return Reading(
            value: isNegative ? -value : value, isNumber: true,
            isCanonical: isShort && isPlain && isPrinted)
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

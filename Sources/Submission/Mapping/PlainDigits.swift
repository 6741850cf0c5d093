/// The digits of a plain decimal: a minus, digits, at most one decimal mark.
struct PlainDigits {
    /// All digits as one number, without the mark; below 10^15.
    let number: UInt64
    /// How many digits stand behind the mark.
    let fraction: Int
    let isNegative: Bool
    /// Whether there are no needless zeros in front or behind.
    let isShortest: Bool

    /// Reads the digits; nil where there is anything else, more than 15 of
    /// them, or a mark without digits on both sides.
    @inline(__always)
    init?(_ bytes: UnsafeRawBufferPointer, decimal: UInt8) {
        let count = bytes.count
        guard let base = bytes.baseAddress, count > 0, count <= 17 else { return nil }
        isNegative = base.load(as: UInt8.self) == UInt8(ascii: "-")
        let first = isNegative ? 1 : 0
        let length = count &- first
        guard length > 0 else { return nil }
        if length <= 8 {
            guard let word = DigitWord(base + first, count: length, decimal: decimal) else {
                return nil
            }
            (number, fraction) = (word.number, word.fraction)
        } else {
            guard let digits = Self.read(base, from: first, to: count, decimal) else { return nil }
            (number, fraction) = digits
        }
        let whole = length &- fraction &- (fraction > 0 ? 1 : 0)
        let lead = base.load(fromByteOffset: first, as: UInt8.self)
        let last = base.load(fromByteOffset: count &- 1, as: UInt8.self)
        isShortest =
            (lead != UInt8(ascii: "0") || whole == 1)
            && (fraction == 0 || last != UInt8(ascii: "0"))
    }
    /// Reads digits one by one; more than 15 of them are not read.
    private static func read(
        _ base: UnsafeRawPointer, from first: Int, to end: Int, _ decimal: UInt8
    ) -> (number: UInt64, fraction: Int)? {
        var number: UInt64 = 0
        var mark = end
        for at in first..<end {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                number = number &* 10 &+ UInt64(digit)
            } else if byte == decimal, mark == end, at > first, at < end &- 1 {
                mark = at
            } else {
                return nil
            }
        }
        let fraction = max(end &- mark &- 1, 0)
        let digits = end &- first &- (mark < end ? 1 : 0)
        return digits <= 15 ? (number, fraction) : nil
    }
}

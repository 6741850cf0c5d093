/// The digits of a plain decimal: a minus, digits, at most one decimal mark.
struct PlainDigits {
    /// All digits as one number, without the mark; below 10^15.
    private(set) var number: UInt64 = 0
    /// How many digits stand behind the mark.
    private(set) var fraction = 0
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
        var at = first
        var mark = count
        while at < count {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                number = number &* 10 &+ UInt64(digit)
            } else if byte == decimal, mark == count {
                mark = at
            } else {
                return nil
            }
            at &+= 1
        }
        let whole = mark &- first
        fraction = max(count &- mark &- 1, 0)
        guard whole > 0, whole &+ fraction <= 15, mark == count || fraction > 0 else { return nil }
        let lead = base.load(fromByteOffset: first, as: UInt8.self)
        let last = base.load(fromByteOffset: count &- 1, as: UInt8.self)
        isShortest =
            (lead != UInt8(ascii: "0") || whole == 1)
            && (fraction == 0 || last != UInt8(ascii: "0"))
    }
}

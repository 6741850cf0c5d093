/// Up to eight digits with at most one decimal mark among them, read at once
/// as one machine word: nearly every cell of a file.
///
/// The digits are added up in three multiplications (Lemire 2018, "Quickly
/// parsing eight digits"), so that no branch depends on how many there are.
struct DigitWord {
    /// All digits as one number, without the mark.
    let number: UInt64
    /// How many digits stand behind the mark.
    let fraction: Int

    private static let everyByte: UInt64 = 0x0101_0101_0101_0101
    private static let zeros = everyByte &* 0x30
    private static let upperHalves = everyByte &* 0xF0

    /// Reads `count` bytes, one to eight; nil where there is anything but
    /// digits and one mark with digits on both sides.
    @inline(__always)
    init?(_ base: UnsafeRawPointer, count: Int, decimal: UInt8) {
        var word = Self.load(base, count)
        let others = word ^ (Self.everyByte &* UInt64(decimal))
        // The lowest bit of the first byte that is the mark; above it there
        // may be others by chance.
        let marks = (others &- Self.everyByte) & ~others & (Self.everyByte << 7)
        var fraction = 0
        if marks != 0 {
            let place = marks.trailingZeroBitCount >> 3
            fraction = 7 &- place
            guard fraction > 0, place &+ count > 8 else { return nil }
            let below = (1 as UInt64) &<< UInt64(place &* 8) &- 1
            let behind = word & ~(below &<< 8 | 0xFF)
            word = behind | (word & below) &<< 8 | 0x30
        }
        let halves =
            (word & Self.upperHalves) | ((word &+ Self.everyByte &* 6) & Self.upperHalves) >> 4
        guard halves == Self.everyByte &* 0x33 else { return nil }
        let digits = word &- Self.zeros
        let pairs = digits &* 10 &+ digits >> 8
        let odd = (pairs & 0xFF_0000_00FF) &* 0xF_4240_0000_0064
        let even = (pairs >> 16 & 0xFF_0000_00FF) &* 0x2710_0000_0001
        number = (odd &+ even) >> 32
        self.fraction = fraction
    }

    /// The bytes with the last one on top, and zeros as digits in front.
    @inline(__always)
    private static func load(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
        let front = UInt64(8 &- count) &* 8
        let fill = zeros & ((1 as UInt64) &<< front &- 1)
        if count >= 4 {
            let first = UInt32(littleEndian: base.loadUnaligned(as: UInt32.self))
            let last = base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return fill | UInt64(first) &<< front | UInt64(UInt32(littleEndian: last)) &<< 32
        }
        let middle = count >> 1
        let first = UInt64(base.load(as: UInt8.self)) &<< front
        let inner = UInt64(base.load(fromByteOffset: middle, as: UInt8.self))
        let last = UInt64(base.load(fromByteOffset: count &- 1, as: UInt8.self)) &<< 56
        return fill | first | inner &<< (front &+ UInt64(middle &* 8)) | last
    }
}

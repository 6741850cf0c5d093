/// Tells, part by part, whether bytes are strict UTF-8.
///
/// Overlong forms, surrogates and code points beyond U+10FFFF are refused.
struct UTF8Check {
    private var isValid = true
    /// Continuation bytes still to come, and the bounds of the next one.
    private var pending = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    /// Whether all that was seen is valid and ends with a whole character.
    var isComplete: Bool { isValid && pending == 0 }

    /// Looks at the next part; returns the offset of a NUL byte, if any.
    mutating func scan(_ part: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index < part.count {
            if pending == 0 {
                index = Self.skipPlain(part, from: index)
                if index >= part.count { return nil }
            }
            let byte = part[index]
            if byte == 0 { return index }
            if isValid { step(byte) }
            index += 1
        }
        return nil
    }

    /// The first offset whose byte is NUL or not ASCII, eight at a time.
    static func skipPlain(_ part: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        let high: UInt64 = 0x8080_8080_8080_8080
        let low: UInt64 = 0x0101_0101_0101_0101
        while index + 32 <= part.count {
            var seen: UInt64 = 0
            for lane in 0..<4 {
                let word = part.loadUnaligned(fromByteOffset: index + lane * 8, as: UInt64.self)
                seen |= word | (word &- low)
            }
            if seen & high != 0 { break }
            index += 32
        }
        while index < part.count, part[index] != 0, part[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func step(_ byte: UInt8) {
        if pending > 0 {
            guard byte >= lower, byte <= upper else {
                isValid = false
                pending = 0
                return
            }
            pending -= 1
            (lower, upper) = (0x80, 0xBF)
            return
        }
        switch byte {
        case 0x00...0x7F: break
        case 0xC2...0xDF: pending = 1
        case 0xE0...0xEF:
            pending = 2
            if byte == 0xE0 { lower = 0xA0 }
            if byte == 0xED { upper = 0x9F }
        case 0xF0...0xF4:
            pending = 3
            if byte == 0xF0 { lower = 0x90 }
            if byte == 0xF4 { upper = 0x8F }
        default: isValid = false
        }
    }
}

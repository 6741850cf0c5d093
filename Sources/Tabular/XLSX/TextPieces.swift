import Glibc

/// Text of one cell while it comes in pieces, with a NUL byte behind it.
struct TextPieces {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 1 << 10

    init() { bytes = .allocate(capacity: capacity) }

    /// Gives the memory back; nothing may be used afterwards.
    func deallocate() { bytes.deallocate() }

    mutating func clear() {
        count = 0
        bytes[0] = 0
    }

    /// Adds a piece; false where the text grows past `TableLimits.cellBytes`.
    @inline(__always)
    mutating func append(_ piece: UnsafeRawPointer, _ length: Int) -> Bool {
        if count &+ length &+ 1 > capacity {
            guard count + length <= TableLimits.cellBytes else { return false }
            grow(to: count + length + 1)
        }
        memcpy(bytes + count, piece, length)
        count &+= length
        bytes[count] = 0
        return true
    }

    private mutating func grow(to wanted: Int) {
        capacity = max(wanted, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }

    /// Resolves `_xHHHH_`, the way in which a workbook writes characters that
    /// XML does not take; says whether the text is as short as Excel allows.
    ///
    /// ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    mutating func resolveEscapes() -> Bool {
        if count > 6, memchr(bytes, Int32(UInt8(ascii: "_")), count) != nil { unescape() }
        return count <= TableLimits.sheetCellUnits || utf16Count <= TableLimits.sheetCellUnits
    }

    private mutating func unescape() {
        var to = 0
        var at = 0
        while at < count {
            guard let unit = escape(at) else {
                bytes[to] = bytes[at]
                to += 1
                at += 1
                continue
            }
            at += 7
            var units = [unit]
            if UTF16.isLeadSurrogate(unit), let second = escape(at), UTF16.isTrailSurrogate(second)
            {
                units.append(second)
                at += 7
            }
            for byte in String(decoding: units == [0] ? [0xFFFD] : units, as: UTF16.self).utf8 {
                bytes[to] = byte
                to += 1
            }
        }
        count = to
        bytes[count] = 0
    }

    /// The unit that an escape at an offset stands for.
    private func escape(_ at: Int) -> UInt16? {
        guard at + 7 <= count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
            bytes[at + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for index in 2..<6 {
            let letter = bytes[at + index] | 0x20
            switch bytes[at + index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                unit = unit << 4 | UInt16(bytes[at + index] - UInt8(ascii: "0"))
            default:
                guard UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter else { return nil }
                unit = unit << 4 | UInt16(letter - UInt8(ascii: "a") + 10)
            }
        }
        return unit
    }

    private var utf16Count: Int {
        var units = 0
        for index in 0..<count {
            let byte = bytes[index]
            if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        }
        return units
    }
}

import Tabular

/// Cells as mappings compare them: by their bytes, without outer white space.
enum CellText {
    /// The bytes without spaces, tabs and line ends around them.
    @inline(__always)
    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let base = bytes.baseAddress else { return bytes }
        var start = 0
        var end = bytes.count
        while start < end, base.load(fromByteOffset: start, as: UInt8.self) <= 0x20 { start &+= 1 }
        while end > start, base.load(fromByteOffset: end &- 1, as: UInt8.self) <= 0x20 {
            end &-= 1
        }
        return UnsafeRawBufferPointer(start: base + start, count: end &- start)
    }

    /// A cell as a String, for what is rare.
    static func string(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// A text with single spaces inside and none around it.
    ///
    /// No-break spaces count as white space.
    static func cleaned(_ text: String) -> String {
        if PlainText.isOneLine(text) { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A text as headers are compared: cleaned, without regard to case.
    static func folded(_ text: String) -> String { cleaned(text).lowercased() }
}

/// Walks over the bytes of JSON, value by value (RFC 8259).
struct JSONScan {
    let file: SourceFile
    private let base: UnsafePointer<UInt8>
    let count: Int
    private(set) var at: Int
    private(set) var line = 1
    private var lineStart: Int
    /// The text of the last string that held escapes.
    private let decoded = DecodedText()

    /// A string's text or a number's digits, where they lie.
    typealias Text = UnsafeBufferPointer<UInt8>

    init(_ file: SourceFile, base: UnsafePointer<UInt8>) {
        self.file = file
        self.base = base
        count = file.count
        let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        at = hasMark ? 3 : 0
        lineStart = at
    }

    /// The next byte that is no white space; nil at the end.
    @inline(__always)
    mutating func peek() -> UInt8? {
        while at < count {
            let byte = base[at]
            switch byte {
            case 0x0A:
                line &+= 1
                lineStart = at &+ 1
            case 0x20, 0x09, 0x0D: break
            default: return byte
            }
            at &+= 1
        }
        return nil
    }

    /// Passes over a byte that must stand here.
    @inline(__always)
    mutating func take(_ expected: Unicode.Scalar) throws(TableError) {
        guard let byte = peek(), byte == UInt8(ascii: expected) else {
            throw unexpected("\"\(expected)\"")
        }
        at &+= 1
    }

    /// Passes over a byte where it stands here.
    @inline(__always)
    mutating func takes(_ expected: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: expected) else { return false }
        at &+= 1
        return true
    }

    // MARK: Strings

    /// Reads a string, whose opening quote stands here.
    ///
    /// Valid until the next string is read.
    mutating func string() throws(TableError) -> Text {
        let open = at
        at += 1
        while at < count {
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return Text(start: base + open + 1, count: at - open - 2)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(open) }
            guard byte >= 0x20 else { throw controlCharacter(byte) }
            at += 1
        }
        at = open
        throw error("the string that begins here is never closed")
    }

    private mutating func escapedString(_ open: Int) throws(TableError) -> Text {
        decoded.pieces.clear()
        try decode(base + open + 1, at - open - 1)
        while at < count {
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return Text(start: decoded.pieces.bytes, count: decoded.pieces.count)
            }
            if byte == UInt8(ascii: "\\") {
                try escape()
            } else {
                guard byte >= 0x20 else { throw controlCharacter(byte) }
                try decode(base + at, 1)
                at += 1
            }
        }
        at = open
        throw error("the string that begins here is never closed")
    }

    private mutating func escape() throws(TableError) {
        let letter = at + 1 < count ? base[at + 1] : 0
        var plain: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = letter
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("the escape here is none that JSON knows")
        }
        try decode(&plain, 1)
        at += 2
    }

    private func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(TableError) {
        guard decoded.pieces.append(bytes, count) else {
            throw error(
                "the string is longer than 1 MiB", .cellTooLong,
                remedy: "Check that this is a list of records")
        }
    }

    /// Reads `\uHHHH`, or two that stand for one character; U+0000 and halves
    /// of a character become U+FFFD.
    private mutating func unicodeEscape() throws(TableError) {
        guard let first = unit(at) else {
            throw error("\"\\u\" is not followed by four hexadecimal digits")
        }
        at += 6
        var units = [first == 0 ? 0xFFFD : first]
        if UTF16.isLeadSurrogate(first), let second = unit(at), UTF16.isTrailSurrogate(second) {
            units.append(second)
            at += 6
        }
        for var byte in String(decoding: units, as: UTF16.self).utf8 { try decode(&byte, 1) }
    }

    private func unit(_ at: Int) -> UInt16? {
        guard at + 6 <= count, base[at] == UInt8(ascii: "\\"), base[at + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt16 = 0
        for index in 2..<6 {
            guard let digit = Character(Unicode.Scalar(base[at + index])).hexDigitValue else {
                return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    // MARK: Other values

    /// Reads a number as it is written.
    mutating func number() throws(TableError) -> Text {
        let start = at
        if byte == UInt8(ascii: "-") { at += 1 }
        let whole = at
        digits()
        let isWhole = at > whole && (base[whole] != UInt8(ascii: "0") || at == whole + 1)
        var isValid = isWhole
        if byte == UInt8(ascii: ".") {
            at += 1
            isValid = digits() > 0 && isValid
        }
        if byte.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            at += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
            isValid = digits() > 0 && isValid
        }
        guard isValid else {
            at = start
            throw error("this is no number as JSON writes it")
        }
        return Text(start: base + start, count: at - start)
    }

    /// Reads `true`, `false` or `null`.
    mutating func word() throws(TableError) -> Text {
        for word: StaticString in ["true", "false", "null"] {
            let length = word.utf8CodeUnitCount
            let text = Text(start: base + at, count: min(length, count - at))
            if text.elementsEqual(Text(start: word.utf8Start, count: length)) {
                at += length
                return text
            }
        }
        throw unexpected("a value")
    }

    /// Passes over a value of any kind; returns it as it is written.
    mutating func raw(depth: Int = 1) throws(TableError) -> Text {
        guard let first = peek() else { throw unexpected("a value") }
        guard depth <= TableLimits.depth else {
            throw error("lists and objects are nested deeper than \(TableLimits.depth)")
        }
        let start = at
        switch first {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "["), UInt8(ascii: "{"): try nested(first, depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
        default: _ = try word()
        }
        return Text(start: base + start, count: at - start)
    }

    private mutating func nested(_ opening: UInt8, _ depth: Int) throws(TableError) {
        let isObject = opening == UInt8(ascii: "{")
        let end: Unicode.Scalar = isObject ? "}" : "]"
        at += 1
        if takes(end) { return }
        repeat {
            if isObject {
                guard peek() == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
                _ = try string()
                try take(":")
            }
            _ = try raw(depth: depth + 1)
        } while takes(",")
        try take(end)
    }

    private var byte: UInt8? { at < count ? base[at] : nil }

    @discardableResult
    private mutating func digits() -> Int {
        let start = at
        while at < count, base[at] &- 0x30 <= 9 { at += 1 }
        return at - start
    }

    // MARK: Errors

    /// An error at the byte at hand.
    func error(
        _ problem: String, _ kind: TableError.Kind = .syntax,
        remedy: String = "Write the file again with a program that writes JSON"
    ) -> TableError {
        let before = Text(start: base + lineStart, count: max(at - lineStart, 0))
        let character = before.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return TableError(
            kind, file: file.name, line: line, character: character, problem: problem,
            remedy: remedy)
    }

    func unexpected(_ expected: String) -> TableError {
        guard let byte else {
            return error(
                "the file ends where \(expected) is expected",
                remedy: "Send the file again; it may have been cut off on its way")
        }
        let found = String(
            decoding: Text(start: base + at, count: min(4, count - at)), as: UTF8.self)
        let shown = byte < 0x20 ? "a control character" : "\"\(found.prefix(1))\""
        return error("\(expected) is expected here, not \(shown)")
    }

    private func controlCharacter(_ byte: UInt8) -> TableError {
        let name = byte == 0x0A || byte == 0x0D ? "a line end" : "a control character"
        return error("the string holds \(name), which JSON writes as an escape")
    }
}

/// The memory of a string whose escapes are resolved.
private final class DecodedText {
    var pieces = TextPieces()

    deinit { pieces.deallocate() }
}

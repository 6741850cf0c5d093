/// A number's text taken apart, or why it is none.
struct NumberText {
    private var isNegative = false
    private var digits: [UInt8] = []
    /// The decimal exponent of the last digit.
    private var exponent = 0

    /// Takes a text apart; nil where it is no number as declared.
    init?(_ bytes: UnsafeRawBufferPointer, reader: NumberReader) {
        guard let body = stripSign(Self.plainMarks(bytes), reader.negative) else { return nil }
        guard readBody(body, reader) else { return nil }
    }

    /// The number times a whole number and a power of ten, as `strtod` reads
    /// it in the C locale.
    func plain(times: UInt64, shift: Int) -> [UInt8] {
        (isNegative ? [UInt8(ascii: "-")] : []) + Self.product(digits, times)
            + Array("e\(exponent + shift)".utf8)
    }

    /// Digits times a whole number below 2^53, by hand.
    private static func product(_ digits: [UInt8], _ times: UInt64) -> [UInt8] {
        if times == 1 { return digits }
        var reversed: [UInt8] = []
        var carry: UInt64 = 0
        for digit in digits.reversed() {
            carry += UInt64(digit - UInt8(ascii: "0")) * times
            reversed.append(UInt8(ascii: "0") + UInt8(carry % 10))
            carry /= 10
        }
        while carry > 0 {
            reversed.append(UInt8(ascii: "0") + UInt8(carry % 10))
            carry /= 10
        }
        return reversed.reversed()
    }

    private mutating func stripSign(
        _ text: [UInt8], _ negative: NumberReader.Negative
    ) -> ArraySlice<UInt8>? {
        guard let first = text.first, let last = text.last else { return nil }
        let minus = UInt8(ascii: "-")
        if first == minus || first == UInt8(ascii: "+") {
            isNegative = first == minus
            return text.dropFirst()
        }
        if negative == .trailing, last == minus {
            isNegative = true
            return text.dropLast()
        }
        if negative == .parentheses, first == UInt8(ascii: "("), last == UInt8(ascii: ")") {
            isNegative = true
            return text.dropFirst().dropLast()
        }
        return text[...]
    }

    /// Digits in groups, decimal mark, digits, exponent.
    private mutating func readBody(_ body: ArraySlice<UInt8>, _ reader: NumberReader) -> Bool {
        var at = body.startIndex
        var groups = [0]
        while at < body.endIndex {
            if Self.isDigit(body[at]) {
                digits.append(body[at])
                groups[groups.count - 1] += 1
            } else if body[at] == reader.thousands {
                groups.append(0)
            } else {
                break
            }
            at += 1
        }
        guard Self.areRight(groups, reader.grouping) else { return false }
        if at < body.endIndex, body[at] == reader.decimal {
            at += 1
            let start = digits.count
            while at < body.endIndex, Self.isDigit(body[at]) {
                digits.append(body[at])
                at += 1
            }
            exponent = start - digits.count
            guard exponent < 0 else { return false }
        }
        guard !digits.isEmpty else { return false }
        return at == body.endIndex || readExponent(body[at...])
    }

    private mutating func readExponent(_ part: ArraySlice<UInt8>) -> Bool {
        guard let mark = part.first, mark | 0x20 == UInt8(ascii: "e") else { return false }
        var rest = part.dropFirst()
        var sign = 1
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            rest = rest.dropFirst()
        }
        guard (1...3).contains(rest.count), rest.allSatisfy(Self.isDigit) else { return false }
        exponent += sign * rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return true
    }

    /// One group, or a first of one to three digits and others of three; in
    /// India others of two but for the last.
    private static func areRight(_ groups: [Int], _ grouping: NumberReader.Grouping) -> Bool {
        if groups.count == 1 { return true }
        guard let found = NumberShape.grouping(groups) else { return false }
        return found == .unsaid || (found == .indian) == (grouping == .indian)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// The bytes with marks beyond ASCII as their plain likes: spaces that do
    /// not break or are thin, and the typographic apostrophe.
    static func plainMarks(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return Array(bytes) }
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            let mark = byte < 0x80 ? nil : wideMarks.first { rest.starts(with: $0.bytes) }
            result.append(mark?.plain ?? byte)
            rest = rest.dropFirst(mark?.bytes.count ?? 1)
        }
        return result
    }

    private static let wideMarks: [(bytes: [UInt8], plain: UInt8)] = [
        ("\u{A0}", " "), ("\u{202F}", " "), ("\u{2009}", " "), ("\u{2007}", " "),
        ("\u{2019}", "'"),
    ].map { (Array($0.utf8), UInt8(ascii: $1)) }
}

extension NumberReader {
    /// Why a text is not a number, in a few words for a message.
    public func reason(_ text: String) -> String {
        let lowered = text.lowercased()
        if ["nan", "inf", "+inf", "-inf", "infinity", "-infinity"].contains(lowered) {
            return "not a finite number"
        }
        if lowered.hasPrefix("0x") { return "hexadecimal" }
        if text.utf8.count > 400 { return "too long" }
        if let look = NumberLook.reason(text) { return look }
        if let sign = text.first(where: { "$€£¥".contains($0) }) { return "currency sign \(sign)" }
        if text.contains("%") { return "percent sign" }
        let marks = text.utf8.reduce(0) { $0 + ($1 == decimal ? 1 : 0) }
        if let letter = text.first(where: \.isLetter) {
            let isExponent = "eE".contains(letter) && text.filter(\.isLetter).count == 1
            if !isExponent { return Self.letterReason(letter) }
        }
        if marks > 1 { return "two decimal marks" }
        if text.hasPrefix("(") { return "parentheses" }
        if text.hasSuffix("-") { return "minus behind the number" }
        return markReason(text)
    }

    private static func letterReason(_ letter: Character) -> String { "letter \(letter)" }

    private func markReason(_ text: String) -> String {
        if let thousands, text.utf8.contains(thousands) {
            let sizes = text.utf8.split(separator: thousands, omittingEmptySubsequences: false)
            let isIndian = NumberShape.grouping(sizes.map(\.count)) == .indian
            return isIndian ? "groups of two digits" : "thousands mark in the wrong place"
        }
        if decimal == UInt8(ascii: "."), text.contains(",") { return "a comma" }
        if decimal == UInt8(ascii: ","), text.contains(".") { return "a point" }
        if text.contains(where: \.isWhitespace) { return "a space inside" }
        if text.last?.utf8.first == decimal { return "no digit behind the decimal mark" }
        return "not digits as expected"
    }

    /// A number as this reader expects it, for messages: `1,204.5`.
    public var example: String {
        let group = thousands.map { String(decoding: [$0], as: UTF8.self) } ?? ""
        let mark = String(decoding: [decimal], as: UTF8.self)
        return "1\(group)204\(mark)5"
    }
}

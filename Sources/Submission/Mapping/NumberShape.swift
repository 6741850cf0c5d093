/// What the marks in the text of one figure can mean, before it is known how
/// the file writes its numbers.
struct NumberShape {
    /// What a text says of the marks of its file.
    enum Meaning: Equatable {
        /// Digits alone, which say nothing.
        case plain
        /// The mark can only be the decimal mark: `12,5`, `0.125`.
        case decimal(UInt8)
        /// The mark can only part thousands: `1 234`, `1,234,567`.
        case thousands(UInt8, Grouping)
        /// Both marks stand in it: `1.234,5`.
        case both(thousands: UInt8, decimal: UInt8, Grouping)
        /// One mark before three digits, which can be either: `1.234`.
        case either(UInt8)
    }

    /// How digits are grouped, as far as a text says so.
    enum Grouping: Equatable { case unsaid, three, indian }

    let meaning: Meaning
    /// How it is marked as negative, where that is not a sign before it.
    let negative: NumberReader.Negative?

    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    /// Takes a text apart; nil where it is no figure under any marks.
    init?(_ cell: UnsafeRawBufferPointer) {
        guard cell.count <= 40 else { return nil }
        var text = NumberText.plainMarks(cell)[...]
        Self.stripSymbols(&text)
        let outer = Self.stripSign(&text)
        Self.stripSymbols(&text)
        negative = outer ?? Self.stripSign(&text)
        var sizes = [0]
        var marks: [UInt8] = []
        for byte in text {
            if byte &- 0x30 < 10 {
                sizes[sizes.count - 1] += 1
            } else if Self.isMark(byte) {
                marks.append(byte)
                sizes.append(0)
            } else {
                return nil
            }
        }
        guard let found = Self.meaning(sizes, marks, first: text.first) else { return nil }
        meaning = found
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == point || byte == comma || byte == 0x20 || byte == UInt8(ascii: "'")
    }

    private static func meaning(
        _ sizes: [Int], _ marks: [UInt8], first: UInt8?
    ) -> Meaning? {
        guard let last = marks.last, let end = sizes.last else {
            return sizes[0] > 0 ? .plain : nil
        }
        let isDecimal = last == point || last == comma
        if marks.allSatisfy({ $0 == last }) {
            if marks.count > 1 || !isDecimal {
                return grouping(sizes).map { .thousands(last, $0) }
            }
            guard end > 0 else { return nil }
            let isEither = (1...3).contains(sizes[0]) && end == 3 && first != UInt8(ascii: "0")
            return isEither ? .either(last) : .decimal(last)
        }
        let inner = marks.dropLast()
        guard isDecimal, end > 0, inner.allSatisfy({ $0 == inner[0] }), inner[0] != last,
            let grouping = grouping(Array(sizes.dropLast()))
        else { return nil }
        return .both(thousands: inner[0], decimal: last, grouping)
    }

    /// How groups of digits are made; nil where nobody makes such.
    static func grouping(_ sizes: [Int]) -> Grouping? {
        guard sizes.count > 1, (1...3).contains(sizes[0]), sizes.last == 3 else { return nil }
        let middle = sizes.dropFirst().dropLast()
        if middle.isEmpty { return .unsaid }
        if middle.allSatisfy({ $0 == 3 }) { return .three }
        return sizes[0] <= 2 && middle.allSatisfy { $0 == 2 } ? .indian : nil
    }

    /// Takes off what stands for a unit: signs of currencies and of percent,
    /// up to three letters, and spaces.
    private static func stripSymbols(_ text: inout ArraySlice<UInt8>) {
        func isSymbol(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        }
        let space = UInt8(ascii: " ")
        for _ in 0..<3 where text.first.map(isSymbol) == true { text = text.dropFirst() }
        for _ in 0..<3 where text.last.map(isSymbol) == true { text = text.dropLast() }
        text = text.drop { $0 == space }
        while text.last == space { text = text.dropLast() }
    }

    private static func stripSign(_ text: inout ArraySlice<UInt8>) -> NumberReader.Negative? {
        guard let first = text.first, let last = text.last else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            text = text.dropFirst()
        } else if first == UInt8(ascii: "("), last == UInt8(ascii: ")") {
            text = text.dropFirst().dropLast()
            return .parentheses
        } else if last == UInt8(ascii: "-") {
            text = text.dropLast()
            return .trailing
        }
        return nil
    }
}

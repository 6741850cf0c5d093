import MetricSpec
import Tabular

/// The marks in a file's numbers, and how they are known.
struct NumberMarks: Sendable, Equatable {
    var decimal: UInt8 = UInt8(ascii: ".")
    var isDecimalGiven = false
    var thousands: UInt8?
    var isThousandsGiven = false
    var negative: NumberReader.Negative = .sign
    var isNegativeGiven = false
    var grouping: NumberReader.Grouping = .three
    var isGroupingGiven = false
    /// Whether one of them was told from the figures.
    var isDetected = false
    /// From 0 to 1: how sure the detected ones are.
    var confidence = 1.0
    /// Whether figures can be read in two ways, and one was taken.
    var isAssumed = false

    /// Whether nothing is left to be found out.
    var areGiven: Bool { isDecimalGiven && isThousandsGiven && isNegativeGiven }

    /// The reader for figures that are multiplied by a factor.
    func reader(_ factor: ExactFactor) -> NumberReader {
        NumberReader(
            decimal: decimal, thousands: thousands, negative: negative, grouping: grouping,
            factor: factor)
    }

    /// The readers by position of a measure, where some have another factor;
    /// empty where none has.
    func readers(_ common: ExactFactor, _ byMeasure: [Int32: ExactFactor]) -> [NumberReader] {
        guard let last = byMeasure.keys.max() else { return [] }
        return (0...last).map { reader(byMeasure[$0] ?? common) }
    }

    // MARK: Words

    /// How the decimal mark is known, in a word.
    var decimalOrigin: String {
        if isDecimalGiven { return "given" }
        return isAssumed ? "assumed" : isDetected ? "detected" : "by default"
    }

    /// Such as `decimal mark "," and thousands mark "."`.
    var words: String {
        var words = ["decimal mark \"\(Self.character(decimal))\""]
        if let thousands {
            let name = thousands == UInt8(ascii: " ") ? "space" : "\"\(Self.character(thousands))\""
            words.append(
                "thousands mark \(name)" + (grouping == .indian ? ", in groups of two" : ""))
        }
        switch negative {
        case .sign: break
        case .trailing: words.append("a minus behind negative numbers")
        case .parentheses: words.append("parentheses around negative numbers")
        }
        guard let last = words.popLast() else { return "" }
        return words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
    }

    /// The line that says the same in a mapping.
    var line: String {
        var keys = ["decimal: \"\(Self.character(decimal))\""]
        keys.append("thousands: " + (thousands.map(Self.name) ?? "none"))
        if grouping == .indian { keys.append("grouping: indian") }
        if negative != .sign { keys.append("negative: \(negative.rawValue)") }
        return "format: {\(keys.joined(separator: ", "))}"
    }

    private static func character(_ mark: UInt8) -> String {
        String(decoding: [mark], as: UTF8.self)
    }

    /// How a mapping names a mark.
    static func name(_ mark: UInt8) -> String {
        switch mark {
        case UInt8(ascii: " "): "space"
        case UInt8(ascii: "'"): "apostrophe"
        default: "\"\(character(mark))\""
        }
    }
}

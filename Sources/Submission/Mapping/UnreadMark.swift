/// A mark in a figure that a file's marks do not explain, and the key of the
/// mapping that would.
struct UnreadMark {
    /// The mark, and what it does.
    let name: String
    let remedy: String

    /// Nil where a text has no such mark, or the mapping gives another one.
    init?(_ text: String, _ marks: NumberMarks) {
        var copy = text
        guard let found = copy.withUTF8({ Self(UnsafeRawBufferPointer($0), marks) }) else {
            return nil
        }
        self = found
    }

    /// Nil where a cell has no such mark, or the mapping gives another one.
    init?(_ cell: UnsafeRawBufferPointer, _ marks: NumberMarks) {
        guard let shape = NumberShape(cell) else { return nil }
        if let negative = shape.negative, negative != marks.negative {
            if marks.isNegativeGiven { return nil }
            name = negative.rawValue
            remedy =
                "Put negative: \(negative.rawValue) under format: in the mapping if it is a "
                + "negative number"
            return
        }
        guard let keys = Self.keys(shape.meaning, marks) else { return nil }
        (name, remedy) = keys
    }

    private static func keys(
        _ meaning: NumberShape.Meaning, _ marks: NumberMarks
    ) -> (String, String)? {
        switch meaning {
        case .plain: return nil
        case .decimal(let mark):
            if marks.isDecimalGiven || mark == marks.decimal { return nil }
            return (
                "decimal \(mark)",
                "Put decimal: \(NumberMarks.name(mark)) under format: in the mapping if it is the decimal mark"
            )
        case .thousands(let mark, let grouping):
            if marks.isThousandsGiven { return nil }
            let indian = grouping == .indian ? " and grouping: indian" : ""
            if mark == marks.thousands, indian.isEmpty || marks.grouping == .indian { return nil }
            return (
                "thousands \(mark)",
                "Put thousands: \(NumberMarks.name(mark))\(indian) under format: in the mapping if it parts "
                    + "thousands"
            )
        case .both(let thousands, let decimal, _):
            if marks.isDecimalGiven && marks.isThousandsGiven { return nil }
            if thousands == marks.thousands, decimal == marks.decimal { return nil }
            return (
                "thousands \(thousands)",
                "Put decimal: \(NumberMarks.name(decimal)) and thousands: \(NumberMarks.name(thousands)) under format: in "
                    + "the mapping if that is how it is written"
            )
        case .either(let mark):
            if mark == marks.decimal || mark == marks.thousands { return nil }
            if marks.isDecimalGiven && marks.isThousandsGiven { return nil }
            return (
                "thousands \(mark)",
                "Put thousands: \(NumberMarks.name(mark)) under format: in the mapping if it parts thousands, "
                    + "decimal: \(NumberMarks.name(mark)) if it is the decimal mark"
            )
        }
    }
}

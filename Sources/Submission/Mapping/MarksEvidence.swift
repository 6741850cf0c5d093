import Tabular

/// What the figures of a file say of its marks, gathered text by text.
struct MarksEvidence {
    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    /// Texts with a mark beyond these change nothing any more.
    private static let limit = 5_000
    private var room = limit
    /// What is less sure is not taken.
    static let leastConfidence = 0.75

    /// By mark: how much says that it is the decimal mark, or parts thousands.
    private var decimals: [UInt8: Int] = [:]
    private var thousands: [UInt8: Int] = [:]
    private var indian = 0
    private var three = 0
    private var negatives: [NumberReader.Negative: Int] = [:]
    /// By mark: texts in which it can be either.
    private(set) var either: [UInt8: Int] = [:]
    private(set) var texts = 0

    /// Makes room for more texts.
    mutating func reopen() { room = Self.limit }

    /// Takes in a figure's text; false where it says nothing.
    ///
    /// - Parameter isCounted: whether it is of things that are counted one by
    ///   one, which come in no fractions.
    @discardableResult
    mutating func add(_ cell: UnsafeRawBufferPointer, isCounted: Bool = false) -> Bool {
        guard room > 0, cell.contains(where: { !($0 &- 0x30 < 10) }),
            let shape = NumberShape(cell)
        else { return false }
        if let negative = shape.negative { negatives[negative, default: 0] += 1 }
        switch shape.meaning {
        case .plain: return shape.negative != nil
        case .decimal(let mark): decimals[mark, default: 0] += 1
        case .thousands(let mark, let grouping):
            // What is repeated cannot be a slip for a decimal mark; groups of
            // two can be one for groups of three.
            thousands[mark, default: 0] += grouping == .three ? 2 : 1
            add(grouping)
        case .both(let group, let decimal, let grouping):
            decimals[decimal, default: 0] += 1
            thousands[group, default: 0] += 2
            add(grouping)
        case .either(let mark) where isCounted: thousands[mark, default: 0] += 1
        case .either(let mark): either[mark, default: 0] += 1
        }
        texts += 1
        room -= 1
        return true
    }

    private mutating func add(_ grouping: NumberShape.Grouping) {
        indian += grouping == .indian ? 1 : 0
        three += grouping == .three ? 1 : 0
    }

    // MARK: What follows

    /// How much says that a mark is the decimal mark: its own texts, and those
    /// in which the other one parts thousands.
    private func votes(_ mark: UInt8) -> Int {
        decimals[mark, default: 0] + thousands[Self.other(mark), default: 0]
    }

    private static func other(_ mark: UInt8) -> UInt8 { mark == point ? comma : point }

    /// Whether more texts say that a mark is the decimal mark than that the
    /// other one is.
    func tells(decimal mark: UInt8) -> Bool { votes(mark) > votes(Self.other(mark)) }

    /// The rule of succession (Laplace 1814): how likely the next text says the
    /// same as so many for and against did.
    private static func confidence(_ agreeing: Int, _ against: Int) -> Double {
        Double(agreeing + 1) / Double(agreeing + against + 2)
    }

    /// The marks where a mapping gives some of them.
    ///
    /// - Parameter delimiter: what parts the cells of a text; where that is a
    ///   semicolon, the comma is likely to be taken by numbers.
    func marks(given: NumberMarks, delimiter: UInt8? = nil) -> NumberMarks {
        var marks = given
        marks.confidence = 1
        findDecimal(&marks, delimiter)
        findThousands(&marks)
        if !given.isNegativeGiven { findNegative(&marks) }
        return marks
    }

    private func findDecimal(_ marks: inout NumberMarks, _ delimiter: UInt8?) {
        if marks.isDecimalGiven { return }
        if let thousands = marks.thousands, thousands == Self.comma {
            marks.decimal = Self.point
            return
        }
        // Where thousands are known to have another mark, no text is in doubt.
        let told = marks.isThousandsGiven ? either : [:]
        let point = votes(Self.point) + told[Self.point, default: 0]
        let comma = votes(Self.comma) + told[Self.comma, default: 0]
        let isComma = comma > point
        let sure = Self.confidence(max(point, comma), min(point, comma))
        if isComma, sure >= Self.leastConfidence {
            marks.decimal = Self.comma
            marks.isDetected = true
            marks.confidence = sure
        } else if point + comma == 0, !either.isEmpty {
            let isAssumed = either[Self.point] == nil && delimiter == UInt8(ascii: ";")
            if isAssumed { marks.decimal = Self.comma }
            marks.isAssumed = true
        }
    }

    private func findThousands(_ marks: inout NumberMarks) {
        if marks.isThousandsGiven { return }
        let other = Self.other(marks.decimal)
        var found = thousands.filter { $0.key != marks.decimal }
        // Once the decimal mark is known, the other one parts thousands.
        let isKnown =
            !marks.isDecimalGiven && (marks.isAssumed || tells(decimal: marks.decimal))
        if isKnown, let more = either[other] { found[other, default: 0] += more }
        guard let best = found.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let against = found.values.reduce(-best.value, +)
        let sure = Self.confidence(best.value, against)
        guard marks.isAssumed || sure >= Self.leastConfidence else { return }
        marks.thousands = best.key
        if marks.isAssumed { return }
        marks.isDetected = true
        marks.confidence = min(marks.confidence, sure)
        if !marks.isGroupingGiven, indian > three { marks.grouping = .indian }
    }

    private func findNegative(_ marks: inout NumberMarks) {
        guard let most = negatives.max(by: { $0.value < $1.value }) else { return }
        let sure = Self.confidence(most.value, negatives.values.reduce(-most.value, +))
        guard sure >= Self.leastConfidence else { return }
        marks.negative = most.key
        marks.isDetected = true
        marks.confidence = min(marks.confidence, sure)
    }
}

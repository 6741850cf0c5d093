public import MetricSpec

/// A question about one figure, with all that was said on it.
///
/// It belongs to measure, city, period and breakdown, whatever figure is sent
/// later.
public struct FigureQuery: Sendable {
    /// Who speaks.
    public enum Side: String, Vocabulary {
        case consortium
        case city

        /// The other one.
        public var other: Side { self == .city ? .consortium : .city }
    }

    /// How far it has come.
    public enum State: String, Vocabulary {
        /// It waits for the side that it was put to.
        case open
        /// It waits for the side that put it.
        case answered
        /// Nobody waits.
        case closed
    }

    /// What an entry does.
    public enum Action: String, Vocabulary {
        case opened
        case answered
        case closed
    }

    /// What somebody said.
    public struct Entry: Sendable {
        public let action: Action
        public let side: Side
        public let author: String
        /// ISO 8601, UTC.
        public let writtenAt: String
        public let message: String
        /// The figure that was current then, in the measure's unit.
        public let value: Double?
    }

    public let number: Int
    public let city: String
    public let measure: String
    /// Nil for a measure of no service.
    public let service: String?
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
    public let period: Period
    /// The figure that is current now, in the measure's unit.
    public let value: Double?
    /// In their order; the first opened it.
    public internal(set) var entries: [Entry]

    /// Whose word is awaited; nil once it is closed.
    public var waitsFor: Side? {
        guard let last = entries.last, last.action != .closed else { return nil }
        return last.side.other
    }

    /// How far it has come.
    public var state: State {
        guard let waitsFor else { return .closed }
        return waitsFor == entries.first?.side ? .answered : .open
    }

    /// Whether another figure is current than the one that was asked about.
    public var isChanged: Bool { value != entries.first?.value }
}

/// A question to be put.
public struct QueryRequest: Sendable {
    public let city: String
    public let measure: String
    public let breakdown: String
    public let period: Period
    public let side: FigureQuery.Side
    public let author: String
    public let message: String

    /// Puts the parts together.
    public init(
        city: String, measure: String, breakdown: String, period: Period,
        side: FigureQuery.Side, author: String, message: String
    ) {
        self.city = city
        self.measure = measure
        self.breakdown = breakdown
        self.period = period
        self.side = side
        self.author = author
        self.message = message
    }
}

/// Which questions are meant; nil is all.
public struct QueryFilter: Sendable {
    public var number: Int?
    public var period: Period?
    public var city: String?

    /// Puts the parts together.
    public init(number: Int? = nil, period: Period? = nil, city: String? = nil) {
        self.number = number
        self.period = period
        self.city = city
    }
}

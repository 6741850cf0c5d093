public import MetricSpec

/// What the paper for the meeting on a period's figures is made of.
public struct AgendaInput: Sendable {
    public let consortium: String
    public let period: String
    /// The day of the paper, ISO 8601.
    public let day: String
    public let isInvented: Bool
    /// What goes on and what comes next, a sentence each.
    public let notes: [String]
    /// In the order of the standard.
    public let services: [Service]

    /// What is to be said of one service.
    public struct Service: Sendable {
        public let title: String
        /// How many cities are how far: `3 received, 1 queried`.
        public let states: String
        public let queries: [Query]
        public let moves: [Move]
        public let flagged: [Flagged]

        /// Puts it together.
        public init(
            title: String, states: String, queries: [Query], moves: [Move], flagged: [Flagged]
        ) {
            self.title = title
            self.states = states
            self.queries = queries
            self.moves = moves
            self.flagged = flagged
        }

        /// Whether there is nothing to talk about.
        var isEmpty: Bool { queries.isEmpty && moves.isEmpty && flagged.isEmpty }
    }

    /// One figure by what people call it.
    public struct Figure: Sendable {
        public let city: String
        /// The title of the measure.
        public let measure: String
        /// The title of the group; nil for the total.
        public let group: String?
        public let unit: Unit

        /// Puts it together.
        public init(city: String, measure: String, group: String?, unit: Unit) {
            self.city = city
            self.measure = measure
            self.group = group
            self.unit = unit
        }
    }

    /// What somebody said.
    public struct Said: Sendable {
        /// Whose word it is: a name and a side, and a day where one is known.
        public let who: String
        public let text: String

        /// Puts it together.
        public init(who: String, text: String) {
            self.who = who
            self.text = text
        }
    }

    /// A question that is not closed.
    public struct Query: Sendable {
        public let number: Int
        public let figure: Figure
        /// Whose word is awaited: `the city`.
        public let waitsFor: String
        /// The figure that was asked about, and the one that is current.
        public let asked: Double?
        public let now: Double?
        public let thread: [Said]

        /// Puts it together.
        public init(
            number: Int, figure: Figure, waitsFor: String, asked: Double?, now: Double?,
            thread: [Said]
        ) {
            self.number = number
            self.figure = figure
            self.waitsFor = waitsFor
            self.asked = asked
            self.now = now
            self.thread = thread
        }
    }

    /// A figure that moved far within a year.
    public struct Move: Sendable {
        public let figure: Figure
        public let before: Double
        public let now: Double
        /// The change as a part of the earlier figure.
        public let share: Double
        public let said: [Said]

        /// Puts it together.
        public init(figure: Figure, before: Double, now: Double, share: Double, said: [Said]) {
            self.figure = figure
            self.before = before
            self.now = now
            self.share = share
            self.said = said
        }
    }

    /// A figure that rules find unlikely, with both sides' words on it.
    public struct Flagged: Sendable {
        public let figure: Figure
        public let value: Double
        public let isRejected: Bool
        /// What the rules noticed, a sentence each.
        public let reasons: [String]
        public let said: [Said]

        /// Puts it together.
        public init(
            figure: Figure, value: Double, isRejected: Bool, reasons: [String], said: [Said]
        ) {
            self.figure = figure
            self.value = value
            self.isRejected = isRejected
            self.reasons = reasons
            self.said = said
        }
    }

    /// Puts the paper's input together.
    public init(
        consortium: String, period: String, day: String, isInvented: Bool, notes: [String],
        services: [Service]
    ) {
        self.consortium = consortium
        self.period = period
        self.day = day
        self.isInvented = isInvented
        self.notes = notes
        self.services = services
    }
}

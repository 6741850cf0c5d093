/// What the page on a period's reports is made of.
public struct StatusInput: Sendable {
    /// How far a city has come.
    public enum State: Sendable {
        case complete
        case partial
        case nothing
        case notTakingPart
    }

    /// One city.
    public struct City: Sendable {
        public let name: String
        public let state: State
        /// Required measures that it owes, and how many of them are there.
        public let owed: Int
        public let reported: Int
        public let values: Int
        public let missing: Int
        public let errors: Int
        public let warnings: Int
        /// Files of which nothing could be used and that were not sent anew.
        public let rejectedFiles: Int
        /// An instant, ISO 8601; nil where nothing came.
        public let lastReceivedAt: String?
        /// Nil where nothing is due from it.
        public let daysLate: Int?

        /// Puts a city together.
        public init(
            name: String, state: State, owed: Int, reported: Int, values: Int, missing: Int,
            errors: Int, warnings: Int, rejectedFiles: Int, lastReceivedAt: String?,
            daysLate: Int?
        ) {
            self.name = name
            self.state = state
            self.owed = owed
            self.reported = reported
            self.values = values
            self.missing = missing
            self.errors = errors
            self.warnings = warnings
            self.rejectedFiles = rejectedFiles
            self.lastReceivedAt = lastReceivedAt
            self.daysLate = daysLate
        }
    }

    public let consortium: String
    public let period: String
    /// The day that lateness is counted on, ISO 8601.
    public let day: String
    /// The day by which reports were due; nil where calendar.csv says none.
    public let due: String?
    public let isInvented: Bool
    /// In any order; the page lists them by name.
    public let cities: [City]
    /// The days of the quarter; nil where calendar.csv has none.
    public let cycle: Cycle?
    /// How far each service of each city is, in the order of the standard.
    public let services: [Service]

    /// The quarter's days, seen from one of them.
    public struct Cycle: Sendable {
        /// What goes on, in a word.
        public let stage: String
        public let steps: [Step]
        /// The name of the step that comes next; nil after the last.
        public let next: String?
        /// Whether nothing is released on the day.
        public let isBlackout: Bool

        /// Puts it together.
        public init(stage: String, steps: [Step], next: String?, isBlackout: Bool) {
            self.stage = stage
            self.steps = steps
            self.next = next
            self.isBlackout = isBlackout
        }
    }

    /// A step with its day, ISO 8601.
    public struct Step: Sendable {
        public let name: String
        public let day: String

        /// Puts it together.
        public init(name: String, day: String) {
            self.name = name
            self.day = day
        }
    }

    /// One service, city by city.
    public struct Service: Sendable {
        public let title: String
        public let cities: [ServiceCity]

        /// Puts it together.
        public init(title: String, cities: [ServiceCity]) {
            self.title = title
            self.cities = cities
        }
    }

    /// One service of one city.
    public struct ServiceCity: Sendable {
        public let name: String
        /// In words, such as `released uncertified`.
        public let state: String
        /// What is open about it; nil for nothing.
        public let note: String?

        /// Puts it together.
        public init(name: String, state: String, note: String?) {
            self.name = name
            self.state = state
            self.note = note
        }
    }

    /// Puts a page's input together.
    public init(
        consortium: String, period: String, day: String, due: String?, isInvented: Bool,
        cities: [City], cycle: Cycle? = nil, services: [Service] = []
    ) {
        self.consortium = consortium
        self.period = period
        self.day = day
        self.due = due
        self.isInvented = isInvented
        self.cities = cities
        self.cycle = cycle
        self.services = services
    }
}

/// What the page on whom a city is compared with is made of.
public struct PeersInput: Sendable {
    public let consortium: String
    /// The city's name.
    public let city: String
    /// The day on which the groups hold, ISO 8601.
    public let day: String
    public let isInvented: Bool
    /// As which release had it; nil for the folder as it is.
    public let release: Int?
    /// Groups by likeness first.
    public let groups: [Group]

    /// One peer group of the city.
    public struct Group: Sendable {
        public let title: String
        /// How its members come about and when it holds, in sentences.
        public let rule: String
        /// Names of the members, of a group that is no choice by likeness.
        public let members: [String]
        /// Nil for lists and bands.
        public let likeness: Likeness?

        /// Puts it together.
        public init(title: String, rule: String, members: [String], likeness: Likeness?) {
            self.title = title
            self.rule = rule
            self.members = members
            self.likeness = likeness
        }
    }

    /// Why the nearest cities are just these.
    public struct Likeness: Sendable {
        public let variables: [Variable]
        /// Nobody farther is a peer; nil where nobody is near anybody.
        public let caliper: Double?
        /// Why there are no peers, as a sentence; nil where there are.
        public let absence: String?
        /// Nearest first.
        public let close: [Peer]
        public let beyond: [Peer]

        /// Puts it together.
        public init(
            variables: [Variable], caliper: Double?, absence: String?, close: [Peer],
            beyond: [Peer]
        ) {
            self.variables = variables
            self.caliper = caliper
            self.absence = absence
            self.close = close
            self.beyond = beyond
        }
    }

    /// What makes cities alike.
    public struct Variable: Sendable {
        public let title: String
        /// Such as `logarithm, weight 2`; empty where there is nothing to say.
        public let scale: String
        /// The city's own value; nil where it is missing.
        public let own: Double?
        public let isFallback: Bool
        /// Where a value lies on the scale of distances.
        public let place: @Sendable (Double) -> Double
        /// Values of all who are eligible.
        public let all: [Double]

        /// Puts it together.
        public init(
            title: String, scale: String, own: Double?, isFallback: Bool,
            place: @escaping @Sendable (Double) -> Double, all: [Double]
        ) {
            self.title = title
            self.scale = scale
            self.own = own
            self.isFallback = isFallback
            self.place = place
            self.all = all
        }
    }

    /// One that is near.
    public struct Peer: Sendable {
        public let name: String
        public let distance: Double
        /// The share (0 to 1) of small changes under which it stays.
        public let stability: Double?
        /// Of the squared distance, one entry a variable.
        public let shares: [Double]
        /// One entry a variable.
        public let values: [Double?]

        /// Puts it together.
        public init(
            name: String, distance: Double, stability: Double?, shares: [Double],
            values: [Double?]
        ) {
            self.name = name
            self.distance = distance
            self.stability = stability
            self.shares = shares
            self.values = values
        }
    }

    /// Puts the page's input together.
    public init(
        consortium: String, city: String, day: String, isInvented: Bool, release: Int?,
        groups: [Group]
    ) {
        self.consortium = consortium
        self.city = city
        self.day = day
        self.isInvented = isInvented
        self.release = release
        self.groups = groups
    }
}

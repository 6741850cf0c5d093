public import MetricSpec

/// Peers by likeness: for each city those nearest to it in variables of the
/// place, as a peer group's `neighbours:` says it (METHODS.md 10).
///
/// The choice is made once, with what attributes said on the first day of the
/// group, and holds as long as the group: an old period keeps its old peers.
public struct NeighbourRule: Sendable, Hashable {
    /// How many peers a city has at most.
    public let limit: Int
    public let variables: [Variable]
    public let eligible: Eligibility

    /// From how many on a city has close peers at all.
    public static let fewest = 5
    /// How long a choice holds where the group names no last day.
    public static let years = 4

    /// One attribute of the place by which cities are alike or not.
    public struct Variable: Sendable, Hashable {
        public let attribute: String
        /// What pages call it.
        public let title: String
        public let transform: NeighbourTransform
        /// Inside the root of the distance; above 0.
        public let weight: Double
        /// The attribute that is taken where a city has not the first.
        public let fallback: String?
        /// The attribute that holds the margin of error of the value.
        public let margin: String?
        /// The level (between 0 and 1) of that margin.
        public let level: Double
    }

    /// Who may be chosen, and has peers.
    public struct Eligibility: Sendable, Hashable {
        /// These alone; nil for all cities.
        public let list: [String]?
        /// Numeric attributes that must lie in a band.
        public let bands: [AttributeBand]
        /// Attributes that a peer must have as the city has them.
        public let same: [String]
        /// The service that a city must provide, and take part in.
        public let service: String?
        /// Whether a peer must provide it as the city does; a mode that is not
        /// known goes with all.
        public let isEqualMode: Bool
    }

    /// An attribute between two numbers.
    public struct AttributeBand: Sendable, Hashable {
        public let attribute: String
        public let band: PeerGroupRule.Band
    }

    /// All attributes that the rule reads as variables, fallbacks and margins
    /// among them.
    var attributes: [String] {
        variables.flatMap { [$0.attribute, $0.fallback, $0.margin].compactMap(\.self) }
    }
}

/// The scale on which distances are taken.
public enum NeighbourTransform: String, Vocabulary {
    case identity
    case log
    case sqrt
}

public import Benchmarking

/// What moved between two releases of one period.
public struct ReleaseDifference: Sendable {
    public let before: Release
    public let after: Release
    /// By metric, city and breakdown.
    public let values: [ReleasedChange]
    /// By metric, peer group, breakdown and city.
    public let ranks: [ReleasedMove]
    /// By peer group, owner and city.
    public let members: [ReleasedMember]

    /// Whether nothing moved.
    public var isEmpty: Bool { values.isEmpty && ranks.isEmpty && members.isEmpty }
}

/// A figure that differs between two releases.
public struct ReleasedChange: Sendable {
    /// What happened to it.
    public enum Kind: String, Sendable, CaseIterable {
        case added
        case changed
        case removed
        /// The value is the same, or there is none; why it counts or not is
        /// another.
        case status
    }

    public let kind: Kind
    public let metric: String
    public let city: String
    /// `total`, or a group of a breakdown.
    public let breakdown: String
    public let before: Double?
    public let after: Double?
    /// Words of `member.standing_status`; nil where the release does not have
    /// the metric.
    public let statusBefore: String?
    public let statusAfter: String?
    /// Through what; a figure may move through several.
    public internal(set) var causes: [Cause] = []

    /// Through what a figure moved.
    public struct Cause: Sendable, Hashable {
        /// What was done.
        public enum Kind: String, Sendable, CaseIterable {
            /// A submission brought a value, or took one back.
            case received
            /// A submission was withdrawn.
            case withdrawn
            /// Its withdrawal was undone.
            case restored
            /// The city's service was certified, or is no longer.
            case certification
            /// The standard has another version, or the folder says otherwise.
            case registry
        }

        public let kind: Kind
        /// Nil for certification and registry.
        public let submission: Int?
        public let file: String?
        /// ISO 8601, UTC.
        public let receivedAt: String?
    }
}

/// A rank that differs between two releases.
public struct ReleasedMove: Sendable {
    public let metric: String
    public let city: String
    public let breakdown: String
    public let peerGroup: String
    /// Nil where the city is not ranked.
    public let before: Int?
    public let after: Int?
    public let rankedBefore: Int?
    public let rankedAfter: Int?
    /// Nil where the city is ranked only once, and where the peers' values do
    /// not tell.
    public let shift: RankShift?
}

/// A city that joined or left those whom somebody is compared with.
public struct ReleasedMember: Sendable {
    public let peerGroup: String
    /// Whose list it is; nil for a common group.
    public let owner: String?
    public let city: String
    public let hasJoined: Bool
}

internal import MetricSpec

/// What a member counts as in its group: CONTRACT.md's counts.
enum MemberState: UInt8 {
    case contributor
    case notReported
    case notProvided
    case notTakingPart
    case suppressed
    case unreliable
    case notComparable

    init(_ status: StandingStatus) {
        switch status {
        case .reported: self = .contributor
        case .notReported, .notCollected, .late, .withheld: self = .notReported
        case .notProvided, .notApplicable: self = .notProvided
        case .notTakingPart: self = .notTakingPart
        case .suppressed: self = .suppressed
        case .unreliable: self = .unreliable
        case .notComparable: self = .notComparable
        }
    }

    /// Whether the group's whole denominator includes the city's: it provides
    /// the service, can have the figure and takes part.
    var belongsToCoverage: Bool { self != .notProvided && self != .notTakingPart }
}

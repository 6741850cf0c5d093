internal import MetricSpec

/// Why a figure is missing when one or more of its parts are.
enum MissingReason {
    /// The reasons, the one that decides first.
    ///
    /// Reasons that no later report can mend come before those that one can:
    /// whoever lacks two parts, one of which cannot exist, cannot have the
    /// figure. What is hidden or kept back comes before what is merely not
    /// there, so that it is not asked for again.
    static let order: [StandingStatus] = [
        .notTakingPart, .notProvided, .notApplicable, .suppressed, .withheld, .notCollected,
        .late, .notReported,
    ]

    /// The reason that stands in an observation; nil where it has a value.
    static func status(of observation: ObservationStatus) -> StandingStatus? {
        switch observation {
        case .normal, .estimated, .provisional, .unreliable: nil
        case .notReported: .notReported
        case .notCollected: .notCollected
        case .notApplicable: .notApplicable
        case .notProvided: .notProvided
        case .notTakingPart: .notTakingPart
        case .withheld: .withheld
        case .suppressed: .suppressed
        case .late: .late
        }
    }

    /// Of two reasons the one that comes first in `order`.
    static func decisive(_ left: StandingStatus, _ right: StandingStatus) -> StandingStatus {
        let first = order.firstIndex(of: left) ?? order.count
        let second = order.firstIndex(of: right) ?? order.count
        return first <= second ? left : right
    }
}

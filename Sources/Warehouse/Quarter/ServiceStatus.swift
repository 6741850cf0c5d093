public import MetricSpec

/// How far one city's service has come in a period, from what is stored.
public struct ServiceStatus: Sendable {
    /// The way of a city's service through a quarter, and what is not on it.
    public enum State: String, Vocabulary {
        /// Nothing is there.
        case announced
        /// Something is there, and nothing was asked.
        case received
        /// A question on it waits for a word.
        case queried
        /// Whoever was asked has answered.
        case answered
        /// The city certified the current values.
        case certified
        /// A final release rests on the certified values.
        case agreed
        /// A final release shows values that nobody had certified.
        case releasedUncertified = "released_uncertified"
        case notProvided = "not_provided"
        case notTakingPart = "not_taking_part"
    }

    public let city: String
    /// Nil for measures of no service.
    public let service: String?
    public let state: State
    /// Current values of the period.
    public let values: Int
    /// Current statements that a value is missing.
    public let missing: Int
    /// Questions whose answer is awaited, by whom.
    public let waitingForCity: [Int]
    public let waitingForConsortium: [Int]
    /// The word that the current values are right; nil where nobody's is.
    public let certification: Certification?
    /// The last certification, where later values broke it.
    public let broken: BrokenCertification?

    /// Whether the city owes a certification.
    public var isUncertified: Bool {
        certification == nil && values + missing > 0 && state != .notProvided
            && state != .notTakingPart
    }
}

/// A certification of values that are no longer the current ones.
public struct BrokenCertification: Sendable {
    public let certification: Certification
    /// The values that broke it, one line each: measure, breakdown, period,
    /// status, value.
    public let now: [String]
    /// The certified values that they replaced.
    public let before: [String]
}

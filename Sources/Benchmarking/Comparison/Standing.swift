public import MetricSpec

/// One city's place in one metric, period, breakdown and peer group.
public struct Standing: Sendable, Hashable {
    /// Why the city has no figure, or that it has one.
    public var status: StandingStatus
    /// Why the value is not compared; nil where it is, or where there is none
    /// for another reason.
    public var reason: IncomparableReason?
    /// The city's value; nil unless its status has one.
    public var value: Double?
    public var numerator: Double?
    public var denominator: Double?
    /// Whether the city is one of the group's members, and so counted in the
    /// statistics.
    public var includesCity: Bool
    public var statistics: PeerStatistics
    /// The number of cities ranked: contributors, plus one where the city is
    /// no member and has a value.
    public var ranked: Int
    /// The competition rank, best = 1, ties share the lowest.
    public var rank: Int?
    /// Where the city would stand if all that did not report were better.
    public var rankWorst: Int?
    /// rank / ranked.
    public var rankShare: Double?
    /// (rank - 1) / (ranked - 1); 0 is best.
    public var percentRank: Double?
    /// The quartile class, 1 = best.
    public var quartile: Int?

    /// A standing without a place.
    public init(status: StandingStatus, includesCity: Bool, statistics: PeerStatistics) {
        self.status = status
        self.includesCity = includesCity
        self.statistics = statistics
        ranked = 0
    }
}

public import MetricSpec

/// How the values of a metric are put in order: by which direction, on how
/// many decimals.
///
/// Ties are judged on values rounded half to even to the declared decimals.
public struct RankRule: Sendable, Hashable {
    /// Which direction is the good one; always one that ranks.
    public let polarity: Polarity
    /// The range aimed at, for polarity `target`.
    public let target: TargetRange?
    /// On how many decimals ties are judged; nil for raw values.
    public let decimals: Int?

    /// Makes a rule; nil for a polarity that does not rank, and for `target`
    /// without a range.
    public init?(polarity: Polarity, target: TargetRange? = nil, decimals: Int?) {
        switch polarity {
        case .noJudgement, .notApplicable: return nil
        case .target where target == nil: return nil
        case .highGood, .lowGood, .target: break
        }
        self.polarity = polarity
        self.target = target
        self.decimals = decimals
    }

    /// Makes the rule of a metric; nil when the metric has no good direction,
    /// or is compared with a standard alone.
    public init?(_ metric: Metric) {
        guard metric.reference == .peers else { return nil }
        self.init(polarity: metric.polarity, target: metric.target, decimals: metric.decimals)
    }

    /// The number by which a value is ranked: the larger, the better.
    ///
    /// Two values with the same key tie. A target is kept by distance to the
    /// nearer end of its range; the distance is rounded once more, because a
    /// difference of rounded numbers is not quite round.
    public func key(of value: Double) -> Double {
        let rounded = roundedHalfEven(value, decimals: decimals)
        if let target {
            return -roundedHalfEven(target.distance(of: rounded), decimals: decimals)
        }
        return polarity == .lowGood ? -rounded : rounded
    }
}

/// The ranks that a place can have, given how uncertain the values are; best
/// is 1.
public struct RankInterval: Sendable, Hashable {
    public let best: Int
    public let worst: Int
}

/// What a set of rank intervals holds for at once.
public enum RankFamily: Sendable, Hashable, CaseIterable {
    /// Each place's interval by itself: right for the place's own page.
    case marginal
    /// All intervals together: right for a table of all places.
    case simultaneous
}

/// Which places are better and which worse than each, beyond doubt, and the
/// ranks that follow (Mogstad, Romano, Shaikh and Wilhelm 2024, Review of
/// Economic Studies 91:476).
public struct RankComparison: Sendable, Hashable {
    /// How many places.
    public let count: Int
    /// Row by row: whether the place of the column is better (1) or worse (-1)
    /// than the place of the row; 0 where they cannot be told apart.
    private var verdicts: [Int8]

    init(count: Int) {
        self.count = count
        verdicts = Array(repeating: 0, count: count * count)
    }

    mutating func setBetter(_ column: Int, than row: Int) { verdicts[row * count + column] = 1 }
    mutating func setWorse(_ column: Int, than row: Int) { verdicts[row * count + column] = -1 }

    /// 1 + those that are better, to all less those that are worse.
    public func interval(of place: Int) -> RankInterval {
        let row = verdicts[place * count..<(place + 1) * count]
        return row.reduce(into: RankInterval(best: 1, worst: count)) { ranks, verdict in
            ranks = RankInterval(
                best: ranks.best + (verdict > 0 ? 1 : 0),
                worst: ranks.worst - (verdict < 0 ? 1 : 0))
        }
    }

    /// The intervals of all places, in their order.
    public var intervals: [RankInterval] { (0..<count).map(interval) }

    /// Whom a place cannot be told from, in the order of the places.
    public func undecided(of place: Int) -> [Int] {
        (0..<count).filter { $0 != place && verdicts[place * count + $0] == 0 }
    }
}

/// Values of places that differ from the truth by normal errors.
public struct RankedEstimates: Sendable, Hashable {
    /// Each place's value; the higher, the better.
    public let values: [Double]
    /// Each place's standard error, the variance between cities included where
    /// the metric's kind has one; above 0.
    public let errors: [Double]

    /// - Returns: nil unless there is an error above 0 for each value, all
    ///   finite: a place without one is left out by the caller and named.
    public init?(values: [Double], errors: [Double]) {
        guard values.count == errors.count, values.allSatisfy(\.isFinite),
            errors.allSatisfy({ $0 > 0 && $0.isFinite })
        else { return nil }
        self.values = values
        self.errors = errors
    }

    var count: Int { values.count }

    /// The standard error of the difference of two places.
    func error(_ first: Int, _ second: Int) -> Double {
        standardErrorOfSum([errors[first], errors[second]])
    }

    /// How many standard errors the first place is better than the second.
    func lead(of first: Int, over second: Int) -> Double {
        (values[first] - values[second]) / error(first, second)
    }
}

/// The trend of a quarterly or monthly series (METHODS.md 9).
public struct SeasonalTrend: Sendable, Hashable {
    /// Fewest years that are tested.
    public static let fewestYears = 3
    /// From how many years on the seasons' dependence is estimated.
    public static let yearsForCovariance = 10
    /// The probability below which a trend may be put into words.
    public static let significance = 0.002
    /// The autocorrelation from which on no trend is put into words.
    public static let greatestAutocorrelation = 0.5

    /// The median change a year within seasons.
    public let slope: Double
    /// Kendall's tau-b over the seasons; nil where all values are equal.
    public let tau: Double?
    /// The probability of such a statistic without a trend, both sides.
    public let probability: Double
    /// How much a value, season and trend removed, goes with the one before
    /// it; nil where nothing is left of them.
    public let autocorrelation: Double?

    /// The trend of whole years of following periods without a break, oldest
    /// first.
    ///
    /// - Parameters:
    ///   - values: one a period; the last whole years count, an odd rest at
    ///     the beginning is left out.
    ///   - seasons: periods a year, 4 or 12.
    /// - Returns: nil below three years: two can never be significant.
    public init?(_ values: [Double], seasons: Int) {
        let years = seasons > 0 ? values.count / seasons : 0
        guard years >= Self.fewestYears else { return nil }
        let series = Array(values.suffix(years * seasons))
        let bySeason = (0..<seasons).map { season in
            stride(from: season, to: series.count, by: seasons).map { series[$0] }
        }
        let test = MannKendall(seasons: bySeason)
        guard let slope = seasonalSlope(bySeason) else { return nil }
        self.slope = slope
        tau = test.tau
        probability = Self.probability(of: test, bySeason, years: years)
        autocorrelation = Self.autocorrelation(
            Self.residues(series, bySeason, slope: slope))
    }

    /// Whether the trend may be put into words.
    public var isSignificant: Bool {
        probability < Self.significance
            && (autocorrelation ?? 0) < Self.greatestAutocorrelation
    }

    private static func probability(
        of test: MannKendall, _ seasons: [[Double]], years: Int
    ) -> Double {
        if years >= yearsForCovariance {
            return dependentProbability(statistic: test.statistic, seasons)
        }
        if seasons.contains(where: { !MannKendall.tieSizes(of: $0).isEmpty }) {
            return test.normalProbability
        }
        return ExactTrendTest.probability(
            ofStatistic: test.statistic, counts: seasons.map(\.count))
    }

    /// What is left of a series without its trend and its seasons' medians.
    private static func residues(
        _ series: [Double], _ seasons: [[Double]], slope: Double
    ) -> [Double] {
        let middles = seasons.map { values in
            let level = values.enumerated().map { $1 - slope * Double($0) }
            return quantile(0.5, ofSorted: level.sorted()) ?? 0
        }
        return series.enumerated().map { index, value in
            value - slope * Double(index / seasons.count) - middles[index % seasons.count]
        }
    }

    /// The correlation of following values.
    static func autocorrelation(_ values: [Double]) -> Double? {
        guard let mean = Summary(of: values)?.mean else { return nil }
        let distances = values.map { $0 - mean }
        let squares = distances.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return nil }
        return zip(distances, distances.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / squares
    }
}

/// The probability of S where the seasons of a year go together, by the
/// covariance of their statistics (Hirsch and Slack 1984, Water Resources
/// Research 20:727).
///
/// - Parameter seasons: each season's values by year, all of one length.
func dependentProbability(statistic: Int, _ seasons: [[Double]]) -> Double {
    let ranks = seasons.map(midranks)
    var variance = 0.0
    for (first, values) in seasons.enumerated() {
        for (second, others) in seasons.enumerated() {
            variance += covariance(values, ranks[first], others, ranks[second])
        }
    }
    guard variance > 0, statistic != 0 else { return 1 }
    let z = Double(abs(statistic) - 1) / variance.squareRoot()
    return min(1, 2 * normalUpperTail(at: z))
}

/// (K + 4 sum(R_i R'_i) - n (n + 1)^2) / 3, with K the statistic of the two
/// seasons' pairs that move alike.
private func covariance(
    _ first: [Double], _ firstRanks: [Double], _ second: [Double], _ secondRanks: [Double]
) -> Double {
    var alike = 0
    for later in first.indices {
        for earlier in 0..<later {
            alike += sign(first[later] - first[earlier]) * sign(second[later] - second[earlier])
        }
    }
    let count = Double(first.count)
    let product = zip(firstRanks, secondRanks).reduce(0) { $0 + $1.0 * $1.1 }
    return (Double(alike) + 4 * product - count * (count + 1) * (count + 1)) / 3
}

private func sign(_ value: Double) -> Int { value > 0 ? 1 : (value < 0 ? -1 : 0) }

/// Each value's rank from the smallest, ties sharing the mean of theirs.
private func midranks(_ values: [Double]) -> [Double] {
    values.map { value in
        let below = values.count { $0 < value }
        let equal = values.count { $0 == value }
        return Double(below) + Double(equal + 1) / 2
    }
}

/// A city's figure of one year with what is known of its uncertainty.
public struct AnnualPoint: Sendable, Hashable {
    public let year: Int
    public let value: Double
    /// Its 95 % interval; nil for a volume, which has none.
    public let interval: Interval?

    public init(year: Int, value: Double, interval: Interval?) {
        self.year = year
        self.value = value
        self.interval = interval
    }
}

/// The trend over the last five unbroken years (METHODS.md 9, after the public
/// health outcomes frameworks of England).
public struct AnnualTrend: Sendable, Hashable {
    /// How many years it takes.
    public static let years = 5
    /// The chi-square point with one degree of freedom that 0.2 % lie beyond.
    public static let significantChiSquare = 9.5495

    /// The change a year.
    public let slope: Double
    /// The slope's square over its variance, the points' own scatter counted;
    /// nil for volumes.
    public let chiSquare: Double?
    /// Whether the trend may be put into words.
    public let isSignificant: Bool

    /// The trend of points without a gap or a break, oldest first.
    ///
    /// Points are weighted by their certainty; without intervals they weigh
    /// alike, and the sign of all slopes that leave a year out decides.
    ///
    /// - Returns: nil unless there are five points of following years, or where
    ///   only some have an interval.
    public init?(_ points: [AnnualPoint]) {
        guard points.count == Self.years,
            zip(points, points.dropFirst()).allSatisfy({ $1.year == $0.year + 1 })
        else { return nil }
        let intervals = points.compactMap(\.interval)
        guard intervals.isEmpty || intervals.count == points.count else { return nil }
        let weights = Self.weights(intervals, count: points.count)
        guard let weights, let line = WeightedLine(points, weights) else { return nil }
        slope = line.slope
        let scatter = max(1, line.chiSquareOfScatter / Double(points.count - 2))
        chiSquare = intervals.isEmpty ? nil : line.slope * line.slope * line.spread / scatter
        let isSteady = points.indices.allSatisfy { left in
            var rest = weights
            rest[left] = 0
            let slope = WeightedLine(points, rest)?.slope ?? 0
            return slope * line.slope > 0
        }
        isSignificant = isSteady && (chiSquare ?? .infinity) > Self.significantChiSquare
    }

    /// (2z / width)^2 of each point; nil where an interval has no width.
    private static func weights(_ intervals: [Interval], count: Int) -> [Double]? {
        guard !intervals.isEmpty else { return Array(repeating: 1, count: count) }
        let z = ConfidenceLevel.percent95.z
        let weights = intervals.map { interval in
            let root = 2 * z / interval.width
            return root * root
        }
        return weights.allSatisfy { $0.isFinite && $0 > 0 } ? weights : nil
    }
}

/// A straight line by weighted least squares.
private struct WeightedLine {
    let slope: Double
    /// The weighted sum of squared distances of the years from their mean: the
    /// inverse of the slope's variance.
    let spread: Double
    /// The weighted sum of squared distances of the points from the line.
    let chiSquareOfScatter: Double

    init?(_ points: [AnnualPoint], _ weights: [Double]) {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        let pairs = zip(points, weights)
        let year = pairs.reduce(0) { $0 + $1.1 * Double($1.0.year) } / total
        let value = pairs.reduce(0) { $0 + $1.1 * $1.0.value } / total
        let spread = pairs.reduce(0) { sum, pair in
            let distance = Double(pair.0.year) - year
            return sum + pair.1 * distance * distance
        }
        guard spread > 0 else { return nil }
        let slope =
            pairs.reduce(0) { $0 + $1.1 * (Double($1.0.year) - year) * ($1.0.value - value) }
            / spread
        self.slope = slope
        self.spread = spread
        chiSquareOfScatter = pairs.reduce(0) { sum, pair in
            let rest = pair.0.value - value - slope * (Double(pair.0.year) - year)
            return sum + pair.1 * rest * rest
        }
    }
}

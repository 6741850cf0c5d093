/// Limits within which a steady process stays, from how far following points
/// differ: an XmR chart (Shewhart 1931; Nelson 1982, Journal of Quality
/// Technology 14:172).
public struct ProcessChart: Sendable, Hashable {
    /// Fewest points of a baseline.
    public static let fewestPoints = 12

    public let mean: Double
    /// The mean distance of following points, screened or not.
    public let meanRange: Double

    /// Limits 2.66 mean moving ranges from the mean.
    public var limits: Interval {
        Interval(lower: mean - 2.66 * meanRange, upper: mean + 2.66 * meanRange)
    }

    /// The chart of points in the order of time, season removed.
    ///
    /// Whether there are enough is for the caller: a standing shows no limits
    /// below twelve points.
    ///
    /// - Parameter isScreened: whether moving ranges above 3.267 times their
    ///   mean are dropped, once, before the mean that counts is taken.
    /// - Returns: nil below two points.
    public init?(_ values: [Double], isScreened: Bool = true) {
        guard values.count > 1, let mean = Summary(of: values)?.mean else { return nil }
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        self.mean = mean
        let first = ranges.reduce(0, +) / Double(ranges.count)
        let kept = isScreened ? ranges.filter { $0 <= 3.267 * first } : ranges
        meanRange = kept.reduce(0, +) / Double(kept.count)
    }
}

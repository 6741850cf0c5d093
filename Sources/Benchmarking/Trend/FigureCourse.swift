public import MetricSpec

/// A city's figure in one period of a series.
public struct SeriesPoint: Sendable, Hashable {
    public let value: Double
    /// Its 95 % interval; nil for what has none.
    public let interval: Interval?

    public init(value: Double, interval: Interval? = nil) {
        self.value = value
        self.interval = interval
    }

    /// With the ends of its interval, where both are there.
    public init(value: Double, lower: Double?, upper: Double?) {
        self.init(
            value: value,
            interval: lower.flatMap { lower in
                upper.map { Interval(lower: lower, upper: $0) }
            })
    }
}

/// What may be said of the course of a figure over the periods before it
/// (METHODS.md 9).
///
/// Years are tested by ``AnnualTrend``, quarters and months by
/// ``SeasonalTrend``; under three years of these there is no test, only the
/// same months of the year before. What overlaps is never tested.
public struct FigureCourse: Sendable, Hashable {
    /// How a trend was tested.
    public enum Method: Int16, Sendable {
        case annual = 1
        case seasonal = 2
    }

    /// How many following periods with a figure it was made of, the last
    /// included.
    public let count: Int
    /// Nil without a test.
    public private(set) var method: Method?
    /// The change a year.
    public private(set) var slope: Double?
    public private(set) var tau: Double?
    public private(set) var chiSquare: Double?
    public private(set) var probability: Double?
    public private(set) var autocorrelation: Double?
    /// 1 rising, -1 falling, 0 for no trend that may be told; nil without a
    /// test.
    public private(set) var direction: Int?
    /// Less the figure of the same months of the year before.
    public private(set) var yearChange: Double?
    /// The 95 % interval of that change; nil unless both figures have one.
    public private(set) var yearChangeInterval: Interval?

    /// - Parameters:
    ///   - points: of following periods that compare with the last, oldest
    ///     first; nil where the city has no figure.
    ///   - months: the length of a period.
    ///   - lastYear: the last period of the course's year, for years' sake.
    ///   - overlaps: whether following figures share months, as rolling years
    ///     do.
    /// - Returns: nil where the last period has no figure.
    public init?(_ points: [SeriesPoint?], months: Int, lastYear: Int, overlaps: Bool = false) {
        guard let now = points.last ?? nil, months > 0 else { return nil }
        let run = Array(points.reversed().prefix { $0 != nil }.compactMap(\.self).reversed())
        count = run.count
        compare(now, withYearBefore: points, months: months)
        guard !overlaps else { return }
        switch months {
        case 12: testYears(run, last: lastYear)
        case 1, 3: testSeasons(run, perYear: 12 / months)
        default: return
        }
    }

    private mutating func compare(
        _ now: SeriesPoint, withYearBefore points: [SeriesPoint?], months: Int
    ) {
        let back = 12 / months
        guard 12 % months == 0, points.count > back, let then = points[points.count - 1 - back]
        else { return }
        let change = now.value - then.value
        guard change.isFinite else { return }
        yearChange = change
        guard let first = now.interval, let second = then.interval else { return }
        let z = ConfidenceLevel.percent95.z
        let error = standardErrorOfSum([first.width / (2 * z), second.width / (2 * z)])
        guard error > 0, error.isFinite else { return }
        yearChangeInterval = estimateInterval(change, standardError: error, at: .percent95)
    }

    private mutating func testYears(_ run: [SeriesPoint], last: Int) {
        let newest = run.suffix(AnnualTrend.years)
        let hasIntervals = newest.allSatisfy { $0.interval != nil }
        let points = newest.enumerated().map { index, point in
            AnnualPoint(
                year: last - (newest.count - 1 - index), value: point.value,
                interval: hasIntervals ? point.interval : nil)
        }
        guard let trend = AnnualTrend(points) else { return }
        method = .annual
        slope = trend.slope
        chiSquare = trend.chiSquare
        direction = trend.isSignificant ? Self.sign(trend.slope) : 0
    }

    private mutating func testSeasons(_ run: [SeriesPoint], perYear: Int) {
        guard let trend = SeasonalTrend(run.map(\.value), seasons: perYear) else { return }
        method = .seasonal
        slope = trend.slope
        tau = trend.tau
        probability = trend.probability
        autocorrelation = trend.autocorrelation
        direction = trend.isSignificant ? Self.sign(trend.slope) : 0
    }

    private static func sign(_ number: Double) -> Int { number > 0 ? 1 : number < 0 ? -1 : 0 }

    /// Whether the course is for the better, 1, or the worse, -1; 0 for
    /// neither, nil without a test or a good direction.
    ///
    /// Towards a target means towards its range; within it there is neither.
    public func course(polarity: Polarity, target: TargetRange?, value: Double) -> Int? {
        guard let direction else { return nil }
        switch polarity {
        case .highGood: return direction
        case .lowGood: return -direction
        case .target:
            guard let target else { return nil }
            return value < target.from ? direction : value > target.to ? -direction : 0
        case .noJudgement, .notApplicable: return nil
        }
    }
}

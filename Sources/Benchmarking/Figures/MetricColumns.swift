public import MetricSpec

/// One metric's figures of all cities in one period and breakdown.
///
/// Rows are cities, in the caller's order. A missing value carries its reason
/// in `statuses`.
public struct MetricColumns: Sendable {
    public let period: Period
    /// 0 is the breakdown `total`.
    public let breakdown: Int32
    public internal(set) var statuses: [StandingStatus]
    /// Present where the status is `reported` or `unreliable`, nowhere else.
    public internal(set) var values: FigureColumn
    /// The sum of the numerator's measures, for ratios; it may be there while
    /// the value is not.
    public internal(set) var numerators: FigureColumn
    /// The sum of the denominator's measures, for ratios; it may be there
    /// while the value is not.
    public internal(set) var denominators: FigureColumn
    /// Rows of `ObservationColumns`, `numeratorWidth` + `denominatorWidth` for
    /// each city; -1 where a part was not used.
    var sources: [Int32] = []
    var numeratorWidth = 0
    var denominatorWidth = 0

    /// Columns in which no city has anything.
    init(period: Period, breakdown: Int32, cityCount: Int) {
        self.period = period
        self.breakdown = breakdown
        statuses = Array(repeating: .notReported, count: cityCount)
        values = FigureColumn(absent: cityCount)
        numerators = FigureColumn(absent: cityCount)
        denominators = FigureColumn(absent: cityCount)
    }

    /// Takes figures that were computed elsewhere; all columns are of one
    /// length.
    ///
    /// A value under a status that has none is dropped; `reported` without a
    /// finite value becomes `not_comparable`. Such figures have no lineage.
    public init(
        period: Period, breakdown: Int32 = 0, statuses: [StandingStatus], values: [Double?],
        numerators: [Double?]? = nil, denominators: [Double?]? = nil
    ) {
        self.init(period: period, breakdown: breakdown, cityCount: statuses.count)
        precondition(values.count == cityCount, "one value or nil for each city")
        self.statuses = statuses
        self.values = FigureColumn(values)
        if let numerators { self.numerators = FigureColumn(numerators) }
        if let denominators { self.denominators = FigureColumn(denominators) }
        precondition(self.numerators.count == cityCount, "one numerator or nil for each city")
        precondition(self.denominators.count == cityCount, "one denominator or nil for each city")
        for city in 0..<cityCount {
            switch statuses[city] {
            case .reported where self.values[city] == nil: self.statuses[city] = .notComparable
            case .reported, .unreliable: continue
            default: self.values[city] = nil
            }
        }
    }

    /// How many cities there are rows for.
    public var cityCount: Int { statuses.count }

    /// Whether at least one city reports: only then are there standings.
    public var hasReports: Bool { statuses.contains(.reported) }

    /// The rows of `ObservationColumns` that a city's value, or its
    /// numerator, was added up from, in the order of the formula.
    ///
    /// Empty where the sum is not known.
    public func numeratorSources(ofCity city: Int) -> [Int] {
        sources(ofCity: city, from: 0, count: numeratorWidth)
    }

    /// The rows of `ObservationColumns` that a city's denominator was added
    /// up from, in the order of the formula.
    public func denominatorSources(ofCity city: Int) -> [Int] {
        sources(ofCity: city, from: numeratorWidth, count: denominatorWidth)
    }

    private func sources(ofCity city: Int, from offset: Int, count: Int) -> [Int] {
        let width = numeratorWidth + denominatorWidth
        guard count > 0, !sources.isEmpty else { return [] }
        let start = city * width + offset
        return sources[start..<start + count].compactMap { $0 < 0 ? nil : Int($0) }
    }
}

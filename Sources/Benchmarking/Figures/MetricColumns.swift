public import MetricSpec

/// One metric's figures of all cities in one period and breakdown.
///
/// Rows are cities, in the caller's order. A missing value carries its reason
/// in `statuses`.
public struct MetricColumns: Sendable {
    public let period: Period
    /// A position in the standard's `breakdownValues`; 0 is `total`.
    public let breakdown: Int32
    /// From numerator / denominator to the value, with the factor that puts a
    /// period on a year.
    public let multiplier: Double
    public internal(set) var statuses: [StandingStatus]
    /// Present where the status is `reported`, `unreliable` or
    /// `not_comparable`, nowhere else; what lies beyond the range of a number
    /// or was made of too few events has such a status without a value.
    public internal(set) var values: FigureColumn
    /// Why the status is `not_comparable`, or `unreliable` without a value.
    public internal(set) var reasons: [IncomparableReason?]
    /// The sum of the numerator's measures, for formulas with a denominator;
    /// it may be there while the value is not.
    public internal(set) var numerators: FigureColumn
    /// The sum of the denominator's measures, for formulas that have one; of
    /// an indirectly standardised rate the expected cases. It may be there
    /// while the value is not.
    public internal(set) var denominators: FigureColumn
    /// How sure each figure is.
    public internal(set) var uncertainty: FigureUncertainty
    /// `ValueBasis.code` of each city's figure: the parts that all
    /// observations of its numerator state alike.
    public internal(set) var basisCodes: [Int16]
    /// The fiscal year that a city's figure is of, where it is not `period`.
    var otherPeriods: [Int: Period] = [:]
    /// How each city provides the service; empty where nobody knows or asks.
    var modes: [ProvisionMode?] = []
    var numeratorRows: RowLists
    var denominatorRows: RowLists

    /// Columns in which no city has anything.
    init(period: Period, breakdown: Int32, multiplier: Double, cityCount: Int) {
        self.period = period
        self.breakdown = breakdown
        self.multiplier = multiplier
        statuses = Array(repeating: .notReported, count: cityCount)
        values = FigureColumn(absent: cityCount)
        reasons = Array(repeating: nil, count: cityCount)
        numerators = FigureColumn(absent: cityCount)
        denominators = FigureColumn(absent: cityCount)
        uncertainty = FigureUncertainty(cityCount: cityCount)
        basisCodes = Array(repeating: 0, count: cityCount)
        numeratorRows = RowLists(empty: cityCount)
        denominatorRows = RowLists(empty: cityCount)
    }

    /// Takes figures that were computed elsewhere; all columns are of one
    /// length.
    ///
    /// A value under a status that has none is dropped; `reported` without a
    /// finite value becomes `not_comparable`. Such figures have no lineage.
    ///
    /// - Parameters:
    ///   - multiplier: from numerator / denominator to the value.
    ///   - modes: how the cities provide the service.
    public init(
        period: Period, breakdown: Int32 = 0, statuses: [StandingStatus], values: [Double?],
        numerators: [Double?]? = nil, denominators: [Double?]? = nil, multiplier: Double = 1,
        modes: [ProvisionMode?] = []
    ) {
        self.init(
            period: period, breakdown: breakdown, multiplier: multiplier,
            cityCount: statuses.count)
        precondition(values.count == cityCount, "one value or nil for each city")
        precondition(modes.isEmpty || modes.count == cityCount, "one mode or nil for each city")
        self.statuses = statuses
        self.values = FigureColumn(values)
        self.modes = modes
        if let numerators { self.numerators = FigureColumn(numerators) }
        if let denominators { self.denominators = FigureColumn(denominators) }
        precondition(self.numerators.count == cityCount, "one numerator or nil for each city")
        precondition(self.denominators.count == cityCount, "one denominator or nil for each city")
        dropImpossible()
    }

    private mutating func dropImpossible() {
        for city in 0..<cityCount {
            switch statuses[city] {
            case .reported where values[city] == nil:
                statuses[city] = .notComparable
                reasons[city] = .outOfRange
            case .reported, .unreliable, .notComparable: continue
            default: values[city] = nil
            }
        }
    }

    /// How many cities there are rows for.
    public var cityCount: Int { statuses.count }

    /// Whether at least one city has a value, compared or not: only then are
    /// there standings.
    public var hasReports: Bool {
        statuses.contains(.reported) || statuses.indices.contains { values[$0] != nil }
    }

    /// The period that a city's own figure is of: the compared one, or a
    /// fiscal year that ends within it.
    public func period(ofCity city: Int) -> Period { otherPeriods[city] ?? period }

    /// The rows of `ObservationColumns` that a city's value, or its
    /// numerator, was made of, in the order of the formula; of a change over
    /// time those of the later period.
    ///
    /// Empty where the sum is not known.
    public func numeratorSources(ofCity city: Int) -> [Int] {
        numeratorRows[city].map { Int($0) }
    }

    /// The rows of `ObservationColumns` that a city's denominator was made
    /// of, in the order of the formula; of a change over time those of the
    /// earlier period.
    public func denominatorSources(ofCity city: Int) -> [Int] {
        denominatorRows[city].map { Int($0) }
    }
}

internal import MetricSpec

/// One metric's figures as the assessment's inner loops read them.
struct AssessmentTable {
    let scale: ErrorScale
    /// Values on the scale; not a number where there is none.
    let scaled: [Double]
    /// One over the standard error on the scale; 0 where there is no interval,
    /// empty where the metric has none at all.
    let precisions: [Double]
    /// Units counted, or events behind one unit of the value; empty unless
    /// counts are exactly known.
    let sizes: [Double]
    /// 1 where more is better, -1 where less is; 0 where it is not judged so.
    let direction: Double
    let meaningful: MeaningfulDifference?
    let target: TargetRange?
    /// Which statistics the assessed kind has.
    let uncertainty: Uncertainty
    /// The earlier period's figures of the same cities; not a number where a
    /// city has none that compares, empty where there is no such period.
    let pastValues: [Double]
    let pastNumerators: [Double]
    let pastDenominators: [Double]
    let pastMultiplier: Double

    init(_ figures: MetricColumns, _ metric: Metric, earlier: MetricColumns?) {
        let known = figures.uncertainty
        let scale = known.scale
        self.scale = scale
        uncertainty = metric.uncertainty
        let isJudged = RankRule(metric) != nil
        direction =
            !isJudged ? 0 : metric.polarity == .highGood ? 1 : metric.polarity == .lowGood ? -1 : 0
        meaningful = metric.meaningfulDifference
        target = metric.target
        let hasErrors = metric.uncertainty != .volume && metric.uncertainty != .none
        scaled = hasErrors ? figures.values.raw.map { $0.isNaN ? .nan : scale.scaled($0) } : []
        let errors = scale == .plain ? known.errors.raw : known.sizes.map { 0.5 / $0.squareRoot() }
        precisions = hasErrors ? errors.map(Self.precision) : []
        sizes = known.isCounted ? known.sizes : []
        let isKept = earlier?.statuses.map { $0 == .reported } ?? []
        func kept(_ column: FigureColumn?) -> [Double] {
            guard let column else { return [] }
            return zip(isKept, column.raw).map { $0 ? $1 : .nan }
        }
        pastValues = kept(earlier?.values)
        let isRatio = metric.formula.isRatio
        pastNumerators = isRatio ? kept(earlier?.numerators) : []
        pastDenominators = isRatio ? kept(earlier?.denominators) : []
        pastMultiplier = earlier?.multiplier ?? 1
    }

    /// One over an error; 0 for one that is none, or so large or small that
    /// its powers leave the range of a number.
    private static func precision(_ error: Double) -> Double {
        error > 1e-70 && error < 1e70 ? 1 / error : 0
    }

    /// Whether any figure has an interval.
    var hasErrors: Bool { !precisions.isEmpty }

    /// Whether the kind has a variance between cities.
    var isEvents: Bool { hasErrors && scale != .plain }

    /// The events or units with the property behind a city's value.
    @inline(__always)
    func hits(_ value: Double, size: Double) -> Double {
        if case .arcsine(let whole) = scale { return nearestWhole(value / whole * size) }
        return nearestWhole(value * size)
    }

    /// The smallest gap to a benchmark that is worth a word; nil without one.
    @inline(__always)
    func smallestGap(from benchmark: Double) -> Double? {
        switch meaningful {
        case .absolute(let gap): gap
        case .percent(let share): share / 100 * abs(benchmark)
        case nil: nil
        }
    }
}

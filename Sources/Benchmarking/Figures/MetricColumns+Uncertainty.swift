public import MetricSpec

/// What is known of figures beside the sums they were made of.
public struct FigureEvidence: Sendable {
    /// The standard error of each estimated value, in the value's unit, as its
    /// source states it.
    public var errors: FigureColumn?
    /// The sum of squares behind each mean, in the square of its total's unit.
    public var sumsOfSquares: FigureColumn?

    /// Nothing is known, or what is given.
    public init(errors: FigureColumn? = nil, sumsOfSquares: FigureColumn? = nil) {
        self.errors = errors
        self.sumsOfSquares = sumsOfSquares
    }
}

extension MetricColumns {
    /// Computes how sure the figures are, by the metric's kind (METHODS 0 to
    /// 4).
    ///
    /// `MetricEvaluator` has done so already; this is for figures that were
    /// computed elsewhere.
    public mutating func estimate(
        _ metric: Metric, _ evidence: FigureEvidence = FigureEvidence()
    ) {
        switch metric.uncertainty {
        case .events: estimateEvents(metric)
        case .sample: estimateSamples(evidence)
        case .records: estimateMeans(metric, evidence)
        case .volume, .none: return
        }
    }

    private mutating func estimateEvents(_ metric: Metric) {
        switch metric.formula {
        case .share: estimateShares(metric.plan)
        case .ratio, .indirectlyStandardised: estimateRates(metric.plan)
        case .reported, .sum:
            uncertainty.count(on: .root, isCounted: true)
            for city in 0..<cityCount { estimateRate(city, size: metric.plan.sizeAbove) }
        default: return
        }
    }

    private mutating func estimateShares(_ plan: MetricPlan) {
        let whole = multiplier * plan.sizeBelow / plan.sizeAbove
        uncertainty.count(on: .arcsine(whole: whole), isCounted: true)
        for city in 0..<cityCount where values[city] != nil {
            let units = denominators.unchecked(city) * plan.sizeBelow
            let count = numerators.unchecked(city) * plan.sizeAbove
            guard let interval = proportionInterval(count: count, of: units) else { continue }
            uncertainty.sizes[city] = units
            uncertainty.set(city, interval.scaled(by: whole))
            uncertainty.isUnreliable[city] = isUnreliableProportion(
                units: units, interval: interval)
        }
    }

    private mutating func estimateRates(_ plan: MetricPlan) {
        uncertainty.count(on: .root, isCounted: true)
        for city in 0..<cityCount {
            let exposure = denominators.unchecked(city) * plan.sizeAbove
            estimateRate(city, size: exposure / multiplier)
        }
    }

    /// The interval of a value with so many events behind one unit of it.
    private mutating func estimateRate(_ city: Int, size: Double) {
        guard let value = values[city], size > 0, size.isFinite else { return }
        let events = nearestWhole(value * size)
        guard let interval = rateInterval(ofEvents: events, exposure: size) else { return }
        uncertainty.sizes[city] = size
        uncertainty.set(city, interval)
        uncertainty.isUnreliable[city] = isUnreliableRate(
            events: events, value: value, interval: interval)
    }

    private mutating func estimateSamples(_ evidence: FigureEvidence) {
        guard let errors = evidence.errors else { return }
        precondition(errors.count == cityCount, "one error or nil for each city")
        for city in 0..<cityCount {
            guard let value = values[city], let error = errors[city], error > 0 else { continue }
            uncertainty.set(city, estimateInterval(value, standardError: error))
        }
    }

    private mutating func estimateMeans(_ metric: Metric, _ evidence: FigureEvidence) {
        guard case .mean = metric.formula, let squares = evidence.sumsOfSquares else { return }
        precondition(squares.count == cityCount, "one sum of squares or nil for each city")
        let fewest = metric.isSymmetric ? 2 : fewestValuesOfMean
        for city in 0..<cityCount where values[city] != nil {
            guard let square = squares[city], let sum = numerators[city],
                let below = denominators[city],
                let moments = Moments(
                    count: below * metric.plan.sizeBelow, sum: sum, sumOfSquares: square),
                moments.count >= fewest, let interval = meanInterval(of: moments),
                interval.width > 0
            else { continue }
            // The value is the mean of as many as were counted, in its own unit.
            uncertainty.set(
                city, interval.scaled(by: multiplier * metric.plan.sizeBelow))
        }
    }

    /// The limits of a directly standardised rate, as far as it has any.
    mutating func estimateStandardised(_ city: Int, _ groups: [StandardisedGroup]) {
        guard let value = values[city], value > 0,
            let rate = directlyStandardisedRate(of: groups, multiplier: multiplier)
        else { return }
        uncertainty.count(on: .root, isCounted: false)
        uncertainty.set(city, rate.interval)
        let error = uncertainty.errors.unchecked(city)
        // So many events would have an error like this.
        uncertainty.sizes[city] = value / (error * error)
        uncertainty.isUnreliable[city] = rate.interval.width > 1.6 * value
    }
}

/// A count that was multiplied and divided, without what that added.
func nearestWhole(_ count: Double) -> Double {
    let whole = count.rounded()
    return abs(count - whole) <= 1e-9 * max(1, abs(whole)) ? whole : count
}

/// From how many values on a mean of a skewed kind has an interval.
let fewestValuesOfMean = 30.0

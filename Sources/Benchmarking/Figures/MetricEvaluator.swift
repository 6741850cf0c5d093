public import MetricSpec

/// Computes metrics from observations.
///
/// Holds the standard and the observations of all cities; each call computes
/// one metric in one period and breakdown.
public struct MetricEvaluator: Sendable {
    public let standard: Standard
    public let observations: ObservationColumns
    public let cityCount: Int

    /// Makes an evaluator of cities 0 to `cityCount` - 1; observations of
    /// other cities are passed over.
    public init(standard: Standard, observations: ObservationColumns, cityCount: Int) {
        self.standard = standard
        self.observations = observations
        self.cityCount = cityCount
    }

    /// The figures of one metric in one period.
    ///
    /// A city has a value when all parts of the formula are there: the
    /// numerator's for exactly the period, a denominator as CONTRACT.md
    /// chooses it. Otherwise it has the reason: see `MissingReason.order` for
    /// the one that counts among several. A denominator of 0 is
    /// `not_applicable`; a result beyond the range of a double is
    /// `not_comparable`. A part that its sender calls unreliable makes the
    /// figure unreliable: it keeps its value and gets no rank. The denominator
    /// is computed where the numerator is missing too, since coverage needs it.
    ///
    /// - Parameters:
    ///   - metric: one of the evaluator's standard.
    ///   - provision: how each city stands to the metric's service; empty
    ///     where all provide it. A city that does not provide the service or
    ///     does not take part shows no figure, whatever it sent.
    public func evaluate(
        _ metric: Metric, in period: Period, breakdown: Int32 = 0, provision: [Provision] = []
    ) -> MetricColumns {
        precondition(
            provision.isEmpty || provision.count == cityCount, "one provision for each city")
        let numerator = metric.formula.numerator.map {
            exact($0, in: period, breakdown: breakdown)
        }
        let denominator = metric.formula.denominator.map {
            level($0, of: metric, in: period, breakdown: breakdown)
        }
        var columns = MetricColumns(period: period, breakdown: breakdown, cityCount: cityCount)
        columns.numeratorWidth = numerator.count
        columns.denominatorWidth = denominator.count
        columns.sources.reserveCapacity(cityCount * (numerator.count + denominator.count))
        for city in 0..<cityCount {
            let isShown = provision.isEmpty || provision[city] == .provided
            let above = isShown ? sum(numerator, city: city) : .missing(.notProvided)
            let below = isShown ? sum(denominator, city: city) : .missing(.notProvided)
            columns.appendSources(numerator, above, city: city)
            columns.appendSources(denominator, below, city: city)
            if isShown {
                columns.set(city, above: above, below: below, formula: metric.formula)
            } else {
                columns.statuses[city] =
                    provision[city] == .notProvided ? .notProvided : .notTakingPart
            }
        }
        return columns
    }

    /// Whether at least one city has a value of the metric in the period.
    public func reports(
        _ metric: Metric, in period: Period, breakdown: Int32 = 0, provision: [Provision] = []
    ) -> Bool {
        evaluate(metric, in: period, breakdown: breakdown, provision: provision).hasReports
    }

    /// The periods in which a metric may have values: those of its first
    /// measure's values, ascending.
    public func candidatePeriods(of metric: Metric, breakdown: Int32 = 0) -> [Period] {
        guard let first = metric.formula.numerator.first, let measure = standard.measureIndex(first)
        else { return [] }
        var periods: Set<Period> = []
        for row in observations.rows(ofMeasure: measure, breakdown: breakdown)
        where observations.statuses[row].hasValue {
            if let period = observations.period(at: row) { periods.insert(period) }
        }
        return periods.sorted()
    }

    private func exact(_ measure: String, in period: Period, breakdown: Int32) -> PartColumn {
        PartColumn(
            // A standard knows its measures; -1 has no observations.
            ofMeasure: standard.measureIndex(measure) ?? -1, in: period, breakdown: breakdown,
            observations: observations, cityCount: cityCount)
    }

    private func level(
        _ measure: String, of metric: Metric, in period: Period, breakdown: Int32
    ) -> PartColumn {
        guard standard.measure(measure)?.kind == .stock else {
            return exact(measure, in: period, breakdown: breakdown)
        }
        return PartColumn(
            stockOfMeasure: standard.measureIndex(measure) ?? -1, before: period,
            maxAgeMonths: metric.maxAgeMonths, breakdown: breakdown,
            observations: observations, cityCount: cityCount)
    }

    private func sum(_ parts: [PartColumn], city: Int) -> PartSum {
        var total = 0.0
        var isReliable = true
        var reason: StandingStatus?
        for part in parts {
            let row = Int(part.rows[city])
            if row < 0 {
                reason =
                    reason.map { MissingReason.decisive($0, part.reasons[city]) }
                    ?? part.reasons[city]
            } else {
                total += observations.values[row]
                if observations.statuses[row] == .unreliable { isReliable = false }
            }
        }
        if let reason { return .missing(reason) }
        return .known(total, isReliable: isReliable)
    }
}

/// The sum of one side of a formula for one city.
enum PartSum {
    case known(Double, isReliable: Bool)
    case missing(StandingStatus)

    var isKnown: Bool {
        if case .known = self { true } else { false }
    }
}

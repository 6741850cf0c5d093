public import MetricSpec

/// Computes metrics from observations.
///
/// Holds the standard and the observations of all cities; each call computes
/// one metric in one period and breakdown.
public struct MetricEvaluator: Sendable {
    public let standard: Standard
    public let observations: ObservationColumns
    public let cityCount: Int
    /// By city, the days since which it is of another area.
    let areaChanges: [Int: [CalendarDay]]
    /// Whether each measure of the standard is an amount of money.
    let isMoney: [Bool]

    /// Makes an evaluator of cities 0 to `cityCount` - 1; observations of
    /// other cities are passed over.
    ///
    /// - Parameter areaChanges: by city, the days on which it came to be, lost
    ///   or gained a part: no change over time is told across one.
    public init(
        standard: Standard, observations: ObservationColumns, cityCount: Int,
        areaChanges: [Int: [CalendarDay]] = [:]
    ) {
        self.standard = standard
        self.areaChanges = areaChanges
        self.observations = observations
        self.cityCount = cityCount
        isMoney = standard.measures.map { standard.isMoney(unit: $0.unit) }
    }

    /// The figures of one metric in one period.
    ///
    /// A city has a value when all parts of the formula are there: a flow for
    /// exactly the period or for shorter periods that make it up, a stock
    /// below the line as CONTRACT.md chooses it. Otherwise it has the reason:
    /// see `MissingReason.order` for the one that counts among several. A
    /// denominator of 0 is `not_applicable`; a result beyond the range of a
    /// double is `not_comparable`. A part that its sender calls unreliable
    /// makes the figure unreliable: it keeps its value and gets no rank. So
    /// does a figure that must not be compared (`IncomparableReason`). The
    /// denominator is computed where the numerator is missing too, since
    /// coverage needs it.
    ///
    /// - Parameters:
    ///   - metric: one of the evaluator's standard.
    ///   - breakdown: a position in the standard's `breakdownValues`.
    ///   - service: how each city stands to the metric's service; nil where
    ///     all provide it. A city that does not provide the service or does
    ///     not take part shows no figure, whatever it sent.
    public func evaluate(
        _ metric: Metric, in period: Period, breakdown: Int32 = 0,
        service: ServiceColumn? = nil
    ) -> MetricColumns {
        precondition(service.map { $0.cityCount == cityCount } ?? true, "one entry for each city")
        return figures(
            of: metric, EvaluationScope(period: period, breakdown: breakdown, service: service))
    }

    /// Whether at least one city has a value of the metric in the period.
    public func reports(
        _ metric: Metric, in period: Period, breakdown: Int32 = 0,
        service: ServiceColumn? = nil
    ) -> Bool {
        evaluate(metric, in: period, breakdown: breakdown, service: service).hasReports
    }

    /// The periods for which the metric's first measure has a value of its
    /// own, ascending.
    public func candidatePeriods(of metric: Metric, breakdown: Int32 = 0) -> [Period] {
        guard let first = measures(above: metric).first else { return [] }
        var periods: Set<Period> = []
        for row in observations.rows(ofMeasure: first, breakdown: breakdown)
        where observations.statuses[row].hasValue {
            if let period = observations.period(at: row) { periods.insert(period) }
        }
        return periods.sorted()
    }

    /// The figures by the metric's formula, with what does not compare set
    /// apart.
    func figures(of metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        if metric.takesAnyFiscalYear, scope.mayTakeFiscalYears, scope.period.months == 12 {
            return figuresOfFiscalYears(metric, scope)
        }
        var columns = byFormula(metric, scope)
        columns.estimate(metric, evidence(of: metric, columns, scope))
        setApart(&columns, of: metric, scope)
        return columns
    }

    private func byFormula(_ metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        switch metric.formula {
        case .rateOfChange(_, let months):
            change(metric, scope, since: scope.period.shifted(byMonths: -months)) {
                ($0 - $1) / $1
            }
        case .index(_, let year):
            change(metric, scope, since: scope.period.inYear(year)) { $0 / $1 }
        case .directlyStandardised(let rate): directlyStandardised(rate, metric, scope)
        case .indirectlyStandardised(let ratio): indirectlyStandardised(ratio, metric, scope)
        default: sums(metric, scope)
        }
    }

    /// Sum over sum, or the sum alone.
    private func sums(_ metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        let above = metric.plan.above.map { part($0, scope, of: metric, isBelow: false) }
        let below = metric.plan.below.map { part($0, scope, of: metric, isBelow: true) }
        return columns(of: metric, scope, above: { _ in above }, below: below) {
            $0.set($1, above: $2, below: below.isEmpty ? nil : $3)
        }
    }

    /// Adds both sides of a formula up, city by city, and notes their sources;
    /// a city that does not answer for the service is passed over.
    @inline(__always)
    func columns(
        of metric: Metric, _ scope: EvaluationScope, above: (_ city: Int) -> [WeightedPart],
        below: [WeightedPart],
        set: (inout MetricColumns, _ city: Int, _ above: SideSum, _ below: SideSum) -> Void
    ) -> MetricColumns {
        var columns = emptyColumns(metric, scope)
        var (top, bottom) = (RowLists(capacity: cityCount), RowLists(capacity: cityCount))
        for city in 0..<cityCount {
            let provision = scope.provision(ofCity: city)
            if provision == .provided {
                let terms = above(city)
                let first = SideSum(terms, city: city)
                let second = SideSum(below, city: city)
                top.append(terms, first, city: city)
                bottom.append(below, second, city: city)
                set(&columns, city, first, second)
            } else {
                columns.hide(city, provision)
            }
            top.endCity()
            bottom.endCity()
        }
        (columns.numeratorRows, columns.denominatorRows) = (top, bottom)
        return columns
    }

    func emptyColumns(_ metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        MetricColumns(
            period: scope.period, breakdown: scope.breakdown,
            multiplier: metric.multiplier(for: scope.period), cityCount: cityCount)
    }
}

extension Metric {
    /// The plan's multiplier, times 365.25 over the days of the period where
    /// the metric is put on a year (METHODS 2).
    func multiplier(for period: Period) -> Double {
        isAnnualised ? plan.multiplier * 365.25 / Double(period.dayCount) : plan.multiplier
    }
}

extension Standard {
    /// Whether a unit is an amount of money, or money by something.
    func isMoney(unit id: String) -> Bool {
        unit(id)?.dimension.powers["money"] != nil
    }
}

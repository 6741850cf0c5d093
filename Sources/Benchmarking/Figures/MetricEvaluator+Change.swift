internal import MetricSpec

extension MetricEvaluator {
    /// What an id of a period is beside the same id of an earlier one.
    ///
    /// Where the earlier figure is not above 0, nothing is relative to it and
    /// the result is `not_applicable`. A change of the definition, or of the
    /// city's area, between the two sets the figure apart.
    func change(
        _ metric: Metric, _ scope: EvaluationScope, since earlier: Period?,
        value: (_ later: Double, _ earlier: Double) -> Double
    ) -> MetricColumns {
        guard let earlier, let term = metric.plan.above.first else {
            return emptyColumns(metric, scope)
        }
        let now = [part(term, scope, of: metric, isBelow: false)]
        let then = [part(term, scope.at(earlier), of: metric, isBelow: false)]
        let isBroken = isBroken(metric, from: earlier, to: scope.period)
        return columns(of: metric, scope, above: { _ in now }, below: then) {
            columns, city, now, then in
            if now.isKnown, then.isKnown, then.total <= 0 {
                columns.statuses[city] = .notApplicable
                return
            }
            let change = value(now.total, then.total) * columns.multiplier
            columns.settle(city, now, then, value: change)
            if columns.values[city] == nil { return }
            if hasOtherArea(city, from: earlier, to: scope.period) {
                columns.setApart(city, .succession)
            } else if isBroken {
                columns.setApart(city, .definitionBreak)
            }
        }
    }

    /// Whether a city's area changed between the first days of two periods,
    /// whose cities those of a period are.
    private func hasOtherArea(_ city: Int, from earlier: Period, to later: Period) -> Bool {
        let (first, second) = earlier < later ? (earlier, later) : (later, earlier)
        return areaChanges[city]?.contains { $0 > first.start && $0 <= second.start } ?? false
    }

    /// Whether the definition changed after the first day of the earlier
    /// period and not after the last day of the later one.
    private func isBroken(_ metric: Metric, from earlier: Period, to later: Period) -> Bool {
        let (first, second) = earlier < later ? (earlier, later) : (later, earlier)
        let lastDay = CalendarDay(number: second.end.number - 1)
        return standard.comparableSince(metric, on: first.start)
            != standard.comparableSince(metric, on: lastDay)
    }
}

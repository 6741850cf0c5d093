public import MetricSpec

extension MetricEvaluator {
    /// How much of a metric belongs to nobody knows which group: the
    /// numerator of the breakdown's unknown group over the city's total, or
    /// over the sum of its groups where it reports no total.
    ///
    /// Nil where the unknown group is not reported, where all of it is 0, and
    /// for a breakdown without an unknown group.
    ///
    /// - Returns: a share from 0 to 1, or nil, for each city.
    public func unknownShares(
        of metric: Metric, byBreakdown breakdown: String, in period: Period,
        service: ServiceColumn? = nil
    ) -> [Double?] {
        let none = [Double?](repeating: nil, count: cityCount)
        guard let list = standard.breakdown(breakdown) else { return none }
        let scope = EvaluationScope(period: period, breakdown: 0, service: service)
        let total = numerators(of: metric, scope)
        var (sums, unknown) = (none, none)
        for (value, place) in zip(list.values, positions(ofBreakdown: breakdown)) {
            let group = numerators(of: metric, scope.in(breakdown: place.position))
            for city in 0..<cityCount {
                guard let part = group[city] else { continue }
                sums[city] = (sums[city] ?? 0) + part
                if value.isUnknown { unknown[city] = (unknown[city] ?? 0) + part }
            }
        }
        return (0..<cityCount).map { city in
            guard scope.provision(ofCity: city) == .provided, let part = unknown[city],
                let whole = total[city] ?? sums[city], whole != 0
            else { return nil }
            return part / whole
        }
    }

    private func numerators(of metric: Metric, _ scope: EvaluationScope) -> [Double?] {
        let parts = metric.plan.above.map { part($0, scope, of: metric, isBelow: false) }
        return (0..<cityCount).map { city in
            let sum = SideSum(parts, city: city)
            return sum.isKnown ? sum.total : nil
        }
    }
}

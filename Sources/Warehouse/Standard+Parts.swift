import MetricSpec

extension Standard {
    /// The positions in `breakdownValues` of one breakdown's values.
    func positions(ofBreakdown id: String) -> [Int32] {
        var first: Int32 = 1
        for list in breakdowns {
            let end = first + Int32(list.values.count)
            if list.id == id { return Array(first..<end) }
            first = end
        }
        return []
    }

    /// The ids of all measures and metrics that a metric is made of.
    func ids(within metric: Metric) -> [String] {
        metric.formula.measures.flatMap { id in
            [id] + (self.metric(id).map { ids(within: $0) } ?? [])
        }
    }

    /// The positions of the measures of residents in whose place those served
    /// stand, where a city says how many they are.
    func servedPopulations(of metric: Metric) -> [Int] {
        let inner = metric.plan.above.flatMap { term -> [Int] in
            guard case .metric(let position) = term.operand,
                metrics[position].service == metric.service
            else { return [] }
            return servedPopulations(of: metrics[position])
        }
        guard metric.population == .served else { return inner }
        let own = metric.plan.below.compactMap { term -> Int? in
            guard case .measure(let position) = term.operand,
                measures[position].kind == .stock, measures[position].population == .resident
            else { return nil }
            return position
        }
        return Set(own + inner).sorted()
    }
}

internal import MetricSpec

extension MetricEvaluator {
    /// A measure in all cities, as it stands above or below the line.
    func part(
        measure position: Int, _ scope: EvaluationScope, of metric: Metric, isBelow: Bool
    ) -> PartColumn {
        isBelow ? below(position, scope, of: metric) : above(position, scope)
    }

    /// One term of a formula in all cities.
    func part(
        _ term: MetricPlan.Term, _ scope: EvaluationScope, of metric: Metric, isBelow: Bool
    ) -> WeightedPart {
        let column: PartColumn
        switch term.operand {
        case .metric(let position):
            column = PartColumn(figures(of: standard.metrics[position], scope, in: metric))
        case .measure(let position):
            column = part(measure: position, scope, of: metric, isBelow: isBelow)
        }
        return WeightedPart(column: column, coefficient: term.coefficient)
    }

    /// A measure above the line, or alone: its value for the period.
    private func above(_ position: Int, _ scope: EvaluationScope) -> PartColumn {
        let measure = standard.measures[position]
        return PartColumn(
            ofMeasure: position, in: scope.period,
            rule: measure.isAdditive ? measure.quarterToYear : .none,
            breakdown: scope.breakdown, observations: observations, cityCount: cityCount)
    }

    /// A measure below the line: a level, or a flow of the same period; where
    /// the metric asks for it, those whom the service serves.
    private func below(
        _ position: Int, _ scope: EvaluationScope, of metric: Metric
    ) -> PartColumn {
        let measure = standard.measures[position]
        guard measure.kind == .stock else { return above(position, scope) }
        if metric.isMidPeriod, measure.population == .resident {
            return PartColumn(
                midPeriodOfMeasure: position, in: scope.period,
                maxAgeMonths: metric.maxAgeMonths, breakdown: scope.breakdown,
                observations: observations, cityCount: cityCount)
        }
        let level = PartColumn(
            stockOfMeasure: position, before: scope.period, maxAgeMonths: metric.maxAgeMonths,
            breakdown: scope.breakdown, observations: observations, cityCount: cityCount)
        // How many of a group are served, nobody says.
        guard metric.population == .served, measure.population == .resident,
            scope.breakdown == 0, let service = scope.service
        else { return level }
        return PartColumn(
            level, served: service.populationServed,
            factor: standard.unit(measure.unit)?.factor ?? 1)
    }

    /// The figures of a metric that another one is made of.
    ///
    /// How the cities stand to a service is known for the outer one's only.
    private func figures(
        of part: Metric, _ scope: EvaluationScope, in metric: Metric
    ) -> MetricColumns {
        figures(
            of: part,
            EvaluationScope(
                period: scope.period, breakdown: scope.breakdown,
                service: part.service == metric.service ? scope.service : nil,
                mayTakeFiscalYears: scope.mayTakeFiscalYears))
    }

    /// The positions of the measures that the numerator is made of.
    func measures(above metric: Metric) -> [Int] {
        metric.plan.above.flatMap { term in
            switch term.operand {
            case .measure(let position): [position]
            case .metric(let position): measures(above: standard.metrics[position])
            }
        }
    }
}

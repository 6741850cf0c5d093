internal import MetricSpec

extension MetricEvaluator {
    /// What the observations say of the figures beside their sums: margins of
    /// error, and sums of squares.
    func evidence(
        of metric: Metric, _ figures: MetricColumns, _ scope: EvaluationScope
    ) -> FigureEvidence {
        switch metric.uncertainty {
        case .sample:
            return FigureEvidence(errors: sampleErrors(of: metric, figures, scope))
        case .records:
            guard case .mean = metric.formula, let squares = metric.plan.accompanying.first
            else { return FigureEvidence() }
            let column = part(measure: squares, scope, of: metric, isBelow: false)
            // From the squares' unit to the square of the total's.
            let total = metric.plan.sizeAbove
            let unit = factor(of: standard.measures[squares].id) / (total * total)
            return FigureEvidence(
                sumsOfSquares: FigureColumn(known: column.values.map { $0 * unit }))
        default: return FigureEvidence()
        }
    }

    /// The errors of values made of estimates (METHODS 3); absent where a part
    /// has no margin.
    private func sampleErrors(
        of metric: Metric, _ figures: MetricColumns, _ scope: EvaluationScope
    ) -> FigureColumn {
        let above = metric.plan.above.map { errors(of: $0, scope, of: metric, isBelow: false) }
        let below = metric.plan.below.map { errors(of: $0, scope, of: metric, isBelow: true) }
        return FigureColumn(
            (0..<cityCount).map { city -> Double? in
                guard figures.values[city] != nil, let top = sumOfErrors(above, city: city)
                else { return nil }
                guard !below.isEmpty else { return top }
                guard let bottom = sumOfErrors(below, city: city),
                    let numerator = figures.numerators[city],
                    let denominator = figures.denominators[city], denominator != 0
                else { return nil }
                let ratio = numerator / denominator
                let isShare = if case .share = metric.formula { true } else { false }
                let error = (isShare ? standardErrorOfProportion : standardErrorOfRatio)(
                    ratio, denominator, top, bottom)
                return error * abs(figures.multiplier)
            })
    }

    private func sumOfErrors(_ parts: [[Double]], city: Int) -> Double? {
        let errors = parts.map { $0[city] }
        return errors.allSatisfy(\.isFinite) ? standardErrorOfSum(errors) : nil
    }

    /// The standard error of each city's part; 0 for what is no estimate, not a
    /// number where a margin was not reported.
    private func errors(
        of term: MetricPlan.Term, _ scope: EvaluationScope, of metric: Metric, isBelow: Bool
    ) -> [Double] {
        guard case .measure(let position) = term.operand,
            let (margin, level) = margin(of: standard.measures[position].id)
        else { return Array(repeating: 0, count: cityCount) }
        // A margin is taken as its estimate is: for the period, or the latest.
        let column = part(measure: margin, scope, of: metric, isBelow: isBelow)
        return column.values.map {
            $0 >= 0 ? abs(term.coefficient) * standardError(ofMargin: $0, at: level) : .nan
        }
    }

    private func margin(of measure: String) -> (position: Int, level: ConfidenceLevel)? {
        for (position, other) in standard.measures.enumerated() {
            if let margin = other.margin, margin.measure == measure,
                let level = ConfidenceLevel(margin.level)
            {
                return (position, level)
            }
        }
        return nil
    }
}

/// A metric's formula with positions for ids and all units converted.
///
/// `value = multiplier x (sum of above) / (sum of below)`, where each term is
/// coefficient x what its operand says; without terms below, the sum above
/// alone. The formula says what else is done with it.
public struct MetricPlan: Sendable, Hashable {
    /// Terms of the numerator; what is subtracted has a negative coefficient.
    public let above: [Term]
    public let below: [Term]
    /// Positions of the measures that only say how sure the figure is.
    public let accompanying: [Int]
    /// From the quotient to the metric's unit.
    public let multiplier: Double
    /// How many separate things one of the numerator's unit is, or of the
    /// metric's own without a denominator: 1,000 for thousands of persons.
    public let sizeAbove: Double
    /// The same of the denominator's unit.
    public let sizeBelow: Double

    /// One part of a sum.
    public struct Term: Sendable, Hashable {
        public let operand: Operand
        /// From the operand's unit to the sum's; below 0 where it is taken off.
        public let coefficient: Double
    }

    /// What a term stands for.
    public enum Operand: Sendable, Hashable {
        /// A position in the standard's measures.
        case measure(Int)
        /// A position in the standard's metrics.
        case metric(Int)
    }

    /// A plan of nothing, until the standard is complete.
    static let empty = MetricPlan(
        above: [], below: [], accompanying: [], multiplier: 1, sizeAbove: 1, sizeBelow: 1)
}

/// Works out plans once all ids and units are known.
struct MetricPlanner {
    let units: [String: Unit]
    let measures: [String: (position: Int, unit: String)]
    let metrics: [String: (position: Int, unit: String)]

    func plan(_ metric: Metric) -> MetricPlan {
        let formula = metric.formula
        let top = unit(of: formula.numerator.first)
        let bottom = unit(of: formula.denominator.first)
        let isQuotient = bottom != nil
        let target = isQuotient ? top : units[metric.unit]
        return MetricPlan(
            above: terms(formula.numerator, less: formula.subtracted, in: target, formula),
            below: terms(formula.denominator, less: [], in: bottom, formula),
            accompanying: formula.accompanying.compactMap { measures[$0]?.position },
            multiplier: multiplier(metric, top: top, bottom: bottom),
            sizeAbove: target?.factor ?? 1, sizeBelow: bottom?.factor ?? 1)
    }

    /// The multiplier that the units ask for; nil where they do not fit.
    func impliedMultiplier(_ metric: Metric) -> Double? {
        guard let unit = units[metric.unit] else { return nil }
        switch metric.formula {
        case .rateOfChange, .index: return 1 / unit.factor
        case .indirectlyStandardised: return 1 / unit.factor
        default: break
        }
        guard let top = self.unit(of: metric.formula.numerator.first) else { return nil }
        guard let bottom = self.unit(of: metric.formula.denominator.first) else { return 1 }
        return top.factor / (bottom.factor * unit.factor)
    }

    private func multiplier(_ metric: Metric, top: Unit?, bottom: Unit?) -> Double {
        switch metric.formula {
        case .ratio, .directlyStandardised: metric.formula.statedMultiplier
        default: impliedMultiplier(metric) ?? 1
        }
    }

    private func terms(
        _ ids: [String], less: [String], in target: Unit?, _ formula: Formula
    ) -> [MetricPlan.Term] {
        let subtractedFrom = ids.count - less.count
        return ids.enumerated().compactMap { index, id in
            guard let operand = operand(id) else { return nil }
            let size = conversion(id, target, formula)
            let isSubtracted = !less.isEmpty && index >= subtractedFrom
            return MetricPlan.Term(operand: operand, coefficient: isSubtracted ? -size : size)
        }
    }

    private func conversion(_ id: String, _ target: Unit?, _ formula: Formula) -> Double {
        switch formula {
        case .rateOfChange, .index: return 1
        default: break
        }
        guard let target, let unit = unit(of: id) else { return 1 }
        return unit.factor(to: target) ?? 1
    }

    private func operand(_ id: String) -> MetricPlan.Operand? {
        if let measure = measures[id] { return .measure(measure.position) }
        return metrics[id].map { .metric($0.position) }
    }

    func unit(of id: String?) -> Unit? {
        guard let id, let name = measures[id]?.unit ?? metrics[id]?.unit else { return nil }
        return units[name]
    }
}

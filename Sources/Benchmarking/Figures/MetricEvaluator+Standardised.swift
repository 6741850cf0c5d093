internal import MetricSpec

extension MetricEvaluator {
    /// From how many cases on a directly standardised rate is given.
    private static let fewestCases = 10.0

    /// A group of a standardised rate.
    private struct Group {
        let weight: Double
        let cases: WeightedPart
        let population: WeightedPart

        func size(inCity city: Int) -> Double { population.column.values[city] }

        func counted(inCity city: Int) -> StandardisedGroup {
            StandardisedGroup(
                weight: weight, events: cases.column.values[city],
                population: population.column.values[city])
        }

        func rate(inCity city: Int) -> Double {
            cases.column.values[city] / size(inCity: city)
        }
    }

    /// sum(w x / n) / sum(w) over the groups, times the multiplier (METHODS 4).
    ///
    /// With fewer than 10 cases in all there is no value; a group without
    /// population has no rate, and the figure is `not_applicable`.
    func directlyStandardised(
        _ rate: DirectStandardisation, _ metric: Metric, _ scope: EvaluationScope
    ) -> MetricColumns {
        guard scope.breakdown == 0 else { return ofNoGroup(metric, scope) }
        let groups = groups(of: rate.breakdown, rate.weights, metric, scope)
        let weights = groups.reduce(0) { $0 + $1.weight }
        let cases = groups.map(\.cases)
        return columns(
            of: metric, scope, above: { _ in cases }, below: groups.map(\.population)
        ) { columns, city, cases, population in
            columns.note(city, cases, below: population.isKnown ? population.total : nil)
            let isKnown = cases.isKnown && population.isKnown
            if isKnown, cases.total < Self.fewestCases {
                columns.statuses[city] = .unreliable
                columns.reasons[city] = .tooFewEvents
            } else if isKnown, groups.contains(where: { $0.size(inCity: city) <= 0 }) {
                columns.statuses[city] = .notApplicable
            } else {
                let rates = groups.reduce(0) { $0 + $1.weight * $1.rate(inCity: city) }
                columns.settle(
                    city, cases, population, value: rates / weights * columns.multiplier)
                if metric.uncertainty == .events {
                    columns.estimateStandardised(city, groups.map { $0.counted(inCity: city) })
                }
            }
        }
    }

    /// Cases over those that the standard's rates give, times the multiplier.
    ///
    /// The cases are the city's total where it reports one, with those whose
    /// group is not known; else the sum of its groups.
    func indirectlyStandardised(
        _ ratio: IndirectStandardisation, _ metric: Metric, _ scope: EvaluationScope
    ) -> MetricColumns {
        guard scope.breakdown == 0 else { return ofNoGroup(metric, scope) }
        let groups = groups(of: ratio.breakdown, ratio.rates, metric, scope)
        let total = metric.plan.above.map { part($0, scope, of: metric, isBelow: false) }
        let cases = groups.map(\.cases)
        // Rates are cases by head, whatever the units of the measures.
        let unit = factor(of: ratio.population) / factor(of: ratio.cases)
        return columns(
            of: metric, scope,
            above: { SideSum(total, city: $0).isKnown ? total : cases },
            below: groups.map(\.population)
        ) { columns, city, cases, population in
            let expected = groups.reduce(0) { $0 + $1.weight * $1.size(inCity: city) * unit }
            columns.note(city, cases, below: population.isKnown ? expected : nil)
            if cases.isKnown, population.isKnown, expected <= 0 {
                columns.statuses[city] = .notApplicable
            } else {
                columns.settle(
                    city, cases, population,
                    value: quotient(cases.total, expected, columns.multiplier))
            }
        }
    }

    /// A rate over all groups is none of a single one.
    private func ofNoGroup(_ metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        columns(of: metric, scope, above: { _ in [] }, below: []) { columns, city, _, _ in
            columns.statuses[city] = .notApplicable
        }
    }

    /// The groups in the order of the standard's breakdown values.
    private func groups(
        of breakdown: String, _ weights: [String: Double], _ metric: Metric,
        _ scope: EvaluationScope
    ) -> [Group] {
        guard let above = metric.plan.above.first, let below = metric.plan.below.first
        else { return [] }
        return positions(ofBreakdown: breakdown).compactMap { value in
            weights[value.id].map { weight in
                let scope = scope.in(breakdown: value.position)
                return Group(
                    weight: weight, cases: part(above, scope, of: metric, isBelow: false),
                    population: part(below, scope, of: metric, isBelow: true))
            }
        }
    }

    /// The values of a breakdown with their positions in `breakdownValues`.
    func positions(ofBreakdown id: String) -> [(id: String, position: Int32)] {
        let positions = Dictionary(
            standard.breakdownValues.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
        return standard.breakdown(id)?.values.compactMap { value in
            positions[value.id].map { (value.id, $0) }
        } ?? []
    }

    func factor(of measure: String) -> Double {
        standard.measure(measure).flatMap { standard.unit($0.unit) }?.factor ?? 1
    }
}

import MetricSpec

/// What the standard says of figures of one city and period beside each
/// other, with positions for ids and one unit for each relation.
struct FigureRelations: Sendable {
    /// A measure's figure times what brings it into the relation's unit.
    struct Term: Hashable, Sendable {
        let measure: Int
        let coefficient: Double
    }

    /// Parts that together cannot be more than their wholes.
    struct Part: Hashable, Sendable {
        let parts: [Term]
        let wholes: [Term]
    }

    /// Parts that add up to a whole.
    struct Sum: Sendable {
        let parts: [Term]
        let whole: Term
        let tolerance: Double
    }

    /// By the measure of the first part.
    private(set) var parts: [Int: [Part]] = [:]
    /// By the measure of the whole.
    private(set) var sums: [Int: [Sum]] = [:]
    /// The measures that take part in one of them.
    private(set) var measures: Set<Int> = []

    init(_ standard: Standard) {
        for metric in standard.metrics {
            guard case .share = metric.formula else { continue }
            add(
                Part(
                    parts: metric.plan.above.compactMap(Self.term),
                    wholes: metric.plan.below.compactMap(Self.term)))
        }
        for (position, measure) in standard.measures.enumerated() {
            for whole in measure.partOf {
                guard let term = Self.term(whole, measure, standard) else { continue }
                let part = Term(measure: position, coefficient: 1)
                add(Part(parts: [part], wholes: [term]))
            }
            guard let sum = measure.sumOf else { continue }
            add(
                Sum(
                    parts: sum.parts.compactMap { Self.term($0, measure, standard) },
                    whole: Term(measure: position, coefficient: 1), tolerance: sum.tolerance))
        }
    }

    private mutating func add(_ part: Part) {
        guard let first = part.parts.first, !part.wholes.isEmpty,
            parts[first.measure]?.contains(part) != true
        else { return }
        parts[first.measure, default: []].append(part)
        measures.formUnion((part.parts + part.wholes).map(\.measure))
    }

    private mutating func add(_ sum: Sum) {
        sums[sum.whole.measure, default: []].append(sum)
        measures.formUnion((sum.parts + [sum.whole]).map(\.measure))
    }

    private static func term(_ term: MetricPlan.Term) -> Term? {
        guard case .measure(let measure) = term.operand else { return nil }
        return Term(measure: measure, coefficient: term.coefficient)
    }

    /// A measure in the unit of another one.
    private static func term(_ id: String, _ other: Measure, _ standard: Standard) -> Term? {
        guard let position = standard.measureIndex(id),
            let unit = standard.unit(standard.measures[position].unit),
            let target = standard.unit(other.unit), let size = unit.factor(to: target)
        else { return nil }
        return Term(measure: position, coefficient: size)
    }
}

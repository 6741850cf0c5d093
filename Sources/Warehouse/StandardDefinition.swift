import MetricSpec

/// What a measure or metric means: what may not change under one version of a
/// standard once there are values.
struct StandardDefinition: Hashable {
    enum Subject: String {
        case measure
        case metric
    }

    let subject: Subject
    let id: String
    /// The definition, and what it includes and excludes.
    let definition: String
    /// The unit with its size and dimension.
    let unit: String
    /// Stock or flow; empty for a metric.
    let kind: String
    /// Empty for a measure.
    let formula: String

    /// All measures, then all metrics, in the order of their ids.
    static func all(of standard: Standard) -> [StandardDefinition] {
        standard.measures.map { measure in
            StandardDefinition(
                subject: .measure, id: measure.id, definition: text(measure),
                unit: unit(measure.unit, standard), kind: measure.kind.rawValue, formula: "")
        }
            + standard.metrics.map { metric in
                StandardDefinition(
                    subject: .metric, id: metric.id, definition: metric.definition,
                    unit: unit(metric.unit, standard), kind: "", formula: metric.formula.text)
            }
    }

    /// The parts in which another definition of the same id differs.
    func changedParts(against other: StandardDefinition) -> [String] {
        [
            ("definition", definition == other.definition), ("unit", unit == other.unit),
            ("kind", kind == other.kind), ("formula", formula == other.formula),
        ].filter { !$0.1 }.map(\.0)
    }

    /// What tells two definitions' subjects apart.
    var key: String { "\(subject.rawValue) \(id)" }

    private static func text(_ measure: Measure) -> String {
        ([measure.definition] + measure.includes.map { "Includes: \($0)" }
            + measure.excludes.map { "Excludes: \($0)" }).joined(separator: "\n")
    }

    private static func unit(_ id: String, _ standard: Standard) -> String {
        guard let unit = standard.unit(id) else { return id }
        return "\(id): \(unit.factor) \(unit.dimension)"
    }
}

extension Standard {
    /// The changes that a measure or metric names for itself.
    func namedChanges(of definition: StandardDefinition) -> [DefinitionChange] {
        switch definition.subject {
        case .measure: measure(definition.id)?.changes ?? []
        case .metric: metric(definition.id)?.notes.changes ?? []
        }
    }
}

/// A metric standard: units, services, measures and metrics that fit together.
///
/// Only `StandardReader` makes one, so that a `Standard` is always consistent
/// with itself: every id that one part names is there.
public struct Standard: Sendable {
    /// The id of the standard, such as `yardstick` or a consortium's own.
    public let id: String
    /// Its version, `major.minor.patch`.
    public let version: String
    public let title: String
    /// The first day for which this version is meant; nil: it does not say.
    public let validFrom: CalendarDay?
    public let dimensions: [BaseDimension]
    public private(set) var units: [Unit]
    public let services: [Service]
    public let breakdowns: [Breakdown]
    public let priceSeries: [PriceSeries]
    /// Nil where the standard recognises nobody.
    public let recognition: Recognition?
    /// In the order of their ids; positions are stable within a value.
    public let measures: [Measure]
    /// In the order of their ids.
    public let metrics: [Metric]
    /// In the order of their metrics' ids.
    public let proposals: [Proposal]
    /// What may be better and does not stop anybody, in the order of files.
    public let advice: [SpecIssue]

    private let measurePositions: [String: Int]
    private let metricPositions: [String: Int]
    private let unitPositions: [String: Int]
    private let servicePositions: [String: Int]

    init(_ draft: StandardDraft, advice: [SpecIssue] = []) {
        id = draft.id
        version = draft.version
        title = draft.title
        validFrom = draft.validFrom
        dimensions = draft.dimensions
        units = draft.units.map(\.value)
        services = draft.services.map(\.value)
        breakdowns = draft.breakdowns.map(\.value)
        priceSeries = draft.series.map(\.value)
        recognition = draft.recognition?.value
        proposals = draft.proposals.map(\.value).sorted { $0.metric.id < $1.metric.id }
        self.advice = advice
        measures = draft.measures.map(\.value).sorted { $0.id < $1.id }
        var metrics = draft.metrics.map(\.value).sorted { $0.id < $1.id }
        let planner = MetricPlanner(units: units, measures: measures, metrics: metrics)
        for index in metrics.indices { metrics[index].plan = planner.plan(metrics[index]) }
        self.metrics = metrics
        measurePositions = Self.positions(measures.map(\.id))
        metricPositions = Self.positions(metrics.map(\.id))
        unitPositions = Self.positions(units.map(\.id))
        servicePositions = Self.positions(services.map(\.id))
    }

    /// The position of a measure in `measures`; nil for an unknown id.
    public func measureIndex(_ id: String) -> Int? { measurePositions[id] }

    /// The position of a metric in `metrics`; nil for an unknown id.
    public func metricIndex(_ id: String) -> Int? { metricPositions[id] }

    /// The measure with an id.
    public func measure(_ id: String) -> Measure? {
        measurePositions[id].map { measures[$0] }
    }

    /// The metric with an id.
    public func metric(_ id: String) -> Metric? {
        metricPositions[id].map { metrics[$0] }
    }

    /// The unit with an id.
    public func unit(_ id: String) -> Unit? { unitPositions[id].map { units[$0] } }

    /// The service with an id.
    public func service(_ id: String) -> Service? {
        servicePositions[id].map { services[$0] }
    }

    /// The breakdown with an id.
    public func breakdown(_ id: String) -> Breakdown? { breakdowns.first { $0.id == id } }

    /// The ids that a value's breakdown may have: `total` first, then the
    /// values of all breakdowns in their order.
    public var breakdownValues: [String] {
        ["total"] + breakdowns.flatMap { $0.values.map(\.id) }
    }

    /// All changes that touch a metric: its own and those of the measures it
    /// is made of, the earliest first.
    public func changes(of metric: Metric) -> [DefinitionChange] {
        var seen: Set<String> = [metric.id]
        return changes(of: metric, seen: &seen).sorted { $0.date < $1.date }
    }

    private func changes(of metric: Metric, seen: inout Set<String>) -> [DefinitionChange] {
        var changes = metric.notes.changes
        for id in metric.formula.measures where seen.insert(id).inserted {
            if let measure = measure(id) { changes += measure.changes }
            if let other = self.metric(id) { changes += self.changes(of: other, seen: &seen) }
        }
        return changes
    }

    /// The first day of the definition that holds on a day: values of one
    /// metric compare when theirs are equal. Nil: no break before.
    public func comparableSince(_ metric: Metric, on day: CalendarDay) -> CalendarDay? {
        changes(of: metric).last { $0.isBreak && $0.date <= day }?.date
    }

    /// The standard with each unit put in another way; ids must stay.
    func mapUnits(_ change: (Unit) -> Unit) -> Standard {
        var standard = self
        standard.units = units.map(change)
        return standard
    }

    private static func positions(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension MetricPlanner {
    init(units: [Unit], measures: [Measure], metrics: [Metric]) {
        self.units = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        self.measures = Dictionary(
            measures.enumerated().map { ($1.id, ($0, $1.unit)) },
            uniquingKeysWith: { one, _ in one })
        self.metrics = Dictionary(
            metrics.enumerated().map { ($1.id, ($0, $1.unit)) }, uniquingKeysWith: { one, _ in one }
        )
    }
}

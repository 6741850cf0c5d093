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
    public let units: [Unit]
    public let services: [Service]
    /// In the order of their ids; positions are stable within a value.
    public let measures: [Measure]
    /// In the order of their ids.
    public let metrics: [Metric]

    private let measurePositions: [String: Int]
    private let metricPositions: [String: Int]
    private let unitPositions: [String: Int]
    private let servicePositions: [String: Int]

    init(
        id: String, version: String, title: String, units: [Unit], services: [Service],
        measures: [Measure], metrics: [Metric]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.units = units
        self.services = services
        self.measures = measures.sorted { $0.id < $1.id }
        self.metrics = metrics.sorted { $0.id < $1.id }
        measurePositions = Self.positions(self.measures.map(\.id))
        metricPositions = Self.positions(self.metrics.map(\.id))
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

    private static func positions(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

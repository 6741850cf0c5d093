/// What cities report: a count, an amount, a duration.
public struct Measure: Sendable, Hashable {
    /// The id, `domain/name`.
    public let id: String
    public let title: String
    /// In whole sentences: what counts, what does not.
    public let definition: String
    /// The id of a unit of the standard.
    public let unit: String
    public let kind: MeasureKind
    public let quarterToYear: QuarterToYear
    /// The id of the service the measure belongs to; nil for the city as a
    /// whole, such as its population.
    public let service: String?
    /// The range outside which a value is questioned, in `unit`; a missing
    /// end is open.
    public let plausible: PlausibleRange?
    /// The minutes that reporting it costs a city each quarter.
    public let minutesPerQuarter: Double?
    /// Where a city takes the figure from.
    public let source: String?
}

/// The range in which a value raises no question; both ends belong to it.
public struct PlausibleRange: Sendable, Hashable {
    public let minimum: Double?
    public let maximum: Double?

    /// Whether a value lies inside.
    public func contains(_ value: Double) -> Bool {
        value >= minimum ?? -.infinity && value <= maximum ?? .infinity
    }
}

/// A unit of measures and metrics.
public struct Unit: Sendable, Hashable {
    public let id: String
    /// As it is written behind a number: `%`, `minutes`, `per 1,000 residents`.
    public let label: String
    /// What it measures: money, time, count ... Units of one dimension may be
    /// added.
    public let dimension: String
    /// Written before the number, such as `$`; empty for most.
    public let prefix: String
}

/// A service that cities provide.
public struct Service: Sendable, Hashable {
    public let id: String
    public let title: String
    public let definition: String
}

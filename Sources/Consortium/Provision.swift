public import MetricSpec

/// How a city does one service at a time: a row of services.csv.
public struct ServiceProvision: Sendable, Hashable {
    public let city: String
    public let service: String
    /// Nil when the mode is not known; the service then counts as provided.
    public let mode: ProvisionMode?
    public let provider: String
    /// The part (0 to 1) that contractors do; nil when not known.
    public let shareContracted: Double?
    /// Nil when not known.
    public let populationServed: Double?
    /// Whether the city takes part in the comparison of this service.
    public let takesPart: Bool
    public let valid: Validity

    /// Makes a row; by default of a city that takes part, for all time.
    public init(
        city: String, service: String, mode: ProvisionMode?, provider: String = "",
        shareContracted: Double? = nil, populationServed: Double? = nil,
        takesPart: Bool = true, valid: Validity = Validity()
    ) {
        self.city = city
        self.service = service
        self.mode = mode
        self.provider = provider
        self.shareContracted = shareContracted
        self.populationServed = populationServed
        self.takesPart = takesPart
        self.valid = valid
    }
}

/// A half-open range of days; an open end is nil.
public struct Validity: Sendable, Hashable {
    public let from: CalendarDay?
    /// The first day on which it no longer holds.
    public let to: CalendarDay?

    /// Makes a range; nil ends are open.
    public init(from: CalendarDay? = nil, to: CalendarDay? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether it holds on a day.
    public func contains(_ day: CalendarDay) -> Bool {
        if let from, day < from { return false }
        if let to, day >= to { return false }
        return true
    }

    /// Whether it holds on any day of another range.
    public func overlaps(_ other: Validity) -> Bool {
        if let from, let end = other.to, end <= from { return false }
        if let to, let start = other.from, to <= start { return false }
        return true
    }
}

/// A dated attribute of a city: a row of attributes.csv.
public struct CityAttribute: Sendable, Hashable {
    public let city: String
    /// Its name, such as `population`.
    public let attribute: String
    /// As it was written.
    public let value: String
    public let valid: Validity
    public let source: String

    /// Makes an attribute, by default one that always holds.
    public init(
        city: String, attribute: String, value: String, valid: Validity = Validity(),
        source: String = ""
    ) {
        self.city = city
        self.attribute = attribute
        self.value = value
        self.valid = valid
        self.source = source
    }
}

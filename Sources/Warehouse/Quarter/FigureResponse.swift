public import MetricSpec

/// What a city says about its own figure before members see it.
public struct ResponseRequest: Sendable {
    /// The id of the city.
    public let city: String
    /// The id of the metric.
    public let metric: String
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
    public let period: Period
    public let author: String
    /// The office in which he speaks; nil where nobody noted it.
    public let office: String?
    public let text: String

    /// Puts the parts together.
    public init(
        city: String, metric: String, breakdown: String, period: Period, author: String,
        office: String?, text: String
    ) {
        self.city = city
        self.metric = metric
        self.breakdown = breakdown
        self.period = period
        self.author = author
        self.office = office
        self.text = text
    }
}

/// What became of a response.
public struct ResponseReceipt: Sendable {
    /// The number of the release that the city saw.
    public let release: Int
    /// Whether members do not see it yet.
    public let isHeld: Bool
    /// The figure, in the unit of the metric.
    public let value: Double
    /// Whether the same was said about the same figure before.
    public let isKnown: Bool
}

/// What a city says about a figure of its own.
public struct FigureResponse: Sendable {
    public let metric: String
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
    public let author: String
    /// The office in which he speaks; nil where nobody noted it.
    public let office: String?
    /// The day on which it was given, ISO 8601, UTC.
    public let respondedOn: String
    public let text: String
}

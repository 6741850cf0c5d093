public import MetricSpec

/// One metric on a city's page, for breakdown `total`.
public struct MetricEntry: Sendable {
    public var metric: Metric
    /// The unit that `metric.unit` names.
    public var unit: Unit
    /// The title of the metric's service; nil for the city as a whole. Named
    /// where the city does not provide the service or take part in it.
    public var serviceTitle: String?
    /// Whether the city has a figure, or why it has none.
    public var status: StandingStatus
    /// Why the figure is not compared, for status `notComparable`.
    public var reason: IncomparableReason?
    /// The city's own figure; nil unless its status has one. One that is not
    /// compared stays: it is shown, without a place.
    public var value: Double?
    /// What the figure says of itself: cost, books, overhead, audit.
    public var basis: ValueBasis
    /// One entry for each peer group that compares the city in this metric.
    /// The first is the one that headline and tallies speak of.
    public var groups: [GroupEntry]
    /// The city's earlier figures, in any order; at most eight are drawn.
    public var history: [HistoryPoint]
    /// The first day of the definition that the figure follows; nil where no
    /// break lies before it.
    public var comparableFrom: CalendarDay?
    /// The changes of the definition: `Standard.changes(of:)`.
    public var changes: [DefinitionChange]
    /// Money in the prices of another period; nil for what is no money.
    public var realValue: RealValue?
    /// The figure over the twelve months that end with the period; nil where
    /// it is not given.
    public var rollingYear: Double?
    /// The figure by groups of people or classes.
    public var breakdowns: [BreakdownEntry]
    /// Where the figure comes from, one place for each observation in it.
    public var sources: [SourcePlace]
    /// What the city says about the figure and those of its groups.
    public var responses: [CityResponse]

    /// Makes an entry of its parts.
    public init(
        metric: Metric, unit: Unit, serviceTitle: String? = nil, status: StandingStatus,
        reason: IncomparableReason? = nil, value: Double?, basis: ValueBasis = ValueBasis(),
        groups: [GroupEntry], history: [HistoryPoint] = [], comparableFrom: CalendarDay? = nil,
        changes: [DefinitionChange] = [], realValue: RealValue? = nil,
        rollingYear: Double? = nil, breakdowns: [BreakdownEntry] = [],
        sources: [SourcePlace] = [], responses: [CityResponse] = []
    ) {
        self.metric = metric
        self.unit = unit
        self.serviceTitle = serviceTitle
        self.status = status
        self.reason = reason
        self.value = value
        self.basis = basis
        self.groups = groups
        self.history = history
        self.comparableFrom = comparableFrom
        self.changes = changes
        self.realValue = realValue
        self.rollingYear = rollingYear
        self.breakdowns = breakdowns
        self.sources = sources
        self.responses = responses
    }
}

/// What a city says about its own figure, given before others saw it.
public struct CityResponse: Sendable, Hashable {
    public var text: String
    public var author: String
    /// The day on which it was given, ISO 8601.
    public var day: String
    /// The title of the group whose figure it is about; nil for the total.
    public var group: String?

    /// Makes a response of its parts.
    public init(text: String, author: String, day: String, group: String? = nil) {
        self.text = text
        self.author = author
        self.day = day
        self.group = group
    }
}

/// The city's figure in an earlier period, or why there is none.
public struct HistoryPoint: Sendable, Hashable {
    public var period: Period
    public var status: StandingStatus
    /// nil unless the status has a figure.
    public var value: Double?
    /// The first day of the definition that the figure follows; figures of
    /// different ones are not joined.
    public var comparableFrom: CalendarDay?

    /// Makes a point; without a figure it is shown as a gap.
    public init(
        period: Period, status: StandingStatus, value: Double?,
        comparableFrom: CalendarDay? = nil
    ) {
        self.period = period
        self.status = status
        self.value = value
        self.comparableFrom = comparableFrom
    }
}

/// Money put into the prices of one period (METHODS 15), beside the nominal
/// figure.
public struct RealValue: Sendable, Hashable {
    /// In the metric's own unit.
    public var value: Double
    /// The period whose prices it is in.
    public var pricesOf: Period
    /// The title of the price series.
    public var series: String
    /// The nominal figure at national prices, as a sensitivity; nil where no
    /// regional price parity is known.
    public var atParity: Double?

    /// Makes a real value of its parts.
    public init(value: Double, pricesOf: Period, series: String, atParity: Double? = nil) {
        self.value = value
        self.pricesOf = pricesOf
        self.series = series
        self.atParity = atParity
    }
}

/// A metric of a city by one breakdown.
public struct BreakdownEntry: Sendable, Hashable {
    /// The breakdown's title, such as `Age group`.
    public var title: String
    /// One row a group, in the order of the standard.
    public var rows: [BreakdownRow]
    /// The share (0 to 1) of what was counted whose group is not known; nil
    /// where that is not known either.
    public var unknownShare: Double?

    /// Makes an entry of its parts.
    public init(title: String, rows: [BreakdownRow], unknownShare: Double? = nil) {
        self.title = title
        self.rows = rows
        self.unknownShare = unknownShare
    }
}

/// The figure of one group of a breakdown.
public struct BreakdownRow: Sendable, Hashable {
    /// The group's title.
    public var title: String
    public var status: StandingStatus
    /// Why the figure is not compared, for status `notComparable`.
    public var reason: IncomparableReason?
    /// nil unless the status has a figure.
    public var value: Double?

    /// Makes a row of its parts.
    public init(
        title: String, status: StandingStatus, reason: IncomparableReason? = nil, value: Double?
    ) {
        self.title = title
        self.status = status
        self.reason = reason
        self.value = value
    }
}

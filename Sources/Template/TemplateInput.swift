public import Consortium
public import MetricSpec

/// What a template is made of: one city, one period, what it is asked for.
public struct TemplateInput: Sendable {
    public let standard: Standard
    public let consortium: Consortium
    public let city: City
    public let period: Period
    /// Figures of the city that are stored; empty where none are known, and
    /// the columns for them then stay blank.
    public let lastValues: LastValues

    /// Puts the parts together.
    public init(
        standard: Standard, consortium: Consortium, city: City, period: Period,
        lastValues: LastValues = LastValues()
    ) {
        self.standard = standard
        self.consortium = consortium
        self.city = city
        self.period = period
        self.lastValues = lastValues
    }

    /// The same months a year earlier; nil before the first year there is.
    public static func yearBefore(_ period: Period) -> Period? {
        earlier(period, by: 12)
    }

    /// The period of the same length that ends where this one begins; nil
    /// before the first year there is, and where that is the year before.
    public static func previous(_ period: Period) -> Period? {
        period.months == 12 ? nil : earlier(period, by: Int(period.months))
    }

    private static func earlier(_ period: Period, by months: Int) -> Period? {
        let first = Int(period.firstMonth) - months
        return Period(year: first / 12, month: first % 12 + 1, months: Int(period.months))
    }

    /// The reporting cycle of the period; nil where calendar.csv has none.
    var cycle: ReportingCycle? { consortium.cycle(of: period) }

    /// Whether the city is asked for the figures of a service: it provides it
    /// and takes part on the period's first day.
    ///
    /// Without a row in services.csv it does.
    func isAsked(for service: String) -> Bool {
        let row = consortium.provisions.first {
            $0.city == city.id && $0.service == service && $0.valid.contains(period.start)
        }
        guard let row else { return true }
        return row.takesPart && row.mode?.isProvided != false
    }
}

/// Stored figures of one city, found by measure, breakdown and period.
public struct LastValues: Sendable {
    private struct Key: Hashable {
        let measure: String
        let breakdown: String
        let period: Period
    }

    private var values: [Key: Double] = [:]

    /// Without any figure.
    public init() {}

    /// Adds a figure in the measure's unit; a later one takes its place.
    public mutating func add(
        _ value: Double, measure: String, breakdown: String, period: Period
    ) {
        values[Key(measure: measure, breakdown: breakdown, period: period)] = value
    }

    /// How many figures there are.
    public var count: Int { values.count }

    func value(_ measure: String, _ breakdown: String, _ period: Period?) -> Double? {
        period.flatMap { values[Key(measure: measure, breakdown: breakdown, period: $0)] }
    }
}

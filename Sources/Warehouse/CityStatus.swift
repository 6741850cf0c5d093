public import MetricSpec

/// One city's line in `yardstick status`.
public struct CityStatus: Sendable {
    public let city: String
    public let name: String
    /// Current values of the period.
    public let values: Int
    /// Those of them that the city sent itself.
    public let ownValues: Int
    /// Current statements that a value of the period is missing.
    public let missing: Int
    /// Errors in the submissions that brought them, and in files of the city
    /// for the period that were rejected and not sent anew.
    public let errors: Int
    public let warnings: Int
    /// Those files.
    public let rejectedFiles: Int
    /// When the newest of these submissions was received: ISO 8601, UTC.
    public let lastReceivedAt: String?
    /// Whether it takes part in any service.
    public let takesPart: Bool
    /// Required measures of the services that it provides and takes part in;
    /// all measures where the standard requires none.
    public let owed: Int
    /// How many of them have values for the whole period.
    public let reported: Int
    /// The day, in UTC, on which the last of them first came; nil while one is
    /// outstanding.
    public let completedOn: CalendarDay?
    /// The day, in UTC, on which its first value of the period came, whoever
    /// sent it.
    public let firstReceivedOn: CalendarDay?
    /// The same of the values that it sent itself.
    public let firstOwnOn: CalendarDay?

    /// How far a city has come.
    public enum State: String, Vocabulary {
        /// All that it owes is there.
        case complete
        /// A part of it.
        case partial
        /// Nothing yet.
        case nothing
        /// It takes part in no service.
        case notTakingPart = "not_taking_part"
    }

    /// How far it has come.
    public var state: State {
        if !takesPart { return .notTakingPart }
        if reported == owed, owed > 0 || values > 0 { return .complete }
        return reported > 0 || values > 0 ? .partial : .nothing
    }

    /// Days from the due day to the day on which its report came, or to the
    /// day that it is seen from; nil where nothing is due from it.
    ///
    /// - Parameter ownOnly: whether only what it sent itself is its report, as
    ///   it is where cities send files of their own.
    public func daysLate(due: CalendarDay?, on day: CalendarDay, ownOnly: Bool) -> Int? {
        guard let due, takesPart, owed > 0 else { return nil }
        let end = (ownOnly ? firstOwnOn : firstReceivedOn) ?? day
        return max(0, Int(end.number) - Int(due.number))
    }
}

/// An instant as PostgreSQL's `timestamptz` holds it.
///
/// Microseconds since 2000-01-01 00:00 UTC, without leap seconds.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Microseconds since 2000-01-01 00:00 UTC.
    public let microseconds: Int64

    /// An instant by its microseconds since 2000-01-01 00:00 UTC.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// An instant by its seconds since 1970-01-01 00:00 UTC, rounded to
    /// microseconds; must be finite.
    public init(secondsSince1970 seconds: Double) {
        let since2000 = seconds - Self.secondsTo2000
        microseconds = Int64((since2000 * 1_000_000).rounded())
    }

    /// Seconds since 1970-01-01 00:00 UTC.
    public var secondsSince1970: Double {
        Double(microseconds) / 1_000_000 + Self.secondsTo2000
    }

    /// Seconds from 1970 to 2000.
    private static let secondsTo2000 = 946_684_800.0

    /// The earlier instant comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

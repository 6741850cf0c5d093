import Foundation
import MetricSpec
import Postgres

/// The only place that knows the wall clock.
enum Clock {
    /// Now.
    static func now() -> Timestamp {
        Timestamp(secondsSince1970: Date().timeIntervalSince1970)
    }

    /// Today, in UTC.
    static func today() -> CalendarDay {
        let days = (Date().timeIntervalSince1970 / 86_400).rounded(.down)
        // CalendarDay counts from 2000-01-01.
        return CalendarDay(number: Int32(days) - 10_957)
    }

    /// The day of an instant, in UTC.
    static func day(_ instant: Timestamp) -> CalendarDay {
        CalendarDay(number: Int32((instant.secondsSince1970 / 86_400).rounded(.down)) - 10_957)
    }

    /// An instant as ISO 8601 text in UTC, to the second.
    static func text(_ instant: Timestamp) -> String {
        Date(timeIntervalSince1970: instant.secondsSince1970)
            .formatted(Date.ISO8601FormatStyle())
    }

    /// Reads an ISO 8601 instant, such as `2026-11-21T09:00:00Z`; nil for
    /// other text.
    static func instant(_ text: String) -> Timestamp? {
        let style = Date.ISO8601FormatStyle()
        guard let date = try? style.parse(text) else { return nil }
        return Timestamp(secondsSince1970: date.timeIntervalSince1970)
    }
}

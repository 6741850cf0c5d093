import Foundation
import Postgres

/// The only place that knows the wall clock.
enum Clock {
    /// Now.
    static func now() -> Timestamp {
        Timestamp(secondsSince1970: Date().timeIntervalSince1970)
    }

    /// Reads an ISO 8601 instant, such as `2026-11-21T09:00:00Z`; nil for
    /// other text.
    static func instant(_ text: String) -> Timestamp? {
        let style = Date.ISO8601FormatStyle()
        guard let date = try? style.parse(text) else { return nil }
        return Timestamp(secondsSince1970: date.timeIntervalSince1970)
    }
}

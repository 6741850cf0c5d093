public import MetricSpec

/// When cities are reporting units, as far as successions.csv says.
public struct CityTerms: Sendable {
    /// Why a city has no figures of its own for a period.
    public enum Absence: Sendable, Hashable {
        /// It became one or several others on a day, in their order.
        case ended(CalendarDay, in: [String])
        /// It came to be on a day, of one or several others.
        case notBegun(CalendarDay, of: [String])
    }

    /// By position in the directory.
    private var ends: [Int: (date: CalendarDay, others: [String])] = [:]
    private var begins: [Int: (date: CalendarDay, others: [String])] = [:]

    /// Takes rows of successions.csv; without any, all are cities always.
    public init(_ successions: [Succession] = [], of directory: CityDirectory) {
        for succession in successions {
            if succession.kind.endsCity, let city = directory.index(of: succession.city) {
                ends[city, default: (succession.date, [])].others.append(succession.becomes)
            }
            if succession.kind.beginsSuccessor, let city = directory.index(of: succession.becomes) {
                begins[city, default: (succession.date, [])].others.append(succession.city)
            }
        }
    }

    /// Whether all are cities always.
    public var isEmpty: Bool { ends.isEmpty && begins.isEmpty }

    /// Whether a city has a first or last day.
    public func isLimited(_ city: Int) -> Bool { ends[city] != nil || begins[city] != nil }

    /// Why a city is none on a day; nil where it is one. The cities of a
    /// period are those of its first day.
    public func absence(of city: Int, on day: CalendarDay) -> Absence? {
        if let end = ends[city], day >= end.date { return .ended(end.date, in: end.others) }
        if let begin = begins[city], day < begin.date {
            return .notBegun(begin.date, of: begin.others)
        }
        return nil
    }
}

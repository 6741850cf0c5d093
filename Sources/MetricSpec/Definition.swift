/// A dated change of a definition under its id.
public struct DefinitionChange: Sendable, Hashable {
    /// The version of the standard that brings it.
    public let version: String
    /// The first day that is measured in the new way.
    public let date: CalendarDay
    /// What is different, as a sentence.
    public let what: String
    /// Whether values before and after may be compared all the same.
    public let isComparable: Bool
    /// Whether earlier values were worked out anew.
    public let isRestated: Bool
    /// Whether it mends a mistake; only such a change may fall inside a
    /// fiscal year.
    public let isCorrection: Bool

    /// Whether the series has a gap here that no comparison crosses.
    public var isBreak: Bool { !isComparable && !isRestated }
}

/// A numbered answer to a question about a definition.
public struct Ruling: Sendable, Hashable {
    public let number: Int
    public let question: String
    public let answer: String
    public let date: CalendarDay?
}

/// A code of the same subject in a list of somebody else's.
public struct OutsideCode: Sendable, Hashable {
    /// The list: `census_function`, `cofog`, `iso_37120`, `sdg`.
    public let list: String
    public let code: String

    /// The lists that a standard may cite.
    public static let lists = ["census_function", "cofog", "iso_37120", "sdg"]
}

/// The range in which a value raises no question, by length of period.
public struct Plausibility: Sendable, Hashable {
    /// For a quarter, and for every period of a stock.
    public let quarter: PlausibleRange
    /// For twelve months; nil: worked out from the quarter.
    public let year: PlausibleRange?
    /// Why these are the ends.
    public let reason: String?

    /// The range for a period of so many months.
    ///
    /// A flow over more than three months may be as many times larger; a
    /// shorter one has the quarter's range, since months differ.
    public func range(months: Int, kind: MeasureKind) -> PlausibleRange {
        if months == 12, let year { return year }
        guard kind == .flow, months > 3 else { return quarter }
        let times = Double(months) / 3
        return PlausibleRange(
            minimum: quarter.minimum.map { $0 < 0 ? $0 * times : $0 },
            maximum: quarter.maximum.map { $0 > 0 ? $0 * times : $0 })
    }
}

/// How far a value may lie from that of the same period a year earlier before
/// it must be explained; both limits, where given, must be passed.
public struct ChangeLimit: Sendable, Hashable {
    /// In per cent of the earlier value.
    public let percent: Double?
    /// In the unit of the value.
    public let absolute: Double?
    public let reason: String?

    /// Whether a change is one that must be explained; a change from 0 is
    /// judged by `absolute` alone.
    public func isExceeded(from earlier: Double, to later: Double) -> Bool {
        let gap = abs(later - earlier)
        if let absolute, gap <= absolute { return false }
        guard let percent else { return absolute != nil }
        guard earlier != 0 else { return absolute != nil && gap > 0 }
        return gap / abs(earlier) * 100 > percent
    }
}

/// A population that figures are divided by.
public enum PopulationKind: String, Vocabulary {
    /// Who lives there.
    case resident
    /// Whom the service serves, inside and outside the city limits.
    case served
    /// Who is there by day: residents, and commuters in less commuters out.
    case daytime
}

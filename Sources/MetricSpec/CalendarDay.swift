/// A day of the Gregorian calendar, without time or time zone.
///
/// Counted as days since 2000-01-01, the day PostgreSQL counts from, so that
/// a day travels to and from the warehouse as one integer.
public struct CalendarDay: Hashable, Sendable, Comparable {
    /// Days since 2000-01-01; negative before.
    public let number: Int32

    /// Makes a day from its number of days since 2000-01-01.
    public init(number: Int32) {
        self.number = number
    }

    /// Makes a day from its parts; nil when no such day exists.
    ///
    /// Years 1 to 9999 are accepted (29 February only in leap years).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        number = Int32(Self.daysFromCivil(year: year, month: month, day: day))
    }

    /// Reads `yyyy-mm-dd`; nil for any other text.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, let year = wholeNumber(parts[0]),
            let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The parts of the day: year, month (1 to 12), day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        // Hinnant's days-to-civil, shifted from 0000-03-01 to 2000-01-01.
        let shifted = Int(number) + 730_425
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// The day as ISO 8601 text, `yyyy-mm-dd`.
    public var text: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// Earlier days come first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.number < right.number
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2:
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 730_425
    }
}

/// Writes a number with leading zeros, without Foundation.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The number that a text of ASCII digits says; nil for a sign or anything
/// else, which `Int` would take.
func wholeNumber(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
}

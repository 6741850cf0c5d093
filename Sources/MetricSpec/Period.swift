/// A half-open range of whole months: what a value belongs to.
///
/// A period is its days (METHODS 15): a calendar quarter, a month, a year, or
/// any other number of months from any month on. Fiscal quarters whose days
/// are a calendar quarter are that quarter.
public struct Period: Hashable, Sendable, Comparable {
    /// The first month, counted from January of year 0.
    public let firstMonth: Int32
    /// How many months the period lasts; at least 1.
    public let months: Int32

    /// Makes a period from its first month; nil when it has no length or
    /// leaves the years 1 to 9999.
    public init?(year: Int, month: Int, months: Int) {
        guard (1...9998).contains(year), (1...12).contains(month),
            (1...1200).contains(months), year * 12 + month - 1 + months < 10_000 * 12
        else { return nil }
        firstMonth = Int32(year * 12 + month - 1)
        self.months = Int32(months)
    }

    /// Makes a period from its first month, counted from January of year 0;
    /// nil as above.
    public init?(firstMonth: Int32, months: Int32) {
        self.init(
            year: Int(firstMonth) / 12, month: Int(firstMonth) % 12 + 1, months: Int(months))
    }

    /// The calendar quarter `quarter` (1 to 4) of a year; nil otherwise.
    public init?(year: Int, quarter: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(year: year, month: quarter * 3 - 2, months: 3)
    }

    /// Makes the period of `months` months that begins on `start`; nil when
    /// `start` is not the first day of a month.
    public init?(start: CalendarDay, months: Int) {
        let (year, month, day) = start.parts
        guard day == 1 else { return nil }
        self.init(year: year, month: month, months: months)
    }

    /// Reads the canonical text: `2026-Q3`, `2026-07`, `2026`,
    /// `2015-07/P1Y`, `2016-04/P30M`; `--` may stand for the slash.
    public init?(parsing text: some StringProtocol) {
        if let slash = Self.slash(in: String(text)) {
            guard let months = Self.months(ofDuration: slash.duration),
                let start = Self.month(slash.start)
            else { return nil }
            self.init(year: start.year, month: start.month, months: months)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = wholeNumber(first)
        else { return nil }
        if parts.count == 1 {
            self.init(year: year, month: 1, months: 12)
        } else if parts.count == 2, parts[1].first == "Q",
            let quarter = wholeNumber(parts[1].dropFirst()), parts[1].utf8.count == 2
        {
            self.init(year: year, quarter: quarter)
        } else if parts.count == 2, parts[1].utf8.count == 2,
            let month = wholeNumber(parts[1])
        {
            self.init(year: year, month: month, months: 1)
        } else {
            return nil
        }
    }

    /// The canonical text; `Period(parsing:)` reads it back.
    public var text: String {
        let (year, month) = (Int(firstMonth) / 12, Int(firstMonth) % 12 + 1)
        switch (months, month) {
        case (12, 1): return padded(year, to: 4)
        case (3, 1), (3, 4), (3, 7), (3, 10):
            return "\(padded(year, to: 4))-Q\((month + 2) / 3)"
        case (1, _): return "\(padded(year, to: 4))-\(padded(month, to: 2))"
        default:
            let length = months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M"
            return "\(padded(year, to: 4))-\(padded(month, to: 2))/\(length)"
        }
    }

    /// The text for folder and file names: `--` stands for the slash.
    public var fileText: String {
        text.split(separator: "/").joined(separator: "--")
    }

    /// The first day.
    public var start: CalendarDay { Self.firstDay(ofMonth: firstMonth) }

    /// The day after the last one.
    public var end: CalendarDay { Self.firstDay(ofMonth: firstMonth + months) }

    /// How many days the period has.
    public var dayCount: Int { Int(end.number - start.number) }

    /// The month after the last one, counted from January of year 0.
    public var endMonth: Int32 { firstMonth + months }

    /// Earlier starts come first; on equal starts the shorter period.
    public static func < (left: Period, right: Period) -> Bool {
        (left.firstMonth, left.months) < (right.firstMonth, right.months)
    }

    private static func firstDay(ofMonth month: Int32) -> CalendarDay {
        // The initialiser keeps months within years 1 to 9999.
        CalendarDay(year: Int(month) / 12, month: Int(month) % 12 + 1, day: 1)
            ?? CalendarDay(number: Int32.max)
    }

    private static func slash(in text: String) -> (start: Substring, duration: Substring)? {
        let bytes = text.utf8
        if let index = bytes.firstIndex(of: UInt8(ascii: "/")) {
            return (text[..<index], text[text.index(after: index)...])
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[2].isEmpty else { return nil }
        return (text[..<parts[1].endIndex], parts[3])
    }

    private static func month(_ text: Substring) -> (year: Int, month: Int)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1])
        else { return nil }
        return (year, month)
    }

    private static func months(ofDuration text: Substring) -> Int? {
        guard text.first == "P", let unit = text.last,
            let count = wholeNumber(text.dropFirst().dropLast()), count > 0, count <= 1200
        else { return nil }
        switch unit {
        case "Y": return count * 12
        case "M": return count
        default: return nil
        }
    }
}

import MetricSpec

/// Reads the dates of records: digits in a declared order, a time behind
/// them or not.
enum DateText {
    /// In which order the parts of a date stand.
    ///
    /// Four digits in front are a year in any order.
    enum Order: String, Sendable, CaseIterable {
        case yearMonthDay = "year-month-day"
        case dayMonthYear = "day-month-year"
        case monthDayYear = "month-day-year"

        /// A date written so.
        var example: String {
            switch self {
            case .yearMonthDay: "2026-03-31"
            case .dayMonthYear: "31/03/2026"
            case .monthDayYear: "03/31/2026"
            }
        }
    }

    /// The day of a text; nil where it is none, or its year has two digits.
    static func read(_ bytes: UnsafeRawBufferPointer, order: Order) -> CalendarDay? {
        var parts = (0, 0, 0)
        var lengths = (0, 0, 0)
        var at = 0
        for part in 0..<3 {
            let start = at
            var number = 0
            while at < bytes.count, bytes[at] &- 48 < 10, at - start < 8 {
                number = number * 10 + Int(bytes[at] &- 48)
                at += 1
            }
            switch part {
            case 0: (parts.0, lengths.0) = (number, at - start)
            case 1: (parts.1, lengths.1) = (number, at - start)
            default: (parts.2, lengths.2) = (number, at - start)
            }
            if part == 0, lengths.0 == 8 {
                guard isEnd(bytes, at) else { return nil }
                return CalendarDay(
                    year: number / 10_000, month: number / 100 % 100, day: number % 100)
            }
            if part < 2 {
                guard at < bytes.count, isMark(bytes[at]) else { return nil }
                at += 1
            }
        }
        guard isEnd(bytes, at) else { return nil }
        return day(parts, lengths, order)
    }

    private static func day(
        _ parts: (Int, Int, Int), _ lengths: (Int, Int, Int), _ order: Order
    ) -> CalendarDay? {
        func isShort(_ length: Int) -> Bool { length == 1 || length == 2 }
        guard isShort(lengths.1) else { return nil }
        if lengths.0 == 4, isShort(lengths.2) {
            return CalendarDay(year: parts.0, month: parts.1, day: parts.2)
        }
        guard isShort(lengths.0), lengths.2 == 4 else { return nil }
        switch order {
        case .yearMonthDay: return nil
        case .dayMonthYear: return CalendarDay(year: parts.2, month: parts.1, day: parts.0)
        case .monthDayYear: return CalendarDay(year: parts.2, month: parts.0, day: parts.1)
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }

    /// Whether the text ends here, or a time begins.
    private static func isEnd(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
        if at == bytes.count { return true }
        guard bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "T") else {
            return false
        }
        return at + 1 < bytes.count && bytes[at + 1] &- 48 < 10
    }
}

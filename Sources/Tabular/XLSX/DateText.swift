/// Writes a workbook's day numbers as ISO 8601 dates and times.
///
/// In the system of 1900 day 60 is 29 February 1900, which never was; it is
/// written so, and day 0 as 1900-01-00, as Excel shows them: no reader of
/// dates takes either for a day.
enum DateText {
    /// The room that the longest text needs.
    static let capacity = 40

    private static let dayMilliseconds = 86_400_000

    /// Writes a number in a style; returns the length, 0 where the number is
    /// no date of the style.
    static func write(
        _ number: Double, _ style: NumberStyle, is1904: Bool, to text: UnsafeMutablePointer<UInt8>
    ) -> (length: Int, kind: CellKind) {
        var pen = Pen(text: text)
        let end = is1904 ? 2_957_004.0 : 2_958_466.0
        guard number >= 0, number < end else { return (0, .number) }
        let milliseconds = Int((number * Double(dayMilliseconds)).rounded())
        if style == .duration {
            pen.time(milliseconds, isElapsed: true)
            return (pen.length, .duration)
        }
        let day = milliseconds / dayMilliseconds
        let time = milliseconds % dayMilliseconds
        let isTime = style == .time || (day == 0 && time > 0 && !is1904)
        if isTime, number < 1 {
            pen.time(min(milliseconds, dayMilliseconds - 1), isElapsed: false)
            return (pen.length, .time)
        }
        guard Double(day) < end else { return (0, .number) }
        pen.date(day, is1904: is1904)
        if style != .date || time != 0 {
            pen.put(UInt8(ascii: "T"))
            pen.time(time, isElapsed: false)
        }
        return (pen.length, .date)
    }

    /// Puts digits one behind the other.
    private struct Pen {
        let text: UnsafeMutablePointer<UInt8>
        var length = 0

        mutating func put(_ byte: UInt8) {
            text[length] = byte
            length += 1
        }

        mutating func number(_ value: Int, digits: Int) {
            var rest = value
            for index in stride(from: digits - 1, through: 0, by: -1) {
                text[length + index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            length += digits
        }

        mutating func time(_ milliseconds: Int, isElapsed: Bool) {
            let seconds = milliseconds / 1_000
            let hours = seconds / 3_600
            number(hours, digits: isElapsed ? max(String(hours).utf8.count, 2) : 2)
            put(UInt8(ascii: ":"))
            number(seconds / 60 % 60, digits: 2)
            put(UInt8(ascii: ":"))
            number(seconds % 60, digits: 2)
            if milliseconds % 1_000 != 0 {
                put(UInt8(ascii: "."))
                number(milliseconds % 1_000, digits: 3)
            }
        }

        mutating func date(_ day: Int, is1904: Bool) {
            let civil: (year: Int, month: Int, day: Int)
            switch day {
            case _ where is1904: civil = DateText.civil(day - 24_107)
            case 0: civil = (1900, 1, 0)
            case 60: civil = (1900, 2, 29)
            case ..<60: civil = DateText.civil(day - 25_568)
            default: civil = DateText.civil(day - 25_569)
            }
            number(civil.year, digits: 4)
            put(UInt8(ascii: "-"))
            number(civil.month, digits: 2)
            put(UInt8(ascii: "-"))
            number(civil.day, digits: 2)
        }
    }

    /// The date that lies so many days behind 1970-01-01.
    ///
    /// Days from civil, inverted (Howard Hinnant, "chrono-compatible low-level
    /// date algorithms", 2013).
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

public import MetricSpec

/// Reads the periods that files name, in a mapping's style and calendar.
///
/// What can be read in two ways is not read: `2010-11` under an April year is
/// November 2010 or the year 2010-11, and the mapping's `style` must say
/// which. Under a January year, and in style `month`, it is the month; in
/// style `fiscal-year` always the year.
public struct PeriodReader: Sendable {
    /// How a file writes its periods.
    public enum Style: String, Sendable, CaseIterable {
        /// Any text that can be read in one way only.
        case auto
        /// `2018-19` is a year, `2010-14` four years, `12` is 2012.
        case fiscalYear = "fiscal-year"
        /// `12` is the year 2012.
        case year
        /// `2010-11` and `2010/11` are November 2010.
        case month
        /// A date that is the last day of a calendar quarter.
        case quarterEndDate = "quarter-end-date"
        /// A date that is the last day of a month.
        case monthEndDate = "month-end-date"
    }

    /// A period, or why there is none.
    public enum Reading: Sendable, Equatable {
        case period(Period)
        case unreadable(reason: String)

        /// The period, nil where there is none.
        public var period: Period? {
            if case .period(let period) = self { period } else { nil }
        }
    }

    /// How the file writes its periods.
    public let style: Style
    /// The year that its labels mean.
    public let calendar: FiscalCalendar

    /// Makes a reader.
    public init(style: Style = .auto, calendar: FiscalCalendar = .january) {
        self.style = style
        self.calendar = calendar
    }

    /// Reads a text.
    public func read(_ text: some StringProtocol) -> Reading {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if trimmed.contains("P"), let period = Period(parsing: trimmed) { return .period(period) }
        guard let parts = PeriodText(trimmed) else { return Self.serial(trimmed) ?? Self.none }
        switch parts.shape {
        case "Y", "fY", "fN": return year(parts.numbers[0])
        case "N":
            return isYearStyle ? year(parts.numbers[0]) : Self.none
        case "Yqd", "fYqd", "fNqd": return quarter(parts.numbers[1], parts.numbers[0])
        case "qdY", "qdfY", "dqY", "qdfN": return quarter(parts.numbers[0], parts.numbers[1])
        case "YNqd", "YYqd", "fYNqd", "fYYqd":
            return splitQuarter(parts.numbers[2], parts.numbers[0], parts.numbers[1])
        case "qdYN", "qdYY", "qdfYN", "qdfYY":
            return splitQuarter(parts.numbers[0], parts.numbers[1], parts.numbers[2])
        case "mY", "Ym": return month(parts.month, parts.numbers[0])
        case "mYN", "mYY": return splitMonth(parts)
        case "YN", "YY", "fYN", "fYY": return pair(parts)
        case "YNN", "NNY", "dNY", "NdY", "ddY": return date(parts)
        default: return Self.none
        }
    }

    private static let none = Reading.unreadable(reason: "no period in any known form")

    /// Why a spreadsheet's number for a day is no period; nil for other texts.
    private static func serial(_ text: String) -> Reading? {
        guard text.count == 5, let days = Int32(text), (20_000..<70_000).contains(days) else {
            return nil
        }
        // Day 36,526 of a spreadsheet is 2000-01-01.
        let day = CalendarDay(number: days - 36_526)
        return .unreadable(reason: "a spreadsheet's number for the day \(day.text)")
    }

    private var isYearStyle: Bool { style == .fiscalYear || style == .year }

    private func made(_ period: Period?) -> Reading {
        period.map { .period($0) } ?? Self.none
    }

    private func year(_ number: Int) -> Reading {
        made(calendar.year(labelled: PeriodText.fullYear(number)))
    }

    private func quarter(_ quarter: Int, _ year: Int) -> Reading {
        made(calendar.quarter(quarter, labelled: PeriodText.fullYear(year)))
    }

    private func month(_ month: Int?, _ year: Int) -> Reading {
        made(month.flatMap { Period(year: year, month: $0, months: 1) })
    }

    private func splitQuarter(_ quarter: Int, _ first: Int, _ second: Int) -> Reading {
        guard !calendar.isCalendarYear else { return Self.needsCalendar }
        guard PeriodText.span(first, second) == 1 else { return Self.none }
        return made(calendar.quarter(quarter, beginning: first))
    }

    /// `Sept 2019/20`: a month of a year over two calendar years.
    private func splitMonth(_ parts: PeriodText) -> Reading {
        guard !calendar.isCalendarYear else { return Self.needsCalendar }
        guard let month = parts.month, PeriodText.span(parts.numbers[0], parts.numbers[1]) == 1
        else { return Self.none }
        let year = parts.numbers[0] + (month < calendar.yearStarts ? 1 : 0)
        return made(Period(year: year, month: month, months: 1))
    }

    private static let needsCalendar = Reading.unreadable(
        reason: "a year over two calendar years, but the mapping has no calendar: "
            + "{year_starts: ...}")

    /// `2018-19`, `2018/19`, `2010-14`, `2023-04`.
    private func pair(_ parts: PeriodText) -> Reading {
        let (first, second) = (parts.numbers[0], parts.numbers[1])
        let isMonth = (1...12).contains(second) && parts.shape == "YN"
        let span = PeriodText.span(first, second)
        if style == .month {
            return isMonth ? made(Period(year: first, month: second, months: 1)) : Self.none
        }
        let isDash = parts.separators == ["-"]
        if !isYearStyle, isDash, isMonth {
            if calendar.isCalendarYear || span != 1 {
                return made(Period(year: first, month: second, months: 1))
            }
            return .unreadable(
                reason: "either a month or a year over two calendar years; the mapping's "
                    + "style must say which: month or fiscal-year")
        }
        guard !calendar.isCalendarYear else { return Self.needsCalendar }
        guard let span else { return Self.none }
        return made(calendar.years(span, beginning: first))
    }

    /// `2022-12-31`, `31.12.2022`, `12/31/2022`.
    private func date(_ parts: PeriodText) -> Reading {
        guard let day = Self.day(parts) else {
            return .unreadable(reason: "no such day")
        }
        let (year, month, _) = day.parts
        guard let single = Period(year: year, month: month, months: 1),
            single.end.number == day.number + 1
        else {
            return .unreadable(reason: "a date that is not the last day of a month")
        }
        switch style {
        case .monthEndDate: return .period(single)
        case .quarterEndDate where month % 3 == 0:
            return made(Period(year: year, quarter: month / 3))
        case .quarterEndDate:
            return .unreadable(reason: "a date that is not the last day of a quarter")
        default:
            return .unreadable(
                reason: "a date; the mapping's style must say what it ends: "
                    + "quarter-end-date or month-end-date")
        }
    }

    private static func day(_ parts: PeriodText) -> CalendarDay? {
        let numbers = parts.numbers
        switch (parts.shape == "YNN", parts.separators) {
        case (true, ["-", "-"]), (true, ["/", "/"]):
            return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        case (false, [".", "."]):
            return CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0])
        case (false, ["/", "/"]):
            return CalendarDay(year: numbers[2], month: numbers[0], day: numbers[1])
        default: return nil
        }
    }
}

/// A period's text cut into numbers and words.
struct PeriodText {
    /// One letter a part: Y a number of four digits, N of two, d of one, q
    /// the word Q, f the word FY, m the name of a month.
    private(set) var shape = ""
    private(set) var numbers: [Int] = []
    private(set) var separators: [String] = []
    private(set) var month: Int?

    /// Cuts a text; nil where a part is none of the known ones.
    init?(_ text: String) {
        var part = ""
        var separator = ""
        for character in text.lowercased() {
            let isDigit = character.isASCII && character.isNumber
            guard isDigit || character.isLetter else {
                guard "-/;,_. ".contains(character), flush(&part) else { return nil }
                separator.append(character)
                continue
            }
            if let before = part.last, before.isNumber != isDigit {
                guard flush(&part) else { return nil }
                separators.append("")
            } else if part.isEmpty, !shape.isEmpty {
                separators.append(separator)
            } else if part.isEmpty, !separator.isEmpty {
                return nil
            }
            separator = ""
            part.append(character)
        }
        guard flush(&part), separator.isEmpty, !shape.isEmpty else { return nil }
    }

    private mutating func flush(_ part: inout String) -> Bool {
        defer { part = "" }
        if part.isEmpty { return true }
        if let number = Int(part) {
            guard [1, 2, 4].contains(part.count), part.count < 4 || number >= 1000 else {
                return false
            }
            shape += part.count == 4 ? "Y" : part.count == 2 ? "N" : "d"
            numbers.append(number)
            return true
        }
        switch part {
        case "q": shape += "q"
        case "fy": shape += "f"
        default:
            guard let month = Self.month(part) else { return false }
            self.month = month
            shape += "m"
        }
        return true
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december",
    ]

    private static func month(_ word: String) -> Int? {
        if word == "sept" { return 9 }
        let index = months.firstIndex { $0 == word || ($0.prefix(3) == word) }
        return index.map { $0 + 1 }
    }

    /// A year of two digits as one of four: 80 to 99 are the 1900s.
    static func fullYear(_ number: Int) -> Int {
        if number >= 100 { return number }
        return number < 80 ? 2000 + number : 1900 + number
    }

    /// How many years lie between the two years of a label such as 2010-14;
    /// nil where the second is not later, or more than 20 years later.
    static func span(_ first: Int, _ second: Int) -> Int? {
        let span = second >= 100 ? second - first : (second - first % 100 + 100) % 100
        return (1...20).contains(span) ? span : nil
    }
}

public import MetricSpec

/// When a sender's year begins, and how it is named.
public struct FiscalCalendar: Sendable, Hashable {
    /// Which calendar year gives a fiscal year its name.
    public enum YearName: String, Sendable, CaseIterable {
        /// The one in which it begins: fiscal 2025 begins in 2025.
        case start
        /// The one in which it ends: fiscal 2026 begins in 2025.
        case end
    }

    /// The month in which the year begins, 1 to 12.
    public let yearStarts: Int
    /// Which calendar year gives the name.
    public let yearNamed: YearName

    /// Makes a calendar; nil when `yearStarts` is no month.
    public init?(yearStarts: Int, yearNamed: YearName = .end) {
        guard (1...12).contains(yearStarts) else { return nil }
        self.yearStarts = yearStarts
        self.yearNamed = yearNamed
    }

    private init() {
        yearStarts = 1
        yearNamed = .end
    }

    /// The calendar year.
    public static let january = FiscalCalendar()

    /// Whether the year is the calendar year.
    public var isCalendarYear: Bool { yearStarts == 1 }

    /// The year with a label: `2026` may be 2025-10 to 2026-09.
    public func year(labelled label: Int) -> Period? {
        Period(year: firstYear(labelled: label), month: yearStarts, months: 12)
    }

    /// The quarter, 1 to 4, of the year with a label.
    public func quarter(_ quarter: Int, labelled label: Int) -> Period? {
        self.quarter(quarter, beginning: firstYear(labelled: label))
    }

    /// The quarter, 1 to 4, of the year that begins in a calendar year.
    public func quarter(_ quarter: Int, beginning first: Int) -> Period? {
        guard (1...4).contains(quarter) else { return nil }
        let month = yearStarts - 1 + (quarter - 1) * 3
        return Period(year: first + month / 12, month: month % 12 + 1, months: 3)
    }

    /// Some years, the first of which begins in a calendar year.
    public func years(_ count: Int, beginning first: Int) -> Period? {
        Period(year: first, month: yearStarts, months: count * 12)
    }

    private func firstYear(labelled label: Int) -> Int {
        isCalendarYear || yearNamed == .start ? label : label - 1
    }
}

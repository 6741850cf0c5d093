import MetricSpec

/// Which fiscal calendar a file's stamps are in.
enum CalendarSource: Sendable, Equatable {
    /// The consortium's.
    case consortium
    case fixed(FiscalCalendar)
    /// That of each row's city; the consortium's where it has none.
    case city
}

/// Reads the stamps of one file, each in the calendar that holds for it.
///
/// An object for the reason that `FindingWriter` is one.
final class StampReader {
    let style: PeriodReader.Style
    let source: CalendarSource
    let context: IntakeContext
    /// Whether one stamp may mean other days for another city.
    let dependsOnCity: Bool

    init(_ mapping: Mapping, _ context: IntakeContext) {
        style = mapping.periodStyle
        source = mapping.calendar
        dependsOnCity = mapping.calendar == .city
        self.context = context
    }

    /// The city's place among those with other calendars.
    @inline(__always)
    func history(ofCity city: Int32) -> Int32 { context.cityCalendars.history(ofCity: city) }

    /// Reads a stamp of a city, whose position is negative where it is not
    /// known.
    func read(_ text: some StringProtocol, city: Int32) -> PeriodReader.Reading {
        switch source {
        case .consortium: PeriodReader(style: style, calendar: context.calendar).read(text)
        case .fixed(let calendar): PeriodReader(style: style, calendar: calendar).read(text)
        case .city:
            context.cityCalendars.read(text, style: style, history: history(ofCity: city))
        }
    }

    /// Whether books are closed at the end of a period: it is the last
    /// quarter of the fiscal year that the stamps are in, or twelve months.
    func closesYear(_ period: Period, city: Int32) -> Bool {
        if period.months == 12 { return true }
        guard period.months == 3 else { return false }
        return Int(period.endMonth) % 12 + 1 == calendar(in: period, city: city).yearStarts
    }

    func calendar(in period: Period, city: Int32) -> FiscalCalendar {
        switch source {
        case .consortium: context.calendar
        case .fixed(let calendar): calendar
        case .city:
            context.cityCalendars.calendar(history: history(ofCity: city), in: period)
        }
    }
}

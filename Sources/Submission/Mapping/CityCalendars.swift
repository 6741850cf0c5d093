public import Consortium
import MetricSpec

/// The fiscal calendars of cities that have one of their own.
///
/// Taken from the dated attribute `fiscal_year_starts`; a year is named as
/// the consortium names its own.
public struct CityCalendars: Sendable {
    /// A calendar and the days on which it holds.
    struct Dated: Sendable, Hashable {
        let calendar: FiscalCalendar
        let valid: Validity
    }

    /// The calendar of the consortium, for cities and days without another.
    public let common: FiscalCalendar
    /// The different histories of calendars; the first, empty, is that of
    /// cities without one.
    private let histories: [[Dated]]
    /// For each city of the directory the position in `histories`.
    private let positions: [Int32]

    /// Takes calendars from attributes.
    ///
    /// - Parameter common: the consortium's calendar.
    public init(
        _ attributes: [CityAttribute], of cities: CityDirectory, common: FiscalCalendar
    ) {
        self.common = common
        let dated = attributes.filter { $0.attribute == CityAttribute.fiscalYearStarts }
        let byCity = Dictionary(grouping: dated, by: \.city)
        var histories: [[Dated]] = [[]]
        positions = cities.cities.map { city in
            let history = Self.history(byCity[city.id] ?? [], like: common)
            if let known = histories.firstIndex(of: history) { return Int32(known) }
            histories.append(history)
            return Int32(histories.count - 1)
        }
        self.histories = histories
    }

    /// The calendars of one city, the earliest first.
    private static func history(
        _ attributes: [CityAttribute], like common: FiscalCalendar
    ) -> [Dated] {
        let dated = attributes.compactMap { attribute in
            Int(attribute.value).flatMap {
                FiscalCalendar(yearStarts: $0, yearNamed: common.yearNamed)
            }.map { Dated(calendar: $0, valid: attribute.valid) }
        }
        return dated.sorted { left, right in
            guard let start = right.valid.from else { return false }
            return left.valid.from.map { $0 < start } ?? true
        }
    }

    /// The position of a city's history; cities with the same calendars share
    /// one. A city that is not known has that of cities without a calendar.
    @inline(__always)
    func history(ofCity city: Int32) -> Int32 {
        city >= 0 && Int(city) < positions.count ? positions[Int(city)] : 0
    }

    /// Reads a stamp in the calendar that holds on the first day of what it
    /// means; the latest such calendar where several would do.
    func read(
        _ text: some StringProtocol, style: PeriodReader.Style, history: Int32
    ) -> PeriodReader.Reading {
        for dated in histories[Int(history)].reversed() {
            let reading = PeriodReader(style: style, calendar: dated.calendar).read(text)
            if let period = reading.period, dated.valid.contains(period.start) { return reading }
        }
        return PeriodReader(style: style, calendar: common).read(text)
    }

    /// The calendar of a history that holds on the first day of a period.
    func calendar(history: Int32, in period: Period) -> FiscalCalendar {
        let dated = histories[Int(history)].last { $0.valid.contains(period.start) }
        return dated?.calendar ?? common
    }
}

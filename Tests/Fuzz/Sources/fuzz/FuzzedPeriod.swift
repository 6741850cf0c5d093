import MetricSpec
import Submission

/// A text is read as a period, in every style and under three calendars.
struct FuzzedPeriod: FuzzedReader {
    let name = "period"

    private static let readers: [PeriodReader] = [
        FiscalCalendar.january,
        FiscalCalendar(yearStarts: 4, yearNamed: .start),
        FiscalCalendar(yearStarts: 7, yearNamed: .end),
    ].compactMap { $0 }.flatMap { calendar in
        PeriodReader.Style.allCases.map { PeriodReader(style: $0, calendar: calendar) }
    }

    func read(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        for reader in Self.readers {
            switch reader.read(text) {
            case .period(let period):
                precondition(period.months > 0, "\(text): a period without a month")
                precondition(
                    Period(parsing: period.text) == period,
                    "\(text) becomes \(period.text), which is read as another period")
            case .unreadable(let reason):
                precondition(!reason.isEmpty, "\(text): no reason")
            }
        }
    }
}

import Consortium
import MetricSpec
import Postgres

extension RegistryWriter {
    /// The days of calendar.csv; contacts.csv is never stored.
    func writeCalendar(into changes: inout [String]) throws {
        let cycles = registry.consortium.cycles
        guard try isChanged("calendar", digest: Digest.of(cycles.map { "\($0)" })) else { return }
        let before = try connection.query("delete from warehouse.reporting_cycle").affected
        func days(_ day: (ReportingCycle) -> CalendarDay?) -> Bind {
            .dayArray(cycles.map { day($0)?.number })
        }
        try connection.query(
            """
            insert into warehouse.reporting_cycle
                (period, opens, due, queries_until, certify_until, preview, release,
                blackout_first, blackout_last)
            select given.period, given.opens, given.due, given.queries_until,
                given.certify_until, given.preview, given.release, given.blackout_first,
                given.blackout_last
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                as given (period, opens, due, queries_until, certify_until, preview, release,
                    blackout_first, blackout_last)
            """,
            [
                .textArray(cycles.map(\.period.text)), days(\.opens), days(\.due),
                days(\.queriesUntil), days(\.certifyUntil), days(\.preview), days(\.release),
                days { $0.blackout?.first }, days { $0.blackout?.last },
            ])
        if before + cycles.count > 0 { changes.append("calendar: \(cycles.count)") }
    }
}

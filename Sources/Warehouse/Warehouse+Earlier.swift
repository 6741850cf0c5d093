public import Consortium
public import MetricSpec
import Postgres
public import Submission

extension Warehouse {
    /// The stored values that a file's are judged against: those of a year
    /// before, of the cities, periods and measures with a change limit that
    /// stand in it.
    ///
    /// Reads the file once for that. Nil where no measure has a limit or
    /// nothing is stored yet, without reading anything.
    public func earlierValues(
        for intake: Intake, standard: Standard, cities: CityDirectory
    ) throws -> EarlierValues? {
        let limited = Set(EarlierValues.measures(of: standard))
        guard !limited.isEmpty, try hasObservations() else { return nil }
        let wanted = try EarlierKeys(in: intake, measures: limited)
        guard !wanted.isEmpty else { return nil }
        return try connection.transaction {
            EarlierValues(
                try EarlierReader(connection: connection, standard: standard, cities: cities)
                    .rows(wanted))
        }
    }

    /// Whether anything was ever stored: only then are there tables by year.
    private func hasObservations() throws -> Bool {
        try connection.query(
            """
            select exists (
                select from pg_inherits
                where pg_inherits.inhparent = 'warehouse.observation'::regclass
            )
            """
        ).single.bool(0)
    }
}

/// The cities, periods and measures for which a file has values.
private struct EarlierKeys {
    private(set) var measures: Set<Int32> = []
    private(set) var cities: Set<Int32> = []
    private(set) var periods: Set<Period> = []

    init(in intake: Intake, measures limited: Set<Int32>) throws {
        _ = try intake.run { batch in
            var positions: Set<Int32> = []
            for row in 0..<batch.count where limited.contains(batch.measure[row]) {
                measures.insert(batch.measure[row])
                cities.insert(batch.city[row])
                positions.insert(batch.period[row])
            }
            for position in positions { periods.insert(batch.periods[Int(position)]) }
        }
    }

    var isEmpty: Bool { measures.isEmpty }
}

private struct EarlierReader {
    let connection: Connection
    let standard: Standard
    let cities: CityDirectory

    /// Rows fetched at a time.
    private static let batch = 20_000

    /// Of one key and period the final actual value comes last and counts.
    func rows(_ keys: EarlierKeys) throws -> [EarlierValues.Row] {
        let periods = keys.periods.compactMap { period in
            Period(
                year: Int(period.firstMonth) / 12 - 1, month: Int(period.firstMonth) % 12 + 1,
                months: Int(period.months))
        }
        try connection.query(
            """
            declare earlier_value cursor for
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                measure.measure, city.city, breakdown.breakdown, observation.period_start,
                observation.period_months, observation.value
            from unnest($1, $2) as wanted (period_start, period_months)
            inner join warehouse.observation
                on observation.period_start = wanted.period_start
                and observation.period_months = wanted.period_months
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            inner join warehouse.measure on measure.measure_id = observation.measure_id
            inner join warehouse.city on city.city_id = observation.city_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = observation.breakdown_id
            where not submission.is_withdrawn
                and observation.variant in (0, 1)
                and measure.measure = any ($3)
                and city.city = any ($4)
            order by
                observation.measure_id, observation.city_id, observation.period_start,
                observation.period_months, observation.variant desc,
                observation.breakdown_id, observation.submission_id desc
            """,
            [
                .dayArray(periods.map(\.start.number)),
                .int16Array(periods.map { Int16($0.months) }),
                .textArray(keys.measures.map { standard.measures[Int($0)].id }),
                .textArray(keys.cities.map { cities.cities[Int($0)].id }),
            ])
        let found = try fetch()
        try connection.execute("close earlier_value")
        return found
    }

    private func fetch() throws -> [EarlierValues.Row] {
        let breakdowns = Dictionary(
            standard.breakdownValues.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
        var found: [EarlierValues.Row] = []
        while true {
            let rows = try connection.query("fetch \(Self.batch) from earlier_value")
            for row in rows {
                guard let measure = standard.measureIndex(try row.text(0)),
                    let city = cities.index(of: try row.text(1)),
                    let breakdown = breakdowns[try row.text(2)],
                    let period = Period(
                        start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4))),
                    let value = try row.doubleOrNil(5)
                else { continue }
                found.append(
                    EarlierValues.Row(
                        measure: Int32(measure), city: Int32(city), breakdown: breakdown,
                        period: period, value: value))
            }
            if rows.count < Self.batch { return found }
        }
    }
}

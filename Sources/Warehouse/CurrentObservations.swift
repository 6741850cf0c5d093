import Benchmarking
import MetricSpec
import Postgres

/// The current observations that one comparison needs, with where they came
/// from.
///
/// Current is, for each key, the observation of the newest submission that is
/// not withdrawn. Only free values (see `Confidentiality`) are read.
struct CurrentObservations {
    /// Sorted as `ObservationColumns` wants it.
    private(set) var columns = ObservationColumns()
    /// Where each row of `columns` came from.
    private(set) var origins: [Origin] = []

    /// Where an observation came from.
    struct Origin {
        let submission: Int64
        let sourceRow: Int32
        let sourceColumn: Int16
        let rawText: String?
    }

    /// One row with all its parts, on its way into columns.
    private struct Row {
        let measure: Int32
        let breakdown: Int32
        let city: Int32
        let firstMonth: Int32
        let months: Int32
        let value: Double
        let status: ObservationStatus
        let origin: Origin

        func isSameKey(as other: Row) -> Bool {
            measure == other.measure && city == other.city && firstMonth == other.firstMonth
                && months == other.months && breakdown == other.breakdown
        }

        static func precedes(_ a: Row, _ b: Row) -> Bool {
            (a.measure, a.breakdown, a.city, a.firstMonth, a.months)
                < (b.measure, b.breakdown, b.city, b.firstMonth, b.months)
        }
    }

    /// Rows fetched at a time.
    private static let batch = 20_000

    /// Reads what metrics of one period can use: values of the period itself,
    /// and of stocks that begin before its end and are not too old.
    init(
        period: Period, registry: Registry, ids: RegistryIDs, connection: Connection
    ) throws {
        let maxAge = registry.standard.metrics.map(\.maxAgeMonths).max() ?? 0
        try connection.query(
            """
            declare current_observation cursor for
            select
                observation.measure_id, observation.breakdown_id, observation.city_id,
                observation.period_start, observation.period_months, observation.submission_id,
                observation.value, observation.status, observation.source_row,
                observation.source_column, observation.raw_text
            from warehouse.observation
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where not submission.is_withdrawn
                and observation.variant = 0
                and observation.confidentiality = 0
                and observation.period_start < $1
                and (
                    (observation.period_start = $2 and observation.period_months = $3)
                    or (
                        observation.measure_id = any ($4)
                        and observation.period_start
                            + make_interval(months => observation.period_months::integer)
                            >= $2 - make_interval(months => $5)
                    )
                )
            order by
                observation.measure_id, observation.city_id, observation.period_start,
                observation.period_months, observation.breakdown_id, observation.submission_id
            """,
            [
                .day(period.end.number), .day(period.start.number),
                .int16(Int16(period.months)), .int32Array(Self.stocks(registry, ids)),
                .int32(Int32(maxAge)),
            ])
        var rows = try Self.newest(connection, ids: ids)
        try connection.query("close current_observation")
        rows.sort(by: Row.precedes)
        try take(rows)
    }

    private static func stocks(_ registry: Registry, _ ids: RegistryIDs) -> [Int32?] {
        let below = Set(registry.standard.metrics.flatMap(\.formula.denominator))
        return registry.standard.measures.indices.compactMap { index in
            let measure = registry.standard.measures[index]
            return measure.kind == .stock && below.contains(measure.id)
                ? ids.measures[index] : nil
        }
    }

    /// Fetches in the order of keys and submissions; the last of a key stays.
    private static func newest(_ connection: Connection, ids: RegistryIDs) throws -> [Row] {
        let (measures, cities) = (ids.measurePositions, ids.cityPositions)
        var rows: [Row] = []
        while true {
            let fetched = try connection.query("fetch \(batch) from current_observation")
            for row in fetched {
                guard let measure = measures[try row.int32(0)],
                    let city = cities[try row.int32(2)],
                    let next = try Self.row(row, measure: measure, city: city)
                else { continue }
                if let last = rows.last, last.isSameKey(as: next) { rows.removeLast() }
                rows.append(next)
            }
            if fetched.count < batch { return rows }
        }
    }

    private static func row(
        _ row: Postgres.Row, measure: Int32, city: Int32
    ) throws -> Row? {
        guard let status = ObservationStatus(code: try row.int16(7)),
            let period = Period(
                start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4)))
        else { return nil }
        return Row(
            measure: measure, breakdown: try row.int32(1), city: city,
            firstMonth: period.firstMonth, months: period.months,
            value: try row.doubleOrNil(6) ?? 0, status: status,
            origin: Origin(
                submission: try row.int64(5), sourceRow: try row.int32(8),
                sourceColumn: try row.int16(9), rawText: try row.textOrNil(10)))
    }

    private mutating func take(_ rows: [Row]) throws {
        columns = try ObservationColumns(
            measures: rows.map(\.measure), breakdowns: rows.map(\.breakdown),
            cities: rows.map(\.city), firstMonths: rows.map(\.firstMonth),
            months: rows.map(\.months), values: rows.map(\.value),
            statuses: rows.map(\.status))
        origins = rows.map(\.origin)
    }
}

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
        /// When the first value of the same key was received; nil without
        /// one.
        var firstReceived: Timestamp?
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
        let basis: Int16
        var origin: Origin

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

    /// Reads what is needed; of equal keys the newest submission's stays.
    ///
    /// - Parameter known: of what was known then.
    init(
        _ need: ObservationNeed, ids: RegistryIDs, connection: Connection,
        known: KnownState = .current
    ) throws {
        guard let firstStart = need.firstStart, let lastStart = need.lastStart else { return }
        try connection.query(
            Self.cursor(known), Self.binds(need, ids, firstStart, lastStart) + known.binds)
        var rows = try Self.newest(connection, ids: ids)
        try connection.query("close current_observation")
        rows.sort(by: Row.precedes)
        try take(rows)
    }

    /// Levels that began long ago are read apart, so that the years in which
    /// they began are searched for those measures alone.
    private static func cursor(_ known: KnownState) -> String {
        """
        declare current_observation cursor for
        with needed as (
            select needed.measure_id, needed.first_start, needed.last_start, needed.first_end,
                needed.last_end
            from unnest($1, $2, $3, $4, $5)
                as needed (measure_id, first_start, last_start, first_end, last_end)
        ),
        found as (
            \(select(known.observations(10, measures: "$1", starts: ("$6", "$7"))))
                and observation.period_start >= $6 and observation.period_start <= $7
            union all
            \(select(known.observations(10, measures: "$9", starts: ("null", "$6"))))
                and observation.period_start < $6 and needed.first_start < $6
                and observation.measure_id = any ($9)
        )
        select
            found.measure_id, found.breakdown_id, found.city_id, found.period_start,
            found.period_months, found.submission_id, found.value, found.status,
            found.source_row, found.source_column, found.raw_text, found.basis,
            submission.received_at
        from found
        inner join intake.submission on submission.submission_id = found.submission_id
        where \(known.counts)
        order by
            found.measure_id, found.city_id, found.period_start, found.period_months,
            found.breakdown_id, found.submission_id
        """
    }

    private static func select(_ observations: String) -> String {
        """
        select observation.*
            from needed
            inner join \(observations)
                on observation.measure_id = needed.measure_id
                and observation.period_start >= needed.first_start
                and observation.period_start <= needed.last_start
                and observation.period_start
                    + make_interval(months => observation.period_months::integer)
                    between needed.first_end and needed.last_end
            where observation.variant = 0
                and observation.confidentiality = 0
                and observation.breakdown_id = any ($8)
        """
    }

    private static func binds(
        _ need: ObservationNeed, _ ids: RegistryIDs, _ firstStart: Int32, _ lastStart: Int32
    ) -> [Bind] {
        let windows = need.windows.sorted {
            ($0.measure, $0.lastStart, $0.firstEnd) < ($1.measure, $1.lastStart, $1.firstEnd)
        }
        return [
            .int32Array(windows.map { ids.measures[$0.measure] }),
            .dayArray(windows.map { day($0.firstStart ?? firstMonth) }),
            .dayArray(windows.map { day($0.lastStart) }),
            .dayArray(windows.map { day($0.firstEnd) }),
            .dayArray(windows.map { day($0.lastEnd ?? lastMonth) }),
            .day(day(firstStart)), .day(day(lastStart)),
            .int32Array(need.breakdowns.sorted().map { ids.breakdowns[Int($0)] }),
            .int32Array(
                windows.filter { $0.firstStart == nil }.map { ids.measures[$0.measure] }),
        ]
    }

    /// The months that periods can have: years 1 to 9999.
    private static let firstMonth: Int32 = 12
    private static let lastMonth: Int32 = 9999 * 12

    private static func day(_ month: Int32) -> Int32 {
        let month = Int(min(max(month, firstMonth), lastMonth))
        let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)
        return day?.number ?? 0
    }

    /// Fetches in the order of keys and submissions; the last of a key stays.
    private static func newest(_ connection: Connection, ids: RegistryIDs) throws -> [Row] {
        let places = Places(ids)
        var rows: [Row] = []
        while true {
            let fetched = try connection.query("fetch \(batch) from current_observation")
            for row in fetched {
                guard var next = try Self.row(row, places) else { continue }
                if let last = rows.last, last.isSameKey(as: next) {
                    next.origin.firstReceived =
                        last.origin.firstReceived ?? next.origin.firstReceived
                    rows.removeLast()
                }
                rows.append(next)
            }
            if fetched.count < batch { return rows }
        }
    }

    /// From the warehouse's numbers to positions.
    private struct Places {
        let measures: [Int32: Int32]
        let cities: [Int32: Int32]
        let breakdowns: [Int32: Int32]

        init(_ ids: RegistryIDs) {
            measures = ids.measurePositions
            cities = ids.cityPositions
            breakdowns = ids.breakdownPositions
        }
    }

    /// Nil for what the folder and the standard no longer have.
    private static func row(_ row: Postgres.Row, _ places: Places) throws -> Row? {
        guard let measure = places.measures[try row.int32(0)],
            let breakdown = places.breakdowns[try row.int32(1)],
            let city = places.cities[try row.int32(2)],
            let status = ObservationStatus(code: try row.int16(7)),
            let period = Period(
                start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4)))
        else { return nil }
        let value = try row.doubleOrNil(6)
        return Row(
            measure: measure, breakdown: breakdown, city: city, firstMonth: period.firstMonth,
            months: period.months, value: value ?? 0, status: status, basis: try row.int16(11),
            origin: Origin(
                submission: try row.int64(5), sourceRow: try row.int32(8),
                sourceColumn: try row.int16(9), rawText: try row.textOrNil(10),
                firstReceived: value == nil ? nil : try row.timestamp(12)))
    }

    private mutating func take(_ rows: [Row]) throws {
        columns = try ObservationColumns(
            measures: rows.map(\.measure), breakdowns: rows.map(\.breakdown),
            cities: rows.map(\.city), firstMonths: rows.map(\.firstMonth),
            months: rows.map(\.months), values: rows.map(\.value),
            statuses: rows.map(\.status), bases: rows.map(\.basis))
        origins = rows.map(\.origin)
    }
}

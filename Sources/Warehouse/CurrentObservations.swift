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
        let key: Key
        let value: Double
        let status: ObservationStatus
        let basis: Int16
        let submission: Int64
        let sourceRow: Int32
        let sourceColumn: Int16
        let rawText: String?
        /// The first submission of the key that brought a value.
        var firstWithValue: Int64?
    }

    /// What makes two rows versions of one value, as positions.
    private struct Key: Hashable {
        let measure: Int32
        let breakdown: Int32
        let city: Int32
        let firstMonth: Int32
        let months: Int32

        static func precedes(_ a: Key, _ b: Key) -> Bool {
            (a.measure, a.breakdown, a.city, a.firstMonth, a.months)
                < (b.measure, b.breakdown, b.city, b.firstMonth, b.months)
        }
    }

    /// Reads what is needed; of equal keys the newest submission's stays.
    ///
    /// Rows come in any order and the newest is picked here: a sort or
    /// `distinct on` takes the database longer than reading them.
    ///
    /// - Parameter known: of what was known then.
    init(
        _ need: ObservationNeed, ids: RegistryIDs, connection: Connection,
        known: KnownState = .current
    ) throws {
        guard let query = ObservationQuery(need, ids: ids, known: known) else { return }
        let withdrawn =
            try known.isCurrent ? SubmissionTable(connection: connection).withdrawn() : []
        var newest = Newest(Places(ids), need, withdrawn: withdrawn)
        for sql in query.statements {
            let rows = try connection.copyOut(sql)
            while try rows.next() { try newest.take(rows) }
        }
        try take(newest.sorted, received: Self.received(newest.sorted, connection))
    }

    /// When the submissions that first brought the values were received.
    private static func received(
        _ rows: [Row], _ connection: Connection
    ) throws -> [Int64: Timestamp] {
        let submissions = Set(rows.compactMap(\.firstWithValue)).sorted()
        if submissions.isEmpty { return [:] }
        let found = try connection.query(
            """
            select submission_id, received_at
            from intake.submission
            where submission_id = any ($1)
            """,
            [.int64Array(submissions)])
        var received: [Int64: Timestamp] = [:]
        for row in found { received[try row.int64(0)] = try row.timestamp(1) }
        return received
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

    /// The newest version of each key that counts and is needed.
    private struct Newest {
        private let places: Places
        private let windows: [Int32: [ObservationNeed.Window]]
        private let withdrawn: Set<Int64>
        private var rows: [Row] = []
        private var positions: [Key: Int] = [:]
        private var periods: [Int64: Period] = [:]

        init(_ places: Places, _ need: ObservationNeed, withdrawn: Set<Int64>) {
            self.places = places
            self.withdrawn = withdrawn
            windows = Dictionary(grouping: need.windows) { Int32($0.measure) }
        }

        var sorted: [Row] { rows.sorted { Key.precedes($0.key, $1.key) } }

        /// Passes over what the folder and the standard no longer have.
        mutating func take(_ row: CopyOut) throws {
            let submission = try row.int64(5)
            guard let measure = places.measures[try row.int32(0)],
                let breakdown = places.breakdowns[try row.int32(1)],
                let city = places.cities[try row.int32(2)],
                let status = ObservationStatus(code: try row.int16(7)),
                let period = try period(row),
                windows[measure]?.contains(where: { $0.contains(period) }) ?? false,
                !withdrawn.contains(submission)
            else { return }
            let key = Key(
                measure: measure, breakdown: breakdown, city: city,
                firstMonth: period.firstMonth, months: period.months)
            let value = try row.doubleOrNil(6)
            let brought = value == nil ? nil : submission
            guard let known = positions[key] else {
                positions[key] = rows.count
                rows.append(try Self.row(row, key, value, status, firstWithValue: brought))
                return
            }
            let first = [rows[known].firstWithValue, brought].compactMap { $0 }.min()
            if submission > rows[known].submission {
                rows[known] = try Self.row(row, key, value, status, firstWithValue: first)
            } else {
                rows[known].firstWithValue = first
            }
        }

        private mutating func period(_ row: CopyOut) throws -> Period? {
            let (start, months) = (try row.day(3), try row.int16(4))
            let place = Int64(start) << 16 | Int64(UInt16(bitPattern: months))
            if let known = periods[place] { return known }
            let period = Period(start: CalendarDay(number: start), months: Int(months))
            periods[place] = period
            return period
        }

        private static func row(
            _ row: CopyOut, _ key: Key, _ value: Double?, _ status: ObservationStatus,
            firstWithValue: Int64?
        ) throws -> Row {
            Row(
                key: key, value: value ?? 0, status: status, basis: try row.int16(8),
                submission: try row.int64(5), sourceRow: try row.int32(9),
                sourceColumn: try row.int16(10), rawText: try row.textOrNil(11),
                firstWithValue: firstWithValue)
        }
    }

    private mutating func take(_ rows: [Row], received: [Int64: Timestamp]) throws {
        columns = try ObservationColumns(
            measures: rows.map(\.key.measure), breakdowns: rows.map(\.key.breakdown),
            cities: rows.map(\.key.city), firstMonths: rows.map(\.key.firstMonth),
            months: rows.map(\.key.months), values: rows.map(\.value),
            statuses: rows.map(\.status), bases: rows.map(\.basis))
        origins = rows.map { row in
            Origin(
                submission: row.submission, sourceRow: row.sourceRow,
                sourceColumn: row.sourceColumn, rawText: row.rawText,
                firstReceived: row.firstWithValue.flatMap { received[$0] })
        }
    }
}

extension ObservationNeed.Window {
    /// Whether a value of a period is needed.
    fileprivate func contains(_ period: Period) -> Bool {
        period.firstMonth >= firstStart ?? .min && period.firstMonth <= lastStart
            && period.endMonth >= firstEnd && period.endMonth <= lastEnd ?? .max
    }
}

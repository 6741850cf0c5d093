import Benchmarking
import MetricSpec
import Postgres

/// The newest version of each key that counts and is needed, found by hashing.
///
/// Rows are plain memory without references: a quarter of a large consortium
/// has a million versions.
struct NewestVersions {
    /// One version with its key, as positions in the standard and directory.
    struct Row {
        let measure: Int32
        let breakdown: Int32
        let city: Int32
        let firstMonth: Int32
        let months: Int32
        /// 0 where the status says that there is none.
        var value = 0.0
        var submission: Int64 = 0
        /// The first submission of the key that brought a value; 0: none did.
        var firstWithValue: Int64 = 0
        var sourceRow: Int32 = 0
        var sourceColumn: Int16 = 0
        var status = ObservationStatus.notReported
        var basis: Int16 = 0
    }

    private let measures: PositionTable
    private let cities: PositionTable
    private let breakdowns: PositionTable
    /// By position of the measure.
    private let windows: [[ObservationNeed.Window]]
    /// By stored code.
    private let statuses = ObservationStatus.allCases
    private var rows: [Row] = []
    /// By position in `rows`; few cells have a text of their own.
    private var rawTexts: [Int32: String] = [:]
    /// By hash: a position in `rows`, from 1; 0 where there is none.
    private var table = [UInt32](repeating: 0, count: 1 << 12)
    private var last: (start: Int32, months: Int16, period: Period)?

    init(_ need: ObservationNeed, ids: RegistryIDs) {
        measures = PositionTable(ids.measures)
        cities = PositionTable(ids.cities)
        breakdowns = PositionTable(ids.breakdowns)
        var windows = [[ObservationNeed.Window]](repeating: [], count: ids.measures.count)
        for window in need.windows { windows[window.measure].append(window) }
        self.windows = windows
    }

    /// Takes a row of ``ObservationQuery/columns``; passes over what the
    /// folder and the standard no longer have.
    mutating func take(_ copy: CopyOut) throws {
        let measure = measures[try copy.int32(0)]
        let breakdown = breakdowns[try copy.int32(1)]
        let city = cities[try copy.int32(2)]
        let submission = try copy.int64(5)
        let status = Int(try copy.int16(7))
        guard measure >= 0, breakdown >= 0, city >= 0, statuses.indices.contains(status),
            let period = try period(copy),
            windows[Int(measure)].contains(where: { $0.contains(period) })
        else { return }
        var row = Row(
            measure: measure, breakdown: breakdown, city: city, firstMonth: period.firstMonth,
            months: period.months)
        row.submission = submission
        row.status = statuses[status]
        if let value = try copy.doubleOrNil(6) {
            row.value = value
            row.firstWithValue = submission
        }
        let place = place(of: row)
        let first = Self.earlier(row.firstWithValue, rows[place].firstWithValue)
        if submission > rows[place].submission {
            row.basis = try copy.int16(8)
            row.sourceRow = try copy.int32(9)
            row.sourceColumn = try copy.int16(10)
            rows[place] = row
            if !rawTexts.isEmpty || !copy.isNull(11) {
                rawTexts[Int32(place)] = try copy.textOrNil(11)
            }
        }
        rows[place].firstWithValue = first
    }

    /// The earlier one of two submissions; 0 is none.
    private static func earlier(_ one: Int64, _ other: Int64) -> Int64 {
        one == 0 || other == 0 ? max(one, other) : min(one, other)
    }

    private mutating func period(_ copy: CopyOut) throws -> Period? {
        let (start, months) = (try copy.day(3), try copy.int16(4))
        if let last, last.start == start, last.months == months { return last.period }
        guard let period = Period(start: CalendarDay(number: start), months: Int(months)) else {
            return nil
        }
        last = (start, months, period)
        return period
    }

    /// The position of a row's key in `rows`; a new one has no submission.
    private mutating func place(of row: Row) -> Int {
        if rows.count * 2 >= table.count { grow() }
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: row.hash) & mask
        while table[slot] != 0 {
            let place = Int(table[slot]) - 1
            if rows[place].hasSameKey(as: row) { return place }
            slot = (slot + 1) & mask
        }
        var new = row
        (new.submission, new.firstWithValue) = (0, 0)
        rows.append(new)
        table[slot] = UInt32(rows.count)
        return rows.count - 1
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 4)
        let mask = table.count - 1
        for (place, row) in rows.enumerated() {
            var slot = Int(truncatingIfNeeded: row.hash) & mask
            while table[slot] != 0 { slot = (slot + 1) & mask }
            table[slot] = UInt32(place + 1)
        }
    }

    /// The rows in the order that `ObservationColumns` wants, each with the
    /// text of its cell.
    func sorted() -> [(row: Row, rawText: String?)] {
        let order = rows.indices.sorted { Row.precedes(rows[$0], rows[$1]) }
        return order.map { (rows[$0], rawTexts.isEmpty ? nil : rawTexts[Int32($0)]) }
    }
}

extension NewestVersions.Row {
    fileprivate func hasSameKey(as other: Self) -> Bool {
        measure == other.measure && city == other.city && firstMonth == other.firstMonth
            && months == other.months && breakdown == other.breakdown
    }

    /// A number that is equal for equal keys and spreads over all its bits.
    fileprivate var hash: UInt64 {
        let place = UInt64(UInt32(bitPattern: measure)) << 32 | UInt64(UInt32(bitPattern: city))
        let time =
            UInt64(UInt32(bitPattern: firstMonth)) << 32
            | UInt64(UInt32(bitPattern: months)) << 20 ^ UInt64(UInt32(bitPattern: breakdown))
        var hash = place &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32) ^ time) &* 0xD6E8_FEB8_6659_FD93
        return hash ^ (hash >> 32)
    }

    fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
        if a.measure != b.measure { return a.measure < b.measure }
        if a.breakdown != b.breakdown { return a.breakdown < b.breakdown }
        if a.city != b.city { return a.city < b.city }
        return (a.firstMonth, a.months) < (b.firstMonth, b.months)
    }
}

/// Positions by the warehouse's numbers, which are small.
private struct PositionTable {
    /// -1 for a number without a position.
    private let positions: [Int32]

    init(_ numbers: [Int32]) {
        var positions = [Int32](repeating: -1, count: Int(max(numbers.max() ?? -1, -1)) + 1)
        // What is not in the database yet has a number below 0.
        for (position, number) in numbers.enumerated() where number >= 0 {
            positions[Int(number)] = Int32(position)
        }
        self.positions = positions
    }

    subscript(number: Int32) -> Int32 {
        number >= 0 && Int(number) < positions.count ? positions[Int(number)] : -1
    }
}

extension ObservationNeed.Window {
    /// Whether a value of a period is needed.
    fileprivate func contains(_ period: Period) -> Bool {
        period.firstMonth >= firstStart ?? .min && period.firstMonth <= lastStart
            && period.endMonth >= firstEnd && period.endMonth <= lastEnd ?? .max
    }
}

import MetricSpec
import Postgres
import Submission

/// Stores the values of one submission, inside the caller's transaction.
///
/// A year of which nothing is stored yet gets a table of its own: rows go
/// there without a key, which is added at the end (twice as fast as into a
/// keyed table). Rows of other years go to a staging table and are compared
/// with what is current. Memory does not grow with the file: each table has
/// one buffer, and all buffers together a limit.
final class ObservationWriter {
    let connection: Connection
    let submission: Int64
    let ids: RegistryIDs
    private let cities: [Int32]
    private let breakdowns: [Int32]
    /// One buffer a table that rows go to.
    private var targets: [Target] = []
    /// Targets by year, and by position in the batch's table of periods.
    private var targetOfYear: [Int: Int] = [:]
    private var targetOfPeriod: [Int] = []
    private var periodKeys: [(start: Int32, months: Int16)] = []
    private let storedYears: Set<Int>
    /// Statuses with a value come first in their list.
    private let lastStatusWithValue = ObservationStatus.unreliable.code
    private var stagingTarget: Int?
    /// Made where a value is an aggregate.
    private(set) var origins: AggregateOriginWriter?
    /// Sent and not yet flushed, in bytes, over all targets.
    private var buffered = 0

    /// Where rows of a year go.
    struct Target {
        let table: String
        /// Nil for the staging table.
        let newYear: Int?
        let buffer: CopyBuffer
    }

    /// A buffer is sent when it holds so much, or all together four times it.
    private static let flushSize = 2 << 20

    init(connection: Connection, submission: Int64, ids: RegistryIDs) throws {
        self.connection = connection
        self.submission = submission
        self.ids = ids
        cities = ids.cities
        breakdowns = ids.breakdowns
        let rows = try connection.query(
            """
            select partition.relname
            from pg_inherits
            inner join pg_class as partition on partition.oid = pg_inherits.inhrelid
            where pg_inherits.inhparent = 'warehouse.observation'::regclass
            """)
        storedYears = Set(
            try rows.compactMap { ObservationTable.year(ofPartition: try $0.text(0)) })
    }

    /// New years whose tables await their key.
    var newYears: [Int] { targets.compactMap(\.newYear).sorted() }

    /// Whether any row went to the staging table.
    var hasStaged: Bool { stagingTarget != nil }

    /// Takes the values of a checked batch.
    func append(_ batch: CheckedBatch) throws {
        try learn(batch.periods)
        for row in 0..<batch.count {
            let period = Int(batch.period[row])
            let target = targetOfPeriod[period]
            let buffer = targets[target].buffer
            encode(batch, row, period: periodKeys[period], into: buffer)
            if buffer.byteCount >= Self.flushSize { try flush(target) }
        }
        try appendOrigins(batch)
        try flushIfTooMuch()
    }

    private func appendOrigins(_ batch: CheckedBatch) throws {
        if batch.aggregates.isEmpty { return }
        let writer =
            try origins
            ?? AggregateOriginWriter(connection: connection, ids: ids, submission: submission)
        origins = writer
        try writer.append(batch)
    }

    /// Sends what is buffered.
    func flushAll() throws {
        for target in targets.indices where !targets[target].buffer.isEmpty { try flush(target) }
    }

    private func encode(
        _ batch: CheckedBatch, _ row: Int, period: (start: Int32, months: Int16),
        into buffer: CopyBuffer
    ) {
        buffer.beginRow(fields: 14)
        buffer.append(int64: submission)
        if batch.status[row] <= lastStatusWithValue {
            buffer.append(double: batch.value[row])
        } else {
            buffer.appendNull()
        }
        buffer.append(int32: ids.measures[Int(batch.measure[row])])
        buffer.append(int32: cities[Int(batch.city[row])])
        buffer.append(day: period.start)
        buffer.append(int32: breakdowns[Int(batch.breakdown[row])])
        buffer.append(int32: batch.sourceRow[row])
        buffer.append(int16: period.months)
        buffer.append(int16: batch.variant[row])
        buffer.append(int16: batch.status[row])
        buffer.append(int16: Int16(0))
        buffer.append(int16: batch.sourceColumn[row])
        buffer.append(int16: batch.basis[row])
        if let text = batch.rawText(row) {
            buffer.append(bytes: text)
        } else {
            buffer.appendNull()
        }
    }

    /// Prepares targets for periods not met before.
    private func learn(_ periods: [Period]) throws {
        for period in periods[targetOfPeriod.count...] {
            let year = period.start.parts.year
            if targetOfYear[year] == nil { targetOfYear[year] = try makeTarget(year) }
            targetOfPeriod.append(targetOfYear[year] ?? 0)
            periodKeys.append((period.start.number, Int16(period.months)))
        }
    }

    private func makeTarget(_ year: Int) throws -> Int {
        if storedYears.contains(year) {
            if let stagingTarget { return stagingTarget }
            try connection.execute(
                """
                create temporary table \(ObservationTable.staging)
                (like warehouse.observation) on commit drop
                """)
            stagingTarget = targets.count
            return add(table: ObservationTable.staging, newYear: nil)
        }
        let table = ObservationTable.partition(year)
        // The check lets the partition be attached without reading it again.
        try connection.execute(
            """
            create table \(table) (like warehouse.observation);
            alter table \(table) add constraint observation_\(year)_year check (
                period_start >= '\(padded(year))-01-01' and period_start < '\(padded(year + 1))-01-01'
            )
            """)
        return add(table: table, newYear: year)
    }

    private func add(table: String, newYear: Int?) -> Int {
        targets.append(Target(table: table, newYear: newYear, buffer: CopyBuffer()))
        return targets.count - 1
    }

    private func flushIfTooMuch() throws {
        buffered = targets.reduce(0) { $0 + $1.buffer.byteCount }
        guard buffered > 4 * Self.flushSize else { return }
        try flushAll()
    }

    private func flush(_ target: Int) throws {
        let buffer = targets[target].buffer
        _ = try connection.copyIn(ObservationTable.copyStatement(targets[target].table), buffer)
        buffer.removeAll()
    }
}

/// A year as four digits, as dates in SQL want it.
func padded(_ year: Int) -> String {
    String(String(year + 10_000).dropFirst())
}

import MetricSpec
import Postgres
import Submission

/// Stores the values of one submission, inside the caller's transaction.
///
/// A year of which nothing is stored yet gets a table of its own: rows go
/// there without a key, which is added at the end (twice as fast as into a
/// keyed table). Rows of other years wait until all have come and are compared
/// with what is current. Memory does not grow with the file: each table has
/// one buffer, and all buffers together a limit.
final class ObservationWriter {
    let connection: Connection
    let submission: Int64
    let ids: RegistryIDs
    /// One buffer a table that rows go to.
    private var targets: [Target] = []
    /// Places by year, and by position in the batch's table of periods.
    private var placeOfYear: [Int: Place] = [:]
    private var placeOfPeriod: [Place] = []
    private var periodKeys: [(start: Int32, months: Int16)] = []
    private let storedYears: Set<Int>
    /// Values of stored years.
    let staged: StagedValues
    /// Made where a value is an aggregate.
    private(set) var origins: AggregateOriginWriter?
    /// Sent and not yet flushed, in bytes, over all targets.
    private var buffered = 0

    /// Where rows of a new year go.
    private struct Target {
        let year: Int
        let buffer: CopyBuffer
    }

    /// Where rows of a period go.
    private enum Place {
        /// A position in `targets`.
        case newYear(Int)
        /// A position in the years of `staged`.
        case storedYear(Int)
    }

    /// A buffer is sent when it holds so much, or all together four times it.
    static let flushSize = 2 << 20

    init(connection: Connection, submission: Int64, ids: RegistryIDs) throws {
        self.connection = connection
        self.submission = submission
        self.ids = ids
        staged = StagedValues(lastCity: ids.cities.max() ?? 0)
        storedYears = try ObservationYear.stored(connection: connection)
    }

    /// New years whose tables await their key.
    var newYears: [Int] { targets.map(\.year).sorted() }

    /// Takes the values of a checked batch.
    func append(_ batch: CheckedBatch) throws {
        try learn(batch.periods)
        for row in 0..<batch.count {
            let period = Int(batch.period[row])
            let value = StagedValue(batch, row, period: periodKeys[period], ids: ids)
            let raw = batch.rawText(row)
            switch placeOfPeriod[period] {
            case .storedYear(let year): try staged.append(value, raw, year: year)
            case .newYear(let target):
                let buffer = targets[target].buffer
                value.encode(raw, submission: submission, into: buffer)
                if buffer.byteCount >= Self.flushSize { try flush(target) }
            }
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

    /// Prepares places for periods not met before.
    private func learn(_ periods: [Period]) throws {
        for period in periods[placeOfPeriod.count...] {
            let year = period.start.parts.year
            let place = try placeOfYear[year] ?? makePlace(year)
            placeOfYear[year] = place
            placeOfPeriod.append(place)
            periodKeys.append((period.start.number, Int16(period.months)))
        }
    }

    private func makePlace(_ year: Int) throws -> Place {
        if storedYears.contains(year) { return .storedYear(staged.add(year: year)) }
        try ObservationYear(year: year, connection: connection).create()
        targets.append(Target(year: year, buffer: CopyBuffer()))
        return .newYear(targets.count - 1)
    }

    private func flushIfTooMuch() throws {
        buffered = targets.reduce(0) { $0 + $1.buffer.byteCount }
        guard buffered > 4 * Self.flushSize else { return }
        try flushAll()
    }

    private func flush(_ target: Int) throws {
        let buffer = targets[target].buffer
        _ = try connection.copyIn(
            ObservationTable.copyStatement(ObservationTable.partition(targets[target].year)),
            buffer)
        buffer.removeAll()
    }
}

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

    /// Reads what is needed; of equal keys the newest submission's stays.
    ///
    /// Rows come in any order and the newest is picked here: a sort or
    /// `distinct on` takes the database longer than reading them. Submissions
    /// that were replaced as a whole are not read, unless it matters when they
    /// came.
    ///
    /// - Parameter known: of what was known then.
    init(
        _ need: ObservationNeed, ids: RegistryIDs, connection: Connection,
        known: KnownState = .current
    ) throws {
        let passedOver = try Self.passedOver(need, connection, known)
        guard
            let query = ObservationQuery(need, ids: ids, known: known, passingOver: passedOver)
        else { return }
        var newest = NewestVersions(need, ids: ids)
        for sql in query.statements {
            let rows = try connection.copyOut(sql)
            while try rows.next() { try newest.take(rows) }
        }
        try take(newest.sorted(), connection)
    }

    /// Submissions that brought nothing that counts.
    private static func passedOver(
        _ need: ObservationNeed, _ connection: Connection, _ known: KnownState
    ) throws -> Set<Int64> {
        guard known.isCurrent else { return [] }
        let table = SubmissionTable(connection: connection)
        return try need.countsReceipts ? table.withdrawn() : table.withoutCurrentValues()
    }

    private mutating func take(
        _ rows: [(row: NewestVersions.Row, rawText: String?)], _ connection: Connection
    ) throws {
        let received = try Self.received(rows.map(\.row.firstWithValue), connection)
        columns = try ObservationColumns(
            measures: rows.map(\.row.measure), breakdowns: rows.map(\.row.breakdown),
            cities: rows.map(\.row.city), firstMonths: rows.map(\.row.firstMonth),
            months: rows.map(\.row.months), values: rows.map(\.row.value),
            statuses: rows.map(\.row.status), bases: rows.map(\.row.basis))
        origins = rows.map { row, rawText in
            Origin(
                submission: row.submission, sourceRow: row.sourceRow,
                sourceColumn: row.sourceColumn, rawText: rawText,
                firstReceived: received[row.firstWithValue])
        }
    }

    /// When submissions were received; 0 is none.
    private static func received(
        _ all: [Int64], _ connection: Connection
    ) throws -> [Int64: Timestamp] {
        let submissions = Set(all).subtracting([0]).sorted()
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
}

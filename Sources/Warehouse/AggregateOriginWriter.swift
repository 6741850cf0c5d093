import MetricSpec
import Postgres
import Submission

/// Stores what the values of one submission were made of, where no single
/// cell holds them, inside the caller's transaction.
///
/// Rows wait in a staging table until the values are stored: of a value that
/// stands twice only the origin of the kept one stays.
struct AggregateOriginWriter {
    private let connection: Connection
    private let ids: RegistryIDs
    private let submission: Int64
    private let buffer = CopyBuffer()

    private static let staging = "aggregate_origin_staging"
    private static let columns = [
        "submission_id", "row_count", "row_digest", "mean", "squared_deviations", "measure_id",
        "city_id", "period_start", "breakdown_id", "period_months", "variant", "filter",
    ]
    private static let flushSize = 1 << 20

    /// Makes the staging table.
    init(connection: Connection, ids: RegistryIDs, submission: Int64) throws {
        self.connection = connection
        self.ids = ids
        self.submission = submission
        try connection.execute(
            """
            create temporary table \(Self.staging)
            (like warehouse.aggregate_origin, source_row integer, source_column smallint)
            on commit drop
            """)
    }

    /// Takes the origins of a checked batch.
    func append(_ batch: CheckedBatch) throws {
        for (row, origin) in batch.aggregates.enumerated() {
            encode(origin, batch, row)
            if buffer.byteCount >= Self.flushSize { try flush() }
        }
    }

    private func encode(_ origin: AggregateOrigin, _ batch: CheckedBatch, _ row: Int) {
        let period = batch.periods[Int(batch.period[row])]
        buffer.beginRow(fields: Self.columns.count + 2)
        buffer.append(int64: submission)
        buffer.append(int64: Int64(origin.rowCount))
        buffer.append(int64: Int64(bitPattern: origin.digest))
        buffer.append(double: origin.moments?.mean)
        buffer.append(double: origin.moments?.squaredDeviations)
        buffer.append(int32: ids.measures[Int(batch.measure[row])])
        buffer.append(int32: ids.cities[Int(batch.city[row])])
        buffer.append(day: period.start.number)
        buffer.append(int32: ids.breakdowns[Int(batch.breakdown[row])])
        buffer.append(int16: Int16(period.months))
        buffer.append(int16: batch.variant[row])
        buffer.append(text: origin.filter)
        buffer.append(int32: batch.sourceRow[row])
        buffer.append(int16: batch.sourceColumn[row])
    }

    private func flush() throws {
        if buffer.isEmpty { return }
        let columns = (Self.columns + ["source_row", "source_column"]).joined(separator: ", ")
        _ = try connection.copyIn(
            "copy \(Self.staging) (\(columns)) from stdin (format binary)", buffer)
        buffer.removeAll()
    }

    /// Keeps the origins of values that are stored now, or confirmed.
    func finish() throws {
        try flush()
        let columns = Self.columns.joined(separator: ", ")
        let kept = ["warehouse.observation", "intake.confirmation"].map { table in
            """
            exists (
                select
                from \(table) as kept
                where \(ObservationTable.sameKey("kept", Self.staging))
                    and kept.submission_id = \(Self.staging).submission_id
                    and kept.source_row = \(Self.staging).source_row
                    and kept.source_column = \(Self.staging).source_column
            )
            """
        }
        try connection.execute(
            """
            insert into warehouse.aggregate_origin (\(columns))
            select \(columns) from \(Self.staging)
            where \(kept.joined(separator: " or "));
            drop table \(Self.staging)
            """)
    }
}

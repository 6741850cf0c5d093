import Postgres

/// Reads which versions of values are stored, for those of a batch.
struct StoredVersions {
    private let connection: Connection
    /// Submissions whose values do not count.
    private let withdrawn: Set<Int64>

    /// Bytes that a row takes; where a year has more than so many rows for
    /// each value looked for, each is looked up by its key.
    private static let rowSize: Int64 = 80
    private static let rowsPerLookup: Int64 = 30

    private static let columns = [
        "measure_id", "city_id", "period_start", "breakdown_id", "period_months", "variant",
        "submission_id", "value", "status", "basis",
    ].map { "observation.\($0)" }.joined(separator: ", ")

    init(connection: Connection) throws {
        self.connection = connection
        withdrawn = try SubmissionTable(connection: connection).withdrawn()
    }

    /// Gives a batch the newest version of each key that counts.
    func read(into batch: inout StagedBatch) throws {
        let table = ObservationTable.partition(batch.year)
        let size = try connection.query(
            "select pg_relation_size($1::regclass)", [.untyped(table)]
        ).single.int64(0)
        if size / Self.rowSize > Int64(batch.values.count) * Self.rowsPerLookup {
            try lookUp(table, into: &batch)
        } else {
            try scan(table, into: &batch)
        }
    }

    /// Reads all that is stored of the batch's cities and periods.
    private func scan(_ table: String, into batch: inout StagedBatch) throws {
        let days = batch.starts
        // COPY takes no binds; these are numbers of ours.
        let rows = try connection.copyOut(
            """
            copy (
                select \(Self.columns)
                from \(table) as observation
                where observation.city_id >= \(batch.cities.lowerBound)
                    and observation.city_id < \(batch.cities.upperBound)
                    and observation.period_start >= date '2000-01-01' + \(days.lowerBound)
                    and observation.period_start <= date '2000-01-01' + \(days.upperBound)
            ) to stdout (format binary)
            """)
        while try rows.next() {
            let key = StagedValue(
                measure: try rows.int32(0), city: try rows.int32(1),
                start: try rows.day(2), breakdown: try rows.int32(3),
                months: try rows.int16(4), variant: try rows.int16(5))
            take(
                StagedBatch.Version(
                    submission: try rows.int64(6), value: try rows.doubleOrNil(7) ?? 0,
                    status: try rows.int16(8), basis: try rows.int16(9)),
                of: key, into: &batch)
        }
    }

    /// Looks each key of the batch up.
    ///
    /// The planner knows little of a table that was filled a moment ago, so it
    /// is told to use the key.
    private func lookUp(_ table: String, into batch: inout StagedBatch) throws {
        let values = batch.values
        let binds: [Bind] = [
            .int32Array(values.map(\.measure)), .int32Array(values.map(\.city)),
            .dayArray(values.map(\.start)), .int16Array(values.map(\.months)),
            .int16Array(values.map(\.variant)), .int32Array(values.map(\.breakdown)),
        ]
        let answers = try connection.pipeline { pipeline in
            try pipeline.query("set local enable_hashjoin = off")
            try pipeline.query("set local enable_mergejoin = off")
            try pipeline.query(
                """
                select \(Self.columns)
                from unnest($1, $2, $3, $4, $5, $6)
                    as wanted (\(ObservationTable.key.joined(separator: ", ")))
                inner join \(table) as observation
                    on \(ObservationTable.sameKey("observation", "wanted"))
                """, binds)
            try pipeline.query("set local enable_hashjoin to default")
            try pipeline.query("set local enable_mergejoin to default")
        }
        for row in answers[2] {
            let key = StagedValue(
                measure: try row.int32(0), city: try row.int32(1),
                start: try row.day(2), breakdown: try row.int32(3),
                months: try row.int16(4), variant: try row.int16(5))
            take(
                StagedBatch.Version(
                    submission: try row.int64(6), value: try row.doubleOrNil(7) ?? 0,
                    status: try row.int16(8), basis: try row.int16(9)),
                of: key, into: &batch)
        }
    }

    private func take(
        _ version: StagedBatch.Version, of key: StagedValue, into batch: inout StagedBatch
    ) {
        if withdrawn.isEmpty || !withdrawn.contains(version.submission) {
            batch.take(version, of: key)
        }
    }
}

import Postgres

extension ObservationWriter {
    /// What storing did to the values, beyond what the checks counted.
    struct Outcome {
        /// Values that stood twice with equal figures: one was kept.
        var droppedAsEqual = 0
        /// Values that stood twice with different figures: none was kept.
        var rejectedAsDifferent = 0
        /// Values that were current already.
        var unchanged = 0
        /// Values that replaced a current one.
        var superseded = 0
        /// The first of these, in the order of the file.
        var changes: [ValueChange] = []
    }

    /// Adds keys, attaches new years and compares what is staged with what is
    /// current.
    ///
    /// - Parameters:
    ///   - findings: receives the findings about duplicates.
    ///   - registry: has the words for what changed.
    func finish(findings: FindingStore, registry: Registry) throws -> Outcome {
        try flushAll()
        var outcome = Outcome()
        for year in newYears {
            let table = ObservationTable.partition(year)
            do {
                try connection.savepoint { try addKey(table, year: year) }
            } catch let error as PostgresError where error.isUniqueViolation {
                try dropDuplicates(in: table, findings: findings, outcome: &outcome)
                try addKey(table, year: year)
            }
            try attach(table, year: year)
        }
        if hasStaged {
            try dropDuplicates(
                in: ObservationTable.staging, findings: findings, outcome: &outcome)
            try storeStaged(outcome: &outcome, registry: registry)
        }
        try origins?.finish()
        return outcome
    }

    private func addKey(_ table: String, year: Int) throws {
        try connection.execute(
            """
            alter table \(table) add constraint observation_\(year)_pkey
            primary key (\(ObservationTable.key.joined(separator: ", ")), submission_id)
            """)
    }

    private func attach(_ table: String, year: Int) throws {
        try connection.execute(
            """
            alter table warehouse.observation attach partition \(table)
            for values from ('\(padded(year))-01-01') to ('\(padded(year + 1))-01-01');
            alter table \(table) drop constraint observation_\(year)_year
            """)
    }

    /// Two figures for one key: equal ones leave one, different ones none.
    private func dropDuplicates(
        in table: String, findings: FindingStore, outcome: inout Outcome
    ) throws {
        let key = ObservationTable.key.joined(separator: ", ")
        try connection.execute(
            """
            create temporary table repeated_observation on commit drop as
            select \(key),
                count(value) in (0, count(*)) and min(value) is not distinct from max(value)
                    and min(status) = max(status) and min(basis) = max(basis) as is_equal
            from \(table)
            group by \(key)
            having count(*) > 1
            """)
        defer { try? connection.execute("drop table repeated_observation") }
        let repeated = try connection.query("select count(*) from repeated_observation")
        guard try repeated.single.int64(0) > 0 else { return }
        try connection.execute(
            """
            create temporary table dropped_observation on commit drop as
            with placed as (
                select given.ctid as place, repeated.is_equal, given.measure_id, given.city_id,
                    given.period_start, given.period_months, given.source_row,
                    given.source_column, coalesce(given.raw_text, given.value::text) as found,
                    row_number() over key_order as position,
                    lead(given.source_row) over key_order as next_row,
                    lead(coalesce(given.raw_text, given.value::text)) over key_order
                        as next_found,
                    first_value(given.source_row) over key_order as first_row,
                    first_value(coalesce(given.raw_text, given.value::text)) over key_order
                        as first_found
                from \(table) as given
                inner join repeated_observation as repeated
                    on \(ObservationTable.sameKey("given", "repeated"))
                window key_order as (
                    partition by \(ObservationTable.keyColumns(of: "given"))
                    order by given.source_row, given.source_column
                )
            )
            select place, is_equal, measure_id, city_id, period_start, period_months,
                source_row, source_column, found, position,
                case when position = 1 then next_row else first_row end as other_row,
                case when position = 1 then next_found else first_found end as other_found
            from placed;
            delete from dropped_observation where is_equal and position = 1
            """)
        let counts = try connection.query(
            """
            select count(*) filter (where is_equal), count(*) filter (where not is_equal)
            from dropped_observation
            """
        ).single
        outcome.droppedAsEqual += Int(try counts.int64(0))
        outcome.rejectedAsDifferent += Int(try counts.int64(1))
        try findings.addDuplicates()
        try connection.execute(
            """
            delete from \(table) as given using dropped_observation
            where given.ctid = dropped_observation.place;
            drop table dropped_observation
            """)
    }

    /// Values that are current already are confirmed, the others stored.
    private func storeStaged(outcome: inout Outcome, registry: Registry) throws {
        let staging = ObservationTable.staging
        let columns = ObservationTable.columns.joined(separator: ", ")
        try connection.execute("analyze \(staging)")
        let rows = try connection.query(
            """
            with current_value as (
                select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                    observation.*
                from \(staging)
                inner join warehouse.observation
                    on \(ObservationTable.sameKey("observation", staging))
                inner join intake.submission
                    on submission.submission_id = observation.submission_id
                where not submission.is_withdrawn
                order by \(ObservationTable.keyColumns(of: "observation")),
                    observation.submission_id desc
            ),
            compared as (
                select \(staging).*, current_value.submission_id as current_submission_id,
                    current_value.value as old_value, current_value.status as old_status,
                    current_value.submission_id is not null
                        and \(staging).value is not distinct from current_value.value
                        and \(staging).status = current_value.status
                        and \(staging).basis = current_value.basis as is_unchanged
                from \(staging)
                left join current_value on \(ObservationTable.sameKey("current_value", staging))
            ),
            confirmed as (
                insert into intake.confirmation
                    (submission_id, confirmed_submission_id, measure_id, city_id, period_start,
                    breakdown_id, source_row, period_months, variant, source_column, raw_text)
                select submission_id, current_submission_id, measure_id, city_id, period_start,
                    breakdown_id, source_row, period_months, variant, source_column, raw_text
                from compared
                where is_unchanged
            ),
            stored as (
                insert into warehouse.observation (\(columns))
                select \(columns) from compared where not is_unchanged
            ),
            counted as (
                select count(*) filter (where is_unchanged) as unchanged,
                    count(*) filter (where current_submission_id is not null and not is_unchanged)
                        as superseded
                from compared
            ),
            changed as (
                select \(ValueChange.columns.joined(separator: ", ")), source_column
                from compared
                where current_submission_id is not null and not is_unchanged
                order by source_row, source_column
                limit \(ValueChange.kept)
            )
            select counted.unchanged, counted.superseded,
                \(ValueChange.columns.map { "changed.\($0)" }.joined(separator: ", "))
            from counted
            left join changed on true
            order by changed.source_row, changed.source_column
            """)
        guard let first = rows.first else { return }
        outcome.unchanged = Int(try first.int64(0))
        outcome.superseded = Int(try first.int64(1))
        outcome.changes = try rows.compactMap {
            try ValueChange($0, first: 2, registry: registry, ids: ids)
        }
    }
}

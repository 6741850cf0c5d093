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

    /// Adds keys, attaches new years and compares values of stored years with
    /// what is current.
    ///
    /// - Parameters:
    ///   - findings: receives the findings about duplicates.
    ///   - registry: has the words for what changed.
    func finish(findings: FindingStore, registry: Registry) throws -> Outcome {
        try flushAll()
        var outcome = Outcome()
        for year in newYears {
            let table = ObservationYear(year: year, connection: connection)
            do {
                try connection.savepoint { try table.addKey() }
            } catch let error as PostgresError where error.isUniqueViolation {
                try dropDuplicates(
                    in: ObservationTable.partition(year), findings: findings, outcome: &outcome)
                try table.addKey()
            }
            try table.attach()
        }
        if staged.count > 0 {
            try storeStaged(findings: findings, outcome: &outcome, registry: registry)
        }
        try origins?.finish()
        return outcome
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
    private func storeStaged(
        findings: FindingStore, outcome: inout Outcome, registry: Registry
    ) throws {
        let writer = CorrectionWriter(
            // What figures were made of is found by the rows of confirmations.
            connection: connection, submissions: [submission], packs: origins == nil)
        let correction = try writer.write(staged)
        let part = correction.parts[0]
        outcome.unchanged = part.unchanged
        outcome.superseded = part.superseded
        outcome.changes = part.changes(registry: registry, ids: ids)
        if correction.hasRepeated {
            try dropDuplicates(
                in: ObservationTable.repeated, findings: findings, outcome: &outcome)
        }
    }
}

import Postgres

/// Confirmations that are packed, as rows again.
struct ConfirmationBlocks {
    let connection: Connection

    /// Turns all that a withdrawal of a submission, or its undoing, may ask
    /// for into rows.
    func unpack(around submission: Int) throws {
        try unpack("confirmed_submission_id <= $1 and submission_id >= $1", submission)
    }

    /// Turns what a submission repeated into rows.
    func unpack(of submission: Int) throws {
        try unpack("submission_id = $1", submission)
    }

    private func unpack(_ condition: String, _ submission: Int) throws {
        try connection.query(
            """
            with packed as (
                delete from intake.confirmation_block
                where \(condition)
                returning confirmation_block.*
            )
            insert into intake.confirmation
                (\(ObservationTable.confirmationColumns.joined(separator: ", ")))
            select packed.submission_id, packed.confirmed_submission_id, repeated.measure_id,
                repeated.city_id, packed.period_start, packed.breakdown_id,
                repeated.source_row, packed.period_months, packed.variant,
                repeated.source_column, repeated.raw_text
            from packed
            cross join lateral unnest(
                packed.measure_ids, packed.city_ids, packed.source_rows,
                packed.source_columns, packed.raw_texts
            ) as repeated (measure_id, city_id, source_row, source_column, raw_text)
            """,
            [.int64(Int64(submission))])
    }
}

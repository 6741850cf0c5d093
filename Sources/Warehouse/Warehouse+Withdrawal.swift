public import Postgres

/// What a withdrawal or its undoing did.
public struct WithdrawalReceipt: Sendable {
    public let submission: Int
    public let file: String
    /// Values that the submission brought.
    public let values: Int
    /// Values that stay current, since later submissions had repeated them.
    public let confirmed: Int
}

extension Warehouse {
    /// Ends the currency of what a submission brought: what was current
    /// before is current again. History stays.
    ///
    /// - Parameter at: the instant to be noted.
    public func withdraw(
        submission number: Int, reason: String, at instant: Timestamp
    ) throws -> WithdrawalReceipt {
        try change(number, to: true, reason: reason, at: instant)
    }

    /// Makes what a withdrawn submission brought count again.
    public func undoWithdrawal(
        of number: Int, reason: String, at instant: Timestamp
    ) throws -> WithdrawalReceipt {
        try change(number, to: false, reason: reason, at: instant)
    }

    private func change(
        _ number: Int, to isWithdrawn: Bool, reason: String, at instant: Timestamp
    ) throws -> WithdrawalReceipt {
        try connection.transaction {
            try lockRegistry()
            let (file, digest) = try checkState(number, isWithdrawn: isWithdrawn)
            try ConfirmationBlocks(connection: connection).unpack(around: number)
            try connection.query(
                "update intake.submission set is_withdrawn = $2 where submission_id = $1",
                [.int64(Int64(number)), .bool(isWithdrawn)])
            try connection.query(
                """
                insert into intake.submission_event
                    (submission_id, event, action, reason, happened_at, position)
                select $1, coalesce(max(event), 0) + 1, $2, $3, $4,
                    (select coalesce(max(position), 0) + 1 from intake.submission_event)
                from intake.submission_event
                where submission_id = $1
                """,
                [
                    .int64(Int64(number)), .text(isWithdrawn ? "withdrawn" : "restored"),
                    .text(reason), .timestamp(instant),
                ])
            let confirmed = try storeConfirmations()
            let values = try connection.query(
                "select accepted - unchanged from intake.submission where submission_id = $1",
                [.int64(Int64(number))]
            ).single.int64(0)
            let act = AuditAct(
                isWithdrawn ? .withdrawn : .undone, submission: number, digest: digest,
                reason: reason)
            try audit([act], at: instant)
            return WithdrawalReceipt(
                submission: number, file: file, values: Int(values), confirmed: confirmed)
        }
    }

    /// File and digest of a submission that may be changed; throws otherwise.
    private func checkState(
        _ number: Int, isWithdrawn: Bool
    ) throws -> (file: String, digest: String) {
        let rows = try connection.query(
            """
            select file, is_rejected, is_withdrawn, digest
            from intake.submission
            where submission_id = $1
            """,
            [.int64(Int64(number))])
        guard let row = try rows.singleOrNil else { throw WarehouseError.noSubmission(number) }
        if try row.bool(1) {
            throw WarehouseError(
                .conflict, "submission \(number) was rejected and brought nothing.")
        }
        if try row.bool(2) == isWithdrawn {
            throw WarehouseError(
                .conflict,
                isWithdrawn
                    ? "submission \(number) is withdrawn already. "
                        + "`yardstick withdraw \(number) --undo --reason TEXT` brings it back."
                    : "submission \(number) is not withdrawn.")
        }
        return (try row.text(0), try row.text(3))
    }

    /// Stores values that later submissions repeated, where the submission
    /// that they repeated is withdrawn, or where another one between the two
    /// counts again: they are those submissions' own now.
    private func storeConfirmations() throws -> Int {
        try connection.query(
            """
            with stored as (
                update intake.confirmation
                set stored_by = (select max(position) from intake.submission_event)
                from intake.submission as confirmed, intake.submission as confirming
                where confirmed.submission_id = confirmation.confirmed_submission_id
                    and confirming.submission_id = confirmation.submission_id
                    and confirmation.stored_by is null
                    and not confirming.is_withdrawn
                    and (confirmed.is_withdrawn or exists (\(Self.betweenThem)))
                returning confirmation.*
            )
            insert into warehouse.observation
                (submission_id, value, measure_id, city_id, period_start, breakdown_id,
                source_row, period_months, variant, status, confidentiality, source_column,
                basis, raw_text)
            select stored.submission_id, observation.value, observation.measure_id,
                observation.city_id, observation.period_start, observation.breakdown_id,
                stored.source_row, observation.period_months, observation.variant,
                observation.status, observation.confidentiality, stored.source_column,
                observation.basis, stored.raw_text
            from stored
            inner join warehouse.observation
                on \(ObservationTable.sameKey("observation", "stored"))
                and observation.submission_id = stored.confirmed_submission_id
            """
        ).affected
    }

    /// Whether a submission counts that came between a confirmation and what
    /// it confirmed, with another value.
    private static let betweenThem = """
        select
        from warehouse.observation as between_them
        inner join intake.submission
            on submission.submission_id = between_them.submission_id
        where \(ObservationTable.sameKey("between_them", "confirmation"))
            and between_them.submission_id > confirmation.confirmed_submission_id
            and between_them.submission_id < confirmation.submission_id
            and not submission.is_withdrawn
        """
}

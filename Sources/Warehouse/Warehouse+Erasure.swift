public import Postgres
import Submission

/// What an erasure did.
public struct ErasureReceipt: Sendable {
    public let submission: Int
    public let file: String
    /// SHA-256 of the bytes; it stays.
    public let digest: String
    /// How many bytes the file had.
    public let byteCount: Int
    /// Findings that lost their texts.
    public let findings: Int
    /// Values, repeated ones too, that lost the text of their cell.
    public let values: Int
    /// The number of the audit entry.
    public let auditEntry: Int
    /// Other submissions that hold the same bytes, and keep them.
    public let sameBytes: [Int]
}

extension Warehouse {
    /// Drops the original bytes of a submission and every text of its cells.
    ///
    /// Its digest, values, counts and findings stay, the latter in the words
    /// of their rules alone; an audit entry says who, when and why. The digest
    /// stays its identity: the same file loaded again changes nothing.
    ///
    /// - Parameters:
    ///   - actor: who does it.
    ///   - at: the instant to be noted.
    ///   - beforeCommit: told of the erasure while it can still be undone;
    ///     where it throws, nothing is erased.
    public func erase(
        submission number: Int, reason: String, actor: String, at instant: Timestamp,
        beforeCommit: (ErasureReceipt) throws -> Void = { _ in }
    ) throws -> ErasureReceipt {
        try connection.transaction {
            try lockRegistry()
            let row = try erasable(number)
            let id = Bind.int64(Int64(number))
            let findings = try eraseFindings(of: id)
            try ConfirmationBlocks(connection: connection).unpack(of: number)
            let values = try eraseCellTexts(of: id)
            try connection.query(
                """
                update intake.explanation set explanation = 'The text was erased.'
                where submission_id = $1
                """,
                [id])
            for table in ["submission_chunk", "code_list", "record_key"] {
                try connection.query("delete from intake.\(table) where submission_id = $1", [id])
            }
            try connection.query(
                "update intake.submission set original = 'erased' where submission_id = $1", [id])
            let digest = try row.text(1)
            let receipt = ErasureReceipt(
                submission: number, file: try row.text(0), digest: digest,
                byteCount: Int(try row.int64(2)), findings: findings, values: values,
                auditEntry: try audit(
                    [AuditAct(.erased, submission: number, digest: digest, reason: reason)],
                    by: actor, at: instant),
                sameBytes: try othersWithBytes(of: number, digest: digest))
            try beforeCommit(receipt)
            return receipt
        }
    }

    /// File, digest and size of a submission that can be erased.
    private func erasable(_ number: Int) throws -> Row {
        let rows = try connection.query(
            """
            select file, digest, byte_count, original = 'erased'
            from intake.submission
            where submission_id = $1
            """,
            [.int64(Int64(number))])
        guard let row = try rows.singleOrNil else { throw WarehouseError.noSubmission(number) }
        if try row.bool(3) {
            throw WarehouseError(.conflict, "submission \(number) is erased already.")
        }
        return row
    }

    /// Messages quote cells, so that each finding gets the words of its rule
    /// in their place.
    private func eraseFindings(of id: Bind) throws -> Int {
        let rules = try connection.query(
            "select distinct rule from intake.finding where submission_id = $1", [id]
        ).map { try $0.text(0) }
        var count = 0
        for rule in rules {
            let known = RuleCatalogue.rule(rule)
            count += try connection.query(
                """
                update intake.finding
                set problem = $3, found = null, expected = null, remedy = $4, raw_text = null,
                    column_name = null
                where submission_id = $1 and rule = $2
                """,
                [
                    id, .text(rule), .text("\(known?.title ?? rule); the text was erased"),
                    .text(known?.remedy),
                ]
            ).affected
        }
        return count
    }

    /// Releases keep copies of the texts beside their figures.
    private func eraseCellTexts(of id: Bind) throws -> Int {
        var counts: [Int] = []
        let released = Audience.allCases.map { "\($0).release_lineage" }
        for table in ["warehouse.observation", "intake.confirmation"] + released {
            counts.append(
                try connection.query(
                    """
                    update \(table) set raw_text = null
                    where submission_id = $1 and raw_text is not null
                    """,
                    [id]
                ).affected)
        }
        return counts[0] + counts[1]
    }

    private func othersWithBytes(of number: Int, digest: String) throws -> [Int] {
        try connection.query(
            """
            select submission_id
            from intake.submission
            where digest = $1 and submission_id <> $2 and original in ('whole', 'redacted')
            order by submission_id
            """,
            [.text(digest), .int64(Int64(number))]
        ).map { Int(try $0.int64(0)) }
    }
}

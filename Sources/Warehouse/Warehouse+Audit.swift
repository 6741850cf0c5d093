import Postgres

extension Warehouse {
    /// Adds acts to the audit chain, inside the caller's transaction; returns
    /// the number of the last entry.
    ///
    /// To be called late in the transaction: other writers' entries wait until
    /// it ends. Two round trips, however many acts.
    ///
    /// - Parameters:
    ///   - name: who acts, where it is not whoever runs the program.
    ///   - instant: when, where it is not now.
    @discardableResult
    func audit(
        _ acts: [AuditAct], by name: String? = nil, at instant: Timestamp? = nil
    ) throws -> Int {
        // The lock is a statement of its own: one that reads sees what others
        // committed before it began, not while it waited.
        let last = try connection.pipeline { pipeline in
            try pipeline.query("select pg_advisory_xact_lock($1)", [.int64(Self.auditLock)])
            try pipeline.query(
                """
                select audit_entry.audit_entry, audit_entry.chain_digest
                from intake.audit_entry
                order by audit_entry.audit_entry desc
                limit 1
                """)
        }[1].singleOrNil
        var number = try last.map { Int(try $0.int64(0)) } ?? 0
        var digest = try last?.text(1) ?? ""
        let entries = acts.map { act in
            number += 1
            let entry = AuditEntry(
                act, number: number, actor: name ?? auditActor.name,
                at: instant ?? auditActor.now(), after: digest)
            digest = entry.chainDigest
            return entry
        }
        try write(entries)
        return number
    }

    /// Any number of our own: one transaction at a time adds entries.
    private static let auditLock: Int64 = 0x7961_7264_6175_6469

    private func write(_ entries: [AuditEntry]) throws {
        try connection.query(
            """
            insert into intake.audit_entry
                (audit_entry, happened_at, actor, action, submission_id, release_id, subject,
                digest, reason, chain_digest)
            select act.audit_entry, act.happened_at, act.actor, act.action, act.submission_id,
                act.release_id, act.subject, act.digest, act.reason, act.chain_digest
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as act
                (audit_entry, happened_at, actor, action, submission_id, release_id, subject,
                digest, reason, chain_digest)
            """,
            [
                .int64Array(entries.map { Int64($0.number) }),
                .timestampArray(entries.map(\.instant)), .textArray(entries.map(\.actor)),
                .textArray(entries.map(\.action)),
                .int64Array(entries.map { $0.submission.map { Int64($0) } }),
                .int32Array(entries.map { $0.release.map { Int32($0) } }),
                .textArray(entries.map(\.subject)), .textArray(entries.map(\.digest)),
                .textArray(entries.map(\.reason)), .textArray(entries.map(\.chainDigest)),
            ])
    }
}

import Postgres

/// What reading the whole audit chain proved.
public struct AuditVerdict: Sendable {
    /// How many entries stand in an unbroken chain, from the first on.
    public let sound: Int
    /// The chain digest of the last of them; "" for none. Whoever keeps it
    /// elsewhere can prove later that nothing before it was changed.
    public let digest: String
    /// Whether the chain holds the digest that was asked for; true where none
    /// was.
    public let holdsDigest: Bool
    /// The first entry that is missing or is not what its digest covers.
    public let firstBroken: AuditBreak?
}

/// Where the audit chain breaks.
public struct AuditBreak: Sendable {
    /// What is wrong with the entry.
    public enum Problem: String, Sendable {
        /// A later entry is there, this one is not.
        case missing
        /// Its fields, or the digest before it, are not what its digest
        /// covers.
        case changed
    }

    /// The number of the entry.
    public let entry: Int
    public let problem: Problem
}

extension Warehouse {
    /// Entries of the audit chain, ascending: all, or those on a submission.
    public func auditEntries(ofSubmission submission: Int? = nil) throws -> [AuditEntry] {
        try connection.query(
            """
            select \(Self.auditColumns)
            from intake.audit_entry
            where $1 is null or audit_entry.submission_id = $1
            order by audit_entry.audit_entry
            """,
            [.int64(submission.map { Int64($0) })]
        ).map { try Self.auditEntry($0) }
    }

    /// Computes every digest of the audit chain anew, in one snapshot.
    ///
    /// The end of a chain can be cut off without a trace in what is left: a
    /// digest that was noted elsewhere shows that it was not.
    ///
    /// - Parameter noted: a chain digest that must be in it.
    public func verifyAudit(holding noted: String? = nil) throws -> AuditVerdict {
        try connection.transaction(.readOnlySnapshot) {
            var (sound, digest) = (0, "")
            var holdsDigest = noted == nil
            while true {
                let entries = try auditEntries(after: sound)
                for entry in entries {
                    let expected = entry.expectedDigest(after: digest)
                    guard entry.number == sound + 1, entry.chainDigest == expected else {
                        return AuditVerdict(
                            sound: sound, digest: digest, holdsDigest: holdsDigest,
                            firstBroken: AuditBreak(
                                entry: sound + 1,
                                problem: entry.number == sound + 1 ? .changed : .missing))
                    }
                    (sound, digest) = (entry.number, entry.chainDigest)
                    if digest == noted { holdsDigest = true }
                }
                if entries.isEmpty { break }
            }
            return AuditVerdict(
                sound: sound, digest: digest, holdsDigest: holdsDigest, firstBroken: nil)
        }
    }

    /// The next entries behind a number, as many as memory does not notice.
    private func auditEntries(after number: Int) throws -> [AuditEntry] {
        try connection.query(
            """
            select \(Self.auditColumns)
            from intake.audit_entry
            where audit_entry.audit_entry > $1
            order by audit_entry.audit_entry
            limit 10000
            """,
            [.int64(Int64(number))]
        ).map { try Self.auditEntry($0) }
    }

    private static let auditColumns = """
        audit_entry.audit_entry, audit_entry.happened_at, audit_entry.actor,
        audit_entry.action, audit_entry.submission_id, audit_entry.release_id,
        audit_entry.subject, audit_entry.digest, audit_entry.reason,
        audit_entry.chain_digest
        """

    private static func auditEntry(_ row: Row) throws -> AuditEntry {
        AuditEntry(
            number: Int(try row.int64(0)), instant: try row.timestamp(1), actor: try row.text(2),
            action: try row.text(3), submission: try row.int64OrNil(4).map { Int($0) },
            release: try row.int32OrNil(5).map { Int($0) }, subject: try row.text(6),
            digest: try row.textOrNil(7), reason: try row.text(8), chainDigest: try row.text(9))
    }
}

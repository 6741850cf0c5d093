import MetricSpec
import Postgres
import Submission
import Tabular

/// The rows of submissions, and of the mappings that they name.
struct SubmissionTable {
    let connection: Connection

    /// A submission that is not stored yet.
    struct New {
        let request: LoadRequest
        let digest: String
        let identity: String
    }

    /// Submissions whose values do not count.
    func withdrawn() throws -> Set<Int64> {
        Set(
            try connection.query("select submission_id from intake.submission where is_withdrawn")
                .map { try $0.int64(0) })
    }

    /// Those, and submissions that one which counts has replaced as a whole.
    func withoutCurrentValues() throws -> Set<Int64> {
        Set(
            try connection.query(
                """
                select submission.submission_id
                from intake.submission
                left join intake.submission as newer
                    on newer.submission_id = submission.superseded_by
                where submission.is_withdrawn or not newer.is_withdrawn
                """
            ).map { try $0.int64(0) })
    }

    /// The first files, up to one whose bytes are stored already under any
    /// mapping, or stand before it.
    func unknown(_ all: [New]) throws -> ArraySlice<New> {
        var seen = Set(
            try connection.query(
                "select digest from intake.submission where digest = any ($1)",
                [.textArray(all.map(\.digest))]
            ).map { try $0.text(0) })
        return all.prefix { seen.insert($0.digest).inserted }
    }

    /// Writes the rows of submissions under the next numbers, in their order;
    /// gives these. The caller holds the writers' lock.
    func add(_ all: [New], standardVersion: Int32) throws -> [Int64] {
        let mappings = try mappingNumbers(all.map(\.request.mapping))
        return try connection.query(
            """
            insert into intake.submission
                (submission_id, identity, digest, mapping_id, standard_version_id, sender,
                file, byte_count, received_at)
            select
                (select coalesce(max(submission_id), 0) from intake.submission)
                    + given.position,
                given.identity, given.digest, given.mapping_id, $1, given.sender, given.file,
                given.byte_count, given.received_at
            from unnest($2, $3, $4, $5, $6, $7, $8) with ordinality as given
                (identity, digest, mapping_id, sender, file, byte_count, received_at, position)
            returning submission_id
            """,
            [
                .int32(standardVersion), .textArray(all.map(\.identity)),
                .textArray(all.map(\.digest)), .int32Array(mappings),
                .textArray(all.map(\.request.sender)), .textArray(all.map(\.request.path)),
                .int64Array(all.map { Int64($0.request.file.count) }),
                .timestampArray(all.map(\.request.received)),
            ]
        ).map { try $0.int64(0) }.sorted()
    }

    /// The numbers of mappings' texts; new ones are stored.
    private func mappingNumbers(_ mappings: [Mapping]) throws -> [Int32] {
        var known: [String: Int32] = [:]
        return try mappings.map { mapping in
            let digest = Digest.of([mapping.text])
            let key = "\(mapping.name) \(digest)"
            if let number = known[key] { return number }
            let number = try number(of: mapping, digest: digest)
            known[key] = number
            return number
        }
    }

    private func number(of mapping: Mapping, digest: String) throws -> Int32 {
        let binds: [Bind] = [.text(mapping.name), .text(digest)]
        let find = "select mapping_id from intake.mapping where mapping = $1 and digest = $2"
        if let row = try connection.query(find, binds).singleOrNil { return try row.int32(0) }
        return try connection.query(
            """
            insert into intake.mapping (mapping_id, mapping, digest, content, vintage)
            select coalesce(max(mapping_id), 0) + 1, $1, $2, $3, $4
            from intake.mapping
            returning mapping_id
            """,
            binds + [.text(mapping.text), .text(mapping.vintage)]
        ).single.int32(0)
    }

    /// Keeps what is stored of the originals.
    func note(_ extents: [(submission: Int64, extent: StorableOriginal.Extent)]) throws {
        try connection.query(
            """
            update intake.submission
            set original = given.original
            from unnest($1, $2) as given (submission_id, original)
            where submission.submission_id = given.submission_id
            """,
            [
                .int64Array(extents.map(\.submission)),
                .textArray(extents.map(\.extent.rawValue)),
            ])
    }

    /// Keeps what the receipts count.
    func note(_ receipts: [LoadReceipt]) throws {
        func counts(_ part: (LoadReceipt) -> Int) -> Bind {
            .int64Array(receipts.map { Int64(part($0)) })
        }
        try connection.query(
            """
            update intake.submission
            set is_rejected = given.is_rejected, rows_read = given.rows_read,
                values_read = given.values_read, accepted = given.accepted,
                rejected = given.rejected, unchanged = given.unchanged,
                superseded = given.superseded
            from unnest($1, $2, $3, $4, $5, $6, $7, $8) as given
                (submission_id, is_rejected, rows_read, values_read, accepted, rejected,
                unchanged, superseded)
            where submission.submission_id = given.submission_id
            """,
            [
                counts(\.submission), .boolArray(receipts.map { $0.outcome == .rejected }),
                counts(\.rowsRead), counts(\.valuesRead), counts(\.accepted),
                counts(\.rejected), counts(\.unchanged), counts(\.superseded),
            ])
    }

    /// Keeps which rows stand in which file and sheet, where it is not all in
    /// the one text file.
    func note(_ parts: [SubmissionPart], of submission: Int64) throws {
        guard parts.contains(where: { $0.member != nil || $0.sheet != nil }) else { return }
        try connection.query(
            """
            update intake.submission
            set part_first_row = $2, part_member = $3, part_sheet = $4
            where submission_id = $1
            """,
            [
                .int64(submission), .int32Array(parts.map { Int32($0.firstRow) }),
                .textArray(parts.map { FindingStore.clean($0.member) }),
                .textArray(parts.map { FindingStore.clean($0.sheet) }),
            ])
    }
}

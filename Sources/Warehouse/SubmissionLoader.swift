import Consortium
import Postgres
import Submission
import Tabular

/// Stores one new submission: its bytes, its values and its findings.
struct SubmissionLoader {
    let connection: Connection
    let request: LoadRequest
    let registry: Registry
    let ids: RegistryIDs
    let context: IntakeContext
    let submission: Int64

    /// Writes the submission's own row, under the next number.
    init(
        connection: Connection, request: LoadRequest, registry: Registry, ids: RegistryIDs,
        context: IntakeContext, digest: String, identity: String
    ) throws {
        self.connection = connection
        self.request = request
        self.registry = registry
        self.ids = ids
        self.context = context
        let mapping = try Self.mappingNumber(request.mapping, connection: connection)
        submission = try connection.query(
            """
            insert into intake.submission
                (submission_id, identity, digest, mapping_id, standard_version_id, sender,
                file, byte_count, received_at)
            select coalesce(max(submission_id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8
            from intake.submission
            returning submission_id
            """,
            [
                .text(identity), .text(digest), .int32(mapping), .int32(ids.standardVersion),
                .text(request.sender), .text(request.path), .int64(Int64(request.file.count)),
                .timestamp(request.received),
            ]
        ).single.int64(0)
    }

    /// Runs the path of the file: bytes, values, findings, receipt.
    func load(progress: (Int) throws -> Void) throws -> LoadReceipt {
        try storeBytes()
        do {
            return try connection.savepoint { try storeValues(progress: progress) }
        } catch is UnusableFile {
            return try storeRejection()
        }
    }

    /// Thrown to undo what was stored of a file that proves to be no table.
    private struct UnusableFile: Error {}

    private static func mappingNumber(
        _ mapping: Mapping, connection: Connection
    ) throws -> Int32 {
        let digest = Digest.of([mapping.text])
        try connection.query(
            """
            insert into intake.mapping (mapping_id, mapping, digest, content)
            select coalesce(max(mapping_id), 0) + 1, $1, $2, $3
            from intake.mapping
            on conflict (mapping, digest) do nothing
            """,
            [.text(mapping.name), .text(digest), .text(mapping.text)])
        return try connection.query(
            "select mapping_id from intake.mapping where mapping = $1 and digest = $2",
            [.text(mapping.name), .text(digest)]
        ).single.int32(0)
    }

    /// Keeps the original, without personal columns.
    private func storeBytes() throws {
        let original = StorableOriginal(request.file, mapping: request.mapping)
        var extent: StorableOriginal.Extent = original.isPersonal ? .redacted : .whole
        do {
            try connection.savepoint { try storeChunks(of: original) }
        } catch
            where error is TableError || error is StorableOriginal.PersonalColumnMissing
        {
            extent = .none
        }
        try connection.query(
            "update intake.submission set original = $2 where submission_id = $1",
            [.int64(submission), .text(extent.rawValue)])
    }

    private func storeChunks(of original: StorableOriginal) throws {
        let copy = try connection.copyIn(
            "copy intake.submission_chunk (submission_id, chunk, bytes) from stdin (format binary)")
        var frame: [UInt8] = []
        var chunk: Int32 = 0
        try original.read(inChunksOf: Compression.chunkSize) { bytes in
            let size = try Compression.compress(bytes, into: &frame)
            try copy.beginRow(fields: 3)
            copy.rows.append(int64: submission)
            copy.rows.append(int32: chunk)
            frame.withUnsafeBytes {
                copy.rows.append(bytes: UnsafeRawBufferPointer(rebasing: $0[..<size]))
            }
            chunk += 1
        }
        _ = try copy.finish()
    }

    private func storeValues(progress: (Int) throws -> Void) throws -> LoadReceipt {
        let findings = makeFindingStore()
        let writer = try ObservationWriter(
            connection: connection, submission: submission, ids: ids)
        var values = 0
        let summary = try makeIntake().run { batch in
            try writer.append(batch)
            try findings.add(batch.findings)
            values += batch.count
            try progress(values)
        }
        if summary.isRejected { throw UnusableFile() }
        try CodeListTable(connection: connection)
            .add(summary.codeLists, of: submission, ids: ids)
        try RecordKeyTable(connection: connection)
            .add(summary.recordKeys, of: submission, ids: ids)
        findings.parts = summary.parts
        let outcome = try writer.finish(findings: findings, registry: registry)
        try findings.flush()
        var receipt = LoadReceipt(outcome: .loaded, submission: submission, request: request)
        receipt.rowsRead = summary.rows
        receipt.valuesRead = summary.values
        receipt.rejected = summary.rejected + outcome.rejectedAsDifferent
        receipt.accepted = summary.accepted - outcome.rejectedAsDifferent - outcome.droppedAsEqual
        receipt.unchanged = outcome.unchanged
        receipt.superseded = outcome.superseded
        receipt.changes = outcome.changes.map { $0.placed(in: summary.parts) }
        receipt.findings = findings.counts
        receipt.groups = findings.groups
        try note(receipt)
        try note(summary.parts)
        return receipt
    }

    /// Reads the file again for its findings alone.
    private func storeRejection() throws -> LoadReceipt {
        let findings = makeFindingStore()
        let summary = try makeIntake().run { batch in try findings.add(batch.findings) }
        try findings.flush()
        var receipt = LoadReceipt(outcome: .rejected, submission: submission, request: request)
        receipt.rowsRead = summary.rows
        receipt.valuesRead = summary.values
        receipt.rejected = summary.values
        receipt.findings = findings.counts
        receipt.groups = findings.groups
        try note(receipt)
        try note(summary.parts)
        return receipt
    }

    private func makeFindingStore() -> FindingStore {
        FindingStore(
            connection: connection, submission: submission, file: request.path,
            registry: registry, ids: ids)
    }

    private func makeIntake() -> Intake {
        Intake(
            request.file, path: request.templatePath, mapping: request.mapping,
            context: context, duplicates: .deferred)
    }

    /// Keeps which rows stand in which file and sheet, where it is not all in
    /// the one text file.
    private func note(_ parts: [SubmissionPart]) throws {
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

    private func note(_ receipt: LoadReceipt) throws {
        try connection.query(
            """
            update intake.submission
            set is_rejected = $2, rows_read = $3, values_read = $4, accepted = $5,
                rejected = $6, unchanged = $7, superseded = $8
            where submission_id = $1
            """,
            [
                .int64(submission), .bool(receipt.outcome == .rejected),
                .int64(Int64(receipt.rowsRead)), .int64(Int64(receipt.valuesRead)),
                .int64(Int64(receipt.accepted)), .int64(Int64(receipt.rejected)),
                .int64(Int64(receipt.unchanged)), .int64(Int64(receipt.superseded)),
            ])
    }
}

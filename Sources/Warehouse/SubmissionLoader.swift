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
        let new = SubmissionTable.New(request: request, digest: digest, identity: identity)
        submission = try SubmissionTable(connection: connection)
            .add([new], standardVersion: ids.standardVersion)[0]
    }

    /// Runs the path of the file: bytes, values, findings, receipt.
    func load(progress: (Int) throws -> Void) throws -> LoadReceipt {
        var original = OriginalWriter(connection: connection)
        try original.add(request, of: submission)
        try original.finish()
        do {
            return try connection.savepoint { try storeValues(progress: progress) }
        } catch is UnusableFile {
            return try storeRejection()
        }
    }

    /// Thrown to undo what was stored of a file that proves to be no table.
    private struct UnusableFile: Error {}

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
        receipt.take(summary, outcome)
        receipt.take(findings)
        try note(receipt, summary.parts)
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
        receipt.take(findings)
        try note(receipt, summary.parts)
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

    private func note(_ receipt: LoadReceipt, _ parts: [SubmissionPart]) throws {
        let table = SubmissionTable(connection: connection)
        try table.note([receipt])
        try table.note(parts, of: submission)
    }
}

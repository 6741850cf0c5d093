import Consortium
import Postgres
public import Submission
public import Tabular

extension Warehouse {
    /// Loads one file as one submission, wholly inside one transaction.
    ///
    /// The same bytes under the same mapping, standard and sender are the same
    /// submission and change nothing; of a ledger of the fiscal year so far,
    /// where the same is taken off it, too. Where a rejected figure is explained
    /// since, the same file is a submission of its own. A file that is no table is kept as a
    /// rejected submission with its fatal finding. Values are judged against
    /// what is stored of their cities before, and against released peers.
    ///
    /// - Parameters:
    ///   - context: the words and cities the file is read with.
    ///   - progress: told how many values of the file are read so far.
    public func load(
        _ request: LoadRequest, registry: Registry, ids: RegistryIDs, context: IntakeContext,
        progress: (Int) throws -> Void = { _ in }
    ) throws -> LoadReceipt {
        let digest = Self.digest(of: request.file)
        return try connection.transaction {
            try lockRegistry()
            var context = context
            let accumulated = try accumulated(
                for: Intake(
                    request.file, path: request.templatePath, mapping: request.mapping,
                    context: context, duplicates: .deferred), registry: registry)
            if let accumulated { context.accumulated = accumulated.values }
            var identity = Digest.of(
                [
                    digest, Digest.of([request.mapping.text]), registry.standardDigest,
                    request.sender,
                ] + [accumulated?.subtracted].compactMap { $0 })
            if let known = try knownReceipt(identity, request: request) {
                // What was rejected and is explained now is asked for again.
                guard known.outcome == .alreadyLoaded,
                    let explained = try explainedSince(submission: Int64(known.submission))
                else { return known }
                identity = Digest.of([identity, explained])
                if let again = try knownReceipt(identity, request: request) { return again }
            }
            let history = try history(
                for: Intake(
                    request.file, path: request.templatePath, mapping: request.mapping,
                    context: context, duplicates: .deferred), registry: registry)
            let loader = try SubmissionLoader(
                connection: connection, request: request, registry: registry, ids: ids,
                context: context.with(history), digest: digest, identity: identity)
            let receipt = try loader.load(progress: progress)
            try audit([
                AuditAct(
                    receipt.outcome == .rejected ? .rejected : .loaded,
                    submission: receipt.submission, digest: digest)
            ])
            return receipt
        }
    }

    /// SHA-256 of texts, each set apart from the next, in hexadecimal.
    public static func digest(of texts: [String]) -> String { Digest.of(texts) }

    /// SHA-256 of a file's bytes, in hexadecimal; memory stays flat.
    public static func digest(of file: SourceFile) -> String {
        let digest = Digest()
        let step = 8 << 20
        for start in stride(from: 0, to: file.count, by: step) {
            let end = min(start + step, file.count)
            digest.add(UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]))
            file.release(upTo: end)
        }
        return digest.hexadecimal()
    }

    private func knownReceipt(_ identity: String, request: LoadRequest) throws -> LoadReceipt? {
        let rows = try connection.query(
            "select submission_id, is_withdrawn from intake.submission where identity = $1",
            [.text(identity)])
        guard let row = try rows.singleOrNil else { return nil }
        return LoadReceipt(
            outcome: try row.bool(1) ? .withdrawn : .alreadyLoaded,
            submission: try row.int64(0), request: request)
    }
}

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
            var identity = Self.identity(
                request, digest: digest, registry: registry,
                subtracted: accumulated?.subtracted)
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

    /// Loads files in their order, each as one submission that is stored
    /// wholly or not at all.
    ///
    /// Small ones share transactions; where such a one fails, its files are
    /// loaded one by one.
    ///
    /// - Parameters:
    ///   - context: the words and cities the files are read with.
    ///   - progress: told how many values of a file are read so far.
    ///   - receive: takes the receipt of each file when it is stored.
    public func load(
        _ requests: [LoadRequest], registry: Registry, ids: RegistryIDs, context: IntakeContext,
        progress: (Int) throws -> Void = { _ in }, receive: (LoadReceipt) throws -> Void
    ) throws {
        var rest = requests[...]
        var reading = try readAhead(rest, Self.largestGroup, registry, ids, context)
        while let first = rest.first {
            let members = reading.members()
            // What follows is read while these are stored.
            let next = rest.dropFirst(max(members.count, 1))
            reading = try readAhead(next, members.count, registry, ids, context)
            let receipts = try load(
                together: members, registry: registry, ids: ids, context: context,
                progress: progress)
            for receipt in receipts { try receive(receipt) }
            rest = rest.dropFirst(max(receipts.count, 1))
            if receipts.isEmpty {
                try progress(0)
                try receive(
                    load(
                        first, registry: registry, ids: ids, context: context,
                        progress: progress))
            }
            if rest.count > next.count {
                reading = try readAhead(rest, receipts.count, registry, ids, context)
            }
        }
    }

    /// Begins to read the first files that may be stored together.
    ///
    /// - Parameter before: how many the last group had: one that ended early
    ///   was asked for too much of.
    private func readAhead(
        _ requests: ArraySlice<LoadRequest>, _ before: Int, _ registry: Registry,
        _ ids: RegistryIDs, _ context: IntakeContext
    ) throws -> ReadAhead {
        let size = min(max(2 * before, Self.smallestGroup), Self.largestGroup)
        return ReadAhead(
            Array(try unknown(requests.prefix(size), registry: registry)), context: context,
            ids: ids)
    }

    /// The first small files that may be stored together and are not stored.
    private func unknown(
        _ requests: ArraySlice<LoadRequest>, registry: Registry
    ) throws -> ArraySlice<SubmissionTable.New> {
        let all = requests.prefix(while: GroupMember.mayBe).map { request in
            let digest = Self.digest(of: request.file)
            return SubmissionTable.New(
                request: request, digest: digest,
                identity: Self.identity(
                    request, digest: digest, registry: registry, subtracted: nil))
        }
        return all.count < 2 ? [] : try SubmissionTable(connection: connection).unknown(all)
    }

    /// Files with at most so many bytes may share a transaction, and be open
    /// at once; others are read in a stream.
    public static let smallFile = 64 << 10

    /// Files that share a transaction.
    private static let largestGroup = 200
    private static let smallestGroup = 8

    /// Loads the first of files that were read together; none where the first
    /// has to be loaded by itself, or where anything fails.
    private func load(
        together members: [GroupMember], registry: Registry, ids: RegistryIDs,
        context: IntakeContext, progress: (Int) throws -> Void
    ) throws -> [LoadReceipt] {
        if members.count < 2 { return [] }
        do {
            return try connection.transaction {
                try lockRegistry()
                let receipts = try GroupLoader(
                    connection: connection, registry: registry, ids: ids, context: context
                ).load(members, knowsAnything: knowsAnything(), progress: progress)
                if receipts.isEmpty { return [] }
                try audit(
                    zip(receipts, members).map { receipt, member in
                        AuditAct(
                            .loaded, submission: receipt.submission, digest: member.new.digest)
                    })
                return receipts
            }
        } catch  where connection.isAlive {
            // The file that is to blame is found, and the error said, by
            // loading one by one; an interruption is noticed there, too.
            return []
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

    /// What makes a submission the same as another.
    ///
    /// - Parameters:
    ///   - digest: of the file's bytes.
    ///   - subtracted: what is taken off the figures of a ledger; else nil.
    static func identity(
        _ request: LoadRequest, digest: String, registry: Registry, subtracted: String?
    ) -> String {
        Digest.of(
            [
                digest, Digest.of([request.mapping.text]), registry.standardDigest,
                request.sender,
            ] + [subtracted].compactMap { $0 })
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

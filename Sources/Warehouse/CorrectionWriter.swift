import Postgres

/// Compares values with what is current in their years, confirms those that
/// are unchanged and stores the others, inside the caller's transaction.
///
/// The comparison is done here and not by a join: the stored values of a year
/// are read once, in any order, and found by their key in memory.
struct CorrectionWriter {
    let connection: Connection
    /// The numbers of the submissions that are stored together; no key stands
    /// in two of them.
    let submissions: [Int64]
    /// Whether many confirmations are packed.
    var packs = true

    /// What became of one submission's values.
    struct Part {
        var unchanged = 0
        var superseded = 0
        /// How many values of each earlier submission were replaced.
        fileprivate var replacedOf = Replaced()
        /// The first values that replaced another, in the order of the file.
        fileprivate var replaced: [(value: StagedValue, version: StagedBatch.Version)] = []

        /// These in words.
        func changes(registry: Registry, ids: RegistryIDs) -> [ValueChange] {
            replaced.compactMap {
                ValueChange($0.value, replacing: $0.version, registry: registry, ids: ids)
            }
        }
    }

    /// Counts by submission; those of one come in long runs.
    fileprivate struct Replaced {
        private(set) var counts: [Int64: Int] = [:]
        private var run: (submission: Int64, count: Int) = (0, 0)

        mutating func add(_ submission: Int64) {
            if submission != run.submission { finish(with: submission) }
            run.count += 1
        }

        /// Counts what came last; before it the counts lack that.
        mutating func finish(with next: Int64 = 0) {
            if run.count > 0 { counts[run.submission, default: 0] += run.count }
            run = (next, 0)
        }
    }

    /// What became of the values.
    struct Correction {
        /// One a submission.
        fileprivate(set) var parts: [Part]
        /// Whether values whose key stood more than once are in
        /// ``ObservationTable/repeated``.
        fileprivate(set) var hasRepeated = false
    }

    /// Takes all values; of a key that stands more than once the first where
    /// all are equal, else none.
    func write(_ staged: StagedValues) throws -> Correction {
        let stored = try StoredVersions(connection: connection)
        var correction = Correction(
            parts: Array(repeating: Part(), count: submissions.count))
        let confirmations = ConfirmationWriter(
            connection: connection, submissions: submissions, packs: packs)
        try staged.forEachBatch { batch in
            let dropped = try setApart(batch, &correction)
            try stored.read(into: &batch)
            var kept: [Int] = []
            for position in batch.values.indices
            where dropped.isEmpty || !dropped.contains(position) {
                if batch.isUnchanged(position) {
                    correction.parts[Int(batch.values[position].submission)].unchanged += 1
                    confirmations.add(position, of: batch)
                } else {
                    note(
                        position, of: batch,
                        &correction.parts[Int(batch.values[position].submission)])
                    kept.append(position)
                }
            }
            try store(kept, of: batch)
            try confirmations.finish(batch)
        }
        try noteSuperseded(&correction.parts)
        return correction
    }

    /// Earlier submissions of which one of these has replaced every value.
    private func noteSuperseded(_ parts: inout [Part]) throws {
        var pairs: [(old: Int64, new: Int64, count: Int64)] = []
        for (part, submission) in zip(parts.indices, submissions) {
            parts[part].replacedOf.finish()
            for (old, count) in parts[part].replacedOf.counts {
                pairs.append((old, submission, Int64(count)))
            }
        }
        if pairs.isEmpty { return }
        try connection.query(
            """
            update intake.submission
            set superseded_by = given.superseded_by
            from unnest($1, $2, $3) as given (submission_id, superseded_by, replaced)
            where submission.submission_id = given.submission_id
                and submission.submission_id < given.superseded_by
                and submission.accepted - submission.unchanged = given.replaced
            """,
            [
                .int64Array(pairs.map(\.old)), .int64Array(pairs.map(\.new)),
                .int64Array(pairs.map(\.count)),
            ])
    }

    private func send(_ buffer: CopyBuffer, _ statement: String) throws {
        try connection.copyIn(statement, buffer)
        buffer.removeAll()
    }

    private func number(of position: Int, _ batch: StagedBatch) -> Int64 {
        submissions[Int(batch.values[position].submission)]
    }

    /// Counts a value that replaces another, and keeps the first of the file.
    private func note(
        _ position: Int, of batch: StagedBatch, _ part: inout Part
    ) {
        let (value, version) = (batch.values[position], batch.current[position])
        if version.submission == 0 { return }
        part.superseded += 1
        part.replacedOf.add(version.submission)
        if part.replaced.count == ValueChange.kept, let last = part.replaced.last {
            if StagedValue.precedesInFile(last.value, value) { return }
            part.replaced.removeLast()
        }
        let place =
            part.replaced.firstIndex { StagedValue.precedesInFile(value, $0.value) }
            ?? part.replaced.endIndex
        part.replaced.insert((value, version), at: place)
    }

    /// Sends values to their year's table, in the order of its key.
    private func store(_ positions: [Int], of batch: StagedBatch) throws {
        let statement = ObservationTable.copyStatement(ObservationTable.partition(batch.year))
        let buffer = CopyBuffer()
        let sorted = positions.sorted {
            StagedValue.precedesByKey(batch.values[$0], batch.values[$1])
        }
        for position in sorted {
            batch.withRaw(of: position) {
                batch.values[position].encode(
                    $0, submission: number(of: position, batch), into: buffer)
            }
            if buffer.byteCount >= ObservationWriter.flushSize { try send(buffer, statement) }
        }
        try send(buffer, statement)
    }

    /// Puts values whose key stands more than once into a table of their own,
    /// for their findings; gives the positions of those that are not kept.
    private func setApart(
        _ batch: StagedBatch, _ correction: inout Correction
    ) throws -> Set<Int> {
        if batch.repeated.isEmpty { return [] }
        let table = ObservationTable.repeated
        if !correction.hasRepeated {
            try connection.execute(
                "create temporary table \(table) (like warehouse.observation) on commit drop")
            correction.hasRepeated = true
        }
        var dropped: Set<Int> = []
        let buffer = CopyBuffer()
        for positions in batch.repeated.values {
            let equal = positions.dropFirst().allSatisfy {
                batch.values[$0].saysTheSame(as: batch.values[positions[0]])
            }
            let first = positions.min {
                StagedValue.precedesInFile(batch.values[$0], batch.values[$1])
            }
            dropped.formUnion(positions.filter { !equal || $0 != first })
            for position in positions {
                batch.withRaw(of: position) {
                    batch.values[position].encode(
                        $0, submission: number(of: position, batch), into: buffer)
                }
            }
            if buffer.byteCount >= ObservationWriter.flushSize {
                try send(buffer, ObservationTable.copyStatement(table))
            }
        }
        try send(buffer, ObservationTable.copyStatement(table))
        return dropped
    }
}

import Consortium
import MetricSpec
import Postgres
import Submission

/// Stores small files together, each as a submission of its own, inside the
/// caller's transaction: one COPY a table instead of one a file.
///
/// What is stored is what loading one after another would store. So a file
/// that may see what another of the group brings (the same city or bytes), or
/// that needs more than its values stored, ends the group before it.
struct GroupLoader {
    let connection: Connection
    let registry: Registry
    let ids: RegistryIDs
    let context: IntakeContext

    /// Loads the first of files that were read, as many as may be stored
    /// together; gives their receipts, none where the first has to be loaded by
    /// itself.
    func load(
        _ members: [GroupMember], knowsAnything: Bool, progress: (Int) throws -> Void
    ) throws -> [LoadReceipt] {
        var members = try unknown(members)
        for member in members { try progress(member.reading.values.count) }
        if knowsAnything, members.count > 1 { members = try judged(members, progress: progress) }
        return members.count > 1 ? try store(members) : []
    }

    /// The first files, up to one that others have stored since it was read.
    private func unknown(_ members: [GroupMember]) throws -> [GroupMember] {
        let count = try SubmissionTable(connection: connection).unknown(members.map(\.new)).count
        return Array(members.prefix(count))
    }

    /// Reads those files again of whose cities something is known, up to one
    /// whose figures may be those of another.
    private func judged(
        _ members: [GroupMember], progress: (Int) throws -> Void
    ) throws -> [GroupMember] {
        let histories = try HistoryReader(connection: connection, registry: registry)
            .histories(members.map { ($0.reading.keys, $0.new.request.mapping.codedMeasures) })
        let matches = StoredMatches(connection: connection, registry: registry)
        var judged: [GroupMember] = []
        for (index, member) in members.enumerated() {
            var (member, history) = (member, histories[index])
            if history.saysNothing {
                judged.append(member)
                continue
            }
            let figures = history.figuresOfOthers(among: member.reading.keys.figures)
            // Of others in the group nothing is stored yet.
            if index > 0, !figures.isEmpty { break }
            history.storedCopies = try matches.copies(of: figures)
            try member.judge(by: history, context: context, ids: ids)
            guard member.isPlain else { break }
            judged.append(member)
            try progress(member.reading.values.count)
        }
        return judged
    }

    private func store(_ members: [GroupMember]) throws -> [LoadReceipt] {
        let table = SubmissionTable(connection: connection)
        let numbers = try table.add(
            members.map(\.new), standardVersion: ids.standardVersion)
        var originals = OriginalWriter(connection: connection)
        for (member, number) in zip(members, numbers) {
            try originals.add(member.new.request, of: number)
        }
        try originals.finish()
        let parts = try storeValues(members, numbers)
        var receipts: [LoadReceipt] = []
        for (index, member) in members.enumerated() {
            let findings = FindingStore(
                connection: connection, submission: numbers[index],
                file: member.new.request.path, registry: registry, ids: ids)
            findings.parts = member.reading.summary.parts
            try findings.add(member.reading.findings)
            try findings.flush()
            var outcome = ObservationWriter.Outcome()
            outcome.unchanged = parts[index].unchanged
            outcome.superseded = parts[index].superseded
            outcome.changes = parts[index].changes(registry: registry, ids: ids)
            var receipt = LoadReceipt(
                outcome: .loaded, submission: numbers[index], request: member.new.request)
            receipt.take(member.reading.summary, outcome)
            receipt.take(findings)
            try table.note(member.reading.summary.parts, of: numbers[index])
            receipts.append(receipt)
        }
        try table.note(receipts)
        return receipts
    }

    /// Stores the values of all members at once; of years of which nothing is
    /// stored, too, since no year is new to a whole group for long.
    private func storeValues(
        _ members: [GroupMember], _ numbers: [Int64]
    ) throws -> [CorrectionWriter.Part] {
        let stored = try ObservationYear.stored(connection: connection)
        let staged = StagedValues(lastCity: ids.cities.max() ?? 0)
        var places: [Int: Int] = [:]
        for year in members.reduce(into: Set<Int>(), { $0.formUnion($1.reading.years) }).sorted() {
            places[year] = staged.add(year: year)
            if stored.contains(year) { continue }
            let table = ObservationYear(year: year, connection: connection)
            try table.create()
            try table.addKey()
            try table.attach()
        }
        for (index, member) in members.enumerated() {
            try member.stage(as: index, in: staged, years: places)
        }
        return try CorrectionWriter(connection: connection, submissions: numbers)
            .write(staged).parts
    }
}

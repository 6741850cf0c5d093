import Consortium
import MetricSpec
import Tabular

/// The figures of columns that hold the fiscal year so far, in layouts in
/// which a cell is a value: kept until the end of the submission, when each
/// becomes the figure of its period. Figures of one of its files are settled
/// by those of the others.
///
/// Memory grows with these figures, about 150 bytes each; others are not kept.
final class AccumulatedColumns {
    /// One cell.
    private struct Entry {
        let draft: Draft
        let line: Int
        let text: String
        /// Position in the headers.
        let table: Int
    }

    private struct Key: Hashable {
        let measure: Int32
        let city: Int32
        let period: Int32
        let breakdown: Int32
        let variant: Int16

        init(_ draft: Draft, period: Int32? = nil) {
            measure = draft.measure
            city = draft.city
            self.period = period ?? draft.period
            breakdown = draft.breakdown
            variant = draft.variant
        }
    }

    /// Of the table that is read.
    private var writer: FindingWriter
    private var columns: Set<Int16>
    /// The headers of the tables so far.
    private var headers: [[String]]
    private var entries: [Entry] = []
    private var places: [Key: [Int]] = [:]

    /// Nil where no column accumulates.
    init?(_ writer: FindingWriter) {
        columns = Self.columns(writer)
        if columns.isEmpty { return nil }
        self.writer = writer
        headers = [writer.header]
    }

    /// Goes on with another table.
    func goOn(_ writer: FindingWriter) {
        self.writer = writer
        columns = Self.columns(writer)
        headers.append(writer.header)
    }

    private static func columns(_ writer: FindingWriter) -> Set<Int16> {
        Set(writer.plan.values.filter(\.accumulates).map { Int16(truncatingIfNeeded: $0.column) })
    }

    /// Takes the sound figures of these columns out of a batch; what is
    /// missing or cannot be read stays in it.
    func take(_ batch: DraftBatch, _ table: CellTable) {
        leaveOut(batch) { draft in
            let row = Int(draft.row)
            places[Key(draft), default: []].append(entries.count)
            entries.append(
                Entry(
                    draft: draft, line: table.line(row),
                    text: CellText.string(CellText.trimmed(table.cell(row, Int(draft.column)))),
                    table: headers.count - 1))
        }
    }

    /// Takes the same figures out and hands each to the body.
    func leaveOut(_ batch: DraftBatch, _ body: (Draft) -> Void = { _ in }) {
        var kept = 0
        for index in 0..<batch.count {
            let draft = batch.drafts[index]
            if columns.contains(draft.column), draft.faults.isEmpty,
                StoredCodes.hasValue(status: draft.status)
            {
                body(draft)
            } else {
                batch.drafts[kept] = draft
                kept += 1
            }
        }
        batch.count = kept
    }

    /// The figures of their periods, by line; findings go to `findings`.
    func figures(
        _ periods: [Period], _ stamps: StampReader, findings: inout [Finding]
    ) -> [AggregatedFigure] {
        let yearSoFar = YearSoFar(writer: writer, stamps: stamps, periods: periods)
        var figures = sound()
        findings += yearSoFar.settle(&figures) { draft, period in
            guard let places = places[Key(draft, period: period)], isOne(places) else { return nil }
            return (entries[places[0]].draft.value, 1)
        }
        let contradicting = places.values.filter { !isOne($0) }
        figures += contradicting.joined().map { figure(entries[$0], isSound: false) }
        findings += duplicates(periods)
        return figures.sorted { ($0.line, $0.draft.column) < ($1.line, $1.draft.column) }
    }

    /// The stored values that bear on the figures.
    func needs(_ periods: [Period], _ stamps: StampReader) -> Set<AccumulatedNeed> {
        let yearSoFar = YearSoFar(writer: writer, stamps: stamps, periods: periods)
        return Set(entries.flatMap { yearSoFar.needs($0.draft) })
    }

    /// The first figure of each key that does not contradict itself.
    private func sound() -> [AggregatedFigure] {
        places.values.filter(isOne).map { figure(entries[$0[0]], isSound: true) }
    }

    private func figure(_ entry: Entry, isSound: Bool) -> AggregatedFigure {
        var digest = RowDigest()
        entry.text.withCString { bytes in
            digest.add(cell: UnsafeRawBufferPointer(start: bytes, count: entry.text.utf8.count))
        }
        var whole = RowDigest()
        whole.add(row: digest.value)
        let name = CellText.cleaned(headers[entry.table][Int(entry.draft.column)])
        return AggregatedFigure(
            draft: entry.draft, line: entry.line,
            origin: AggregateOrigin(
                rowCount: 1, filter: "\(name) of \(writer.words(ofRow: entry.line))",
                digest: whole.value,
                moments: nil),
            isSound: isSound, raw: entry.text)
    }

    /// Whether all places of a key have one figure.
    private func isOne(_ places: [Int]) -> Bool {
        places.allSatisfy { entries[$0].draft.value == entries[places[0]].draft.value }
    }

    // MARK: Keys that stand twice

    private func duplicates(_ periods: [Period]) -> [Finding] {
        let found = places.values.filter { $0.count > 1 }.flatMap { places in
            let isEqual = isOne(places)
            let shown = isEqual ? places.dropFirst() : places[...]
            return shown.map { duplicate($0, of: places, isEqual, periods) }
        }
        return found.sorted { ($0.row ?? 0, $0.column ?? 0) < ($1.row ?? 0, $1.column ?? 0) }
    }

    private func duplicate(
        _ place: Int, of places: [Int], _ isEqual: Bool, _ periods: [Period]
    ) -> Finding {
        let entry = entries[place]
        let context = writer.context
        let measure = context.standard.measures[Int(entry.draft.measure)].id
        let city = context.cities.cities[Int(entry.draft.city)].id
        let period = periods[Int(entry.draft.period)]
        let key = DuplicatePlace.key(measure: measure, city: city, period: period.text)
        let value = entry.draft.value
        let other = places.first { entries[$0].draft.value != value } ?? places[0]
        var finding =
            isEqual
            ? writer.duplicateEqual(
                entry.text, key: key, row: entry.line, column: Int(entry.draft.column),
                first: writer.words(ofRow: entries[places[0]].line))
            : writer.duplicateDifferent(
                entry.text, key: key, row: entry.line, column: Int(entry.draft.column),
                other: (writer.words(ofRow: entries[other].line), entries[other].text))
        finding.city = city
        finding.measure = measure
        finding.period = period
        finding.rawText = entry.text
        return finding
    }
}

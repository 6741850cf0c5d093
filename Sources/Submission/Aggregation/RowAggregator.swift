import Consortium
import MetricSpec
import Tabular

/// Makes figures of rows, one pass, in memory that grows with the number of
/// different figures only.
///
/// A class, since the compiler checks a move-only struct of so many parts for
/// minutes.
final class RowAggregator {
    /// What tells a figure from others.
    struct Key: Hashable {
        /// Position in the aggregation's figures.
        var figure: Int32
        var measure: Int32
        var city: Int32
        var period: Int32
        var breakdown: Int32
        var variant: Int16
        var basis: Int16

        /// In three steps: it is asked for at every value.
        func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(pairing: figure, measure))
            hasher.combine(UInt64(pairing: city, period))
            hasher.combine(UInt64(pairing: breakdown, Int32(variant) << 16 | Int32(basis)))
        }
    }

    let aggregation: Aggregation
    /// Of the table that is read.
    private(set) var plan: AggregatePlan
    private(set) var columns: ColumnPlan
    private(set) var writer: FindingWriter
    /// Of all tables so far, by the row before their first.
    private var plans: [(firstRow: Int, plan: AggregatePlan)]
    let stamps: StampReader
    private(set) var plainNumbers: NumberReader
    private(set) lazy var signs = FigureSigns(writer.context.standard)
    private var positions: [Key: Int] = [:]
    private(set) var keys: [Key] = []
    var accumulators: [Accumulator] = []
    /// By figure: how many values are kept for percentiles.
    var keptValues: [Int]
    /// Figures with more values than may be kept.
    var overflowing: Set<Int32> = []
    var faults = RowFaults()
    var faultyRows = 0
    var books = LedgerBooks()
    var lineCodes = CodeTable()
    var lineSets: [[Int]] = []
    var lineSetPositions: [[Int]: Int32] = [:]
    var scratch: [UInt8] = []
    var recordKeys = RecordKeys()
    var records = RecordBooks()
    /// The columns of accounts and categories.
    let codes: [CodeColumn]
    /// The digests of the cities' ids, for the keys of records.
    let cityDigests: [UInt64]
    /// The period that the file's path claims; nil where none is claimed.
    private(set) var claimed: Period?
    /// Whether each row is kept for `readings`, until the next batch.
    let keepsReadings: Bool
    var readings: [MappedReading] = []
    /// The periods that kept rows name.
    var readingPeriods: [Period] = []

    init(
        _ aggregation: Aggregation, writer: FindingWriter, plan: AggregatePlan,
        claimed: Period? = nil, keepsReadings: Bool = false
    ) {
        self.aggregation = aggregation
        self.writer = writer
        self.plan = plan
        self.claimed = claimed
        self.keepsReadings = keepsReadings
        columns = writer.plan
        plans = [(writer.firstRow, plan)]
        stamps = StampReader(writer.mapping, writer.context)
        plainNumbers = writer.mapping.numbers.reader(.one)
        keptValues = Array(repeating: 0, count: aggregation.figures.count)
        codes = Self.codeColumns(aggregation, writer.plan, plan)
        let ids = plan.key.isEmpty ? [] : writer.context.cities.cities.map { Array($0.id.utf8) }
        cityDigests = ids.map { id in
            var digest = RowDigest()
            id.withUnsafeBytes { digest.add(cell: $0) }
            return digest.value
        }
    }

    /// Goes on with another table; false where its columns make other figures.
    func goOn(
        _ aggregation: Aggregation, writer: FindingWriter, plan: AggregatePlan, claimed: Period?
    ) -> Bool {
        guard aggregation.figures == self.aggregation.figures else { return false }
        (self.writer, self.plan, self.claimed) = (writer, plan, claimed)
        columns = writer.plan
        plainNumbers = writer.mapping.numbers.reader(.one)
        plans.append((writer.firstRow, plan))
        return true
    }

    /// The columns of the table that a row stands in.
    func plan(ofLine line: Int) -> AggregatePlan {
        plans.last { $0.firstRow < line }?.plan ?? plan
    }

    /// Takes in the rows of a batch; `batch` counts those that are blank,
    /// ragged or left out.
    func read(_ table: CellTable, mapper: inout Mapper, into batch: DraftBatch) {
        batch.reset(capacity: 0)
        readings.removeAll(keepingCapacity: true)
        for row in 0..<table.rowCount {
            guard mapper.accepts(table, row, batch) else { continue }
            switch passes(table, row, &mapper) {
            case true?: add(table, row, &mapper, batch)
            case false?: batch.leftOutRows += 1
            case nil: faultyRows += 1
            }
        }
        records.rowCount += table.rowCount - batch.blankRows
    }

    private func add(
        _ table: CellTable, _ row: Int, _ mapper: inout Mapper, _ batch: DraftBatch
    ) {
        var draft = mapper.key(table, row)
        if columns.measure >= 0, draft.city != Mapper.ignored { noteCode(draft, table, row) }
        if draft.measure == Mapper.ignored || draft.city == Mapper.ignored {
            batch.leftOutRows += 1
            return
        }
        var isSound = draft.faults.isEmpty
        var day: CalendarDay?
        if plan.date >= 0 {
            day = readDate(table, row, &draft, &mapper)
            if day == nil { isSound = false }
        }
        if !draft.faults.isEmpty { noteFaults(draft, table, row) }
        guard isSound else {
            if draft.faults == [.measure] || draft.faults == [.breakdown] {
                noteCodes(table, row, draft)
            }
            faultyRows += 1
            return
        }
        if let day, !isWithin(mapper.periods[Int(draft.period)], day, table.line(row)) {
            batch.leftOutRows += 1
            return
        }
        let digest = digest(table, row)
        switch meeting(table, row, draft, digest) {
        case .counts: break
        case .isLeftOut:
            batch.leftOutRows += 1
            return
        case .isRejected:
            faultyRows += 1
            return
        }
        noteRecord(table, row, draft, day)
        if aggregation.ledger == nil { noteCodes(table, row, draft) }
        let isRead =
            if aggregation.ledger != nil {
                addToLedger(table, row, draft, digest, mapper.periods)
            } else {
                addFigures(table, row, draft, digest, &mapper)
            }
        if !isRead { faultyRows += 1 }
    }

    private func digest(_ table: CellTable, _ row: Int) -> UInt64 {
        var digest = RowDigest()
        for column in columns.used { digest.add(cell: Self.cell(table, row, column)) }
        return digest.value
    }

    @inline(__always)
    static func cell(_ table: CellTable, _ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        CellText.trimmed(table.cell(row, column))
    }

    /// Takes a value into a figure; of a percentile with too many values only
    /// their number is known.
    func add(_ value: Double, _ key: Key, _ digest: UInt64, line: Int) {
        let index = Int(key.figure)
        if case .percentile(_, let limit) = aggregation.figures[index].aggregate {
            keptValues[index] += 1
            if keptValues[index] > limit {
                overflowing.insert(Int32(index))
                return
            }
        }
        add(value, to: position(key, line: line), digest, index)
    }

    /// Takes a value into the figure at a place.
    func add(
        _ value: Double, to place: Int, _ digest: UInt64, _ index: Int
    ) {
        accumulators[place].add(value, as: aggregation.figures[index].aggregate)
        accumulators[place].count(row: digest)
    }

    /// Whether a cell says nothing: empty, or a mark of a missing value.
    func isMissing(_ cell: UnsafeRawBufferPointer) -> Bool {
        if cell.isEmpty { return true }
        if writer.mapping.missing.isEmpty { return false }
        return Mapper.word(CellText.string(cell), in: writer.mapping.missing) != nil
    }

    func key(_ draft: Draft, _ figure: Int) -> Key {
        Key(
            figure: Int32(figure), measure: draft.measure, city: draft.city,
            period: draft.period, breakdown: draft.breakdown, variant: draft.variant,
            basis: draft.basis)
    }

    /// Where the figure with a key is added up.
    func position(_ key: Key, line: Int) -> Int {
        if let known = positions[key] { return known }
        positions[key] = keys.count
        keys.append(key)
        accumulators.append(Accumulator(firstLine: line))
        return keys.count - 1
    }

    /// The place of a figure that may not be there.
    func known(_ key: Key) -> Int? { positions[key] }
}

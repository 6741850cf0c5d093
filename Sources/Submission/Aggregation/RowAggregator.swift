import MetricSpec
import Tabular

/// Makes figures of rows, one pass, in memory that grows with the number of
/// different figures only.
struct RowAggregator: ~Copyable {
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
    }

    let aggregation: Aggregation
    let plan: AggregatePlan
    let columns: ColumnPlan
    let writer: FindingWriter
    let stamps: StampReader
    let plainNumbers: NumberReader
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

    init(_ aggregation: Aggregation, writer: FindingWriter, plan: AggregatePlan) {
        self.aggregation = aggregation
        self.writer = writer
        self.plan = plan
        columns = writer.plan
        stamps = StampReader(writer.mapping, writer.context)
        plainNumbers = writer.mapping.numbers.reader(.one)
        keptValues = Array(repeating: 0, count: aggregation.figures.count)
    }

    /// Takes in the rows of a batch; `batch` counts those that are blank,
    /// ragged or left out.
    mutating func read(_ table: CellTable, mapper: inout Mapper, into batch: DraftBatch) {
        batch.reset(capacity: 0)
        for row in 0..<table.rowCount {
            guard mapper.accepts(table, row, batch) else { continue }
            switch passes(table, row, &mapper) {
            case true?: add(table, row, &mapper, batch)
            case false?: batch.leftOutRows += 1
            case nil: faultyRows += 1
            }
        }
    }

    private mutating func add(
        _ table: CellTable, _ row: Int, _ mapper: inout Mapper, _ batch: DraftBatch
    ) {
        var draft = mapper.key(table, row)
        if draft.measure == Mapper.ignored || draft.city == Mapper.ignored {
            batch.leftOutRows += 1
            return
        }
        var isSound = draft.faults.isEmpty
        if plan.date >= 0, !readDate(table, row, &draft, &mapper) { isSound = false }
        if !draft.faults.isEmpty { noteFaults(draft, table, row) }
        guard isSound else {
            faultyRows += 1
            return
        }
        let digest = digest(table, row)
        let isRead =
            if aggregation.ledger != nil {
                addToLedger(table, row, draft, digest, period: mapper.periods[Int(draft.period)])
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

    // MARK: Figures of records and positions

    /// Takes a row into its figures; false where a value cannot be read.
    private mutating func addFigures(
        _ table: CellTable, _ row: Int, _ draft: Draft, _ digest: UInt64, _ mapper: inout Mapper
    ) -> Bool {
        var post: PostReading?
        if aggregation.posts != nil {
            guard let reading = readPost(table, row, mapper.periods[Int(draft.period)]) else {
                return false
            }
            post = reading
        }
        var isRead = true
        for index in plan.figures.indices {
            guard Self.meets(plan.figures[index].filters, table, row) else { continue }
            var own = draft
            let qualifiers = aggregation.figures[index].qualifiers
            if qualifiers.isMore { mapper.readMeaning(qualifiers, draft, &own) }
            if own.period < 0 {
                isRead = false
                continue
            }
            var key = key(own, index)
            if let measure = aggregation.figures[index].measure { key.measure = measure }
            let line = table.line(row)
            switch aggregation.figures[index].aggregate {
            case .fullTimeEquivalents:
                add(post?.equivalents ?? 0, to: position(key, line: line), digest, index)
            case .vacancies:
                add(post?.isVacant == true ? 1 : 0, to: position(key, line: line), digest, index)
            case .count: accumulators[position(key, line: line)].count(row: digest)
            default: isRead = addCell(table, row, key, digest, index) && isRead
            }
        }
        return isRead
    }

    /// Takes the cell of a row into a figure; a blank one is passed over.
    private mutating func addCell(
        _ table: CellTable, _ row: Int, _ key: Key, _ digest: UInt64, _ index: Int
    ) -> Bool {
        let cell = Self.cell(table, row, plan.figures[index].column)
        if isMissing(cell) { return true }
        if aggregation.figures[index].aggregate == .distinct {
            let place = position(key, line: table.line(row))
            accumulators[place].add(text: CellText.string(cell))
            accumulators[place].count(row: digest)
            return true
        }
        let readers = plan.figures[index].readers
        let ofMeasure = Int(key.measure)
        let reader =
            readers.indices.contains(ofMeasure)
            ? readers[ofMeasure] : plan.figures[index].reader
        let number = reader.read(cell)
        guard number.isNumber else {
            noteNumber(cell, plan.figures[index].column, reader, table, row)
            return false
        }
        if case .percentile(_, let limit) = aggregation.figures[index].aggregate {
            keptValues[index] += 1
            if keptValues[index] > limit {
                overflowing.insert(Int32(index))
                return true
            }
        }
        add(number.value, to: position(key, line: table.line(row)), digest, index)
        return true
    }

    private mutating func add(
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
    mutating func position(_ key: Key, line: Int) -> Int {
        if let known = positions[key] { return known }
        positions[key] = keys.count
        keys.append(key)
        accumulators.append(Accumulator(firstLine: line))
        return keys.count - 1
    }

    /// The place of a figure that may not be there.
    func known(_ key: Key) -> Int? { positions[key] }
}

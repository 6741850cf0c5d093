import Postgres

/// Stores which values a submission repeated unchanged: a few as rows, many
/// packed.
///
/// Whoever sends ten years again confirms nearly all of them. As rows that
/// would take longer to store than all the rest of the submission, for a
/// question that only a withdrawal asks.
final class ConfirmationWriter {
    private let connection: Connection
    private let submissions: [Int64]
    private let packs: Bool
    private let rows = CopyBuffer()
    /// Of the batch at hand: what belongs to one block.
    private var blocks: [Block.Key: Block] = [:]
    private var last: (key: Block.Key, block: Block)?
    /// What it took of the batch at hand.
    private var waiting: [(position: Int, confirmed: Int64)] = []
    private var numbers: [Int64: Int32] = [:]

    /// Fewer values of a batch stay rows.
    private static let fewest = 5_000
    /// Values a block.
    private static let most = 20_000

    init(connection: Connection, submissions: [Int64], packs: Bool) {
        self.connection = connection
        self.packs = packs
        self.submissions = submissions
    }

    /// Takes the position of a value that is unchanged.
    func add(_ position: Int, of batch: StagedBatch) {
        waiting.append((position, batch.current[position].submission))
    }

    /// Stores what it took of a batch.
    func finish(_ batch: StagedBatch) throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        if !packs || waiting.count < Self.fewest { return try storeRows(batch) }
        for (position, confirmed) in waiting {
            let value = batch.values[position]
            let block = block(of: value, confirmed: confirmed)
            batch.withRaw(of: position) { block.append(value, $0) }
            if block.count == Self.most { try store(block) }
        }
        for block in blocks.values.sorted(by: Block.precedes) { try store(block) }
        (blocks, last) = ([:], nil)
        try send(Block.copy)
    }

    private func storeRows(_ batch: StagedBatch) throws {
        for (position, confirmed) in waiting {
            let value = batch.values[position]
            batch.withRaw(of: position) { raw in
                value.encodeConfirmation(
                    raw, submission: submissions[Int(value.submission)], confirmed: confirmed,
                    into: rows)
            }
            if rows.byteCount >= ObservationWriter.flushSize {
                try send(ObservationTable.copyConfirmations)
            }
        }
        try send(ObservationTable.copyConfirmations)
    }

    private func block(of value: StagedValue, confirmed: Int64) -> Block {
        let key = Block.Key(value, confirmed: confirmed)
        if let last, last.key == key { return last.block }
        let block = blocks[key] ?? Block(key, submission: submissions[Int(value.submission)])
        blocks[key] = block
        last = (key, block)
        return block
    }

    private func store(_ block: Block) throws {
        if block.count == 0 { return }
        let number = numbers[block.submission, default: 0] + 1
        numbers[block.submission] = number
        block.encode(number: number, into: rows)
        block.removeAll()
        if rows.byteCount >= ObservationWriter.flushSize { try send(Block.copy) }
    }

    private func send(_ statement: String) throws {
        try connection.copyIn(statement, rows)
        rows.removeAll()
    }
}

/// Values of one period, variant and breakdown that a submission repeated.
private final class Block {
    struct Key: Hashable {
        let submission: Int32
        let confirmed: Int64
        let start: Int32
        let breakdown: Int32
        let months: Int16
        let variant: Int16

        init(_ value: StagedValue, confirmed: Int64) {
            submission = value.submission
            self.confirmed = confirmed
            start = value.start
            breakdown = value.breakdown
            months = value.months
            variant = value.variant
        }
    }

    let key: Key
    let submission: Int64
    private var measures: [Int32] = []
    private var cities: [Int32] = []
    private var sourceRows: [Int32] = []
    private var sourceColumns: [Int16] = []
    private var rawTexts: [String?] = []
    private var hasRawText = false

    static let copy = """
        copy intake.confirmation_block
            (submission_id, confirmed_submission_id, block, period_start, breakdown_id,
            period_months, variant, measure_ids, city_ids, source_rows, source_columns, raw_texts)
        from stdin (format binary)
        """

    init(_ key: Key, submission: Int64) {
        self.key = key
        self.submission = submission
    }

    static func precedes(_ a: Block, _ b: Block) -> Bool {
        (a.submission, a.key.confirmed, a.key.start, a.key.breakdown, a.key.months, a.key.variant)
            < (
                b.submission, b.key.confirmed, b.key.start, b.key.breakdown, b.key.months,
                b.key.variant
            )
    }

    var count: Int { measures.count }

    func append(_ value: StagedValue, _ raw: UnsafeRawBufferPointer?) {
        measures.append(value.measure)
        cities.append(value.city)
        sourceRows.append(value.sourceRow)
        sourceColumns.append(value.sourceColumn)
        rawTexts.append(raw.map { String(decoding: $0, as: UTF8.self) })
        hasRawText = hasRawText || raw != nil
    }

    func removeAll() {
        measures.removeAll(keepingCapacity: true)
        cities.removeAll(keepingCapacity: true)
        sourceRows.removeAll(keepingCapacity: true)
        sourceColumns.removeAll(keepingCapacity: true)
        rawTexts.removeAll(keepingCapacity: true)
        hasRawText = false
    }

    func encode(number: Int32, into rows: CopyBuffer) {
        rows.beginRow(fields: 12)
        rows.append(int64: submission)
        rows.append(int64: key.confirmed)
        rows.append(int32: number)
        rows.append(day: key.start)
        rows.append(int32: key.breakdown)
        rows.append(int16: key.months)
        rows.append(int16: key.variant)
        rows.append(int32Array: measures)
        rows.append(int32Array: cities)
        rows.append(int32Array: sourceRows)
        rows.append(int16Array: sourceColumns)
        if hasRawText { rows.append(textArray: rawTexts) } else { rows.appendNull() }
    }
}

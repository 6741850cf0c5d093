public import MetricSpec

/// Values that have been checked, as a structure of columns.
///
/// Only `Checker` makes one, so whatever is loaded has been checked. The
/// columns point into memory that is used again for the next batch: they are
/// valid only while the consumer that was handed the batch runs.
public struct CheckedBatch {
    /// The number of values, in the order of the file.
    public let count: Int
    /// Positions in the standard's measures.
    public let measure: UnsafeBufferPointer<Int32>
    /// Positions in the directory's cities.
    public let city: UnsafeBufferPointer<Int32>
    /// Positions in `periods`.
    public let period: UnsafeBufferPointer<Int32>
    /// Positions in the context's breakdowns.
    public let breakdown: UnsafeBufferPointer<Int32>
    /// Codes of `MetricSpec.Variant`.
    public let variant: UnsafeBufferPointer<Int16>
    /// Codes of `MetricSpec.ObservationStatus`.
    public let status: UnsafeBufferPointer<Int16>
    /// Codes of `MetricSpec.ValueBasis`; 0 where nothing is stated.
    public let basis: UnsafeBufferPointer<Int16>
    /// The figures, in the measure's unit; meaningful only where the status
    /// says that there is one, otherwise 0.
    public let value: UnsafeBufferPointer<Double>
    /// Lines of the file, counted from 1; of several tables, through all.
    public let sourceRow: UnsafeBufferPointer<Int32>
    /// Columns of the file, counted from 1.
    public let sourceColumn: UnsafeBufferPointer<Int16>
    /// Where the raw texts begin in `rawBytes`.
    public let rawOffset: UnsafeBufferPointer<Int32>
    /// Their lengths in bytes; -1 where the text is the value's shortest
    /// decimal form, or the cell is empty, and is not kept.
    public let rawLength: UnsafeBufferPointer<Int32>
    /// Raw texts, end to end, in UTF-8.
    public let rawBytes: UnsafeRawBufferPointer
    /// The periods named in the file so far; it only grows.
    public let periods: [Period]
    /// What each value was made of, in their order; empty in the layouts in
    /// which a cell is a value.
    public let aggregates: [AggregateOrigin]
    /// What the rules noticed in these rows.
    public let findings: [Finding]
    /// The tables that rows are counted through; `sourceRow` is the row of the
    /// submission.
    public internal(set) var parts: [SubmissionPart] = []
    /// The rows of which figures will be made, where they were asked for.
    var readings: [MappedReading] = []

    /// The raw text of a value, nil where it is not kept.
    public func rawText(_ index: Int) -> UnsafeRawBufferPointer? {
        guard rawLength[index] >= 0 else { return nil }
        let start = Int(rawOffset[index])
        return UnsafeRawBufferPointer(
            rebasing: rawBytes[start..<start + Int(rawLength[index])])
    }

    init(
        _ columns: borrowing CheckedColumns, periods: [Period], findings: [Finding],
        aggregates: [AggregateOrigin] = []
    ) {
        count = columns.count
        measure = columns.pointer(columns.measure)
        city = columns.pointer(columns.city)
        period = columns.pointer(columns.period)
        breakdown = columns.pointer(columns.breakdown)
        variant = columns.pointer(columns.variant)
        status = columns.pointer(columns.status)
        basis = columns.pointer(columns.basis)
        value = columns.pointer(columns.value)
        sourceRow = columns.pointer(columns.row)
        sourceColumn = columns.pointer(columns.column)
        rawOffset = columns.pointer(columns.rawOffset)
        rawLength = columns.pointer(columns.rawLength)
        rawBytes = columns.rawBytes
        self.periods = periods
        self.findings = findings
        self.aggregates = aggregates
    }
}

/// The memory behind checked batches, used again and again.
struct CheckedColumns: ~Copyable {
    private(set) var measure: UnsafeMutablePointer<Int32>
    private(set) var city: UnsafeMutablePointer<Int32>
    private(set) var period: UnsafeMutablePointer<Int32>
    private(set) var breakdown: UnsafeMutablePointer<Int32>
    private(set) var variant: UnsafeMutablePointer<Int16>
    private(set) var status: UnsafeMutablePointer<Int16>
    private(set) var basis: UnsafeMutablePointer<Int16>
    private(set) var value: UnsafeMutablePointer<Double>
    private(set) var row: UnsafeMutablePointer<Int32>
    private(set) var column: UnsafeMutablePointer<Int16>
    private(set) var rawOffset: UnsafeMutablePointer<Int32>
    private(set) var rawLength: UnsafeMutablePointer<Int32>
    private var raw: UnsafeMutableRawPointer
    private var rawCapacity: Int
    private var rawCount = 0
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1 << 10) {
        self.capacity = capacity
        measure = .allocate(capacity: capacity)
        city = .allocate(capacity: capacity)
        period = .allocate(capacity: capacity)
        breakdown = .allocate(capacity: capacity)
        variant = .allocate(capacity: capacity)
        status = .allocate(capacity: capacity)
        basis = .allocate(capacity: capacity)
        value = .allocate(capacity: capacity)
        row = .allocate(capacity: capacity)
        column = .allocate(capacity: capacity)
        rawOffset = .allocate(capacity: capacity)
        rawLength = .allocate(capacity: capacity)
        rawCapacity = 1 << 12
        raw = .allocate(byteCount: rawCapacity, alignment: 8)
    }

    deinit {
        for pointer in [measure, city, period, breakdown, row, rawOffset, rawLength] {
            pointer.deallocate()
        }
        for pointer in [variant, status, basis, column] { pointer.deallocate() }
        value.deallocate()
        raw.deallocate()
    }

    var rawBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: raw, count: rawCount) }

    func pointer<Element>(_ base: UnsafeMutablePointer<Element>) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base, count: count)
    }

    /// Empties the columns and makes room for so many values.
    mutating func reset(capacity wanted: Int) {
        if wanted > capacity { self = CheckedColumns(capacity: wanted) }
        count = 0
        rawCount = 0
    }

    /// Adds a value; there must be room.
    @inline(__always)
    mutating func append(_ draft: Draft, line: Int, raw text: UnsafeRawBufferPointer?) {
        measure[count] = draft.measure
        city[count] = draft.city
        period[count] = draft.period
        breakdown[count] = draft.breakdown
        variant[count] = draft.variant
        status[count] = draft.status
        basis[count] = draft.basis
        value[count] = draft.value
        row[count] = Int32(truncatingIfNeeded: line)
        column[count] = draft.column &+ 1
        if let text {
            keep(text)
        } else {
            rawOffset[count] = 0
            rawLength[count] = -1
        }
        count &+= 1
    }

    private mutating func keep(_ text: UnsafeRawBufferPointer) {
        if rawCount + text.count > rawCapacity { grow(rawCount + text.count) }
        if let base = text.baseAddress {
            (raw + rawCount).copyMemory(from: base, byteCount: text.count)
        }
        rawOffset[count] = Int32(truncatingIfNeeded: rawCount)
        rawLength[count] = Int32(truncatingIfNeeded: text.count)
        rawCount += text.count
    }

    private mutating func grow(_ wanted: Int) {
        rawCapacity = max(wanted, rawCapacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: rawCapacity, alignment: 8)
        larger.copyMemory(from: raw, byteCount: rawCount)
        raw.deallocate()
        raw = larger
    }
}

import MetricSpec
import Postgres
import Submission

/// One checked value by the warehouse's numbers, on its way into the store.
///
/// Plain memory without references, so that millions of them can be written to
/// a file and read back. The raw text, if any, travels beside it.
struct StagedValue {
    /// 0 where the status says that there is none.
    var value: Double
    var measure: Int32
    var city: Int32
    /// Days since 2000-01-01.
    var start: Int32
    var breakdown: Int32
    var sourceRow: Int32
    /// In bytes; -1 where no raw text is kept.
    var rawLength: Int32
    /// A position among the submissions that are stored together.
    var submission: Int32
    var months: Int16
    var variant: Int16
    var status: Int16
    var sourceColumn: Int16
    var basis: Int16

    /// Takes a value of a checked batch.
    @inline(__always)
    init(
        _ batch: CheckedBatch, _ row: Int, period: (start: Int32, months: Int16),
        ids: RegistryIDs
    ) {
        value = batch.value[row]
        measure = ids.measures[Int(batch.measure[row])]
        city = ids.cities[Int(batch.city[row])]
        start = period.start
        breakdown = ids.breakdowns[Int(batch.breakdown[row])]
        sourceRow = batch.sourceRow[row]
        rawLength = batch.rawLength[row]
        submission = 0
        months = period.months
        variant = batch.variant[row]
        status = batch.status[row]
        sourceColumn = batch.sourceColumn[row]
        basis = batch.basis[row]
    }

    /// A key without a value.
    init(
        measure: Int32, city: Int32, start: Int32, breakdown: Int32, months: Int16,
        variant: Int16
    ) {
        self.measure = measure
        self.city = city
        self.start = start
        self.breakdown = breakdown
        self.months = months
        self.variant = variant
        (value, sourceRow, rawLength, submission) = (0, 0, -1, 0)
        (status, sourceColumn, basis) = (0, 0, 0)
    }

    /// Statuses with a value come first in their list.
    private static let lastStatusWithValue = ObservationStatus.unreliable.code

    /// Whether the status says that there is a value.
    @inline(__always)
    var hasValue: Bool { status <= Self.lastStatusWithValue }

    /// Whether both are of one key within their submissions.
    @inline(__always)
    func hasSameKey(as other: StagedValue) -> Bool {
        measure == other.measure && city == other.city && start == other.start
            && breakdown == other.breakdown && months == other.months
            && variant == other.variant
    }

    /// Whether both have the same figure, or the same reason for none.
    func saysTheSame(as other: StagedValue) -> Bool {
        status == other.status && basis == other.basis
            && (!hasValue || value == other.value)
    }

    /// A number that is equal for equal keys and spreads over all its bits.
    @inline(__always)
    var keyHash: UInt64 {
        let place = UInt64(UInt32(bitPattern: measure)) << 32 | UInt64(UInt32(bitPattern: city))
        let time = UInt64(UInt32(bitPattern: start)) << 32 | UInt64(UInt16(bitPattern: months))
        let rest = UInt64(UInt32(bitPattern: breakdown)) << 8 | UInt64(UInt16(bitPattern: variant))
        var hash = place &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32) ^ time) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ (hash >> 32) ^ rest) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ (hash >> 32)
    }

    /// The order of the primary key of observations.
    static func precedesByKey(_ a: StagedValue, _ b: StagedValue) -> Bool {
        if a.measure != b.measure { return a.measure < b.measure }
        if a.city != b.city { return a.city < b.city }
        if a.start != b.start { return a.start < b.start }
        return (a.months, a.variant, a.breakdown) < (b.months, b.variant, b.breakdown)
    }

    /// The order of the file.
    static func precedesInFile(_ a: StagedValue, _ b: StagedValue) -> Bool {
        (a.sourceRow, a.sourceColumn) < (b.sourceRow, b.sourceColumn)
    }

    /// Writes it as a row of ``ObservationTable/columns``, of a submission's
    /// number.
    @inline(__always)
    func encode(
        _ raw: UnsafeRawBufferPointer?, submission: Int64, into buffer: CopyBuffer
    ) {
        buffer.beginRow(fields: 14)
        buffer.append(int64: submission)
        if hasValue {
            buffer.append(double: value)
        } else {
            buffer.appendNull()
        }
        buffer.append(int32: measure)
        buffer.append(int32: city)
        buffer.append(day: start)
        buffer.append(int32: breakdown)
        buffer.append(int32: sourceRow)
        buffer.append(int16: months)
        buffer.append(int16: variant)
        buffer.append(int16: status)
        buffer.append(int16: Int16(0))
        buffer.append(int16: sourceColumn)
        buffer.append(int16: basis)
        append(raw, to: buffer)
    }

    /// Writes it as a row of ``ObservationTable/confirmationColumns``.
    func encodeConfirmation(
        _ raw: UnsafeRawBufferPointer?, submission: Int64, confirmed: Int64,
        into buffer: CopyBuffer
    ) {
        buffer.beginRow(fields: 11)
        buffer.append(int64: submission)
        buffer.append(int64: confirmed)
        buffer.append(int32: measure)
        buffer.append(int32: city)
        buffer.append(day: start)
        buffer.append(int32: breakdown)
        buffer.append(int32: sourceRow)
        buffer.append(int16: months)
        buffer.append(int16: variant)
        buffer.append(int16: sourceColumn)
        append(raw, to: buffer)
    }

    @inline(__always)
    private func append(_ raw: UnsafeRawBufferPointer?, to buffer: CopyBuffer) {
        if let raw { buffer.append(bytes: raw) } else { buffer.appendNull() }
    }
}

import MetricSpec

/// The figures of measures that take part in a relation, 24 bytes each, until
/// the end of the file; others are not kept.
struct RelationLog {
    /// One figure with its key and place.
    struct Entry {
        let key: UInt64
        let value: Double
        /// From 1.
        let row: Int32
        let measure: Int16
        /// From 1.
        let column: Int16
    }

    private var entries: [Entry] = []
    private var isSorted = true
    private static let breakdownBits: UInt64 = 20
    private static let variantBits: UInt64 = 3
    private static let periodBits: UInt64 = 17

    mutating func add(_ batch: CheckedBatch, _ index: Int) {
        let key =
            UInt64(UInt32(bitPattern: batch.city[index]))
            << (Self.periodBits + Self.variantBits + Self.breakdownBits)
            | UInt64(UInt32(bitPattern: batch.period[index]))
            << (Self.variantBits + Self.breakdownBits)
            | UInt64(UInt16(bitPattern: batch.variant[index])) << Self.breakdownBits
            | UInt64(UInt32(bitPattern: batch.breakdown[index]))
        if let last = entries.last, last.key > key { isSorted = false }
        entries.append(
            Entry(
                key: key, value: batch.value[index], row: batch.sourceRow[index],
                measure: Int16(truncatingIfNeeded: batch.measure[index]),
                column: batch.sourceColumn[index]))
    }

    /// Hands over the figures of each city, period and variant, those of the
    /// total first.
    mutating func families(_ body: (ArraySlice<Entry>) -> Void) {
        if !isSorted {
            entries.withUnsafeMutableBufferPointer { $0.sort { $0.key < $1.key } }
            isSorted = true
        }
        var start = 0
        while start < entries.count {
            let family = entries[start].key >> Self.breakdownBits
            var end = start + 1
            while end < entries.count, entries[end].key >> Self.breakdownBits == family {
                end += 1
            }
            body(entries[start..<end])
            start = end
        }
    }
}

extension RelationLog.Entry {
    /// Position in the standard's `breakdownValues`.
    var breakdown: Int { Int(key & (1 << 20 - 1)) }
    /// Position in the file's periods.
    var period: Int { Int(key >> 23 & (1 << 17 - 1)) }
    /// Position in the directory's cities.
    var city: Int { Int(key >> 40) }
}

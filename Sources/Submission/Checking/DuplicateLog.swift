import Consortium
import MetricSpec

/// What is done about a key that stands twice in a file.
public enum DuplicatePolicy: Sendable, Equatable {
    /// All are found at the end of the file, at 16 bytes a value where the
    /// rows are in no order.
    ///
    /// Batches are delivered before that, so this is for `check`, which
    /// stores nothing.
    case found
    /// They are left to the consumer, who has all values in staging.
    case deferred
}

/// Finds the keys that are named twice in a file.
///
/// A key is exact, not a hash: measure, city, breakdown, variant and period
/// packed into 64 bits with the status. While keys come in rising order, as
/// in many files, there can be none twice, and nothing is remembered. Else
/// the file is read once more, and key and figure of every value are kept.
struct DuplicateLog {
    private struct Entry {
        let key: UInt64
        let value: UInt64
    }

    /// What values one key has.
    enum Kind { case equal, different }

    private var entries: [Entry] = []
    /// Whether the keys so far rise by measure and city, or city and measure.
    private var risesByMeasure = true
    private var risesByCity = true
    private var isFirst = true
    private var last = (measure: UInt64(0), city: UInt64(0))
    private let shifts: (measure: UInt64, city: UInt64, breakdown: UInt64, variant: UInt64)
    private let cityBits: UInt64
    /// The lowest four bits hold the status.
    private static let statusBits: UInt64 = 4
    private static let periodBits: UInt64 = 17
    private static let variantBits: UInt64 = 3

    init(_ context: IntakeContext) {
        let variant = Self.statusBits + Self.periodBits
        let breakdown = variant + Self.variantBits
        let city = breakdown + Self.bits(context.breakdowns.count)
        let measure = city + Self.bits(context.cities.cities.count)
        shifts = (measure, city, breakdown, variant)
        cityBits = Self.bits(context.cities.cities.count)
    }

    private static func bits(_ count: Int) -> UInt64 {
        UInt64(Int.bitWidth - count.leadingZeroBitCount)
    }

    /// Whether a key may be there twice: the keys watched do not rise.
    var mayHaveDuplicates: Bool { !risesByMeasure && !risesByCity }

    /// Watches whether the keys of a batch go on rising.
    mutating func watch(_ batch: CheckedBatch) {
        if mayHaveDuplicates { return }
        for index in 0..<batch.count {
            let key = key(batch, index)
            let city = cityFirst(batch, index)
            risesByMeasure = risesByMeasure && (key > last.measure || isFirst)
            risesByCity = risesByCity && (city > last.city || isFirst)
            last = (key, city)
            isFirst = false
        }
    }

    /// Remembers the values of a batch.
    mutating func collect(_ batch: CheckedBatch) {
        for index in 0..<batch.count {
            let status = UInt64(UInt16(bitPattern: batch.status[index]))
            entries.append(
                Entry(
                    key: key(batch, index) << Self.statusBits | status,
                    value: Self.figure(batch.value[index], basis: batch.basis[index])))
        }
    }

    /// What must be alike in two equal values: the figure's bits where no
    /// basis is stated, else bits mixed with the basis (the finaliser of
    /// Steele, Lea and Flood 2014, SplitMix).
    private static func figure(_ value: Double, basis: Int16) -> UInt64 {
        guard basis != 0 else { return value.bitPattern }
        var bits = value.bitPattern &+ UInt64(UInt16(bitPattern: basis)) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    /// City and measure in this order, and the rest of the key.
    private func cityFirst(_ batch: CheckedBatch, _ index: Int) -> UInt64 {
        let place = UInt64(UInt32(bitPattern: batch.city[index])) << (64 - cityBits)
        let measure = UInt64(UInt32(bitPattern: batch.measure[index])) << shifts.city
        let low = key(batch, index) & ((1 << (shifts.city - Self.statusBits)) - 1)
        return place | measure >> Self.statusBits | low
    }

    /// The key of a value.
    func key(_ batch: CheckedBatch, _ index: Int) -> UInt64 {
        let place =
            UInt64(UInt32(bitPattern: batch.measure[index])) << shifts.measure
            | UInt64(UInt32(bitPattern: batch.city[index])) << shifts.city
            | UInt64(UInt32(bitPattern: batch.breakdown[index])) << shifts.breakdown
            | UInt64(UInt16(bitPattern: batch.variant[index])) << shifts.variant
        return place >> Self.statusBits | UInt64(UInt32(bitPattern: batch.period[index]))
    }

    /// The keys named more than once among the values collected.
    mutating func duplicates() -> [UInt64: Kind] {
        entries.withUnsafeMutableBufferPointer { buffer in
            buffer.sort { $0.key < $1.key }
        }
        var kinds: [UInt64: Kind] = [:]
        for index in entries.indices.dropFirst() {
            let (before, entry) = (entries[index - 1], entries[index])
            let key = entry.key >> Self.statusBits
            guard before.key >> Self.statusBits == key else { continue }
            let isEqual = before.key == entry.key && before.value == entry.value
            if !isEqual || kinds[key] == nil { kinds[key] = isEqual ? .equal : .different }
        }
        return kinds
    }
}

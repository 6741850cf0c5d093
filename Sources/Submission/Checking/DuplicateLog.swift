import Consortium
import MetricSpec

/// What is done about a key that stands twice in a file.
public enum DuplicatePolicy: Sendable, Equatable {
    /// All are found at the end of the file, in flat memory.
    ///
    /// Batches are delivered before that, so this is for `check`, which
    /// stores nothing.
    case found
    /// They are left to the consumer, who has all values in staging.
    case deferred
}

/// Finds the keys that are named twice in a file.
///
/// While keys come in rising order, as in many files, there can be none
/// twice, and nothing is remembered. Else a sieve tells which keys may have
/// come before; only if there are any is the file read once more, and the key and
/// figure of just those are kept.
struct DuplicateLog {
    private struct Entry {
        let key: UInt64
        let value: UInt64
    }

    /// What values one key has.
    enum Kind { case equal, different }

    private let context: IntakeContext
    private let packing: KeyPacking
    /// The orders in which the keys so far rise.
    private var orders: [KeyOrder]
    private var sieve: KeySieve?
    private var isFirstBatch = true
    /// Whether the sieve has taken every batch.
    private(set) var isSieved = false
    private var suspects: Set<UInt64> = []
    private var entries: [Entry] = []
    /// The lowest four bits of an entry's key hold the status.
    private static let statusBits: UInt64 = 4

    init(_ context: IntakeContext) {
        self.context = context
        let widths = KeyPacking.Widths(context)
        packing = KeyPacking([.measure, .city, .breakdown, .variant, .period], widths)
        orders = KeyOrder.all(widths)
    }

    /// Whether a key may be there twice: the keys watched do not rise, and
    /// the sieve, if it took all of them, found one again.
    var mayHaveDuplicates: Bool { orders.isEmpty && (!isSieved || !suspects.isEmpty) }

    /// Watches whether the keys of a batch go on rising.
    mutating func watch(_ batch: CheckedBatch) {
        if batch.count == 0 { return }
        if !orders.isEmpty {
            orders = orders.compactMap { order in
                var order = order
                return order.rises(batch) ? order : nil
            }
            // Rows in no order at all are sieved from the first batch on.
            if orders.isEmpty, isFirstBatch { isSieved = true }
        }
        isFirstBatch = false
        if isSieved { sift(batch) }
    }

    /// Marks the keys of a batch that may have come before.
    mutating func sift(_ batch: CheckedBatch) {
        isSieved = true
        let sieve = sieve ?? KeySieve(context)
        self.sieve = sieve
        for index in 0..<batch.count {
            let key = packing.key(batch, index)
            if sieve.mayHaveSeen(batch, index, key: key) { suspects.insert(key) }
        }
    }

    /// Remembers the values of a batch whose keys may be there twice.
    mutating func collect(_ batch: CheckedBatch) {
        for index in 0..<batch.count {
            let key = packing.key(batch, index)
            guard suspects.contains(key) else { continue }
            let status = UInt64(UInt16(bitPattern: batch.status[index]))
            entries.append(
                Entry(
                    key: key << Self.statusBits | status,
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

    /// The key of a value.
    func key(_ batch: CheckedBatch, _ index: Int) -> UInt64 { packing.key(batch, index) }

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

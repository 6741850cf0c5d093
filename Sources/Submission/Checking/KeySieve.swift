import Consortium
import Glibc
import MetricSpec

/// Tells keys that are certainly new from those that may have come before, in
/// 16 MiB.
///
/// A bit for each key where all possible ones fit, else a bit for its hash: then of
/// five million keys about one in fifty is held for a repeated one by
/// mistake (n/2m, of n keys in m bits), and a second look tells.
final class KeySieve {
    private static let bits = 27

    private let words: UnsafeMutablePointer<UInt64>?
    private let measures: Int
    private let breakdowns: Int
    /// The keys that a period can have.
    private let block: Int
    private let variants = 8

    init(_ context: IntakeContext) {
        measures = context.standard.measures.count
        breakdowns = context.breakdowns.count
        block =
            [context.cities.cities.count, measures, breakdowns, variants].reduce(1) {
                $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 &* $1
            }
        words = calloc(1 << (Self.bits - 6), MemoryLayout<UInt64>.stride)?
            .assumingMemoryBound(to: UInt64.self)
    }

    deinit { free(words) }

    /// Remembers a value's key; whether it may have come before.
    @inline(__always)
    func mayHaveSeen(_ batch: CheckedBatch, _ index: Int, key: UInt64) -> Bool {
        guard let words else { return true }
        let place = place(batch, index) ?? Self.hash(key)
        let bit = UInt64(1) &<< UInt64(place & 63)
        defer { words[place &>> 6] |= bit }
        return words[place &>> 6] & bit != 0
    }

    /// The place of a key of its own; nil where not all can have one.
    @inline(__always)
    private func place(_ batch: CheckedBatch, _ index: Int) -> Int? {
        let (start, overflow) = Int(batch.period[index]).multipliedReportingOverflow(by: block)
        guard !overflow, start <= 1 << Self.bits - block else { return nil }
        let figure = Int(batch.city[index]) &* measures &+ Int(batch.measure[index])
        return start &+ (figure &* breakdowns &+ Int(batch.breakdown[index])) &* variants
            &+ Int(batch.variant[index])
    }

    /// Multiplicative hashing (Knuth, TAOCP 3, 6.4) by the golden ratio.
    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    }
}

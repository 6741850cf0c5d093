import Consortium
import MetricSpec

/// Which measures each city has reported for each period, a bit each.
///
/// Grows with cities and periods, not with values, up to 64 MiB; beyond that
/// nothing is said of what is absent.
struct FigurePresence {
    /// By measure: its bit, -1 for none.
    let slots: [Int]
    let words: Int
    private let cityCount: Int
    private var offsets: [Int] = []
    private var bits: [UInt64] = []
    private(set) var isFull = false
    private static let limit = (64 << 20) / 8

    /// - Parameter isWatched: whether a measure has a bit.
    init(_ context: IntakeContext, _ isWatched: (Int) -> Bool) {
        var next = 0
        slots = context.standard.measures.indices.map { measure in
            guard isWatched(measure) else { return -1 }
            next += 1
            return next - 1
        }
        words = (next + 63) / 64
        cityCount = context.cities.cities.count
    }

    @inline(__always)
    mutating func add(_ batch: CheckedBatch, _ index: Int) {
        guard StoredCodes.isActual(variant: batch.variant[index]) else { return }
        add(
            Int(batch.measure[index]), city: Int(batch.city[index]),
            period: Int(batch.period[index]))
    }

    /// Notes a measure; one without a bit is passed over.
    @inline(__always)
    mutating func add(_ measure: Int, city: Int, period: Int) {
        if period >= offsets.count { open(period) }
        if isFull { return }
        let slot = slots[measure]
        if slot < 0 { return }
        let place = offsets[period] + city * words + slot >> 6
        bits[place] |= 1 << UInt64(slot & 63)
    }

    private mutating func open(_ period: Int) {
        for _ in offsets.count...period {
            guard bits.count + cityCount * words <= Self.limit else {
                isFull = true
                return
            }
            offsets.append(bits.count)
            bits += Array(repeating: 0, count: cityCount * words)
        }
    }

    /// Whether a measure with a bit was reported.
    func has(_ measure: Int, city: Int, period: Int) -> Bool {
        let slot = slots[measure]
        guard slot >= 0, period < offsets.count else { return false }
        return bits[offsets[period] + city * words + slot >> 6] >> UInt64(slot & 63) & 1 != 0
    }

    /// The cities and periods for which anything was reported.
    func reported() -> [(city: Int, period: Int)] {
        var found: [(city: Int, period: Int)] = []
        for (period, offset) in offsets.enumerated() {
            for city in 0..<cityCount
            where (0..<words).contains(where: { bits[offset + city * words + $0] != 0 }) {
                found.append((city, period))
            }
        }
        return found
    }
}

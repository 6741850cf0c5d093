import Consortium
import MetricSpec

/// Which measures each city has reported for each period, a bit each.
///
/// Measures that belong to a service have a bit. Grows with cities and
/// periods, not with values, up to 64 MiB; beyond that nothing is said of
/// what is absent.
struct FigurePresence {
    /// By measure: its bit, -1 for none.
    let slots: [Int]
    let words: Int
    private let cityCount: Int
    private var offsets: [Int] = []
    private var bits: [UInt64] = []
    private(set) var isFull = false
    private static let limit = (64 << 20) / 8

    init(_ context: IntakeContext) {
        let standard = context.standard
        var next = 0
        slots = standard.measures.map { measure in
            guard measure.service != nil else { return -1 }
            next += 1
            return next - 1
        }
        words = (next + 63) / 64
        cityCount = context.cities.cities.count
    }

    @inline(__always)
    mutating func add(_ batch: CheckedBatch, _ index: Int) {
        guard StoredCodes.isActual(variant: batch.variant[index]) else { return }
        let period = Int(batch.period[index])
        if period >= offsets.count { open(period) }
        if isFull { return }
        let slot = slots[Int(batch.measure[index])]
        let place = offsets[period] + Int(batch.city[index]) * words + slot >> 6
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

import Consortium
import MetricSpec

/// Where each part of a value's key stands in 64 bits.
///
/// Positions in the standard, the directory, the context's breakdowns and the
/// file's periods: the key is exact, not a hash.
struct KeyPacking {
    enum Part { case measure, city, breakdown, variant, period }

    /// How many bits each part takes.
    struct Widths {
        private static let periodBits: UInt64 = 17
        private static let variantBits: UInt64 = 3

        private let measure: UInt64
        private let city: UInt64
        private let breakdown: UInt64

        init(_ context: IntakeContext) {
            measure = Self.bits(context.standard.measures.count)
            city = Self.bits(context.cities.cities.count)
            breakdown = Self.bits(context.breakdowns.count)
        }

        private static func bits(_ count: Int) -> UInt64 {
            UInt64(Int.bitWidth - count.leadingZeroBitCount)
        }

        fileprivate func bits(_ part: Part) -> UInt64 {
            switch part {
            case .measure: measure
            case .city: city
            case .breakdown: breakdown
            case .variant: Self.variantBits
            case .period: Self.periodBits
            }
        }
    }

    private var measure: UInt64 = 0
    private var city: UInt64 = 0
    private var breakdown: UInt64 = 0
    private var variant: UInt64 = 0
    private var period: UInt64 = 0

    /// Packs parts in an order, the most telling first; all must be named.
    init(_ parts: [Part], _ widths: Widths) {
        var shift: UInt64 = 0
        for part in parts.reversed() {
            switch part {
            case .measure: measure = shift
            case .city: city = shift
            case .breakdown: breakdown = shift
            case .variant: variant = shift
            case .period: period = shift
            }
            shift += widths.bits(part)
        }
    }

    /// The key of a value.
    @inline(__always)
    func key(_ batch: CheckedBatch, _ index: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: batch.measure[index])) &<< measure
            | UInt64(UInt32(bitPattern: batch.city[index])) &<< city
            | UInt64(UInt32(bitPattern: batch.breakdown[index])) &<< breakdown
            | UInt64(UInt16(bitPattern: batch.variant[index])) &<< variant
            | UInt64(UInt32(bitPattern: batch.period[index])) &<< period
    }
}

/// An order in which the keys of a file may come.
struct KeyOrder {
    private let packing: KeyPacking
    private var last: UInt64 = 0
    private var isFirst = true

    /// The orders in which people write tables: what a row is about first,
    /// then what its columns are about.
    static func all(_ widths: KeyPacking.Widths) -> [KeyOrder] {
        let orders: [[KeyPacking.Part]] = [
            [.city, .measure, .breakdown, .variant, .period],
            [.measure, .city, .breakdown, .variant, .period],
            [.city, .period, .measure, .breakdown, .variant],
            [.period, .city, .measure, .breakdown, .variant],
            [.period, .measure, .city, .breakdown, .variant],
            [.measure, .period, .city, .breakdown, .variant],
        ]
        return orders.map { KeyOrder(packing: KeyPacking($0, widths)) }
    }

    private init(packing: KeyPacking) { self.packing = packing }

    /// Whether the keys of a batch go on rising.
    mutating func rises(_ batch: CheckedBatch) -> Bool {
        var start = 0
        if isFirst, batch.count > 0 {
            last = packing.key(batch, 0)
            (isFirst, start) = (false, 1)
        }
        for index in start..<batch.count {
            let key = packing.key(batch, index)
            if key <= last { return false }
            last = key
        }
        return true
    }
}

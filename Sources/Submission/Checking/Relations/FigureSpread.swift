/// How the figures of one measure lie, in constant memory: how many fall into
/// each half octave, and where the most extreme ones stand.
///
/// Totals of actual figures only. The memory is taken at the first figure and
/// given back by `deallocate`.
struct FigureSpread {
    /// A figure with its place.
    struct Place {
        let value: Double
        /// From 1.
        let row: Int32
        /// From 1.
        let column: Int16
        let city: Int32
        let period: Int32

        init(_ batch: CheckedBatch, _ index: Int) {
            value = batch.value[index]
            row = batch.sourceRow[index]
            column = batch.sourceColumn[index]
            city = batch.city[index]
            period = batch.period[index]
        }
    }

    /// The smallest or largest figures, or those of one rare kind.
    struct Kept {
        fileprivate(set) var places: [Place] = []
        fileprivate(set) var total = 0
    }

    /// How many figures of each kind are kept with their places.
    static let limit = 8
    private static let buckets = 128
    /// The bucket of 1: figures from 2 to the power of -20 on are told apart.
    private static let one = 40

    private let isCounted: Bool
    private var histogram: UnsafeMutablePointer<UInt32>?
    private var highest = -Double.infinity
    private var lowest = Double.infinity
    /// Figures above 0.
    private(set) var positives = 0
    private(set) var highs = Kept()
    private(set) var lows = Kept()
    private(set) var zeros = Kept()
    private(set) var negatives = Kept()
    private(set) var fractions = Kept()

    /// - Parameter isCounted: whether figures are of things that are counted
    ///   one by one, over a time.
    init(isCounted: Bool) {
        self.isCounted = isCounted
    }

    func deallocate() { histogram?.deallocate() }

    /// How many figures were taken in.
    var count: Int { positives + zeros.total + negatives.total }

    @inline(__always)
    mutating func add(_ batch: CheckedBatch, _ index: Int) {
        guard batch.breakdown[index] == 0,
            StoredCodes.isActual(variant: batch.variant[index])
        else { return }
        let value = batch.value[index]
        guard value > 0, let histogram else { return addRare(batch, index) }
        histogram[Self.bucket(value)] &+= 1
        positives &+= 1
        if value > highest || value < lowest { keepExtreme(Place(batch, index)) }
        if isCounted, value < 0x1p52, Double(Int64(value)) != value { keepFraction(batch, index) }
    }

    private mutating func addRare(_ batch: CheckedBatch, _ index: Int) {
        let place = Place(batch, index)
        if place.value > 0 {
            let fresh = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.buckets)
            fresh.initialize(repeating: 0, count: Self.buckets)
            histogram = fresh
            return add(batch, index)
        }
        if place.value == 0 { Self.keep(place, &zeros) } else { Self.keep(place, &negatives) }
    }

    private mutating func keepFraction(_ batch: CheckedBatch, _ index: Int) {
        guard batch.status[index] != StoredCodes.estimated else { return }
        fractions.total += 1
        if fractions.places.isEmpty { fractions.places.append(Place(batch, index)) }
    }

    private static func keep(_ place: Place, _ kept: inout Kept) {
        kept.total += 1
        if kept.places.count < limit { kept.places.append(place) }
    }

    private mutating func keepExtreme(_ place: Place) {
        if place.value > highest {
            Self.insert(place, &highs) { $0.value > $1.value }
            if highs.places.count == Self.limit { highest = highs.places[Self.limit - 1].value }
        }
        if place.value < lowest {
            Self.insert(place, &lows) { $0.value < $1.value }
            if lows.places.count == Self.limit { lowest = lows.places[Self.limit - 1].value }
        }
    }

    private static func insert(
        _ place: Place, _ kept: inout Kept, _ isBefore: (Place, Place) -> Bool
    ) {
        let position = kept.places.firstIndex { isBefore(place, $0) } ?? kept.places.count
        kept.places.insert(place, at: position)
        if kept.places.count > limit { kept.places.removeLast() }
    }

    /// The half octave of a figure above 0: its exponent and first bit.
    @inline(__always)
    private static func bucket(_ value: Double) -> Int {
        min(max(Int(truncatingIfNeeded: value.bitPattern >> 51) - 2 * 1023 + one, 0), buckets - 1)
    }

    /// The logarithm to base 2 below which a share of the positive figures
    /// lies, to half an octave.
    func quantile(_ share: Double) -> Double {
        guard let histogram, positives > 0 else { return 0 }
        let rank = Double(positives - 1) * share
        var below = 0.0
        for bucket in 0..<Self.buckets {
            below += Double(histogram[bucket])
            if below > rank {
                let octave = ((bucket - Self.one) >> 1)
                return Double(octave) + (bucket & 1 == 0 ? 0.29 : 0.79)
            }
        }
        return 0
    }
}

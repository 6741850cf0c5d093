/// The places nearest so far, nearest first.
struct NearestList {
    private let limit: Int
    private var entries: [Entry] = []

    private struct Entry {
        let square: Double
        let distance: Double
        let place: Int

        func isFarther(than other: Entry) -> Bool {
            distance == other.distance ? place > other.place : distance > other.distance
        }
    }

    init(limit: Int) {
        self.limit = limit
        entries.reserveCapacity(limit)
    }

    /// The greatest squared distance that can still be among the nearest, with
    /// room for a tie.
    private(set) var bound: Double = .infinity

    @inline(__always)
    mutating func offer(_ square: Double, _ place: Int) {
        insert(Entry(square: square, distance: Self.rounded(square.squareRoot()), place: place))
    }

    private mutating func insert(_ entry: Entry) {
        var place = entries.firstIndex { $0.isFarther(than: entry) } ?? entries.count
        guard place < limit else { return }
        if entries.count == limit { entries.removeLast() }
        place = min(place, entries.count)
        entries.insert(entry, at: place)
        if entries.count == limit, let last = entries.last {
            let edge = last.distance + 1e-12
            bound = edge * edge
        }
    }

    func sorted() -> [Neighbour] {
        entries.map { Neighbour(place: $0.place, distance: $0.square.squareRoot()) }
    }

    /// A distance to 12 decimals, by which ties are judged.
    private static func rounded(_ distance: Double) -> Double {
        roundedHalfEven(distance, decimals: 12)
    }
}

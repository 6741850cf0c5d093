/// Which keys of records were met, in 24 bytes each and what a hash table
/// needs besides.
///
/// Keys are compared by a 64-bit digest: of a million different ones two are
/// taken for one with a chance of 1 in 37 million.
struct RecordKeys {
    /// The first record with a key.
    struct First {
        let line: Int32
        /// The lower half of the digest of its mapped cells.
        let cells: UInt32
        /// Position in `places`.
        let place: Int32
    }

    private var firsts: [UInt64: First] = [:]
    /// The cities and periods of the records.
    private(set) var places: [RecordBooks.Place] = []
    private var last: Int32 = 0

    /// The first record with a key; nil, and it is this one, where none was
    /// met before.
    mutating func meet(
        _ key: UInt64, cells: UInt64, at place: RecordBooks.Place, line: Int
    ) -> First? {
        if let known = firsts[key] { return known }
        firsts[key] = First(
            line: Int32(truncatingIfNeeded: line), cells: UInt32(truncatingIfNeeded: cells),
            place: index(of: place))
        return nil
    }

    private mutating func index(of place: RecordBooks.Place) -> Int32 {
        if places.indices.contains(Int(last)), places[Int(last)] == place { return last }
        if let known = places.firstIndex(of: place) {
            last = Int32(known)
        } else {
            last = Int32(places.count)
            places.append(place)
        }
        return last
    }

    /// The keys of each city and period, sorted.
    func lists() -> [[UInt64]] {
        var lists: [[UInt64]] = places.map { _ in [] }
        for (key, first) in firsts { lists[Int(first.place)].append(key) }
        for index in lists.indices { lists[index].sort() }
        return lists
    }

    /// The first line that has one of some keys.
    func line(of keys: [UInt64]) -> Int? {
        keys.compactMap { firsts[$0].map { Int($0.line) } }.min()
    }
}

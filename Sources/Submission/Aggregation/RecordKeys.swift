/// Which keys of records were met, in 16 bytes each and what a hash table
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
    }

    private var firsts: [UInt64: First] = [:]

    /// The first record with a key; nil, and it is this one, where none was
    /// met before.
    mutating func meet(_ key: UInt64, cells: UInt64, line: Int) -> First? {
        let first = First(
            line: Int32(truncatingIfNeeded: line), cells: UInt32(truncatingIfNeeded: cells))
        guard let known = firsts[key] else {
            firsts[key] = first
            return nil
        }
        return known
    }
}

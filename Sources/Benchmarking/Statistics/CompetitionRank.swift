/// The competition rank of each key: the largest is 1, ties share the lowest
/// rank (1 2 2 4), which is R's `rank(-x, ties.method = "min")`.
///
/// Keys come from `RankRule`, which knows the polarity and the decimals.
///
/// - Returns: ranks in the order of the keys.
public func competitionRanks(ofKeys keys: [Double]) -> [Int] {
    let sorted = keys.sorted()
    return sorted.withUnsafeBufferPointer { sorted in
        keys.map { 1 + countAbove($0, inSorted: sorted) }
    }
}

/// How many of the ascending values lie above one, by bisection.
func countAbove(_ value: Double, inSorted sorted: UnsafeBufferPointer<Double>) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] > value { high = middle } else { low = middle + 1 }
    }
    return sorted.count - low
}

/// (rank - 1) / (count - 1): 0 for the best, undefined for a single value
/// (`percent_rank` of SQL and of R's dplyr).
///
/// - Returns: nil for fewer than two ranked or a rank outside 1 to `count`.
public func percentRank(ofRank rank: Int, among count: Int) -> Double? {
    guard count >= 2, rank >= 1, rank <= count else { return nil }
    return Double(rank - 1) / Double(count - 1)
}

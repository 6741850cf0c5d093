/// Which of many findings may be headlines, so that of those claimed no more
/// than a share is expected to be false (Benjamini and Hochberg 1995, Journal
/// of the Royal Statistical Society B 57:289).
///
/// - Parameters:
///   - probabilities: of each finding, what chance alone would give; one that
///     is not a number is never a headline and counts nowhere.
///   - rate: the share of false ones that is borne, 0.10 for a city's metrics
///     of one period.
/// - Returns: for each finding, whether it may be claimed.
public func discoveries(_ probabilities: [Double], rate: Double = 0.10) -> [Bool] {
    let ordered = probabilities.filter { !$0.isNaN }.sorted()
    let last = ordered.indices.last {
        ordered[$0] <= rate * Double($0 + 1) / Double(ordered.count)
    }
    guard let bound = last.map({ ordered[$0] }) else {
        return probabilities.map { _ in false }
    }
    return probabilities.map { $0 <= bound }
}

/// From how many peers on a median has a standard error.
public let fewestPeersForMedianError = 6

/// The standard error of the median of peers' values, from the order statistics
/// that bound it at 95 %; nil below six values.
///
/// - Parameter values: finite values in ascending order, the city's own left
///   out.
public func standardErrorOfMedian(ofSorted values: [Double]) -> Double? {
    guard let ranks = MedianRanks(count: values.count) else { return nil }
    return (values[ranks.upper - 1] - values[ranks.lower - 1]) / (2 * ConfidenceLevel.percent95.z)
}

/// Which order statistics, counted from 1, bound the median of so many values
/// at 95 %.
struct MedianRanks {
    let lower: Int
    let upper: Int

    /// - Returns: nil below six values.
    init?(count: Int) {
        guard count >= fewestPeersForMedianError else { return nil }
        if count < Self.known.count {
            self = Self.known[count]
            return
        }
        self.init(computedFor: count)
    }

    private init(computedFor count: Int) {
        let ranks = percentileRanks(0.5, count: count)
        lower = ranks?.lower ?? 1
        upper = ranks?.upper ?? max(1, count)
    }

    /// Of the usual sizes of own lists.
    private static let known = (0..<256).map { MedianRanks(computedFor: $0) }
}

/// From how many peers on a median has a standard error.
public let fewestPeersForMedianError = 6

/// The standard error of the median of peers' values, from the order statistics
/// that bound it at 95 %; nil below six values.
///
/// - Parameter values: finite values in ascending order, the city's own left
///   out.
public func standardErrorOfMedian(ofSorted values: [Double]) -> Double? {
    guard values.count >= fewestPeersForMedianError else { return nil }
    return percentileInterval(0.5, ofSorted: values).map {
        $0.width / (2 * ConfidenceLevel.percent95.z)
    }
}

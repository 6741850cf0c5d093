/// The factor that makes the median absolute deviation of normal values their
/// standard deviation, 1 / qnorm(3/4), as R rounds it.
public let normalConsistency = 1.4826

/// The median distance of values from their median, not scaled; nil without
/// values.
///
/// - Parameter values: finite values in ascending order.
public func medianAbsoluteDeviation(ofSorted values: [Double]) -> Double? {
    guard let median = quantile(0.5, ofSorted: values) else { return nil }
    return quantile(0.5, ofSorted: values.map { abs($0 - median) }.sorted())
}

/// (value - mean) / standard deviation; nil where all values are equal or
/// there is one.
public func standardScore(of value: Double, in summary: Summary) -> Double? {
    guard let deviation = summary.standardDeviation, deviation > 0 else { return nil }
    return (value - summary.mean) / deviation
}

/// (value - median) / (1.4826 median absolute deviation), which a few far
/// values do not move.
///
/// - Returns: nil where the deviation is 0, as when more than half the values
///   are equal: that is said, not computed around.
public func robustScore(of value: Double, median: Double, deviation: Double) -> Double? {
    guard deviation > 0 else { return nil }
    return (value - median) / (normalConsistency * deviation)
}

/// The factor that makes the median absolute deviation of normal values their
/// standard deviation, 1 / qnorm(3/4), as R rounds it.
public let normalConsistency = 1.4826

/// The median distance of values from their median, not scaled; nil without
/// values.
///
/// - Parameter values: finite values in ascending order.
public func medianAbsoluteDeviation(ofSorted values: [Double]) -> Double? {
    values.isEmpty ? nil : values.withUnsafeBufferPointer { absoluteDeviation(ofSorted: $0) }
}

/// The fast path of `medianAbsoluteDeviation(ofSorted:)`; needs at least one
/// value.
///
/// The distances ascend outwards from the median, so that two places that move
/// apart meet them in order.
func absoluteDeviation(ofSorted values: UnsafeBufferPointer<Double>) -> Double {
    let median = interpolated(0.5, in: values)
    var above = values.count / 2
    while above > 0, values[above - 1] >= median { above -= 1 }
    while above < values.count, values[above] < median { above += 1 }
    var below = above - 1
    var (last, distance) = (0.0, 0.0)
    for _ in 0...values.count / 2 {
        last = distance
        let up = above < values.count ? values[above] - median : .infinity
        let down = below >= 0 ? median - values[below] : .infinity
        if up <= down { above += 1 } else { below -= 1 }
        distance = min(up, down)
    }
    // Half of each, so that no sum overflows.
    if values.count.isMultiple(of: 2), last != distance { return last / 2 + distance / 2 }
    return distance
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

/// The median of the slopes between all pairs of points (Theil 1950; Sen 1968,
/// JASA 63:1379); nil below two points in time.
///
/// - Parameters:
///   - values: in any order.
///   - times: one for each value; pairs at one time are left out.
public func theilSenSlope(_ values: [Double], at times: [Double]) -> Double? {
    let slopes = pairSlopes(values, at: times)
    return quantile(0.5, ofSorted: slopes.sorted())
}

/// The median of the slopes between pairs of one season (Hirsch, Slack and
/// Smith 1982), in units a year.
///
/// - Parameter seasons: each season's values by year, in order; each value one
///   year after the one before it.
public func seasonalSlope(_ seasons: [[Double]]) -> Double? {
    let slopes = seasons.flatMap { values in
        pairSlopes(values, at: values.indices.map(Double.init))
    }
    return quantile(0.5, ofSorted: slopes.sorted())
}

/// The line through the median of times and values with a slope: its value at
/// time 0.
public func medianIntercept(
    slope: Double, _ values: [Double], at times: [Double]
) -> Double? {
    guard
        let value = quantile(0.5, ofSorted: values.sorted()),
        let time = quantile(0.5, ofSorted: times.sorted())
    else { return nil }
    return value - slope * time
}

private func pairSlopes(_ values: [Double], at times: [Double]) -> [Double] {
    var slopes: [Double] = []
    slopes.reserveCapacity(values.count * (values.count - 1) / 2)
    for (later, value) in values.enumerated() {
        for earlier in 0..<later where times[later] != times[earlier] {
            slopes.append((value - values[earlier]) / (times[later] - times[earlier]))
        }
    }
    return slopes
}

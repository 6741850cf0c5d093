/// The interval of a mean of values by Student's t distribution.
///
/// Honest for symmetric values or many of them: a standing shows none below 30
/// values unless its metric declares them symmetric.
///
/// - Returns: nil below two values or where their spread is not known.
public func meanInterval(
    of moments: Moments, at level: ConfidenceLevel = .percent95
) -> Interval? {
    guard let deviation = moments.standardDeviation else { return nil }
    let t =
        level == .percent95
        ? studentPoint(freedom: moments.count - 1)
        : studentQuantile(upperTail: level.tail, freedom: moments.count - 1)
    let reach = t * deviation / moments.count.squareRoot()
    return Interval(lower: moments.mean - reach, upper: moments.mean + reach)
}

/// The interval of a percentile of the values that some are drawn from, from
/// one order statistic to another (Conover 1999, "Practical nonparametric
/// statistics", section 3.2).
///
/// Nothing is assumed of the distribution. The ends are the closest order
/// statistics that leave at most half the error out on either side.
///
/// - Parameters:
///   - share: which percentile, above 0 and below 1: 0.5 for the median.
///   - values: finite values in ascending order.
/// - Returns: nil where too few values lie on a side.
public func percentileInterval(
    _ share: Double, ofSorted values: [Double], at level: ConfidenceLevel = .percent95
) -> Interval? {
    guard
        let ranks = percentileRanks(share, count: values.count, at: level)
    else { return nil }
    return Interval(lower: values[ranks.lower - 1], upper: values[ranks.upper - 1])
}

/// Which order statistics, counted from 1, are the ends of a percentile's
/// interval; nil where there are too few values.
public func percentileRanks(
    _ share: Double, count: Int, at level: ConfidenceLevel = .percent95
) -> (lower: Int, upper: Int)? {
    guard share > 0, share < 1, count > 0 else { return nil }
    // The l-th value lies above the percentile where fewer than l are below it.
    let lower = firstIndex(below: count) { rank in
        binomialTails(at: rank, trials: count, share: share).lower > level.tail
    }
    // The u-th value lies below it where u or more are.
    let upper = firstIndex(below: count + 1) { rank in
        binomialTails(at: rank - 1, trials: count, share: share).upper <= level.tail
    }
    guard lower >= 1, upper <= count, lower < upper else { return nil }
    return (lower, upper)
}

/// The first whole number from 0 at which something is so, where it stays so
/// for all larger ones; `end` where it is nowhere so below it.
private func firstIndex(below end: Int, where isSo: (Int) -> Bool) -> Int {
    var low = 0
    var high = end
    while low < high {
        let middle = (low + high) / 2
        if isSo(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}

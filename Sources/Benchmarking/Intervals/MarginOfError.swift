/// The standard error behind a margin of error that a source states.
///
/// - Parameters:
///   - margin: half the width of its interval, 0 or more.
///   - level: the level that the source states; the American Community
///     Survey's is 90 %.
public func standardError(ofMargin margin: Double, at level: ConfidenceLevel) -> Double {
    margin / level.z
}

/// The interval of an estimate with a standard error, by the normal law.
public func estimateInterval(
    _ value: Double, standardError: Double, at level: ConfidenceLevel = .percent95
) -> Interval {
    Interval(lower: value - level.z * standardError, upper: value + level.z * standardError)
}

// Errors of sums, shares and ratios of estimates: U.S. Census Bureau,
// "Understanding and Using American Community Survey Data" (2020), chapter 8.
// They hold for estimates that do not depend on one another.

/// The standard error of a sum or a difference of estimates.
public func standardErrorOfSum(_ errors: [Double]) -> Double {
    // Scaled, so that no square overflows.
    let largest = errors.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest
        * errors.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
}

/// The standard error of a ratio of two estimates, neither part of the other.
///
/// - Parameters:
///   - ratio: numerator over denominator.
///   - denominator: not 0.
public func standardErrorOfRatio(
    _ ratio: Double, denominator: Double, errorAbove: Double, errorBelow: Double
) -> Double {
    standardErrorOfSum([errorAbove, ratio * errorBelow]) / abs(denominator)
}

/// The standard error of a proportion, an estimate over one that it is part
/// of; the ratio's where the difference under the root is negative.
public func standardErrorOfProportion(
    _ share: Double, denominator: Double, errorAbove: Double, errorBelow: Double
) -> Double {
    let whole = share * errorBelow
    guard abs(whole) <= errorAbove else {
        return standardErrorOfRatio(
            share, denominator: denominator, errorAbove: errorAbove, errorBelow: errorBelow)
    }
    return ((errorAbove - whole) * (errorAbove + whole)).squareRoot() / abs(denominator)
}

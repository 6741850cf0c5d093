internal import Foundation

/// How much more places differ than chance alone would make them
/// (Spiegelhalter 2005, Statistics in Medicine 24:1185).
public struct OverDispersion: Sendable, Hashable {
    /// Fewest places from which a variance between places is estimated.
    public static let fewestPlaces = 10
    /// The mean squared z that winsorising at 10 and 90 % leaves where places
    /// differ by chance alone: 0.8 E[z^2 | inner 80 %] + 0.2 q^2, with q the
    /// 90 % point of the normal distribution.
    public static let meanSquareOfChance = 0.678655

    /// The mean squared winsorised z, as FunnelPlotR gives it.
    public let winsorisedPhi: Double
    /// The ratio of observed to chance variance; 1 where there is none.
    public let phi: Double
    /// The variance between places on the transformed scale, 0 or more.
    public let variance: Double

    /// Estimates from places' distances to the target on the transformed scale.
    ///
    /// - Parameters:
    ///   - scores: each place's distance over its own standard error.
    ///   - errors: those standard errors, above 0, in the same order.
    /// - Returns: nil below ten places.
    public init?(scores: [Double], errors: [Double]) {
        guard scores.count == errors.count else { return nil }
        let (sum, squares) = Self.sums(ofWeightsBy: errors)
        let found = scores.sorted().withUnsafeBufferPointer {
            OverDispersion(ofSorted: $0, sumOfWeights: sum, sumOfSquares: squares)
        }
        guard let found else { return nil }
        self = found
    }

    /// The same of scores in ascending order, with the sums of the weights,
    /// one over the squared errors, and of their squares.
    @inline(__always)
    init?(
        ofSorted scores: UnsafeBufferPointer<Double>, sumOfWeights sum: Double,
        sumOfSquares squares: Double
    ) {
        guard scores.count >= Self.fewestPlaces else { return nil }
        let low = interpolated(0.1, in: scores)
        let high = interpolated(0.9, in: scores)
        var total = 0.0
        for score in scores {
            let kept = min(max(score, low), high)
            total += kept * kept
        }
        let count = Double(scores.count)
        winsorisedPhi = total / count
        phi = winsorisedPhi / Self.meanSquareOfChance
        variance = Self.variance(count, phi: phi, sumOfWeights: sum, sumOfSquares: squares)
    }

    /// Values beyond the 10 and 90 % points of all, drawn in to them.
    static func winsorised(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        guard
            let low = quantile(0.1, ofSorted: sorted), let high = quantile(0.9, ofSorted: sorted)
        else { return [] }
        return values.map { min(max($0, low), high) }
    }

    /// The variance between places that a ratio of variances stands for
    /// (DerSimonian and Laird's estimator).
    static func variance(phi: Double, errors: [Double]) -> Double {
        let (sum, squares) = sums(ofWeightsBy: errors)
        return variance(
            Double(errors.count), phi: phi, sumOfWeights: sum, sumOfSquares: squares)
    }

    @inline(__always)
    private static func variance(
        _ count: Double, phi: Double, sumOfWeights sum: Double, sumOfSquares squares: Double
    ) -> Double {
        max(0, (count * phi - (count - 1)) / (sum - squares / sum))
    }

    private static func sums(ofWeightsBy errors: [Double]) -> (Double, Double) {
        let weights = errors.map { 1 / ($0 * $0) }
        return (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
    }
}

/// A figure on the scale on which its variance does not depend on itself.
public struct StabilisedFigure: Sendable, Hashable {
    public let value: Double
    /// Its standard error by chance alone.
    public let error: Double

    /// asin(sqrt(x / n)) of a proportion, with 1 / (2 sqrt n).
    public init(proportion count: Double, of units: Double) {
        value = asin((count / units).squareRoot())
        error = 1 / (2 * units.squareRoot())
    }

    /// sqrt(O / E) of a ratio of observed to expected events, with
    /// 1 / (2 sqrt E).
    public init(observed: Double, expected: Double) {
        value = (observed / expected).squareRoot()
        error = 1 / (2 * expected.squareRoot())
    }

    /// The distance to a target on the same scale, in standard errors.
    public func score(from target: Double) -> Double { (value - target) / error }

    /// The limits around a target on this scale, with a variance between places
    /// added to that of chance.
    public func limits(
        around target: Double, variance: Double, at level: ConfidenceLevel
    ) -> Interval {
        let reach = level.z * (error * error + variance).squareRoot()
        return Interval(lower: target - reach, upper: target + reach)
    }
}

/// A share on the scale of `StabilisedFigure`, and back.
public func stabilised(share: Double) -> Double { asin(share.squareRoot()) }

/// The share that a value of the arcsine scale stands for, cut to 0 and 1.
public func share(ofStabilised value: Double) -> Double {
    let root = sin(min(max(value, 0), .pi / 2))
    return root * root
}

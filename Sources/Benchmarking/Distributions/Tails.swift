/// The two tails of a distribution at a point; they sum to 1.
///
/// Each is computed by itself where it is the small one, so that a tail of
/// 1e-30 keeps its digits.
struct Tails: Sendable, Hashable {
    /// The probability of a value at or below the point.
    let lower: Double
    /// The probability of a value above the point.
    let upper: Double

    init(lower: Double) {
        self.lower = lower
        upper = 1 - lower
    }

    init(upper: Double) {
        lower = 1 - upper
        self.upper = upper
    }

    init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The tails of the point's mirror image.
    var swapped: Tails { Tails(lower: upper, upper: lower) }
}

/// The value of a continued fraction by the modified Lentz algorithm
/// (Thompson and Barnett 1986, Journal of Computational Physics 64:490).
///
/// - Parameters:
///   - first: the leading term b0.
///   - limit: an upper bound on the number of steps; far above what any
///     argument needs.
///   - step: a and b of the step with the given number, from 1.
func continuedFraction(
    first: Double, limit: Int = 1_000_000, step: (Int) -> (a: Double, b: Double)
) -> Double {
    let tiny = 1e-300
    var value = first == 0 ? tiny : first
    var above = value
    var below = 0.0
    for number in 1...limit {
        let (a, b) = step(number)
        below = b + a * below
        below = 1 / (below == 0 ? tiny : below)
        above = b + a / above
        if above == 0 { above = tiny }
        let factor = above * below
        value *= factor
        if abs(factor - 1) < Double.ulpOfOne { break }
    }
    return value
}

internal import Foundation

/// Both tails of the beta distribution, the regularised incomplete beta
/// functions, by the continued fraction (Abramowitz and Stegun 26.5.8).
///
/// - Parameters:
///   - point: 0 to 1.
///   - rest: 1 - `point`, given by itself so that a point near 1 keeps it.
///   - first: the exponent of the point, above 0.
///   - second: the exponent of the rest, above 0.
func betaTails(
    at point: Double, rest: Double, first: Double, second: Double
) -> Tails {
    if point <= 0 { return Tails(lower: 0) }
    if rest <= 0 { return Tails(upper: 0) }
    guard point <= (first + 1) / (first + second + 2) else {
        return betaTails(at: rest, rest: point, first: second, second: first).swapped
    }
    // x^a (1 - x)^b / (a B(a, b))
    let density =
        binomialDensity(at: first, trials: first + second, share: point, rest: rest)
        * second / (first + second)
    let fraction = continuedFraction(first: 1) { number in
        let half = Double(number / 2)
        let a =
            number.isMultiple(of: 2)
            ? half * (second - half) / ((first + 2 * half - 1) * (first + 2 * half))
            : -(first + half) * (first + second + half)
                / ((first + 2 * half) * (first + 2 * half + 1))
        return (a * point, 1)
    }
    return Tails(lower: density / fraction)
}

/// Both tails of a binomial count: at most `count`, and more than `count`.
///
/// - Parameters:
///   - count: any whole number; below 0 and from `trials` on a tail is 0.
///   - share: the probability of success, 0 to 1.
func binomialTails(at count: Int, trials: Int, share: Double) -> Tails {
    if count < 0 { return Tails(lower: 0) }
    if count >= trials { return Tails(upper: 0) }
    return betaTails(
        at: share, rest: 1 - share, first: Double(count + 1), second: Double(trials - count)
    ).swapped
}

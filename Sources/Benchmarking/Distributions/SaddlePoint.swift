internal import Foundation

// Densities of the Poisson and the binomial law to full precision at any size
// (Loader 2000, "Fast and accurate computation of binomial probabilities",
// the algorithm behind R's dpois and dbinom). Gamma, beta and Student's
// distributions are built on them, as no gamma function that overflows or
// cancels is ever needed.

/// The density of a Poisson law at a count that need not be whole.
///
/// - Parameters:
///   - count: 0 or more.
///   - mean: above 0.
func poissonDensity(at count: Double, mean: Double) -> Double {
    if count == 0 { return exp(-mean) }
    return exp(-stirlingError(count) - deviance(count, from: mean)) / (2 * .pi * count).squareRoot()
}

/// The density of a binomial law at a count that need not be whole.
///
/// - Parameters:
///   - count: 0 to `trials`.
///   - share: the probability of success.
///   - rest: 1 - `share`, given by itself so that a share near 1 keeps it.
func binomialDensity(at count: Double, trials: Double, share: Double, rest: Double) -> Double {
    if share == 0 { return count == 0 ? 1 : 0 }
    if rest == 0 { return count == trials ? 1 : 0 }
    if count == 0 { return exp(trials * logarithm(of: rest, orOfOneLess: share)) }
    if count == trials { return exp(trials * logarithm(of: share, orOfOneLess: rest)) }
    let failures = trials - count
    let exponent =
        stirlingError(trials) - stirlingError(count) - stirlingError(failures)
        - deviance(count, from: trials * share) - deviance(failures, from: trials * rest)
    return exp(exponent) * (trials / (2 * .pi * count * failures)).squareRoot()
}

/// log(n!) less Stirling's approximation (n + 1/2) log n - n + log(2 pi) / 2,
/// for n above 0, whole or not.
func stirlingError(_ number: Double) -> Double {
    // The series needs n of 16 or more; the difference of neighbours is exact.
    var size = number
    var below = 0.0
    while size < 16 {
        below += (size + 0.5) * log1p(1 / size) - 1
        size += 1
    }
    let inverse = 1 / (size * size)
    let series =
        1.0 / 12 - inverse
        * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188)))
    return below + series / size
}

/// x log(x / m) + m - x, without the cancellation that the terms have where x
/// is near m.
func deviance(_ value: Double, from mean: Double) -> Double {
    guard abs(value - mean) < 0.1 * (value + mean) else {
        return value * log(value / mean) + mean - value
    }
    let ratio = (value - mean) / (value + mean)
    var sum = (value - mean) * ratio
    var term = 2 * value * ratio
    var order = 1.0
    while true {
        term *= ratio * ratio
        let next = sum + term / (2 * order + 1)
        if next == sum { return sum }
        sum = next
        order += 1
    }
}

/// The logarithm of a number from 0 to 1, taken from its distance to 1 where
/// that is the small one.
private func logarithm(of number: Double, orOfOneLess distance: Double) -> Double {
    distance < 0.1 ? log1p(-distance) : log(number)
}

internal import Foundation

/// Both tails of the gamma distribution with this shape and scale 1, the
/// regularised incomplete gamma functions: the series below the mean, the
/// continued fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31).
///
/// - Parameters:
///   - point: 0 or more.
///   - shape: above 0.
func gammaTails(at point: Double, shape: Double) -> Tails {
    guard point > 0 else { return Tails(lower: 0) }
    // x^a e^-x / Gamma(a + 1)
    let density = poissonDensity(at: shape, mean: point)
    if point < shape + 1 {
        var sum = 1.0
        var term = 1.0
        var size = shape
        while term > sum * Double.ulpOfOne / 4 {
            size += 1
            term *= point / size
            sum += term
        }
        return Tails(lower: density * sum)
    }
    let fraction = continuedFraction(first: point + 1 - shape) { number in
        let step = Double(number)
        return (-step * (step - shape), point + 2 * step + 1 - shape)
    }
    return Tails(upper: density * shape / fraction)
}

/// The point of the gamma distribution with this shape and scale 1 that has
/// this probability below it.
///
/// - Parameter tail: above 0 and below 1.
func gammaQuantile(lowerTail tail: Double, shape: Double) -> Double {
    gammaQuantile(Tails(lower: tail), shape: shape)
}

/// The point of the gamma distribution with this shape and scale 1 that has
/// this probability above it.
///
/// - Parameter tail: above 0 and below 1.
func gammaQuantile(upperTail tail: Double, shape: Double) -> Double {
    gammaQuantile(Tails(upper: tail), shape: shape)
}

/// Newton's method within a bracket, on the smaller tail, from Wilson and
/// Hilferty's (1931) approximation.
private func gammaQuantile(_ wanted: Tails, shape: Double) -> Double {
    let isLow = wanted.lower < wanted.upper
    var point = startOfSearch(wanted, shape: shape)
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
        let tails = gammaTails(at: point, shape: shape)
        let excess = isLow ? tails.lower - wanted.lower : wanted.upper - tails.upper
        if excess == 0 { return point }
        if excess > 0 { high = point } else { low = point }
        let density = poissonDensity(at: shape, mean: point) * shape / point
        var next = point - excess / density
        if !(next > low && next < high) {
            next = high.isFinite ? (low + high) / 2 : point * 2
        }
        if abs(next - point) <= 2 * point.ulp { return next }
        point = next
    }
    return point
}

private func startOfSearch(_ wanted: Tails, shape: Double) -> Double {
    let z =
        wanted.lower < wanted.upper
        ? -normalQuantile(upperTail: wanted.lower) : normalQuantile(upperTail: wanted.upper)
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    let point = shape * root * root * root
    // Near 0 the lower tail is x^a / Gamma(a + 1).
    if root > 0.1, point > 0 { return point }
    let scale = poissonDensity(at: shape, mean: 1) * exp(1)
    return max(pow(wanted.lower / scale, 1 / shape), .leastNormalMagnitude)
}

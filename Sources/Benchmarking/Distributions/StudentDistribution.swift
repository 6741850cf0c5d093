internal import Foundation

/// The probability of Student's t distribution above a point.
///
/// - Parameter freedom: the degrees of freedom, above 0.
func studentUpperTail(at point: Double, freedom: Double) -> Double {
    let square = point * point
    let sum = freedom + square
    let tails = betaTails(
        at: freedom / sum, rest: square / sum, first: freedom / 2, second: 0.5)
    return point >= 0 ? tails.lower / 2 : 1 - tails.lower / 2
}

/// The point of Student's t distribution that has this probability above it.
///
/// Newton's method on the logarithms of point and tail, which bend one way
/// only, so that it closes in from one side.
///
/// - Parameters:
///   - tail: above 0, at most a half.
///   - freedom: the degrees of freedom, above 0.
func studentQuantile(upperTail tail: Double, freedom: Double) -> Double {
    guard tail < 0.5 else { return 0 }
    var point = max(normalQuantile(upperTail: tail), 1e-8)
    for _ in 0..<200 {
        let above = studentUpperTail(at: point, freedom: freedom)
        let slope = -point * studentDensity(at: point, freedom: freedom) / above
        let next = point * exp(-log(above / tail) / slope)
        if abs(next - point) <= 2 * point.ulp { return next }
        point = next
    }
    return point
}

/// The point of Student's t distribution with 2.5 % above it.
///
/// Known for whole degrees of freedom below a thousand; from there its
/// expansion in their inverse, whose next term is below 1e-14 (Fisher and
/// Cornish 1960, Technometrics 2:209).
func studentPoint(freedom: Double) -> Double {
    guard freedom < Double(studentPoints.count) else {
        let z = ConfidenceLevel.percent95.z
        let square = z * z
        let first = (square + 1) / 4
        let second = ((5 * square + 16) * square + 3) / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) / 384
        let fourth =
            ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160
        let inverse = 1 / freedom
        let series = ((fourth * inverse + third) * inverse + second) * inverse + first
        return z * (1 + series * inverse)
    }
    let whole = freedom.rounded(.down)
    return whole == freedom && whole >= 1
        ? studentPoints[Int(whole)]
        : studentQuantile(upperTail: ConfidenceLevel.percent95.tail, freedom: freedom)
}

private let studentPoints = (0..<1000).map {
    studentQuantile(upperTail: ConfidenceLevel.percent95.tail, freedom: Double(max(1, $0)))
}

private func studentDensity(at point: Double, freedom: Double) -> Double {
    let exponent =
        stirlingError((freedom + 1) / 2) - stirlingError(freedom / 2)
        - deviance(freedom / 2, from: (freedom + 1) / 2)
    let square = point * point / freedom
    return exp(exponent - log1p(square) * freedom / 2)
        / (2 * .pi * (1 + square)).squareRoot()
}

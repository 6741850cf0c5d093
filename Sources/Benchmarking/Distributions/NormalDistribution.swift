internal import Foundation

/// The point of the standard normal distribution that has this probability
/// above it (Wichura 1988, Applied Statistics 37:477, AS 241, PPND16: about
/// sixteen digits).
///
/// - Parameter tail: above 0 and below 1; 0 gives infinity, 1 its negative.
public func normalQuantile(upperTail tail: Double) -> Double {
    let middle = 0.5 - tail
    if abs(middle) <= 0.425 { return middle * centre(0.180625 - middle * middle) }
    let smaller = min(tail, 1 - tail)
    guard smaller > 0 else { return tail <= 0 ? .infinity : -.infinity }
    let root = (-log(smaller)).squareRoot()
    let size = root <= 5 ? flank(root - 1.6) : farTail(root - 5)
    return middle < 0 ? -size : size
}

/// The probability of the standard normal distribution above a point.
public func normalUpperTail(at point: Double) -> Double {
    0.5 * erfc(point / 2.0.squareRoot())
}

// The rational functions of AS 241, numerator over denominator, the constant
// term first.

private func centre(_ r: Double) -> Double {
    polynomial(
        r, 3.387132872796366608, 133.14166789178437745, 1971.5909503065514427,
        13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
        33430.575583588128105, 2509.0809287301226727)
        / polynomial(
            r, 1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
            21213.794301586595867, 39307.89580009271061, 28729.085735721942674,
            5226.495278852854561)
}

private func flank(_ r: Double) -> Double {
    polynomial(
        r, 1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055,
        3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177,
        0.0227238449892691845833, 7.7454501427834140764e-4)
        / polynomial(
            r, 1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
            0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
            1.05075007164441684324e-9)
}

private func farTail(_ r: Double) -> Double {
    polynomial(
        r, 6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358,
        0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386,
        2.71155556874348757815e-5, 2.01033439929228813265e-7)
        / polynomial(
            r, 1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
            7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
            2.04426310338993978564e-15)
}

@inline(__always)
private func polynomial(
    _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double,
    _ c4: Double, _ c5: Double, _ c6: Double, _ c7: Double
) -> Double {
    let high = ((c7 * x + c6) * x + c5) * x + c4
    return (((high * x + c3) * x + c2) * x + c1) * x + c0
}

/// Mean, spread and ends of some values.
public struct Summary: Sendable, Hashable {
    public let count: Int
    /// The arithmetic mean.
    public let mean: Double
    /// The sample standard deviation (divisor n - 1); nil for one value.
    public let standardDeviation: Double?
    public let minimum: Double
    public let maximum: Double

    /// Summarises values in any order; nil without values.
    ///
    /// The result does not depend on the order. Values must be finite.
    public init?(of values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let (mean, deviation) = sorted.withUnsafeBufferPointer { meanAndDeviation(ofSorted: $0) }
        count = sorted.count
        self.mean = mean
        standardDeviation = deviation.isFinite ? deviation : nil
        minimum = sorted[0]
        maximum = sorted[sorted.count - 1]
    }
}

/// Mean and sample standard deviation by the corrected two-pass algorithm
/// (Chan, Golub and LeVeque 1983, The American Statistician 37:242).
///
/// Stable for values near 1e9 with a small spread. Values whose sum or squares
/// would leave the range of a double are scaled first. Needs at least one
/// value, in ascending order; the deviation is not a number for one value and
/// infinite beyond the range.
func meanAndDeviation(
    ofSorted values: UnsafeBufferPointer<Double>
) -> (mean: Double, deviation: Double) {
    let lowest = values[0]
    let highest = values[values.count - 1]
    let size = max(abs(lowest), abs(highest))
    guard size > 1e150 || (highest - lowest < 1e-150 && highest > lowest) else {
        return twoPass(values, scale: 1)
    }
    // Powers of two, so that scaling rounds nothing within the range.
    let reach = size > 1e150 ? size : highest - lowest
    let exponent = max(-1000, min(1000, reach.exponent))
    return twoPass(values, scale: Double(sign: .plus, exponent: -exponent, significand: 1))
}

@inline(__always)
private func twoPass(
    _ values: UnsafeBufferPointer<Double>, scale: Double
) -> (mean: Double, deviation: Double) {
    let count = Double(values.count)
    var sum = 0.0
    for value in values { sum += value * scale }
    let first = sum / count
    var residue = 0.0
    var squares = 0.0
    for value in values {
        let distance = value * scale - first
        residue += distance
        squares += distance * distance
    }
    let mean = (first + residue / count) / scale
    let spread = max(0, squares - residue * residue / count)
    // The mean never leaves the values by a rounding error.
    return (
        min(max(mean, values[0]), values[values.count - 1]),
        (spread / (count - 1)).squareRoot() / scale
    )
}

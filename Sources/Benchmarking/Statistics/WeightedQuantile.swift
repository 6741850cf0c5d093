/// The mean of values, each counted by its weight; nil without weight.
///
/// - Parameters:
///   - values: finite.
///   - weights: one for each value, 0 or more.
public func weightedMean(_ values: [Double], weights: [Double]) -> Double? {
    let total = weights.reduce(0, +)
    guard total > 0, values.count == weights.count else { return nil }
    return zip(values, weights).reduce(0) { $0 + $1.0 * ($1.1 / total) }
}

/// The quantile of values, each counted by its weight: the inverse of the
/// weighted distribution function, and the mean of two neighbours where the
/// summed weight hits the share exactly (definition 2 of Hyndman and Fan 1996
/// where all weights are equal).
///
/// Software has at least five definitions that disagree; this is the one of
/// METHODS.md 6, R survey's `svyquantile(qrule = "hf2")`.
///
/// - Parameters:
///   - share: the share of the weight below, 0 to 1.
///   - values: finite, in any order.
///   - weights: one for each value, 0 or more.
/// - Returns: nil without weight or for a share outside 0 to 1.
public func weightedQuantile(
    _ share: Double, of values: [Double], weights: [Double]
) -> Double? {
    guard values.count == weights.count, share >= 0, share <= 1 else { return nil }
    let ordered = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
    let total = ordered.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return nil }
    let wanted = share * total
    // Sums of weights such as 0.1 miss the share by their rounding.
    let fuzz = 4 * Double.ulpOfOne * total
    var sum = 0.0
    for (place, index) in ordered.enumerated() {
        sum += weights[index]
        if abs(sum - wanted) <= fuzz, place + 1 < ordered.count {
            return values[index] / 2 + values[ordered[place + 1]] / 2
        }
        if sum >= wanted - fuzz { return values[index] }
    }
    return ordered.last.map { values[$0] }
}

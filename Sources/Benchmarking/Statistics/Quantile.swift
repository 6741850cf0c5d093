/// The quantile of sorted values, interpolated between order statistics
/// (Hyndman and Fan 1996, The American Statistician 50:361, definition 7),
/// R's default and PostgreSQL's `percentile_cont`.
///
/// Where (n - 1)p + 1 lies within four machine epsilons of a whole number, the
/// order statistic itself is taken, as R does, so that a rounding error in p
/// interpolates nothing.
///
/// - Parameters:
///   - share: the share p of the distribution below, 0 to 1.
///   - values: finite values in ascending order.
/// - Returns: nil without values, or for a share outside 0 to 1.
public func quantile(
    _ share: Double, ofSorted values: some RandomAccessCollection<Double>
) -> Double? {
    guard !values.isEmpty, share >= 0, share <= 1 else { return nil }
    return values.withContiguousStorageIfAvailable { interpolated(share, in: $0) }
        ?? Array(values).withUnsafeBufferPointer { interpolated(share, in: $0) }
}

/// The fast path of `quantile(_:ofSorted:)`; needs at least one value.
@inline(__always)
func interpolated(_ share: Double, in sorted: UnsafeBufferPointer<Double>) -> Double {
    let fuzz = 4 * Double.ulpOfOne
    let position = 1 + share * Double(sorted.count - 1)
    let whole = (position + fuzz).rounded(.down)
    let fraction = position - whole
    let lower = sorted[Int(whole) - 1]
    if abs(fraction) < fuzz { return lower }
    let upper = sorted[min(Int(whole), sorted.count - 1)]
    // Equal neighbours give themselves, whatever the fraction rounds to.
    if upper == lower { return lower }
    return (1 - fraction) * lower + fraction * upper
}

/// Wilson's score interval of a proportion (Wilson 1927, JASA 22:209; Newcombe
/// and Altman 2000).
///
/// For separate units of which some have a property: never for shares of money
/// or tonnes. Counts of several places are summed first. No continuity
/// correction.
///
/// - Parameters:
///   - count: the units with the property, x.
///   - trials: all units, n.
///   - designEffect: how many units that come in clusters weigh as much as one
///     drawn by itself; n and x are divided by it.
/// - Returns: nil where x is below 0 or above n, n is not above 0 or either is
///   not a number.
public func proportionInterval(
    count: Double, of trials: Double, designEffect: Double = 1,
    at level: ConfidenceLevel = .percent95
) -> Interval? {
    guard count >= 0, trials > 0, count <= trials, designEffect > 0 else { return nil }
    let units = trials / designEffect
    let hits = count / designEffect
    let share = count / trials
    let z = level.z
    let middle = 2 * hits + z * z
    let reach = z * (z * z + 4 * hits * (1 - share)).squareRoot()
    let scale = 2 * (units + z * z)
    // At the ends the terms are equal and would leave a rounding error.
    return Interval(
        lower: count == 0 ? 0 : (middle - reach) / scale,
        upper: count == trials ? 1 : (middle + reach) / scale)
}

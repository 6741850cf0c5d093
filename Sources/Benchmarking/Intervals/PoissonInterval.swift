/// From how many events on Byar's limits stand in for the exact ones.
public let fewestEventsForByar = 10.0

/// The interval of a number of events: exact below ten, Byar's from ten
/// (METHODS.md 2).
///
/// The switch is on the summed count. Divide by the exposure for a rate; both
/// ends scale alike.
///
/// - Returns: nil for a count below 0 or one that is not a number.
public func eventInterval(
    ofEvents events: Double, at level: ConfidenceLevel = .percent95
) -> Interval? {
    guard events >= 0, events.isFinite else { return nil }
    guard events < fewestEventsForByar else { return byarInterval(ofEvents: events, at: level) }
    if level == .percent95, events == events.rounded() { return fewEvents[Int(events)] }
    return exactEventInterval(ofEvents: events, at: level)
}

/// The exact intervals of 0 to 9 events at 95 %: most small cities' counts.
private let fewEvents = (0..<Int(fewestEventsForByar)).map {
    exactEventInterval(ofEvents: Double($0), at: .percent95)
}

/// The exact interval of a Poisson count (Garwood 1936, Biometrika 28:437):
/// half the chi-square points with 2x and 2x + 2 degrees of freedom.
///
/// - Parameter events: 0 or more; 0 has the lower limit 0.
public func exactEventInterval(
    ofEvents events: Double, at level: ConfidenceLevel
) -> Interval {
    Interval(
        lower: events == 0 ? 0 : gammaQuantile(lowerTail: level.tail, shape: events),
        upper: gammaQuantile(upperTail: level.tail, shape: events + 1))
}

/// Byar's approximation to the exact interval (Breslow and Day 1987, volume II).
///
/// - Returns: nil where the lower limit does not exist, which is so only for
///   fewer events than `eventInterval` uses it for.
func byarInterval(ofEvents events: Double, at level: ConfidenceLevel) -> Interval? {
    let base = 1 - 1 / (9 * events) - level.z / (3 * events.squareRoot())
    guard events > 0, base >= 0 else { return nil }
    return Interval(
        lower: events * base * base * base, upper: byarUpperLimit(ofEvents: events, at: level))
}

func byarUpperLimit(ofEvents events: Double, at level: ConfidenceLevel) -> Double {
    let next = events + 1
    let base = 1 - 1 / (9 * next) + level.z / (3 * next.squareRoot())
    return next * base * base * base
}

/// The interval of a rate: events over exposure, times a multiplier.
///
/// - Parameters:
///   - exposure: inhabitants, hours or what else the events happen to, times
///     years where the rate is a year's; above 0.
///   - multiplier: 100,000 for a rate per 100,000.
/// - Returns: nil where there is no rate.
public func rateInterval(
    ofEvents events: Double, exposure: Double, multiplier: Double = 1,
    at level: ConfidenceLevel = .percent95
) -> Interval? {
    guard exposure > 0 else { return nil }
    return eventInterval(ofEvents: events, at: level)?.scaled(by: multiplier / exposure)
}

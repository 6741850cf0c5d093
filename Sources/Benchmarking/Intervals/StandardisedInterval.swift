/// One group of a directly standardised rate.
public struct StandardisedGroup: Sendable, Hashable {
    /// The group's weight in the standard population, 0 or more.
    public let weight: Double
    public let events: Double
    /// The group's own population, above 0.
    public let population: Double

    public init(weight: Double, events: Double, population: Double) {
        self.weight = weight
        self.events = events
        self.population = population
    }
}

/// A directly standardised rate with its interval (Dobson, Kuulasmaa, Eberle
/// and Scherer 1991, Statistics in Medicine 10:457, with Byar's limits of the
/// events).
///
/// - Parameter multiplier: 100,000 for a rate per 100,000.
/// - Returns: nil below ten events in all, without weights, or with a group
///   that has no population.
public func directlyStandardisedRate(
    of groups: [StandardisedGroup], multiplier: Double = 1,
    at level: ConfidenceLevel = .percent95
) -> (value: Double, interval: Interval)? {
    let weights = groups.reduce(0) { $0 + $1.weight }
    let events = groups.reduce(0) { $0 + $1.events }
    guard weights > 0, groups.allSatisfy({ $0.population > 0 && $0.events >= 0 }),
        events >= fewestEventsForByar, let limits = byarInterval(ofEvents: events, at: level)
    else { return nil }
    let value = groups.reduce(0) { $0 + $1.weight * $1.events / $1.population } / weights
    let variance = groups.reduce(0) { sum, group in
        let share = group.weight / group.population / weights
        return sum + share * share * group.events
    }
    let scale = (variance / events).squareRoot()
    let interval = Interval(
        lower: value + scale * (limits.lower - events),
        upper: value + scale * (limits.upper - events))
    return (value * multiplier, interval.scaled(by: multiplier))
}

/// An indirectly standardised ratio, observed over expected events, with its
/// interval.
///
/// It compares a city with the standard only: two cities' ratios have
/// different weights, so there is no rank, quartile or gap to peers.
///
/// - Parameter multiplier: 100 for a ratio with the standard at 100; for a
///   rate, the standard's own.
/// - Returns: nil where nothing is expected or the count is not one.
public func indirectlyStandardisedRatio(
    observed: Double, expected: Double, multiplier: Double = 1,
    at level: ConfidenceLevel = .percent95
) -> (value: Double, interval: Interval)? {
    guard
        let interval = rateInterval(
            ofEvents: observed, exposure: expected, multiplier: multiplier, at: level)
    else { return nil }
    return (observed / expected * multiplier, interval)
}

// Control limits around a common value, at a given size: a city inside them
// differs from it by no more than chance allows (Spiegelhalter 2005, Statistics
// in Medicine 24:1185).

/// The funnel's limits of a proportion at a number of units.
///
/// The value at which the Wilson interval of a place of this size just touches
/// the common share. Cut to 0 and 1.
///
/// - Parameters:
///   - target: the common share, 0 to 1.
///   - units: the place's units, above 0.
public func funnelLimits(
    ofProportion target: Double, units: Double, at level: ConfidenceLevel
) -> Interval {
    let reach = level.z * (target * (1 - target) / units).squareRoot()
    return Interval(lower: max(0, target - reach), upper: min(1, target + reach))
}

/// The funnel's limits of a rate or a ratio at a number of events: exact at
/// every count.
///
/// - Parameters:
///   - target: the common rate or ratio, above 0.
///   - events: the place's events, 0 or more; at 0 the upper limit is infinite.
public func funnelLimits(
    ofRate target: Double, events: Double, at level: ConfidenceLevel
) -> Interval {
    let limits = exactEventInterval(ofEvents: events, at: level)
    return Interval(
        lower: target * events / limits.upper,
        upper: limits.lower > 0 ? target * events / limits.lower : .infinity)
}

/// Where a place lies in a funnel.
///
/// By size: what is good or bad of it, the metric's polarity says.
public enum FunnelPosition: Int16, Sendable, Hashable, CaseIterable {
    /// Below the 99.8 % limit.
    case farBelow = -2
    /// Below the 95 % limit.
    case below
    case within
    /// Above the 95 % limit.
    case above
    /// Above the 99.8 % limit.
    case farAbove

    /// The position of a value among limits of 95 and of 99.8 %.
    public init(of value: Double, inner: Interval, outer: Interval) {
        if value < outer.lower {
            self = .farBelow
        } else if value > outer.upper {
            self = .farAbove
        } else if value < inner.lower {
            self = .below
        } else if value > inner.upper {
            self = .above
        } else {
            self = .within
        }
    }
}

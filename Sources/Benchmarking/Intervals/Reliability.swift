// Whether a figure is steady enough to be read as one: a mark of its own, apart
// from disclosure control (METHODS.md 4).

/// Whether a rate is too uncertain to be read as a figure: fewer than ten
/// events, or an interval wider than 160 % of the value.
public func isUnreliableRate(events: Double, value: Double, interval: Interval) -> Bool {
    events < fewestEventsForByar || interval.width > 1.6 * abs(value)
}

/// Whether a proportion is too uncertain to be read as a figure: an effective
/// number of units below 30, or an interval 30 points wide.
///
/// - Parameter units: the units, over their design effect.
public func isUnreliableProportion(units: Double, interval: Interval) -> Bool {
    units < 30 || interval.width >= 0.3
}

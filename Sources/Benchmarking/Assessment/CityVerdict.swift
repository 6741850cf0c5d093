internal import Foundation

/// A city's figure beside the median of the others (METHODS 7).
struct CityVerdict {
    let benchmark: Double
    /// Not a number where the difference has no error.
    private(set) var error = Double.nan
    private(set) var probability = Double.nan
    private(set) var verdict: Verdict?

    /// - Parameters:
    ///   - value: the city's.
    ///   - scaled: the same on the table's scale.
    ///   - precision: one over its standard error there; 0 for none.
    @inline(__always)
    init(
        _ value: Double, scaled: Double, precision: Double, beside others: Others,
        added variance: Double, _ table: borrowing AssessmentTable
    ) {
        benchmark = others.median
        guard precision > 0, let benchmarkError = others.errorOfMedian(on: table.scale) else {
            return
        }
        let scale = table.scale
        let own = 1 / (precision * precision) + variance
        let spread = (own + benchmarkError * benchmarkError).squareRoot()
        let distance = scaled - scale.scaled(benchmark)
        let gap = value - benchmark
        guard spread > 0, spread.isFinite, distance.isFinite, gap.isFinite else { return }
        let z = ConfidenceLevel.percent95.z
        let reach = z * spread
        let interval = Interval(
            lower: scale.value(of: scaled - reach) - benchmark,
            upper: scale.value(of: scaled + reach) - benchmark)
        error = interval.width / (2 * z)
        guard table.direction != 0, let meaningful = table.smallestGap(from: benchmark) else {
            return
        }
        probability = min(1, 2 * normalUpperTail(at: abs(distance) / spread))
        verdict = Verdict(
            gap: gap, interval: interval, isSettled: abs(distance) > reach,
            meaningful: meaningful, isHigherBetter: table.direction > 0)
    }
}

extension FunnelPosition {
    /// Where a counted figure lies around the value that its group has in
    /// common; nil below ten places.
    ///
    /// With a variance between cities the limits are those of the scale; without
    /// one the exact ones. A rate without an event lies below them where as
    /// many as are expected would hardly give none.
    init?(
        _ value: Double, scaled: Double, size: Double, in shape: ListShape,
        _ table: borrowing AssessmentTable
    ) {
        guard shape.variance >= 0, size > 0 else { return nil }
        let (near, far) = (ConfidenceLevel.percent95, ConfidenceLevel.percent99_8)
        if shape.variance > 0 || table.sizes.isEmpty {
            let error = (1 / (4 * size) + shape.variance).squareRoot()
            self.init(ofScore: (scaled - table.scale.scaled(shape.common)) / error)
        } else if case .arcsine(let whole) = table.scale {
            let target = shape.common / whole
            self.init(
                of: value / whole, inner: funnelLimits(ofProportion: target, units: size, at: near),
                outer: funnelLimits(ofProportion: target, units: size, at: far))
        } else {
            let events = nearestWhole(value * size)
            let expected = shape.common * size
            switch (
                side(ofEvents: events, expected: expected, at: near),
                side(ofEvents: events, expected: expected, at: far)
            ) {
            case (_, ..<0): self = .farBelow
            case (_, 1...): self = .farAbove
            case (..<0, _): self = .below
            case (1..., _): self = .above
            default: self = .within
            }
        }
    }

    /// The position of a distance in standard errors.
    private init(ofScore score: Double) {
        let (near, far) = (ConfidenceLevel.percent95.z, ConfidenceLevel.percent99_8.z)
        let size = abs(score)
        if size <= near {
            self = .within
        } else {
            self = size > far ? (score < 0 ? .farBelow : .farAbove) : score < 0 ? .below : .above
        }
    }
}

/// -1 where the exact interval of a count ends below what is expected, 1 where
/// it begins above it, else 0.
///
/// Byar's limits decide where they are clear of it by more than their error, and
/// from a million events on, where that is below a millionth.
private func side(ofEvents events: Double, expected: Double, at level: ConfidenceLevel) -> Int {
    let isAbove = events > expected
    if events >= fewestEventsForByar, let rough = byarInterval(ofEvents: events, at: level) {
        let limit = isAbove ? rough.lower : rough.upper
        if abs(limit - expected) > 0.03 * limit || events >= 1e6 {
            return isAbove ? (limit > expected ? 1 : 0) : (limit < expected ? -1 : 0)
        }
    }
    let exact = exactEventInterval(ofEvents: events, at: level)
    return exact.upper < expected ? -1 : exact.lower > expected ? 1 : 0
}

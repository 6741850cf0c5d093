public import MetricSpec

/// What may be said of a city beside its benchmark (METHODS.md 0 and 7).
public enum Verdict: String, Vocabulary {
    case better
    case worse
    /// The whole interval of the difference lies inside the meaningful one.
    case aboutLevel = "about_level"
    /// The data cannot tell.
    case notDistinguishable = "not_distinguishable"

    /// The verdict on a difference.
    ///
    /// - Parameters:
    ///   - gap: figure less benchmark.
    ///   - interval: of the gap.
    ///   - isSettled: whether chance alone is excluded.
    ///   - meaningful: the smallest gap worth a word, in the figure's unit.
    ///   - isHigherBetter: whether a higher figure is a better one.
    @inline(__always)
    init(
        gap: Double, interval: Interval, isSettled: Bool, meaningful: Double,
        isHigherBetter: Bool
    ) {
        if isSettled, abs(gap) > meaningful {
            self = (gap > 0) == isHigherBetter ? .better : .worse
        } else {
            let isInside = interval.lower > -meaningful && interval.upper < meaningful
            self = isInside ? .aboutLevel : .notDistinguishable
        }
    }
}

/// A figure less its benchmark, with the uncertainty of both.
///
/// The city is left out of the benchmark it is compared with, so that the two
/// do not depend on each other.
public struct Difference: Sendable, Hashable {
    /// City less benchmark.
    public let value: Double
    /// The standard error of the difference.
    public let error: Double

    /// - Parameters:
    ///   - error: of the city's figure, the variance between cities included
    ///     where its kind has one; 0 or more.
    ///   - benchmarkError: of the benchmark, 0 or more.
    /// - Returns: nil unless all are finite and one of the errors is above 0.
    public init?(
        of figure: Double, error: Double, from benchmark: Double, error benchmarkError: Double
    ) {
        let both = standardErrorOfSum([error, benchmarkError])
        let value = figure - benchmark
        guard value.isFinite, both > 0, both.isFinite else { return nil }
        self.value = value
        self.error = both
    }

    /// The interval of the difference.
    public func interval(at level: ConfidenceLevel = .percent95) -> Interval {
        estimateInterval(value, standardError: error, at: level)
    }

    /// The probability of a difference as large where there is none, both
    /// sides.
    public var probability: Double { min(1, 2 * normalUpperTail(at: abs(value) / error)) }

    /// What may be said: "better" and "worse" need an interval without 0 and a
    /// gap above the meaningful difference.
    ///
    /// - Parameters:
    ///   - meaningful: the smallest gap worth a word, in the figure's unit.
    ///   - isHigherBetter: whether a higher figure is a better one.
    public func verdict(
        meaningful: Double, isHigherBetter: Bool, at level: ConfidenceLevel = .percent95
    ) -> Verdict {
        let interval = interval(at: level)
        return Verdict(
            gap: value, interval: interval, isSettled: !interval.contains(0),
            meaningful: meaningful, isHigherBetter: isHigherBetter)
    }
}

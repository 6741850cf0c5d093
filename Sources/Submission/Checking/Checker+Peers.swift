import Glibc
import MetricSpec

/// Figures beside those of peers, where a city's own history says nothing.
extension Checker {
    /// Spreads from the median of peers that are too many.
    private static let unlikely = 5.0
    /// How many times a quartile a figure must be, or how small a part of it.
    private static let leastFactor = 3.0
    /// Peers that must have reported.
    private static let fewest = 8
    /// The least spread of peers, as a part: 10 %.
    private static let leastSpread = 0.1

    /// How a draft lies far from its peers; nil where it does not, or where
    /// it has a history of its own.
    func outlier(_ draft: Draft, _ period: Period) -> PeerOutlier? {
        guard let peers = writer.context.peers, isActual(draft), draft.value > 0,
            !hasSeries(draft)
        else { return nil }
        for rate in history.metrics.rates(of: draft.measure) {
            guard
                let range = peers.range(
                    metric: rate.metric, breakdown: draft.breakdown, months: period.months),
                range.contributors >= Self.fewest,
                let figure = figure(draft, rate, period), Self.isFar(figure, range)
            else { continue }
            return PeerOutlier(figure: figure, range: range)
        }
        return nil
    }

    private func figure(
        _ draft: Draft, _ rate: PeerMetrics.Rate, _ period: Period
    ) -> Double? {
        guard let denominator = rate.denominator else { return draft.value * rate.factor }
        let below = writer.context.earlier?.latest(
            measure: denominator, city: draft.city, breakdown: draft.breakdown,
            startingBefore: period.endMonth)
        guard let below, below > 0 else { return nil }
        return draft.value / below * rate.factor
    }

    /// Whether a figure lies far outside of the middle half, on a logarithmic
    /// scale: the distance of quartiles over 1.349 is a standard deviation
    /// that a few wild figures do not move.
    private static func isFar(_ figure: Double, _ range: PeerRanges.Row) -> Bool {
        guard figure > 0, range.lowerQuartile > 0 else { return false }
        let spread = max(log(range.upperQuartile / range.lowerQuartile) / 1.349, leastSpread)
        return abs(log(figure / range.median)) > unlikely * spread
            && (figure > leastFactor * range.upperQuartile
                || figure < range.lowerQuartile / leastFactor)
    }
}

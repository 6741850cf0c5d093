import MetricSpec

/// What a city's earlier values say of a figure.
enum HistoryVerdict: Equatable {
    /// Nothing.
    case likely
    /// It lies outside of what they let one expect.
    case unlike(expected: ClosedRange<Double>, count: Int)
    /// It is zero, where they were never near it.
    case zero(expected: ClosedRange<Double>, count: Int)
    /// It is as they are but for a slip.
    case slip(Slip, last: Double)

    /// Spreads from which a figure is unlikely.
    private static let unlikely = 3.0
    /// Spreads from which two digits exchanged are thought of.
    private static let odd = 2.0
    /// Spreads within which a figure without its slip must lie.
    private static let close = 1.5
    private static let veryClose = 0.5
    /// The least change that is worth a question, where the measure says
    /// nothing else: a quarter, for a slip a seventh.
    private static let leastChange = 0.25
    private static let leastSlip = 0.15

    /// Judges a figure by the values before its period, the earliest first.
    static func of(
        _ value: Double, after points: [EarlierValues.Point], in period: Period,
        measure: Measure
    ) -> HistoryVerdict {
        guard let last = points.last?.value else { return .likely }
        let values = points.suffix(OwnSeries.most).map(\.value)
        let (low, high) = (values.min() ?? last, values.max() ?? last)
        guard value < low || value > high, isWorthAsking(value, last, leastSlip, measure) else {
            return .likely
        }
        guard let series = OwnSeries(points, before: period) else {
            return slip(value, after: last)
        }
        let surprise = series.surprise(value)
        let isUnlikely =
            surprise > unlikely && isWorthAsking(value, last, leastChange, measure)
        guard isUnlikely || surprise > odd else { return .likely }
        if value != 0, let slip = slip(value, in: series, isUnlikely: isUnlikely) {
            return .slip(slip, last: last)
        }
        guard isUnlikely else { return .likely }
        let expected = series.expected(within: unlikely)
        if value == 0 { return .zero(expected: expected, count: values.count) }
        return .unlike(expected: expected, count: values.count)
    }

    /// Whether a change is as large as a measure, or common sense, asks for,
    /// and larger than rounding makes it.
    private static func isWorthAsking(
        _ value: Double, _ last: Double, _ least: Double, _ measure: Measure
    ) -> Bool {
        let place = min(WrittenNumber.lastPlace(value), WrittenNumber.lastPlace(last))
        guard abs(value - last) > place else { return false }
        if let limit = measure.change { return limit.isExceeded(from: last, to: value) }
        return abs(value - last) > least * abs(last)
    }

    /// The slip without which a figure would be as expected.
    private static func slip(
        _ value: Double, in series: OwnSeries, isUnlikely: Bool
    ) -> Slip? {
        let coarse = Slip.zeros(value) + [Slip(kind: .sign, meant: -value)]
        if isUnlikely {
            let nearest = coarse.min { series.surprise($0.meant) < series.surprise($1.meant) }
            if let nearest, series.surprise(nearest.meant) <= close { return nearest }
        }
        let fine = Slip.exchanged(value) + (isUnlikely ? Slip.doubled(value) : [])
        let nearest = fine.min { series.surprise($0.meant) < series.surprise($1.meant) }
        guard let nearest, series.surprise(nearest.meant) <= veryClose else { return nil }
        return nearest
    }

    /// With few earlier values: zeros too many or too few beside the last.
    private static func slip(_ value: Double, after last: Double) -> HistoryVerdict {
        guard value * last > 0 else { return .likely }
        let isWhole = WrittenNumber.lastPlace(last) >= 1
        let chance = isWhole ? 4 * (abs(value) + abs(last)).squareRoot() : 0
        guard abs(value - last) > chance else { return .likely }
        let meant = Slip.zeros(value).first { slip in
            slip.meant / last > 0.8 && slip.meant / last < 1.25
        }
        return meant.map { .slip($0, last: last) } ?? .likely
    }
}

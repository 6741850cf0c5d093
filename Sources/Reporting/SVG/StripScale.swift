import Benchmarking

/// Maps figures to positions, in per cent of a strip's width.
///
/// Figures beyond three times the middle half from its ends are not drawn to
/// scale (Tukey's outer fences are at 3.0), so that one extreme city does not
/// push all others into one spot. The city of the page is always to scale.
struct StripScale: Sendable, Hashable {
    let low: Double
    let high: Double

    /// Free space at either end, in per cent.
    static let margin = 3.0

    /// nil when there is nothing to draw.
    init?(values: [Double], city: Double?, statistics: PeerStatistics) {
        var inside = values
        if let lower = statistics.lowerQuartile, let upper = statistics.upperQuartile,
            upper > lower
        {
            let reach = 3 * (upper - lower)
            inside = values.filter { $0 >= lower - reach && $0 <= upper + reach }
        }
        if let city { inside.append(city) }
        inside.removeAll { !$0.isFinite }
        guard let low = inside.min(), let high = inside.max() else { return nil }
        self.low = low
        self.high = high
    }

    func contains(_ value: Double) -> Bool {
        value >= low && value <= high
    }

    /// The position of a value; values beyond an end lie at the rim.
    func position(_ value: Double) -> Double {
        if value < low { return 1 }
        if value > high { return 99 }
        guard high > low else { return 50 }
        return Self.margin + (100 - 2 * Self.margin) * ((value - low) / (high - low))
    }
}

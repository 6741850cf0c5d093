/// A city's figure in one period, as a change of its group needs it.
public struct PanelFigure: Sendable, Hashable {
    public let value: Double
    /// Nil where the metric is no ratio.
    public let numerator: Double?
    public let denominator: Double?

    public init(value: Double, numerator: Double? = nil, denominator: Double? = nil) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// A group in two periods, made of the cities that have a comparable figure in
/// both (METHODS.md 6).
///
/// A change between all that reported then and all that report now is mostly a
/// change of who reports: with three in ten not yet in and nothing changing, it
/// is above 3 % in six quarters of ten.
public struct MatchedPanel: Sendable, Hashable {
    /// How many cities have both.
    public let count: Int
    public let medianBefore: Double
    public let medianAfter: Double
    /// Sum of numerators over sum of denominators, before the multiplier; nil
    /// where a city's parts are not known or a sum of denominators is 0.
    public let ratioBefore: Double?
    public let ratioAfter: Double?

    /// - Parameters:
    ///   - before: each city's figure of the earlier period, nil where it has
    ///     none or one under another definition, vintage or group.
    ///   - after: the same of the later period, in the same order.
    /// - Returns: nil where no city has both.
    public init?(before: [PanelFigure?], after: [PanelFigure?]) {
        let pairs = zip(before, after).compactMap { earlier, later in
            earlier.flatMap { earlier in later.map { (earlier, $0) } }
        }
        guard
            let medianBefore = quantile(0.5, ofSorted: pairs.map(\.0.value).sorted()),
            let medianAfter = quantile(0.5, ofSorted: pairs.map(\.1.value).sorted())
        else { return nil }
        count = pairs.count
        self.medianBefore = medianBefore
        self.medianAfter = medianAfter
        ratioBefore = Self.ratio(pairs.map(\.0))
        ratioAfter = Self.ratio(pairs.map(\.1))
    }

    private static func ratio(_ figures: [PanelFigure]) -> Double? {
        let above = figures.compactMap(\.numerator)
        let below = figures.compactMap(\.denominator)
        guard above.count == figures.count, below.count == figures.count else { return nil }
        let sum = below.reduce(0, +)
        return sum == 0 ? nil : above.reduce(0, +) / sum
    }
}

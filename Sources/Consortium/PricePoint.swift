public import MetricSpec

/// One value of a price index: a row of prices.csv.
public struct PricePoint: Sendable, Hashable {
    /// The id of a price series of the standard.
    public let series: String
    public let period: Period
    /// The index, above 0.
    public let value: Double
    /// The day on which it was published; of several the newest counts.
    public let vintage: CalendarDay
    /// Where it was published.
    public let source: String
}

extension Consortium {
    /// The prices that count, by series and period: of each the newest
    /// vintage.
    public var newestPrices: [PricePoint] {
        var newest: [PriceKey: PricePoint] = [:]
        for point in prices {
            let key = PriceKey(series: point.series, period: point.period)
            if let known = newest[key], known.vintage >= point.vintage { continue }
            newest[key] = point
        }
        return newest.values.sorted { ($0.series, $0.period) < ($1.series, $1.period) }
    }

    /// The newest index of each period of a series, the earliest first;
    /// empty for a series without prices.
    public func priceIndex(_ series: String) -> [(period: Period, index: Double)] {
        newestPrices.filter { $0.series == series }.map { ($0.period, $0.value) }
    }
}

/// What a price is of.
private struct PriceKey: Hashable {
    let series: String
    let period: Period
}

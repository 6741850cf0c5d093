public import MetricSpec

/// A price index of one series and vintage: money of one period becomes money
/// of another (METHODS 15).
public struct PriceIndex: Sendable, Hashable {
    /// The period in whose prices real values are.
    public let base: Period
    private let values: [Period: Double]
    /// The index of each month, by month counted from January of year 0.
    private let months: [Int32: Double]

    /// Makes an index of published values of months, quarters or years.
    ///
    /// Where several cover a month, the one of the shortest period holds, and
    /// of equally long ones the latest. An index that is not above 0 is passed
    /// over.
    public init(base: Period, values: [(period: Period, index: Double)]) {
        self.base = base
        let usable = values.filter { $0.index > 0 && $0.index.isFinite }
        self.values = Dictionary(usable.map { ($0.period, $0.index) }) { _, last in last }
        var months: [Int32: Double] = [:]
        let byLength = self.values.sorted {
            ($0.key.months, -$0.key.firstMonth) > ($1.key.months, -$1.key.firstMonth)
        }
        for (period, index) in byLength {
            for month in period.firstMonth..<period.endMonth { months[month] = index }
        }
        self.months = months
    }

    /// The index over the days of a period: its own published value, else the
    /// mean of its months' weighted by their days.
    ///
    /// - Returns: nil when any day is not covered.
    public func average(over period: Period) -> Double? {
        if let own = values[period] { return own }
        var sum = CompensatedSum()
        for month in period.firstMonth..<period.endMonth {
            guard let index = months[month] else { return nil }
            sum.add(index * Double(Self.dayCount(ofMonth: month)))
        }
        return sum.total / Double(period.dayCount)
    }

    /// A nominal amount of a period in the prices of the base: nominal x index
    /// of the base / index of the period.
    ///
    /// - Returns: nil when the index does not cover one of the two.
    public func real(_ nominal: Double, of period: Period) -> Double? {
        guard let then = average(over: base), let now = average(over: period) else { return nil }
        // By the quotient, so that money of the base's own prices stays as it is.
        let real = nominal * (then / now)
        return real.isFinite ? real : nil
    }

    private static func dayCount(ofMonth month: Int32) -> Int {
        Period(year: Int(month) / 12, month: Int(month) % 12 + 1, months: 1)?.dayCount ?? 0
    }
}

/// An amount as it would be at the nation's price level: value x 100 / parity
/// (regional price parity, 100 = nation).
///
/// A sensitivity, never silent and never put on bought goods (METHODS 15).
///
/// - Returns: nil for a parity that is not above 0.
public func parityAdjusted(_ value: Double, parity: Double) -> Double? {
    guard parity > 0 else { return nil }
    let adjusted = quotient(value, parity, 100)
    return adjusted.isFinite ? adjusted : nil
}

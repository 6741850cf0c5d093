public import MetricSpec

/// How the released figures of a city's peers lie: quartiles only, never the
/// figure of a city.
public struct PeerRanges: Sendable {
    /// One metric, period and breakdown among peers.
    public struct Row: Sendable, Hashable {
        /// Position in the standard's metrics.
        public let metric: Int32
        /// Position in the standard's `breakdownValues`.
        public let breakdown: Int32
        public let period: Period
        /// How many peers reported; at least `PeerRanges.fewestShown`.
        public let contributors: Int
        /// In the metric's unit, as the two others.
        public let lowerQuartile: Double
        public let median: Double
        public let upperQuartile: Double

        /// Makes a row.
        public init(
            metric: Int32, breakdown: Int32, period: Period, contributors: Int,
            lowerQuartile: Double, median: Double, upperQuartile: Double
        ) {
            self.metric = metric
            self.breakdown = breakdown
            self.period = period
            self.contributors = contributors
            self.lowerQuartile = lowerQuartile
            self.median = median
            self.upperQuartile = upperQuartile
        }
    }

    /// Of fewer peers nothing is told.
    public static let fewestShown = 5

    /// All ranges, as they were given.
    public let rows: [Row]
    private let places: [Key: Int]

    private struct Key: Hashable {
        let metric: Int32
        let breakdown: Int32
        let months: Int32
    }

    /// Takes ranges; of several periods of one metric the latest counts.
    public init(_ rows: [Row]) {
        self.rows = rows
        var places: [Key: Int] = [:]
        for (index, row) in rows.enumerated() {
            let key = Key(
                metric: row.metric, breakdown: row.breakdown, months: row.period.months)
            if let known = places[key], rows[known].period > row.period { continue }
            places[key] = index
        }
        self.places = places
    }

    /// The latest range of a metric for periods as long as one.
    func range(metric: Int32, breakdown: Int32, months: Int32) -> Row? {
        places.isEmpty
            ? nil
            : places[Key(metric: metric, breakdown: breakdown, months: months)].map { rows[$0] }
    }
}

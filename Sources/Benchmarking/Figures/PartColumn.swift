internal import MetricSpec

/// The observation of one measure that each city's figure takes, if any.
struct PartColumn {
    /// Rows of `ObservationColumns`, -1 where a city has none with a value.
    private(set) var rows: [Int32]
    /// Why there is none; meaningful where `rows` is -1.
    private(set) var reasons: [StandingStatus]

    private init(cityCount: Int) {
        rows = Array(repeating: -1, count: cityCount)
        reasons = Array(repeating: .notReported, count: cityCount)
    }

    /// What was observed for exactly the period.
    init(
        ofMeasure measure: Int, in period: Period, breakdown: Int32,
        observations: ObservationColumns, cityCount: Int
    ) {
        self.init(cityCount: cityCount)
        for row in observations.rows(ofMeasure: measure, breakdown: breakdown)
        where observations.firstMonths[row] == period.firstMonth
            && observations.months[row] == period.months
        {
            take(row, of: observations)
        }
    }

    /// The level that belongs to a numerator's period (CONTRACT, Which
    /// denominator): the value with the latest start before the period's end,
    /// on equal starts with the latest end, among those whose end is at most
    /// `maxAgeMonths` before the period's start.
    ///
    /// An observation without a value never hides an older value; where there
    /// is no value at all, the latest one gives the reason.
    init(
        stockOfMeasure measure: Int, before period: Period, maxAgeMonths: Int,
        breakdown: Int32, observations: ObservationColumns, cityCount: Int
    ) {
        self.init(cityCount: cityCount)
        let oldestEnd = Int(period.firstMonth) - maxAgeMonths
        // Rows of a city ascend by start and length: the last one that
        // fits is the one to take.
        for row in observations.rows(ofMeasure: measure, breakdown: breakdown) {
            let start = observations.firstMonths[row]
            let end = Int(start) + Int(observations.months[row])
            if start < period.endMonth && end >= oldestEnd {
                take(row, of: observations)
            }
        }
    }

    private mutating func take(_ row: Int, of observations: ObservationColumns) {
        let city = Int(observations.cities[row])
        guard city < rows.count else { return }
        if let reason = MissingReason.status(of: observations.statuses[row]) {
            reasons[city] = reason
        } else {
            rows[city] = Int32(row)
        }
    }
}

internal import MetricSpec

/// Shorter periods that make up a longer one.
enum PeriodTiling {
    /// The rows with values whose periods follow each other without a gap from
    /// the first day of `period` to its last; the longer periods are taken.
    ///
    /// - Parameter rows: one city's rows of a measure, by start and length.
    /// - Returns: ascending rows; nil where the period is not covered exactly.
    static func rows(
        for period: Period, among rows: Range<Int>, of observations: ObservationColumns
    ) -> [Int]? {
        let length = Int(period.months)
        // The row that leads from a month of the period to its end.
        var next = Array(repeating: -1, count: length)
        for row in rows.reversed() where observations.statuses[row].hasValue {
            let start = Int(observations.firstMonths[row] - period.firstMonth)
            let end = start + Int(observations.months[row])
            guard start >= 0, end <= length, next[start] < 0 else { continue }
            if end == length || next[end] >= 0 { next[start] = row }
        }
        guard next[0] >= 0 else { return nil }
        var found: [Int] = []
        var month = 0
        while month < length {
            found.append(next[month])
            month += Int(observations.months[next[month]])
        }
        return found
    }

    /// The value of a longer period from those of its parts.
    static func value(
        of rows: [Int], by rule: QuarterToYear, in observations: ObservationColumns
    ) -> Double? {
        switch rule {
        case .none: return nil
        case .last: return rows.last.map { observations.values[$0] }
        case .sum:
            var sum = CompensatedSum()
            for row in rows { sum.add(observations.values[row]) }
            return sum.total
        case .mean:
            var (sum, days) = (CompensatedSum(), 0)
            for row in rows {
                let length = observations.period(at: row)?.dayCount ?? 0
                sum.add(observations.values[row] * Double(length))
                days += length
            }
            return days > 0 ? sum.total / Double(days) : nil
        }
    }

    /// Why the shorter periods within a period do not make it up.
    static func reason(
        within period: Period, _ rows: Range<Int>, of observations: ObservationColumns
    ) -> StandingStatus {
        var reason: StandingStatus = .notReported
        for row in rows
        where observations.firstMonths[row] >= period.firstMonth
            && observations.firstMonths[row] + observations.months[row] <= period.endMonth
        {
            if let missing = MissingReason.status(of: observations.statuses[row]) {
                reason = MissingReason.decisive(missing, reason)
            }
        }
        return reason
    }
}

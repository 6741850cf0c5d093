internal import MetricSpec

/// Of each city the two values of a level whose dates lie around the middle of
/// a period (METHODS 2).
///
/// The date of a value is the middle of its own period: that of a year's
/// population is the middle of the year.
struct MidPeriodNeighbours {
    /// Two rows of `ObservationColumns`, the same twice where one has the very
    /// date.
    struct Pair {
        let before: Int32
        let after: Int32
        /// How far the middle of the period lies from the first date to the
        /// second: 0 to 1.
        let share: Double
    }

    private struct Neighbour {
        let row: Int32
        let date: Double
    }

    private var before: [Neighbour?]
    private var after: [Neighbour?]
    private let middle: Double

    /// Looks as far from the period as the metric lets a denominator be old.
    init(
        ofMeasure measure: Int, in period: Period, maxAgeMonths: Int, breakdown: Int32,
        observations: ObservationColumns, cityCount: Int
    ) {
        before = Array(repeating: nil, count: cityCount)
        after = before
        middle = period.middle
        let oldestEnd = Int(period.firstMonth) - maxAgeMonths
        let latestStart = Int(period.endMonth) + maxAgeMonths
        for row in observations.rows(ofMeasure: measure, breakdown: breakdown) {
            let start = Int(observations.firstMonths[row])
            guard observations.statuses[row].hasValue,
                start + Int(observations.months[row]) >= oldestEnd, start < latestStart,
                let date = observations.period(at: row)?.middle
            else { continue }
            add(Neighbour(row: Int32(row), date: date), city: Int(observations.cities[row]))
        }
    }

    /// Of equal dates the later row counts: it starts later.
    private mutating func add(_ neighbour: Neighbour, city: Int) {
        guard city < before.count else { return }
        if neighbour.date <= middle, neighbour.date >= before[city]?.date ?? -.infinity {
            before[city] = neighbour
        }
        if neighbour.date >= middle, neighbour.date <= after[city]?.date ?? .infinity {
            after[city] = neighbour
        }
    }

    /// Nil where a city has no value on one of the sides.
    subscript(city: Int) -> Pair? {
        guard let first = before[city], let second = after[city] else { return nil }
        let distance = second.date - first.date
        return Pair(
            before: first.row, after: second.row,
            share: distance > 0 ? (middle - first.date) / distance : 0)
    }
}

extension Period {
    /// The middle, in days as `CalendarDay` counts them.
    fileprivate var middle: Double { (Double(start.number) + Double(end.number)) / 2 }
}

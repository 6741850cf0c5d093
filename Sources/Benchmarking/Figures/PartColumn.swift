internal import MetricSpec

/// What one part of a formula is in each city.
struct PartColumn {
    /// Not a number where a city has none.
    private(set) var values: [Double]
    /// `reported`, `unreliable` or `not_comparable` beside a value, and why
    /// there is none elsewhere.
    private(set) var statuses: [StandingStatus]
    /// Why a metric among the parts does not compare; empty for a measure.
    private(set) var reasons: [IncomparableReason?] = []
    /// The row of `ObservationColumns` behind a city's value; -1 where it is
    /// not just one.
    private var rows: [Int32]
    /// The rows behind the values that were made of several.
    private var lists: [Int: ArraySlice<Int32>] = [:]

    private init(cityCount: Int) {
        values = Array(repeating: .nan, count: cityCount)
        statuses = Array(repeating: .notReported, count: cityCount)
        rows = Array(repeating: -1, count: cityCount)
    }

    /// What was observed of a measure for exactly the period or, where a city
    /// has no such value, what its shorter periods make of it by `rule`.
    init(
        ofMeasure measure: Int, in period: Period, rule: QuarterToYear, breakdown: Int32,
        observations: ObservationColumns, cityCount: Int
    ) {
        self.init(cityCount: cityCount)
        let all = observations.rows(ofMeasure: measure, breakdown: breakdown)
        var hasShorter = false
        for row in all where observations.firstMonths[row] >= period.firstMonth {
            if observations.firstMonths[row] == period.firstMonth
                && observations.months[row] == period.months
            {
                take(row, of: observations)
            } else if observations.firstMonths[row] + observations.months[row] <= period.endMonth {
                hasShorter = true
            }
        }
        readValues(observations)
        if hasShorter && rule != .none { assemble(period, rule, from: all, observations) }
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
            if start < period.endMonth && end >= oldestEnd { take(row, of: observations) }
        }
        readValues(observations)
    }

    /// The level in the middle of a period: on the line between the two values
    /// around it or, where there are not both, the one that belongs to the
    /// period.
    init(
        midPeriodOfMeasure measure: Int, in period: Period, maxAgeMonths: Int,
        breakdown: Int32, observations: ObservationColumns, cityCount: Int
    ) {
        self.init(
            stockOfMeasure: measure, before: period, maxAgeMonths: maxAgeMonths,
            breakdown: breakdown, observations: observations, cityCount: cityCount)
        let neighbours = MidPeriodNeighbours(
            ofMeasure: measure, in: period, maxAgeMonths: maxAgeMonths, breakdown: breakdown,
            observations: observations, cityCount: cityCount)
        for city in 0..<cityCount {
            guard let pair = neighbours[city] else { continue }
            let (before, after) = (Int(pair.before), Int(pair.after))
            let (low, high) = (observations.values[before], observations.values[after])
            values[city] = low + pair.share * (high - low)
            let isReliable = [before, after].allSatisfy {
                observations.statuses[$0] != .unreliable
            }
            statuses[city] = isReliable ? .reported : .unreliable
            rows[city] = -1
            lists[city] = before == after ? [pair.before] : [pair.before, pair.after]
        }
    }

    /// The figures of a metric that is part of another one.
    init(_ figures: MetricColumns) {
        values = figures.values.raw
        statuses = figures.statuses
        reasons = figures.reasons
        rows = Array(repeating: -1, count: figures.cityCount)
        for city in 0..<figures.cityCount {
            lists[city] = figures.numeratorRows[city] + figures.denominatorRows[city]
        }
    }

    /// A population with those served in its place where a city says how
    /// many they are; `factor` is the size of the population's unit in
    /// persons.
    init(_ resident: PartColumn, served: [Double?], factor: Double) {
        self = resident
        for city in served.indices {
            guard let persons = served[city] else { continue }
            values[city] = persons / factor
            statuses[city] = .reported
            rows[city] = -1
        }
    }

    /// Adds the rows behind a city's value to a list.
    func appendSources(ofCity city: Int, to sources: inout RowLists) {
        if rows[city] >= 0 {
            sources.append(rows[city])
        } else if let list = lists[city] {
            sources.append(list)
        }
    }

    /// Takes a row for its city, or its reason where it has no value.
    @inline(__always)
    private mutating func take(_ row: Int, of observations: ObservationColumns) {
        let city = Int(observations.cities[row])
        guard city < rows.count else { return }
        if let missing = MissingReason.status(of: observations.statuses[row]) {
            statuses[city] = missing
        } else {
            rows[city] = Int32(row)
        }
    }

    /// Reads the values of the rows that were taken.
    private mutating func readValues(_ observations: ObservationColumns) {
        for city in rows.indices where rows[city] >= 0 {
            let row = Int(rows[city])
            values[city] = observations.values[row]
            statuses[city] = observations.statuses[row] == .unreliable ? .unreliable : .reported
        }
    }

    /// Gives cities without a value what their shorter periods make.
    private mutating func assemble(
        _ period: Period, _ rule: QuarterToYear, from all: Range<Int>,
        _ observations: ObservationColumns
    ) {
        var row = all.lowerBound
        while row < all.upperBound {
            let city = Int(observations.cities[row])
            guard city < rows.count else { return }
            var end = row + 1
            while end < all.upperBound, observations.cities[end] == city { end += 1 }
            if rows[city] < 0 { assemble(period, rule, city: city, from: row..<end, observations) }
            row = end
        }
    }

    private mutating func assemble(
        _ period: Period, _ rule: QuarterToYear, city: Int, from own: Range<Int>,
        _ observations: ObservationColumns
    ) {
        guard let parts = PeriodTiling.rows(for: period, among: own, of: observations),
            let value = PeriodTiling.value(of: parts, by: rule, in: observations)
        else {
            if statuses[city] == .notReported {
                statuses[city] = PeriodTiling.reason(within: period, own, of: observations)
            }
            return
        }
        let used = rule == .last ? parts.suffix(1) : parts[...]
        lists[city] = ArraySlice(used.map { Int32($0) })
        if value.isFinite {
            values[city] = value
            let isReliable = used.allSatisfy { observations.statuses[$0] != .unreliable }
            statuses[city] = isReliable ? .reported : .unreliable
        } else {
            statuses[city] = .notComparable
        }
    }
}

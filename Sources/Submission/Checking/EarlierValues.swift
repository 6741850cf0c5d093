public import MetricSpec

/// Values that were accepted before, found by their key and period.
///
/// The change limits of measures are judged against them, and what is unlike
/// a city's own history. Sorted columns, 28 bytes a value; a look-up takes a
/// search by halves.
public struct EarlierValues: Sendable {
    /// One earlier value with its key.
    public struct Row: Sendable, Hashable {
        /// Position in the standard's measures.
        public let measure: Int32
        /// Position in the directory's cities.
        public let city: Int32
        /// Position in the standard's `breakdownValues`.
        public let breakdown: Int32
        public let period: Period
        /// In the measure's unit.
        public let value: Double

        /// Makes a row.
        public init(
            measure: Int32, city: Int32, breakdown: Int32, period: Period, value: Double
        ) {
            self.measure = measure
            self.city = city
            self.breakdown = breakdown
            self.period = period
            self.value = value
        }
    }

    /// One earlier value of a key that is known.
    public struct Point: Sendable, Hashable {
        /// The first month of its period, counted from January of year 0.
        public let month: Int32
        /// In the measure's unit.
        public let value: Double
    }

    private let measures: [Int32]
    private let cities: [Int32]
    private let breakdowns: [Int32]
    private let firstMonths: [Int32]
    private let months: [Int32]
    private let values: [Double]

    /// Sorts values by their keys; of two with the same key and period the
    /// one given last counts. They are of variants actual and provisional
    /// actual.
    public init(_ rows: [Row]) {
        var latest: [Int] = []
        let order = rows.indices.sorted { left, right in
            let isEqual = Self.key(rows[left]) == Self.key(rows[right])
            return isEqual ? left < right : Self.key(rows[left]) < Self.key(rows[right])
        }
        for index in order {
            if let last = latest.last, Self.key(rows[last]) == Self.key(rows[index]) {
                latest[latest.count - 1] = index
            } else {
                latest.append(index)
            }
        }
        measures = latest.map { rows[$0].measure }
        cities = latest.map { rows[$0].city }
        breakdowns = latest.map { rows[$0].breakdown }
        firstMonths = latest.map { rows[$0].period.firstMonth }
        months = latest.map { rows[$0].period.months }
        values = latest.map { rows[$0].value }
    }

    /// The positions of the measures with a change limit.
    public static func measures(of standard: Standard) -> [Int32] {
        standard.measures.indices.filter { standard.measures[$0].change != nil }.map(Int32.init)
    }

    /// How many values there are.
    public var count: Int { values.count }

    /// The measures that have any value.
    public var coveredMeasures: Set<Int32> { Set(measures) }

    /// All values with their keys, ordered by measure, city, breakdown and
    /// period.
    public var rows: [Row] {
        values.indices.compactMap { index in
            Period(firstMonth: firstMonths[index], months: months[index]).map { period in
                Row(
                    measure: measures[index], city: cities[index],
                    breakdown: breakdowns[index], period: period, value: values[index])
            }
        }
    }

    /// The value of the same key twelve months before a period; nil where
    /// there is none.
    public func value(
        measure: Int32, city: Int32, breakdown: Int32, yearBefore period: Period
    ) -> Double? {
        value((measure, city, breakdown, period.months, period.firstMonth - 12))
    }

    /// The value of the same key for a period itself; nil where there is none.
    public func value(
        measure: Int32, city: Int32, breakdown: Int32, in period: Period
    ) -> Double? {
        value((measure, city, breakdown, period.months, period.firstMonth))
    }

    /// The values of the same key in periods as long as one and before it, the
    /// earliest first.
    public func series(
        measure: Int32, city: Int32, breakdown: Int32, before period: Period
    ) -> [Point] {
        let end = lowerBound((measure, city, breakdown, period.months, period.firstMonth))
        let start = lowerBound((measure, city, breakdown, period.months, .min))
        return (start..<end).map { Point(month: firstMonths[$0], value: values[$0]) }
    }

    /// The value of the same key in the latest period that starts before a
    /// month, whatever its length.
    func latest(
        measure: Int32, city: Int32, breakdown: Int32, startingBefore month: Int32
    ) -> Double? {
        let start = lowerBound((measure, city, breakdown, .min, .min))
        let end = lowerBound((measure, city, breakdown, .max, .max))
        let newest = (start..<end).filter { firstMonths[$0] < month }
            .max { firstMonths[$0] < firstMonths[$1] }
        return newest.map { values[$0] }
    }

    /// What is known of a measure of a city before a period.
    struct Latest {
        /// The first month of the newest period, as long as that one.
        let month: Int32
        /// That of the one before it; nil where there is none.
        let preceding: Int32?
        /// Its total, or the groups of its breakdowns together.
        let value: Double
    }

    /// Whether there is a value of a measure for a period, of any group.
    func hasValue(measure: Int32, city: Int32, in period: Period) -> Bool {
        let start = lowerBound((measure, city, .min, .min, .min))
        let end = lowerBound((measure, city, .max, .max, .max))
        return (start..<end).contains {
            months[$0] == period.months && firstMonths[$0] == period.firstMonth
        }
    }

    /// The newest of a measure's values in periods as long as one and before
    /// it; nil where there is none.
    func latest(measure: Int32, city: Int32, before period: Period) -> Latest? {
        let start = lowerBound((measure, city, .min, .min, .min))
        let end = lowerBound((measure, city, .max, .max, .max))
        let known = (start..<end).lazy.filter {
            months[$0] == period.months && firstMonths[$0] < period.firstMonth
        }
        guard let month = known.map({ firstMonths[$0] }).max() else { return nil }
        let newest = known.filter { firstMonths[$0] == month }
        let total = newest.first { breakdowns[$0] == 0 }.map { values[$0] }
        return Latest(
            month: month,
            preceding: known.map { firstMonths[$0] }.filter { $0 < month }.max(),
            value: total ?? newest.reduce(0) { $0 + values[$1] })
    }

    private func value(_ wanted: Key) -> Double? {
        let place = lowerBound(wanted)
        return place < values.count && key(place) == wanted ? values[place] : nil
    }

    private func lowerBound(_ wanted: Key) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Measure, city, breakdown, months, first month.
    private typealias Key = (Int32, Int32, Int32, Int32, Int32)

    private func key(_ index: Int) -> Key {
        (measures[index], cities[index], breakdowns[index], months[index], firstMonths[index])
    }

    private static func key(_ row: Row) -> Key {
        (row.measure, row.city, row.breakdown, row.period.months, row.period.firstMonth)
    }
}

public import MetricSpec

/// Values that were accepted before, found by their key and period.
///
/// The change limits of measures are judged against them. Sorted columns, 28
/// bytes a value; a look-up takes a search by halves.
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

    private let measures: [Int32]
    private let cities: [Int32]
    private let breakdowns: [Int32]
    private let firstMonths: [Int32]
    private let months: [Int32]
    private let values: [Double]

    /// Sorts values by their keys; of two with the same key and period the
    /// one given last counts.
    ///
    /// Only values of measures with a change limit are ever asked for, of
    /// variants actual and provisional actual:
    /// `EarlierValues.measures(of:)` names them.
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

    /// The positions of the measures whose values are asked for.
    public static func measures(of standard: Standard) -> [Int32] {
        standard.measures.indices.filter { standard.measures[$0].change != nil }.map(Int32.init)
    }

    /// How many values there are.
    public var count: Int { values.count }

    /// The value of the same key twelve months before a period; nil where
    /// there is none.
    public func value(
        measure: Int32, city: Int32, breakdown: Int32, yearBefore period: Period
    ) -> Double? {
        value((measure, city, breakdown, period.firstMonth - 12, period.months))
    }

    /// The value of the same key for a period itself; nil where there is none.
    public func value(
        measure: Int32, city: Int32, breakdown: Int32, in period: Period
    ) -> Double? {
        value((measure, city, breakdown, period.firstMonth, period.months))
    }

    private func value(_ wanted: (Int32, Int32, Int32, Int32, Int32)) -> Double? {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return low < values.count && key(low) == wanted ? values[low] : nil
    }

    private func key(_ index: Int) -> (Int32, Int32, Int32, Int32, Int32) {
        (measures[index], cities[index], breakdowns[index], firstMonths[index], months[index])
    }

    private static func key(_ row: Row) -> (Int32, Int32, Int32, Int32, Int32) {
        (row.measure, row.city, row.breakdown, row.period.firstMonth, row.period.months)
    }
}

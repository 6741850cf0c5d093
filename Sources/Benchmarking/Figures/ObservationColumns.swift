public import MetricSpec

/// The current observations of the variant `actual`, as columns.
///
/// Rows are in ascending order of measure, breakdown, city, first month of the
/// period and length of the period, and no two rows have the same key. Every
/// value is finite where its status has one.
public struct ObservationColumns: Sendable {
    /// Positions in the standard's `measures`.
    public let measures: [Int32]
    /// Positions in the standard's `breakdownValues`; 0 is `total`.
    public let breakdowns: [Int32]
    /// Positions in the caller's list of cities.
    public let cities: [Int32]
    /// `Period.firstMonth` of each row.
    public let firstMonths: [Int32]
    /// `Period.months` of each row.
    public let months: [Int32]
    /// 0 where the status has no value.
    public let values: [Double]
    public let statuses: [ObservationStatus]
    /// `ValueBasis.code` of each row; 0 where nothing is stated.
    public let bases: [Int16]
    /// Whether any row states a basis.
    let statesBases: Bool

    /// Takes columns of equal length over; throws at the first row that is
    /// out of order, double, negative in an index or not finite in its value.
    /// Without `bases` no row states one.
    public init(
        measures: [Int32], breakdowns: [Int32], cities: [Int32], firstMonths: [Int32],
        months: [Int32], values: [Double], statuses: [ObservationStatus], bases: [Int16]? = nil
    ) throws(ObservationFault) {
        self.measures = measures
        self.breakdowns = breakdowns
        self.cities = cities
        self.firstMonths = firstMonths
        self.months = months
        self.values = values
        self.statuses = statuses
        self.bases = bases ?? Array(repeating: 0, count: measures.count)
        statesBases = bases?.contains { $0 != 0 } ?? false
        try check()
    }

    /// Columns without a row.
    public init() {
        (measures, breakdowns, cities, firstMonths, months) = ([], [], [], [], [])
        (values, statuses, bases, statesBases) = ([], [], [], false)
    }

    /// How many observations there are.
    public var count: Int { measures.count }

    /// The period of a row; nil for numbers that no period has.
    public func period(at row: Int) -> Period? {
        let first = Int(firstMonths[row])
        return Period(year: first / 12, month: first % 12 + 1, months: Int(months[row]))
    }

    /// The rows of one measure in one breakdown, found by bisection.
    func rows(ofMeasure measure: Int, breakdown: Int32) -> Range<Int> {
        let wanted = (Int32(measure), breakdown)
        let start = partition { ($0, $1) < wanted }
        let end = partition { ($0, $1) <= wanted }
        return start..<end
    }

    /// The first row whose measure and breakdown are no longer `before`.
    private func partition(before: (Int32, Int32) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if before(measures[middle], breakdowns[middle]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private func check() throws(ObservationFault) {
        let lengths = [
            breakdowns.count, cities.count, firstMonths.count, months.count, values.count,
            statuses.count, bases.count,
        ]
        guard lengths.allSatisfy({ $0 == count }) else { throw .unequalColumns }
        for row in 0..<count {
            if measures[row] < 0 || cities[row] < 0 || months[row] < 1 {
                throw .badNumber(row: row)
            }
            if statuses[row].hasValue, !values[row].isFinite { throw .notFinite(row: row) }
            if row > 0, !isAscending(at: row) { throw .notAscending(row: row) }
        }
    }

    private func isAscending(at row: Int) -> Bool {
        let before = row - 1
        return (
            measures[before], breakdowns[before], cities[before], firstMonths[before],
            months[before]
        )
            < (measures[row], breakdowns[row], cities[row], firstMonths[row], months[row])
    }
}

/// What makes columns of observations unusable; rows count from 0.
public enum ObservationFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The columns differ in length.
    case unequalColumns
    /// A measure or city below 0, or a period without a month.
    case badNumber(row: Int)
    /// A value that is infinite or no number under a status that has one.
    case notFinite(row: Int)
    /// The key of the row is not above that of the row before.
    case notAscending(row: Int)

    /// What is wrong, where, and what was expected.
    public var description: String {
        switch self {
        case .unequalColumns:
            "the columns of the observations differ in length."
        case .badNumber(let row):
            "observation \(row): a measure or city below 0, or a period without a month."
        case .notFinite(let row):
            "observation \(row): its status has a value, but the value is not finite."
        case .notAscending(let row):
            "observation \(row) is not above the one before. Expected ascending order of "
                + "measure, breakdown, city, first month and months, each key once."
        }
    }
}

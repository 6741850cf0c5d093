import Benchmarking
import MetricSpec

/// Observations written as a test reads them, in any order.
struct ObservationTable {
    private struct Row {
        let key: (Int32, Int32, Int32, Int32, Int32)
        let value: Double
        let status: ObservationStatus
        let basis: Int16
    }

    let standard: Standard
    private var rows: [Row] = []

    init(_ standard: Standard) { self.standard = standard }

    /// Adds an observation; a status without a value takes none.
    mutating func add(
        _ measure: String, city: Int, _ period: String, _ value: Double = 0,
        _ status: ObservationStatus = .normal, breakdown: Int32 = 0,
        basis: ValueBasis = ValueBasis()
    ) throws {
        guard let index = standard.measureIndex("city/" + measure),
            let period = Period(parsing: period)
        else { throw ObservationFault.unequalColumns }
        rows.append(
            Row(
                key: (Int32(index), breakdown, Int32(city), period.firstMonth, period.months),
                value: value, status: status, basis: basis.code))
    }

    /// Adds an observation of a group, by the id of a breakdown value.
    mutating func add(
        _ measure: String, city: Int, _ period: String, _ value: Double, group: String
    ) throws {
        try add(measure, city: city, period, value, breakdown: position(ofGroup: group))
    }

    func position(ofGroup group: String) throws -> Int32 {
        guard let position = standard.breakdownValues.firstIndex(of: group) else {
            throw ObservationFault.unequalColumns
        }
        return Int32(position)
    }

    func columns() throws -> ObservationColumns {
        let sorted = rows.sorted { $0.key < $1.key }
        return try ObservationColumns(
            measures: sorted.map(\.key.0), breakdowns: sorted.map(\.key.1),
            cities: sorted.map(\.key.2), firstMonths: sorted.map(\.key.3),
            months: sorted.map(\.key.4), values: sorted.map(\.value),
            statuses: sorted.map(\.status), bases: sorted.map(\.basis))
    }

    func evaluate(
        _ metric: String, _ period: String, cities: Int, service: ServiceColumn? = nil,
        breakdown: Int32 = 0
    ) throws -> MetricColumns {
        guard let metric = standard.metric("city/" + metric), let period = Period(parsing: period)
        else { throw ObservationFault.unequalColumns }
        return try evaluator(cities: cities).evaluate(
            metric, in: period, breakdown: breakdown, service: service)
    }

    func evaluator(
        cities: Int, areaChanges: [Int: [CalendarDay]] = [:]
    ) throws -> MetricEvaluator {
        MetricEvaluator(
            standard: standard, observations: try columns(), cityCount: cities,
            areaChanges: areaChanges)
    }

    /// The periods of the observations behind a city's numerator.
    func periods(ofNumerator figures: MetricColumns, city: Int = 0) throws -> [String] {
        let columns = try columns()
        return figures.numeratorSources(ofCity: city).compactMap { columns.period(at: $0)?.text }
    }
}

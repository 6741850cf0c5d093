import Consortium
import MetricSpec

/// Figures of cities for times in which they were none, counted by city and
/// period.
struct TermCheck {
    private struct Place: Hashable {
        let city: Int32
        let period: Period
    }

    private struct Strays {
        let absence: CityTerms.Absence
        let firstRow: Int
        var count: Int
    }

    private let terms: CityTerms
    /// By city: whether it has a first or last day.
    private let isLimited: [Bool]
    private var strays: [Place: Strays] = [:]

    init(_ context: IntakeContext) {
        terms = context.terms
        isLimited = context.cities.cities.indices.map(context.terms.isLimited)
    }

    /// Whether no city begins or ends.
    var isIdle: Bool { terms.isEmpty }

    /// Takes in a figure.
    @inline(__always)
    mutating func add(_ batch: CheckedBatch, _ index: Int) {
        if isLimited[Int(batch.city[index])] { addLimited(batch, index) }
    }

    private mutating func addLimited(_ batch: CheckedBatch, _ index: Int) {
        let city = batch.city[index]
        let period = batch.periods[Int(batch.period[index])]
        guard let absence = terms.absence(of: Int(city), on: period.start) else { return }
        strays[
            Place(city: city, period: period),
            default: Strays(
                absence: absence, firstRow: Int(batch.sourceRow[index]), count: 0)
        ].count += 1
    }

    /// One for each city and period, in the order of the file.
    func findings(_ log: FigureLog) -> [Finding] {
        strays.sorted { left, right in
            (left.value.firstRow, left.key.city, left.key.period)
                < (right.value.firstRow, right.key.city, right.key.period)
        }.map { place, strays in
            let city = log.context.cities.cities[Int(place.city)].id
            var finding = log.writer.cityOutsideItsDates(
                city, place.period, strays.absence, count: strays.count, row: strays.firstRow)
            finding.city = city
            finding.period = place.period
            return finding
        }
    }
}

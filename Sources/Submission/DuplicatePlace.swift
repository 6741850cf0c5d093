import Consortium
import MetricSpec

/// One of the places where a key that is named twice stands.
struct DuplicatePlace {
    let line: Int
    /// From 0.
    let column: Int
    let text: String
    let isMissing: Bool
    let city: String
    let measure: String
    let period: Period

    /// The key in words.
    var key: String { Self.key(measure: measure, city: city, period: period.text) }

    static func key(measure: String, city: String, period: String) -> String {
        "\(measure) of \(city) for \(period)"
    }

    init(_ batch: CheckedBatch, _ index: Int, _ context: IntakeContext) {
        line = Int(batch.sourceRow[index])
        column = Int(batch.sourceColumn[index]) - 1
        let status = ObservationStatus(code: batch.status[index])
        isMissing = status?.hasValue == false
        let shortest = isMissing ? "" : PlainNumber.text(batch.value[index])
        text = batch.rawText(index).map(CellText.string) ?? shortest
        city = context.cities.cities[Int(batch.city[index])].id
        measure = context.standard.measures[Int(batch.measure[index])].id
        period = batch.periods[Int(batch.period[index])]
    }
}

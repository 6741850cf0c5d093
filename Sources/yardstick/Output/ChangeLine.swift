import MetricSpec
import Submission
import Warehouse

/// A value that a correction changed, as JSON and in words.
struct ChangeLine: Encodable {
    let measure: String
    let city: String
    let period: String
    let breakdown: String
    let variant: String
    let oldValue: Double?
    let oldStatus: String
    let newValue: Double?
    let newStatus: String
    let supersededSubmission: Int
    let member: String?
    let sheet: String?
    let row: Int

    init(_ change: ValueChange) {
        measure = change.measure
        city = change.city
        period = change.period.text
        breakdown = change.breakdown
        variant = change.variant.rawValue
        oldValue = change.old.value
        oldStatus = change.old.status.rawValue
        newValue = change.new.value
        newStatus = change.new.status.rawValue
        supersededSubmission = change.supersededSubmission
        member = change.member
        sheet = change.sheet
        row = change.row
    }

    /// One line for people.
    var text: String {
        var key = "\(measure) of \(city) for \(period)"
        if breakdown != "total" { key += ", \(breakdown)" }
        if variant != Variant.actual.rawValue { key += ", \(variant)" }
        let (old, new) = (Self.words(oldValue, oldStatus), Self.words(newValue, newStatus))
        let change = old == new ? "\(old), on another basis" : "\(old) -> \(new)"
        let table = Finding.table(member: member, sheet: sheet).map { " of \($0)" } ?? ""
        return "changed: \(key): \(change) (line \(row)\(table), was submission "
            + "\(supersededSubmission))"
    }

    private static func words(_ value: Double?, _ status: String) -> String {
        var number = value.map { "\($0)" } ?? ""
        if number.hasSuffix(".0") { number.removeLast(2) }
        if status == ObservationStatus.normal.rawValue { return number }
        let word = status.replacing("_", with: " ")
        return number.isEmpty ? word : "\(number) (\(word))"
    }
}

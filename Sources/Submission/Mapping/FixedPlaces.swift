import Consortium
import MetricSpec

/// City, period and status where they are the same for a whole file:
/// constants of the mapping, or parts of the file's path.
struct FixedPlaces {
    /// Position in the directory; nil where a column says it.
    var city: Int32?
    var period: Period?
    /// The text of a period that is another one by the city of the row.
    var stamp: String?
    /// The status of values of which no column says more.
    var status = ObservationStatus.normal
    var problems: [Problem] = []
    /// The period that the path says the records are of; nil where it says
    /// none.
    var claimed: Period?

    /// Why a file's city, period or status is not known.
    enum Problem: Equatable {
        case path(template: String)
        case city(String)
        case period(String, reason: String)
        case status(String)
    }

    init(_ mapping: Mapping, path: String, context: IntakeContext) {
        if let text = fixed(mapping.city, "city", path) {
            city = context.cities.index(of: text).map(Int32.init)
            if city == nil { problems.append(.city(text)) }
        }
        if let text = fixed(mapping.period, "period", path) {
            readPeriod(text, mapping, context)
        }
        if let source = mapping.status { readStatus(source, path) }
        if let text = mapping.aggregation?.dates?.within?.match(path)?["period"],
            case .period(let period) = StampReader(mapping, context).read(
                text.replacing("--", with: "/"), city: city ?? -1)
        {
            claimed = period
        }
    }

    private mutating func readStatus(_ source: StatusSource, _ path: String) {
        status = source.constant
        guard let template = source.path else { return }
        guard let text = template.match(path)?["status"] else {
            problems.append(.path(template: template.text))
            return
        }
        if let found = source.status(inPath: text) {
            status = found
        } else {
            problems.append(.status(text))
        }
    }

    private mutating func readPeriod(_ text: String, _ mapping: Mapping, _ context: IntakeContext) {
        let stamps = StampReader(mapping, context)
        let plain = text.replacing("--", with: "/")
        if stamps.dependsOnCity, mapping.city.column != nil {
            stamp = plain
            return
        }
        switch stamps.read(plain, city: city ?? -1) {
        case .period(let found): period = found
        case .unreadable(let reason): problems.append(.period(text, reason: reason))
        }
    }

    private mutating func fixed(_ source: PlaceSource, _ name: String, _ path: String) -> String? {
        switch source {
        case .column, .rows: return nil
        case .constant(let text): return text
        case .path(let template):
            guard let found = template.match(path)?[name] else {
                problems.append(.path(template: template.text))
                return nil
            }
            return found
        }
    }
}

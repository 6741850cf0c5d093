/// Reads one measure of a `measures.yaml`.
enum MeasureReader {
    static let keys = [
        "name", "title", "definition", "unit", "kind", "quarter_to_year", "service",
        "plausible", "minutes", "source",
    ]

    static func measure(_ value: YAMLValue, domain: String) -> Measure? {
        guard let table = value.table(allowed: keys) else { return nil }
        let name = table.string("name")
        guard let kind = table.required("kind")?.word(MeasureKind.self), !name.isEmpty else {
            return nil
        }
        return Measure(
            id: "\(domain)/\(name)", title: table.string("title"),
            definition: table.string("definition"), unit: table.string("unit"), kind: kind,
            quarterToYear: quarterToYear(table, kind: kind),
            service: table.optionalString("service"), plausible: plausible(table),
            minutesPerQuarter: table.optional("minutes")?.double(),
            source: table.optionalString("source"))
    }

    private static func quarterToYear(_ table: YAMLTable, kind: MeasureKind) -> QuarterToYear {
        guard let value = table.optional("quarter_to_year") else {
            return kind == .flow ? .sum : .last
        }
        return value.word(QuarterToYear.self) ?? .none
    }

    private static func plausible(_ table: YAMLTable) -> PlausibleRange? {
        guard let value = table.optional("plausible"),
            let range = value.table(allowed: ["minimum", "maximum"])
        else { return nil }
        let minimum = range.optional("minimum")?.double()
        let maximum = range.optional("maximum")?.double()
        if let minimum, let maximum, minimum > maximum {
            value.report("the minimum \(minimum) is above the maximum \(maximum).")
        }
        return PlausibleRange(minimum: minimum, maximum: maximum)
    }
}

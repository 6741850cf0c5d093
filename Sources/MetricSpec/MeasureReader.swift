/// Reads one measure of a `measures.yaml`.
enum MeasureReader {
    static let keys = [
        "name", "title", "definition", "unit", "kind", "quarter_to_year", "service",
        "plausible", "change", "minutes", "source", "includes", "excludes", "breakdowns",
        "synonyms", "additive", "required", "cost", "population", "margin_of", "level",
        "part_of", "sum_of", "rulings", "codes", "supersedes", "changes",
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
            service: table.optionalString("service"),
            plausible: DefinitionReader.plausibility(table),
            change: DefinitionReader.changeLimit(table),
            minutesPerQuarter: minutes(table), source: table.optionalString("source"),
            includes: table.strings("includes"), excludes: table.strings("excludes"),
            breakdowns: table.strings("breakdowns"), synonyms: table.strings("synonyms"),
            isAdditive: table.optional("additive")?.boolean() ?? true,
            isRequired: table.optional("required")?.boolean() ?? false,
            costRole: table.optional("cost")?.word(CostRole.self),
            population: table.optional("population")?.word(PopulationKind.self),
            margin: margin(table), partOf: table.strings("part_of"), sumOf: sum(table),
            rulings: DefinitionReader.rulings(table),
            codes: DefinitionReader.codes(table),
            supersedes: table.optionalString("supersedes"),
            changes: DefinitionReader.changes(table))
    }

    private static func quarterToYear(_ table: YAMLTable, kind: MeasureKind) -> QuarterToYear {
        guard let value = table.optional("quarter_to_year") else {
            return kind == .flow ? .sum : .last
        }
        return value.word(QuarterToYear.self) ?? .none
    }

    private static func minutes(_ table: YAMLTable) -> Double? {
        guard let value = table.optional("minutes"), let minutes = value.double() else {
            return nil
        }
        if minutes < 0 {
            value.report("\(StandardLint.plain(minutes)) minutes. Expected 0 or more.")
        }
        return minutes
    }

    private static func margin(_ table: YAMLTable) -> MarginOfError? {
        guard let measure = table.optionalString("margin_of") else {
            table.optional("level")?.report("a level belongs to a measure with margin_of only.")
            return nil
        }
        let value = table.required("level")
        let level = value?.double() ?? 0
        if let value, level <= 0 || level >= 1 {
            value.report(
                "the level \(StandardLint.plain(level)) is no confidence level. "
                    + "Expected one like 0.90.")
        }
        return MarginOfError(measure: measure, level: level)
    }

    private static func sum(_ table: YAMLTable) -> MeasureSum? {
        guard let value = table.optional("sum_of"),
            let sum = value.table(allowed: ["measures", "tolerance"]),
            let parts = sum.required("measures")?.strings(),
            let place = sum.required("tolerance"), let tolerance = place.double()
        else { return nil }
        if parts.count < 2 { value.report("a sum has two parts or more.") }
        if tolerance < 0 {
            place.report("\(StandardLint.plain(tolerance)) is no tolerance. Expected 0 or more.")
        }
        return MeasureSum(parts: parts, tolerance: tolerance)
    }
}

/// Reads one metric file.
enum MetricReader {
    static let keys = [
        "title", "question", "definition", "formula", "unit", "polarity", "target", "kind",
        "uncertainty", "meaningful_difference", "decimals", "max_age", "service",
        "influencing_factors", "perverse_incentive", "owner",
    ]

    /// Four quarters, as CONTRACT.md has it.
    static let defaultMaxAgeMonths = 12

    static func metric(_ value: YAMLValue, id: String) -> Metric? {
        guard let table = value.table(allowed: keys),
            let formulaValue = table.required("formula"),
            let formula = formula(formulaValue),
            let polarity = table.required("polarity")?.word(Polarity.self),
            let kind = table.required("kind")?.word(MetricKind.self),
            let uncertainty = table.required("uncertainty")?.word(Uncertainty.self)
        else { return nil }
        return Metric(
            id: id, title: table.string("title"), question: table.string("question"),
            definition: table.string("definition"), formula: formula,
            unit: table.string("unit"), polarity: polarity,
            target: target(table, polarity: polarity), kind: kind, uncertainty: uncertainty,
            meaningfulDifference: table.optional("meaningful_difference").flatMap(difference),
            decimals: decimals(table), maxAgeMonths: maxAge(table),
            service: table.optionalString("service"),
            influencingFactors: table.optional("influencing_factors")?.strings() ?? [],
            perverseIncentive: table.optionalString("perverse_incentive"),
            owner: table.optionalString("owner"))
    }

    private static func formula(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["reported", "sum", "ratio"]) else { return nil }
        guard table.entries.count == 1, let (name, part) = table.entries.first else {
            value.report("expected exactly one of reported, sum, ratio.")
            return nil
        }
        switch name {
        case "reported": return part.string().map { .reported($0) }
        case "sum": return .sum(part.strings())
        default: return ratio(part)
        }
    }

    private static func ratio(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["numerator", "denominator", "multiplier"]),
            let numerator = table.required("numerator")?.strings(),
            let denominator = table.required("denominator")?.strings()
        else { return nil }
        let multiplier = table.optional("multiplier")?.double() ?? 1
        if multiplier <= 0 {
            value.report("the multiplier \(multiplier) is not above 0.")
        }
        return .ratio(numerator: numerator, denominator: denominator, multiplier: multiplier)
    }

    private static func target(_ table: YAMLTable, polarity: Polarity) -> TargetRange? {
        guard let value = table.optional("target") else {
            if polarity == .target {
                table.value.report("polarity target needs the key \"target\" with from and to.")
            }
            return nil
        }
        guard polarity == .target else {
            value.report("a target belongs to polarity target only.")
            return nil
        }
        guard let range = value.table(allowed: ["from", "to"]),
            let from = range.required("from")?.double(), let to = range.required("to")?.double()
        else { return nil }
        if from > to { value.report("from \(from) is above to \(to).") }
        return TargetRange(from: from, to: to)
    }

    private static func difference(_ value: YAMLValue) -> MeaningfulDifference? {
        guard let table = value.table(allowed: ["absolute", "percent"]),
            table.entries.count == 1, let (name, amount) = table.entries.first
        else {
            value.report("expected either absolute or percent.")
            return nil
        }
        guard let number = amount.double() else { return nil }
        return name == "absolute" ? .absolute(number) : .percent(number)
    }

    private static func decimals(_ table: YAMLTable) -> Int? {
        guard let value = table.required("decimals") else { return nil }
        if value.string() == "as_reported" { return nil }
        guard let number = value.integer() else { return nil }
        if !(0...9).contains(number) {
            value.report("\(number) decimals. Expected 0 to 9 or as_reported.")
        }
        return number
    }

    private static func maxAge(_ table: YAMLTable) -> Int {
        guard let value = table.optional("max_age"), let text = value.string() else {
            return defaultMaxAgeMonths
        }
        guard text.first == "P", let unit = text.last,
            let count = wholeNumber(text.dropFirst().dropLast()),
            unit == "M" || unit == "Y"
        else {
            value.report("\"\(text)\" is no duration. Expected one like P12M or P2Y.")
            return defaultMaxAgeMonths
        }
        return unit == "Y" ? count * 12 : count
    }
}

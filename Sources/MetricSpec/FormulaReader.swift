/// Reads the formula of a metric.
enum FormulaReader {
    static let words = [
        "reported", "sum", "difference", "ratio", "share", "mean", "percentile",
        "rate_of_change", "index", "direct_standardised", "indirect_standardised",
    ]

    static func formula(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: words) else { return nil }
        guard table.entries.allSatisfy({ words.contains($0.name) }) else { return nil }
        guard table.entries.count == 1, let (name, part) = table.entries.first else {
            value.report("expected exactly one of \(words.joined(separator: ", ")).")
            return nil
        }
        switch name {
        case "reported": return part.string().map { .reported($0) }
        case "sum": return .sum(part.strings())
        case "difference": return difference(part)
        case "ratio": return ratio(part)
        case "share": return share(part)
        case "mean": return mean(part)
        case "percentile": return percentile(part)
        case "rate_of_change": return rateOfChange(part)
        case "index": return index(part)
        case "direct_standardised": return direct(part)
        default: return indirect(part)
        }
    }

    private static func difference(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["plus", "minus"]),
            let plus = table.required("plus")?.strings(),
            let minus = table.required("minus")?.strings()
        else { return nil }
        return .difference(plus: plus, minus: minus)
    }

    private static func ratio(_ value: YAMLValue) -> Formula? {
        let keys = ["numerator", "less", "denominator", "multiplier"]
        guard let table = value.table(allowed: keys),
            let numerator = table.required("numerator")?.strings(),
            let denominator = table.required("denominator")?.strings()
        else { return nil }
        return .ratio(
            numerator: numerator, less: table.strings("less"), denominator: denominator,
            multiplier: multiplier(table))
    }

    private static func multiplier(_ table: YAMLTable) -> Double {
        guard let value = table.optional("multiplier") else { return 1 }
        guard let multiplier = value.double() else { return 0 }
        if multiplier <= 0 {
            value.report("the multiplier \(StandardLint.plain(multiplier)) is not above 0.")
        }
        return multiplier
    }

    private static func share(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["part", "whole"]),
            let part = table.required("part")?.strings(),
            let whole = table.required("whole")?.strings()
        else { return nil }
        return .share(part: part, whole: whole)
    }

    private static func mean(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["total", "count", "sum_of_squares"]),
            let total = table.required("total")?.string(),
            let count = table.required("count")?.string()
        else { return nil }
        return .mean(
            total: total, count: count, sumOfSquares: table.optionalString("sum_of_squares"))
    }

    private static func percentile(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["measure", "percent", "count"]),
            let measure = table.required("measure")?.string(),
            let place = table.required("percent"), let percent = place.double()
        else { return nil }
        if percent <= 0 || percent >= 100 {
            place.report(
                "\(StandardLint.plain(percent)) is no percentile. Expected a number between 0 and 100."
            )
        }
        return .percentile(
            measure: measure, percent: percent, count: table.optionalString("count"))
    }

    private static func rateOfChange(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["of", "over"]),
            let id = table.required("of")?.string(), let over = table.required("over"),
            let months = DefinitionReader.months(over)
        else { return nil }
        if months < 1 { over.report("a change over no time. Expected a duration like P12M.") }
        return .rateOfChange(of: id, months: months)
    }

    private static func index(_ value: YAMLValue) -> Formula? {
        guard let table = value.table(allowed: ["of", "base"]),
            let id = table.required("of")?.string(), let base = table.required("base"),
            let year = base.integer()
        else { return nil }
        if !(1900...2200).contains(year) {
            base.report("\(year) is no base year. Expected one like 2025.")
        }
        return .index(of: id, baseYear: year)
    }

    private static func direct(_ value: YAMLValue) -> Formula? {
        let keys = ["cases", "population", "breakdown", "weights", "multiplier", "standard"]
        guard let table = value.table(allowed: keys), let weights = numbers(table, "weights")
        else { return nil }
        return .directlyStandardised(
            DirectStandardisation(
                cases: table.string("cases"), population: table.string("population"),
                breakdown: table.string("breakdown"), weights: weights,
                multiplier: multiplier(table), standard: table.string("standard")))
    }

    private static func indirect(_ value: YAMLValue) -> Formula? {
        let keys = ["cases", "population", "breakdown", "rates", "standard"]
        guard let table = value.table(allowed: keys), let rates = numbers(table, "rates")
        else { return nil }
        return .indirectlyStandardised(
            IndirectStandardisation(
                cases: table.string("cases"), population: table.string("population"),
                breakdown: table.string("breakdown"), rates: rates,
                standard: table.string("standard")))
    }

    /// A table of numbers above 0, by group.
    private static func numbers(_ table: YAMLTable, _ key: String) -> [String: Double]? {
        guard let groups = table.required(key)?.anyTable() else { return nil }
        if groups.entries.isEmpty { groups.value.report("no group is given.") }
        var numbers: [String: Double] = [:]
        for (group, value) in groups.entries {
            numbers[group] = DefinitionReader.positive(value)
        }
        return numbers
    }
}

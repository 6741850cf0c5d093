/// Reads one metric file.
enum MetricReader {
    static let keys = [
        "title", "question", "definition", "formula", "unit", "polarity", "target", "kind",
        "uncertainty", "meaningful_difference", "decimals", "max_age", "service",
        "population", "annualised", "cost_basis", "accounting_basis", "comparable_modes",
        "fiscal_years", "plausible", "change", "breakdowns", "prices", "compare",
        "symmetric", "disclosure", "influencing_factors", "perverse_incentive", "owner",
        "review", "valid_from", "supersedes", "rulings", "codes", "changes",
    ]

    /// Four quarters, as CONTRACT.md has it.
    static let defaultMaxAgeMonths = 12

    static func metric(_ value: YAMLValue, id: String) -> Metric? {
        guard let table = value.table(allowed: keys),
            let formulaValue = table.required("formula"),
            let formula = FormulaReader.formula(formulaValue),
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
            decimals: decimals(table),
            maxAgeMonths: table.optional("max_age").flatMap(DefinitionReader.months)
                ?? defaultMaxAgeMonths,
            service: table.optionalString("service"),
            population: population(table), isMidPeriod: isMidPeriod(table),
            isAnnualised: table.optional("annualised")?.boolean() ?? false,
            takesAnyFiscalYear: takesAnyFiscalYear(table),
            comparability: comparability(table),
            plausible: DefinitionReader.plausibility(table),
            change: DefinitionReader.changeLimit(table),
            breakdowns: table.strings("breakdowns"), prices: prices(table),
            reference: table.optional("compare")?.word(ComparisonReference.self) ?? .peers,
            isSymmetric: table.optional("symmetric")?.boolean() ?? false,
            disclosure: disclosure(table), notes: notes(table), plan: .empty)
    }

    private static func notes(_ table: YAMLTable) -> MetricNotes {
        MetricNotes(
            influencingFactors: table.strings("influencing_factors"),
            perverseIncentive: table.optionalString("perverse_incentive"),
            owner: table.optionalString("owner"), review: table.optional("review")?.day(),
            validFrom: table.optional("valid_from")?.day(),
            supersedes: table.optionalString("supersedes"),
            rulings: DefinitionReader.rulings(table), codes: DefinitionReader.codes(table),
            changes: DefinitionReader.changes(table))
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
        if from > to {
            value.report(
                "from \(StandardLint.plain(from)) is above to \(StandardLint.plain(to)).")
        }
        return TargetRange(from: from, to: to)
    }

    private static func difference(_ value: YAMLValue) -> MeaningfulDifference? {
        guard let table = value.table(allowed: ["absolute", "percent"]),
            table.entries.count == 1, let (name, amount) = table.entries.first
        else {
            value.report("expected either absolute or percent.")
            return nil
        }
        guard let number = DefinitionReader.positive(amount) else { return nil }
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

    /// The word for residents of the middle of the period.
    static let midPeriod = "mid_period"

    private static func isMidPeriod(_ table: YAMLTable) -> Bool {
        guard let value = table.optional("population"), !value.isList else { return false }
        return value.string() == midPeriod
    }

    private static func population(_ table: YAMLTable) -> PopulationKind? {
        isMidPeriod(table) ? .resident : table.optional("population")?.word(PopulationKind.self)
    }

    private static func takesAnyFiscalYear(_ table: YAMLTable) -> Bool {
        guard let value = table.optional("fiscal_years"), let word = value.string() else {
            return false
        }
        if word != "any_ending" && word != "same" {
            value.report(
                "\"\(word)\" is not one of the words allowed here. Allowed: same, any_ending.")
        }
        return word == "any_ending"
    }

    private static func comparability(_ table: YAMLTable) -> Comparability {
        Comparability(
            costBasis: table.optional("cost_basis")?.word(CostBasis.self),
            accountingBases: table.optional("accounting_basis")?.list()
                .compactMap { $0.word(AccountingBasis.self) } ?? [],
            modes: modes(table))
    }

    private static func modes(_ table: YAMLTable) -> ComparableModes {
        guard let value = table.optional("comparable_modes") else { return .any }
        if !value.isList, value.string() == "equal" { return .equal }
        let modes = value.list().compactMap { $0.word(ProvisionMode.self) }
        for (mode, place) in zip(modes, value.list()) where !mode.isProvided {
            place.report("\(mode.rawValue) provides nothing that could be compared.")
        }
        return .only(modes)
    }

    private static func prices(_ table: YAMLTable) -> PriceRule? {
        guard let rule = table.optional("prices")?.table(allowed: ["series", "parity"]) else {
            return nil
        }
        return PriceRule(
            series: rule.string("series"),
            hasParity: rule.optional("parity")?.boolean() ?? false)
    }

    private static func disclosure(_ table: YAMLTable) -> DisclosureRule? {
        let keys = ["minimum_count", "minimum_denominator"]
        guard let rule = table.optional("disclosure")?.table(allowed: keys) else { return nil }
        return DisclosureRule(
            minimumCount: rule.optional("minimum_count").flatMap(DefinitionReader.positive),
            minimumDenominator: rule.optional("minimum_denominator")
                .flatMap(DefinitionReader.positive))
    }
}

/// One key of a measure or metric as text, for comparing and showing.
public struct DefinitionField: Sendable, Hashable {
    /// The key as it is written in the YAML.
    public let name: String
    /// Its value on one line; empty where it is not given.
    public let text: String
    /// Whether another text means that something else is counted; notes,
    /// titles and limits are not of the substance.
    public let isSubstance: Bool

    init(_ name: String, _ text: String?, substance: Bool = false) {
        self.name = name
        self.text = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        isSubstance = substance
    }

    init(_ name: String, _ texts: [String], substance: Bool = false) {
        self.init(name, texts.joined(separator: "; "), substance: substance)
    }
}

extension Measure {
    /// All keys that a file may give, in the order of the documentation.
    public var fields: [DefinitionField] {
        [
            DefinitionField("title", title),
            DefinitionField("definition", definition, substance: true),
            DefinitionField("includes", includes, substance: true),
            DefinitionField("excludes", excludes, substance: true),
            DefinitionField("unit", unit, substance: true),
            DefinitionField("kind", kind.rawValue, substance: true),
            DefinitionField("quarter_to_year", quarterToYear.rawValue, substance: true),
            DefinitionField("additive", isAdditive ? "" : "false", substance: true),
            DefinitionField("service", service),
            DefinitionField("cost", costRole?.rawValue, substance: true),
            DefinitionField("population", population?.rawValue, substance: true),
            DefinitionField("margin_of", margin?.measure, substance: true),
            DefinitionField("level", margin.map { String($0.level) }, substance: true),
            DefinitionField("breakdowns", breakdowns),
            DefinitionField("part_of", partOf),
            DefinitionField("sum_of", sumOf?.text),
            DefinitionField("plausible", plausible?.text),
            DefinitionField("change", change?.text),
            DefinitionField("required", isRequired ? "true" : ""),
            DefinitionField("minutes", minutesPerQuarter.map(StandardLint.plain)),
            DefinitionField("source", source),
            DefinitionField("synonyms", synonyms),
            DefinitionField("rulings", rulings.map(\.text)),
            DefinitionField("codes", codes.map { "\($0.list) \($0.code)" }),
            DefinitionField("supersedes", supersedes),
        ]
    }
}

extension Metric {
    /// All keys that a file may give, in the order of the documentation.
    public var fields: [DefinitionField] {
        [
            DefinitionField("title", title),
            DefinitionField("question", question),
            DefinitionField("definition", definition, substance: true),
            DefinitionField("formula", formula.description, substance: true),
            DefinitionField("unit", unit, substance: true),
            DefinitionField("polarity", polarity.rawValue),
            DefinitionField("target", target.map { "\(number($0.from)) to \(number($0.to))" }),
            DefinitionField("kind", kind.rawValue),
            DefinitionField("uncertainty", uncertainty.rawValue),
            DefinitionField("meaningful_difference", meaningfulDifference?.text),
            DefinitionField("decimals", decimals.map { String($0) } ?? "as_reported"),
            DefinitionField("max_age", "P\(maxAgeMonths)M", substance: true),
            DefinitionField("service", service),
            DefinitionField(
                "population", isMidPeriod ? MetricReader.midPeriod : population?.rawValue,
                substance: true),
            DefinitionField("annualised", isAnnualised ? "true" : "", substance: true),
            DefinitionField("fiscal_years", takesAnyFiscalYear ? "any_ending" : ""),
        ] + comparisonFields + noteFields
    }

    private var comparisonFields: [DefinitionField] {
        [
            DefinitionField("cost_basis", comparability.costBasis?.rawValue, substance: true),
            DefinitionField(
                "accounting_basis", comparability.accountingBases.map(\.rawValue)),
            DefinitionField("comparable_modes", comparability.modes.text),
            DefinitionField("compare", reference == .peers ? "" : reference.rawValue),
            DefinitionField("breakdowns", breakdowns),
            DefinitionField("prices", prices.map { $0.series + ($0.hasParity ? ", parity" : "") }),
            DefinitionField("symmetric", isSymmetric ? "true" : ""),
            DefinitionField("plausible", plausible?.text),
            DefinitionField("change", change?.text),
            DefinitionField("disclosure", disclosure?.text),
        ]
    }

    private var noteFields: [DefinitionField] {
        [
            DefinitionField("influencing_factors", notes.influencingFactors),
            DefinitionField("perverse_incentive", notes.perverseIncentive),
            DefinitionField("owner", notes.owner),
            DefinitionField("review", notes.review?.text),
            DefinitionField("valid_from", notes.validFrom?.text),
            DefinitionField("supersedes", notes.supersedes),
            DefinitionField("rulings", notes.rulings.map(\.text)),
            DefinitionField("codes", notes.codes.map { "\($0.list) \($0.code)" }),
        ]
    }
}

/// A number as people write it, without a needless fraction.
private func number(_ value: Double) -> String { StandardLint.plain(value) }

extension Plausibility {
    /// On one line: the ends for a quarter, for a year, and why.
    public var text: String {
        var text = quarter.text
        if let year { text += "; a year: \(year.text)" }
        if let reason { text += " (\(reason))" }
        return text
    }
}

extension PlausibleRange {
    /// `0 to 100`, `0 or more`, `100 or less`.
    public var text: String {
        switch (minimum, maximum) {
        case (let low?, let high?): "\(number(low)) to \(number(high))"
        case (let low?, nil): "\(number(low)) or more"
        case (nil, let high?): "\(number(high)) or less"
        case (nil, nil): "any"
        }
    }
}

extension MeasureSum {
    /// On one line: the parts, and how closely they add up.
    public var text: String {
        "\(parts.joined(separator: " + ")) (to within \(number(tolerance)))"
    }
}

extension ChangeLimit {
    /// On one line: both limits, and why.
    public var text: String {
        let limits = [
            percent.map { "\(number($0)) %" }, absolute.map { number($0) },
        ].compactMap { $0 }
        return limits.joined(separator: " and ") + (reason.map { " (\($0))" } ?? "")
    }
}

extension MeaningfulDifference {
    /// `5 %`, or a number in the metric's unit.
    public var text: String {
        switch self {
        case .absolute(let amount): number(amount)
        case .percent(let amount): "\(number(amount)) %"
        }
    }
}

extension ComparableModes {
    /// As the key is written; empty for any.
    public var text: String {
        switch self {
        case .any: ""
        case .equal: "equal"
        case .only(let modes): modes.map(\.rawValue).joined(separator: ", ")
        }
    }
}

extension DisclosureRule {
    /// On one line.
    public var text: String {
        [
            minimumCount.map { "count from \(number($0))" },
            minimumDenominator.map { "denominator from \(number($0))" },
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

extension Ruling {
    /// On one line: number, question, answer.
    public var text: String { "\(number). \(question) \(answer)" }
}

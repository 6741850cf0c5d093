import MetricSpec

extension Wording {
    /// A number as it is declared, with all its digits.
    static func number(_ value: Double) -> String {
        let style = NumberStyle(decimals: nil)
        let rounded = (value * 10_000).rounded() / 10_000
        return rounded == value ? style.short(value) : "\(value)"
    }

    /// The ends of a range in whole words.
    static func range(_ range: PlausibleRange, style: NumberStyle) -> String {
        switch (range.minimum, range.maximum) {
        case (let low?, let high?): "\(style.range(low, high))\(unit(style))"
        case (let low?, nil): "\(style.long(low)) or more"
        case (nil, let high?): "\(style.long(high)) or less"
        case (nil, nil): "any"
        }
    }

    private static func unit(_ style: NumberStyle) -> String {
        style.longLabel.isEmpty ? "" : " \(style.longLabel)"
    }

    /// What is plausible, and why.
    static func plausible(_ plausible: Plausibility?, style: NumberStyle) -> String? {
        guard let plausible else { return nil }
        var words = range(plausible.quarter, style: style)
        if let year = plausible.year {
            words += " for a quarter, \(range(year, style: style)) for a year"
        }
        return "\(sentence(words)). \(plausible.reason ?? "")".trimmed
    }

    /// From which change on a city is asked.
    static func change(_ change: ChangeLimit?, style: NumberStyle) -> String? {
        guard let change else { return nil }
        let limits = [
            change.percent.map { "\(number($0))%" }, change.absolute.map { style.long($0) },
        ].compactMap { $0 }
        return
            ("More than \(list(limits)) from the same period a year earlier. "
            + (change.reason ?? "")).trimmed
    }

    /// The smallest gap that is worth a word.
    static func gap(_ gap: MeaningfulDifference?, style: NumberStyle) -> String? {
        switch gap {
        case .absolute(let smallest): "\(style.long(smallest)); less is not put into words."
        case .percent(let smallest):
            "\(number(smallest))% of what is compared with; less is not put into words."
        case nil: nil
        }
    }

    /// What is good, as a sentence.
    static func good(_ metric: Metric, style: NumberStyle) -> String {
        switch metric.polarity {
        case .noJudgement:
            "No direction is good or bad: cities are shown beside each other, without a rank."
        case .notApplicable:
            "Whether high or low is good makes no sense here: cities are shown without a rank."
        default: sentence(direction(metric, style: style)) + "."
        }
    }

    /// How often quarters make a year.
    static func year(_ rule: QuarterToYear) -> String {
        switch rule {
        case .sum: "Four quarters are added up to a year."
        case .last: "A year has the value of its last quarter."
        case .mean: "A year has the mean of its quarters."
        case .none: "Quarters do not make a year."
        }
    }
}

extension Uncertainty {
    /// What kind of number it is, for a reader without statistics.
    var words: String {
        switch self {
        case .sample:
            "An estimate from a sample. Its source gives a margin of error; a gap within the "
                + "margins says nothing."
        case .events:
            "A count of separate events, which moves by chance from one period to the next; the "
                + "fewer events, the more."
        case .records:
            "Worked out from single records. Where they are few, one unusual case moves the figure."
        case .volume:
            "An amount, not a count of events: no interval of chance can be given. How steady a "
                + "place is shows over the last four comparable periods."
        case .none: "A fact such as yes or no: chance plays no part in it."
        }
    }
}

extension MetricKind {
    /// What it says about a service.
    var words: String {
        switch self {
        case .input: "input: what goes into the service"
        case .output: "output: what is done"
        case .efficiency: "efficiency: what it takes for what is done"
        case .outcome: "outcome: what comes of it"
        case .serviceLevel: "service level: how people are served"
        }
    }
}

extension DefinitionChange {
    /// Whether values before and after compare.
    var consequence: String {
        switch (isComparable, isRestated) {
        case (true, _): "Figures before and after may be compared."
        case (false, true): "Earlier figures were worked out anew, so that all may be compared."
        case (false, false):
            "Figures before and after may not be compared; earlier ones were not worked out anew."
        }
    }
}

extension OutsideCode {
    /// `Census function 62`.
    var words: String {
        let name =
            switch list {
            case "census_function": "Census function"
            case "cofog": "COFOG"
            case "iso_37120": "ISO 37120"
            case "sdg": "SDG target"
            default: list
            }
        return "\(name) \(code)"
    }
}

extension String {
    /// Without spaces at the ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

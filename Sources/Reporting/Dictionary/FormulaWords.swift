import MetricSpec

/// A formula as a fraction to look at and as words to read.
struct FormulaWords: Sendable {
    private let metric: Metric
    private let lookup: Lookup

    init(_ metric: Metric, lookup: Lookup) {
        self.metric = metric
        self.lookup = lookup
    }

    /// The formula with titles in place of ids.
    var html: HTML {
        switch metric.formula {
        case .reported(let id): line(lookup.link(id))
        case .sum(let ids): line(sum(ids))
        case .difference(let plus, let minus): line(sum(plus, less: minus))
        case .ratio(let numerator, let less, let denominator, _):
            fraction(sum(numerator, less: less), sum(denominator))
        case .share(let part, let whole): fraction(sum(part), sum(whole))
        case .mean(let total, let count, _): fraction(lookup.link(total), lookup.link(count))
        case .percentile(let id, _, _): line(lookup.link(id))
        case .rateOfChange(let id, let months):
            fraction(
                "\(lookup.link(id)) now \u{2212} \(Self.ago(months))", "\(Self.ago(months))")
        case .index(let id, let year):
            fraction("\(lookup.link(id))", "the same months of \(String(year))")
        case .directlyStandardised(let rate):
            fraction(
                lookup.link(rate.cases), lookup.link(rate.population),
                each: "sum over all groups of weight \u{00D7}")
        case .indirectlyStandardised(let ratio):
            fraction(
                lookup.link(ratio.cases),
                "standard rate of each group \u{00D7} \(lookup.link(ratio.population)), added")
        }
    }

    /// What is done, in whole sentences.
    var sentences: [String] {
        [sentence, unitNote, missingNote].compactMap { $0 }
    }

    private var sentence: String {
        switch metric.formula {
        case .reported: return "The measure as cities report it."
        case .sum: return "The measures added up."
        case .difference: return "What stands behind a minus sign is taken off."
        case .ratio:
            return "What stands above the line is divided by what stands below\(times)."
        case .share:
            return "What stands above the line is a part of what stands below and is divided by "
                + "it\(times)."
        case .mean:
            return "The mean of the single cases: their total divided by their number\(times)."
        case .percentile(_, let percent, _):
            return "The value that \(Wording.number(percent)) of 100 cases do not exceed. Each "
                + "city finds it in its own records; it cannot be added up or averaged."
        case .rateOfChange(_, let months):
            return "The change from \(Self.ago(months)), relative to then\(times)."
        case .index(_, let year):
            return "The figure relative to the same months of \(year), which are "
                + "\(Wording.number(multiplier))."
        case .directlyStandardised(let rate):
            return "The rate of each group counts with the group\u{2019}s weight in the standard "
                + "population (\(rate.standard)), so that cities with other groups compare\(times)."
        case .indirectlyStandardised(let ratio):
            return "The cases that were observed are divided by those to be expected at the "
                + "standard rates (\(ratio.standard))\(times)."
        }
    }

    /// Units that are converted on the way.
    private var unitNote: String? {
        let converted = (metric.plan.above + metric.plan.below).contains {
            abs($0.coefficient) != 1
        }
        return converted ? "Measures in another unit are converted to that of the first." : nil
    }

    private var missingNote: String? {
        if case .reported = metric.formula { return nil }
        let below = metric.formula.denominator.isEmpty ? "" : ", or where what is below is zero"
        return "There is no figure where one of them is missing\(below)."
    }

    private var times: String {
        multiplier == 1 ? "" : ", times \(Wording.number(multiplier))"
    }

    /// From the quotient to the metric's unit.
    private var multiplier: Double {
        guard metric.plan.above.isEmpty else { return metric.plan.multiplier }
        switch metric.formula {
        case .ratio, .directlyStandardised: return metric.formula.statedMultiplier
        default: return 1 / (lookup.standard.unit(metric.unit)?.factor ?? 1)
        }
    }

    private static func ago(_ months: Int) -> String {
        months == 12 ? "a year earlier" : "\(Wording.count(months, "month", "months")) earlier"
    }

    private func sum(_ ids: [String], less: [String] = []) -> HTML {
        var pieces = ids.enumerated().map { index, id -> HTML in
            index == 0 ? lookup.link(id) : " + \(lookup.link(id))"
        }
        pieces += less.map { " \u{2212} \(lookup.link($0))" }
        return HTML(joining: pieces)
    }

    private func line(_ content: HTML) -> HTML { "<p class=\"formula\">\(content)</p>" }

    private func fraction(_ above: HTML, _ below: HTML, each: HTML = "") -> HTML {
        let factor = multiplier == 1 ? "" : "\(Wording.number(multiplier)) \u{00D7} "
        return """
            <p class="formula"><span>\(factor)\(each)</span> <span class="fraction">\
            <span>\(above)</span><span class="over"> divided by </span><span>\(below)</span>\
            </span></p>
            """
    }
}

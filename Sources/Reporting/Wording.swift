import Benchmarking
import MetricSpec

/// The words of a page: each sentence in one place, without layout.
///
/// Places are worded, verdicts are not: nothing here says better or worse,
/// because no difference has been tested yet (METHODS 7).
enum Wording {
    /// `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`.
    static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return NumberStyle.grouped(String(number)) + suffix
    }

    /// `1 metric`, `2 metrics`, `1 city`, `2 cities`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(NumberStyle.grouped(String(number))) \(number == 1 ? one : many)"
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The rank with its n: `2nd of 12`, or the span where cities have not
    /// reported: `between 2nd and 4th of 14`.
    static func rank(_ span: RankSpan) -> String {
        span.first == span.last
            ? "\(ordinal(span.first)) of \(span.total)"
            : "between \(ordinal(span.first)) and \(ordinal(span.last)) of \(span.total)"
    }

    /// What a metric's heading says about the city's place.
    static func finding(_ assessment: Assessment) -> String {
        switch assessment.place {
        case .missing(let status): status.heading
        case .notCompared(let status, let reason): reason?.heading ?? status.heading
        case .uncompared: "no city to compare with"
        case .tooFew(let count):
            "not ranked: only \(self.count(count, "city", "cities")) to compare with"
        case .unjudged(let side, let count): "\(side.words) the median of \(count) cities"
        case .againstStandard(let side): side.map { "\($0.words) the standard" } ?? "not ranked"
        case .allAlike(let count):
            "the same figure in all \(self.count(count, "city", "cities"))"
        case .ranked(let span, let quarter):
            joint(span, assessment) + rank(span) + (quarter.map { ", \($0.words)" } ?? "")
        }
    }

    /// What belongs under the heading: why there is no place, or that a gap is
    /// too small for a word.
    static func caveat(_ assessment: Assessment) -> String? {
        if case .notCompared(let status, let reason) = assessment.place {
            return reason?.explanation ?? status.explanation
        }
        if case .againstStandard = assessment.place {
            return "Held against the standard alone: figures of two cities rest on different "
                + "groups of people and are not compared with each other."
        }
        guard case .ranked(_, let quarter) = assessment.place, assessment.isGapTooSmall,
            quarter != .middle, let difference = assessment.entry.metric.meaningfulDifference
        else { return nil }
        let gap =
            switch difference {
            case .absolute(let gap): asReported(assessment.style).long(gap)
            case .percent(let gap): "\(NumberStyle(decimals: nil).short(gap))%"
            }
        return "Within \(gap) of the median, a gap that the standard calls too small for a word."
    }

    /// Which direction is the good one, as part of a sentence.
    static func direction(_ metric: Metric, style: NumberStyle) -> String {
        switch metric.polarity {
        case .highGood: "high is good"
        case .lowGood: "low is good"
        case .noJudgement, .notApplicable: "no direction is good"
        case .target:
            metric.target.map { target in
                target.from == target.to
                    ? "near \(style.long(target.from)) is good"
                    : "\(style.range(target.from, target.to)) is good"
            } ?? "near the target is good"
        }
    }

    /// A smallest gap is a declared figure: printed with its own decimals.
    private static func asReported(_ style: NumberStyle) -> NumberStyle {
        NumberStyle(decimals: nil, prefix: style.prefix, label: style.label)
    }

    /// `joint ` where a peer has the same rank; a span says enough itself.
    private static func joint(_ span: RankSpan, _ assessment: Assessment) -> String {
        guard let value = assessment.entry.value, span.first == span.last else { return "" }
        let ties = assessment.otherPeers.contains { assessment.isTie($0.value, value) }
        return ties ? "joint " : ""
    }
}

extension MedianSide {
    /// As it stands before `the median`.
    var words: String {
        switch self {
        case .above: "above"
        case .below: "below"
        case .level: "level with"
        }
    }
}

extension Quarter {
    /// As it stands behind a rank.
    var words: String {
        switch self {
        case .best: "in the best quarter"
        case .middle: "in the middle half"
        case .worst: "in the worst quarter"
        case .open: "quarter still open"
        }
    }
}

extension Wording {
    /// The coverage from which a group value may be put into words.
    static let wordedCoverage = 0.8

    /// What the cities of a group have together; nil where it may not be put
    /// into words: below 80 % coverage, or where coverage is unknown.
    static func together(_ assessment: Assessment) -> String? {
        guard let statistics = assessment.group?.standing.statistics,
            let value = statistics.groupValue, let coverage = statistics.coverage,
            coverage >= wordedCoverage
        else { return nil }
        return "The cities with a figure together have \(assessment.style.long(value))."
    }
}

/// What is compared: built from measures by a declared formula.
public struct Metric: Sendable, Hashable {
    /// The id, `domain/name`: the path of its file.
    public let id: String
    public let title: String
    /// The question that a reader has and that the metric answers.
    public let question: String
    /// In whole sentences: what counts, what does not, why it matters.
    public let definition: String
    public let formula: Formula
    /// The id of a unit of the standard.
    public let unit: String
    public let polarity: Polarity
    /// The range aimed at, for polarity `target`; nil for the others.
    public let target: TargetRange?
    public let kind: MetricKind
    public let uncertainty: Uncertainty
    /// The smallest gap worth a word; nil when none is declared.
    public let meaningfulDifference: MeaningfulDifference?
    /// On how many decimals ties are judged and figures printed; nil for
    /// values taken as reported.
    public let decimals: Int?
    /// How old a stock denominator may be, in months (CONTRACT, Which
    /// denominator).
    public let maxAgeMonths: Int
    /// The id of the service the metric belongs to; nil for the whole city.
    public let service: String?
    public let influencingFactors: [String]
    public let perverseIncentive: String?
    public let owner: String?

    /// The domain: the part of the id before the slash.
    public var domain: String {
        String(id.prefix { $0 != "/" })
    }
}

/// The range a target metric aims at; both ends belong to it.
public struct TargetRange: Sendable, Hashable {
    public let from: Double
    public let to: Double

    /// How far a value lies from the nearer end; 0 inside.
    public func distance(of value: Double) -> Double {
        max(from - value, value - to, 0)
    }
}

/// The smallest gap between two values that is worth a word.
public enum MeaningfulDifference: Sendable, Hashable {
    /// In the metric's own unit.
    case absolute(Double)
    /// In per cent of what is compared with.
    case percent(Double)
}

/// How a metric is made of measures.
public enum Formula: Sendable, Hashable {
    /// The measure as it was reported.
    case reported(String)
    /// The sum of measures; missing when any of them is.
    case sum([String])
    /// `multiplier` x sum of numerators / sum of denominators.
    case ratio(numerator: [String], denominator: [String], multiplier: Double)

    /// The measures above, or all of a reported or sum metric.
    public var numerator: [String] {
        switch self {
        case .reported(let measure): [measure]
        case .sum(let measures): measures
        case .ratio(let numerator, _, _): numerator
        }
    }

    /// The measures below; empty unless the metric is a ratio.
    public var denominator: [String] {
        switch self {
        case .reported, .sum: []
        case .ratio(_, let denominator, _): denominator
        }
    }

    /// All measures, numerator first.
    public var measures: [String] { numerator + denominator }

    /// Whether the metric is a ratio, whose group value is sum over sum.
    public var isRatio: Bool { !denominator.isEmpty }

    /// The factor of a ratio; 1 for the others.
    public var multiplier: Double {
        if case .ratio(_, _, let multiplier) = self { multiplier } else { 1 }
    }
}

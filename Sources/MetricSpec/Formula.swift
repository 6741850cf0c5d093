/// How a metric is made of measures.
///
/// Where a formula takes "ids", a measure's or a metric's may stand; all other
/// names are measures.
public enum Formula: Sendable, Hashable {
    /// The measure as it was reported.
    case reported(String)
    /// The sum of measures; missing when any of them is.
    case sum([String])
    /// The sum of the first ids less the sum of the others.
    case difference(plus: [String], minus: [String])
    /// `multiplier` x (sum of numerators - sum of less) / sum of denominators.
    case ratio(
        numerator: [String], less: [String] = [], denominator: [String], multiplier: Double)
    /// The sum of a part over the sum of the whole that it belongs to.
    case share(part: [String], whole: [String])
    /// A total over the number of cases that it was added up from.
    case mean(total: String, count: String, sumOfSquares: String?)
    /// A percentile (0 to 100) that the city computed from its records.
    case percentile(measure: String, percent: Double, count: String?)
    /// The change of an id from so many months before, relative to then.
    case rateOfChange(of: String, months: Int)
    /// An id relative to the same months of a base year.
    case index(of: String, baseYear: Int)
    /// Rates of groups, weighted by a standard population.
    case directlyStandardised(DirectStandardisation)
    /// Observed cases over those expected at standard rates.
    case indirectlyStandardised(IndirectStandardisation)
}

/// A rate as it would be if the city had the standard's mix of groups.
public struct DirectStandardisation: Sendable, Hashable {
    public let cases: String
    public let population: String
    /// The id of the breakdown whose values are the groups.
    public let breakdown: String
    /// The standard population's weight of each group, by value id.
    public let weights: [String: Double]
    public let multiplier: Double
    /// The standard population with its version.
    public let standard: String
}

/// Cases over those that standard rates lead one to expect.
public struct IndirectStandardisation: Sendable, Hashable {
    public let cases: String
    public let population: String
    public let breakdown: String
    /// The standard rate of each group, cases by head, by value id.
    public let rates: [String: Double]
    public let standard: String
}

extension Formula {
    /// The measures and metrics above, or all of a formula without a
    /// denominator; what is taken off last.
    public var numerator: [String] {
        switch self {
        case .reported(let id), .rateOfChange(let id, _), .index(let id, _): [id]
        case .sum(let ids): ids
        case .difference(let plus, let minus): plus + minus
        case .ratio(let numerator, let less, _, _): numerator + less
        case .share(let part, _): part
        case .mean(let total, _, _): [total]
        case .percentile(let measure, _, _): [measure]
        case .directlyStandardised(let rate): [rate.cases]
        case .indirectlyStandardised(let ratio): [ratio.cases]
        }
    }

    /// The measures below; empty for a formula without a denominator.
    public var denominator: [String] {
        switch self {
        case .ratio(_, _, let denominator, _): denominator
        case .share(_, let whole): whole
        case .mean(_, let count, _): [count]
        case .directlyStandardised(let rate): [rate.population]
        case .indirectlyStandardised(let ratio): [ratio.population]
        default: []
        }
    }

    /// The ids that are taken off the numerator.
    public var subtracted: [String] {
        switch self {
        case .difference(_, let minus): minus
        case .ratio(_, let less, _, _): less
        default: []
        }
    }

    /// Measures that say how sure the figure is and do not move it.
    public var accompanying: [String] {
        switch self {
        case .mean(_, _, let squares): [squares].compactMap { $0 }
        case .percentile(_, _, let count): [count].compactMap { $0 }
        default: []
        }
    }

    /// All ids, numerator first.
    public var measures: [String] { numerator + denominator }

    /// Whether the group value is sum over sum: ratios and shares.
    public var isRatio: Bool {
        switch self {
        case .ratio, .share: true
        default: false
        }
    }

    /// The factor that the file states; 1 where it states none.
    public var statedMultiplier: Double {
        switch self {
        case .ratio(_, _, _, let multiplier): multiplier
        case .directlyStandardised(let rate): rate.multiplier
        default: 1
        }
    }

    /// The word under which it is written.
    public var word: String {
        switch self {
        case .reported: "reported"
        case .sum: "sum"
        case .difference: "difference"
        case .ratio: "ratio"
        case .share: "share"
        case .mean: "mean"
        case .percentile: "percentile"
        case .rateOfChange: "rate_of_change"
        case .index: "index"
        case .directlyStandardised: "direct_standardised"
        case .indirectlyStandardised: "indirect_standardised"
        }
    }

    /// Whether ids of metrics may stand in it.
    var takesMetrics: Bool {
        switch self {
        case .difference, .rateOfChange, .index: true
        default: false
        }
    }
}

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
    /// Whom it is divided by; nil where no population is.
    public let population: PopulationKind?
    /// Whether the residents are those of the middle of the period, between
    /// the two values whose dates lie around it (METHODS 2).
    public let isMidPeriod: Bool
    /// Whether a flow over a stock is put on a year of 365.25 days.
    public let isAnnualised: Bool
    /// Whether the annual value of any fiscal year that ends within the
    /// compared twelve months counts.
    public let takesAnyFiscalYear: Bool
    public let comparability: Comparability
    /// Outside of it a figure is questioned, in `unit`.
    public let plausible: Plausibility?
    public let change: ChangeLimit?
    /// The ids of the breakdowns in which it is compared beside the total.
    public let breakdowns: [String]
    /// How it is put into other prices; nil for what is no money.
    public let prices: PriceRule?
    /// Whether cities are compared with each other or with a standard alone.
    public let reference: ComparisonReference
    /// Whether values lie evenly around their mean, so that an interval holds
    /// for fewer than 30 of them; means only.
    public let isSymmetric: Bool
    public let disclosure: DisclosureRule?
    public let notes: MetricNotes
    /// The formula with positions and units worked out.
    public internal(set) var plan: MetricPlan

    /// The domain: the part of the id before the slash.
    public var domain: String { String(id.prefix { $0 != "/" }) }
}

/// What is told of a metric beside its numbers.
public struct MetricNotes: Sendable, Hashable {
    public let influencingFactors: [String]
    public let perverseIncentive: String?
    public let owner: String?
    /// The day by which the definition is looked at again.
    public let review: CalendarDay?
    /// The first day for which it is compared; nil: from the beginning.
    public let validFrom: CalendarDay?
    /// The id of the metric in whose place it came.
    public let supersedes: String?
    public let rulings: [Ruling]
    public let codes: [OutsideCode]
    /// Changes of its own definition, the earliest first.
    public let changes: [DefinitionChange]
}

/// Which values of a metric may be compared with each other.
public struct Comparability: Sendable, Hashable {
    /// The costs that the figure covers; nil for what is no cost.
    public let costBasis: CostBasis?
    /// The bases that compare; empty: any.
    public let accountingBases: [AccountingBasis]
    public let modes: ComparableModes

    /// Makes a rule; by default all compare.
    public init(
        costBasis: CostBasis? = nil, accountingBases: [AccountingBasis] = [],
        modes: ComparableModes = .any
    ) {
        self.costBasis = costBasis
        self.accountingBases = accountingBases
        self.modes = modes
    }
}

/// Which ways of providing a service are compared with each other.
public enum ComparableModes: Sendable, Hashable {
    case any
    /// Only these, with each other.
    case only([ProvisionMode])
    /// Each with its own kind.
    case equal
}

/// How money of one period becomes money of another.
public struct PriceRule: Sendable, Hashable {
    /// The id of a price series.
    public let series: String
    /// Whether regional price parity is shown as a sensitivity.
    public let hasParity: Bool
}

/// What a city's figure is held against.
public enum ComparisonReference: String, Vocabulary {
    case peers
    /// The standard that the formula names; there is no rank.
    case standard
}

/// What must be there before a figure about persons is shown.
public struct DisclosureRule: Sendable, Hashable {
    /// The smallest numerator above 0.
    public let minimumCount: Double?
    public let minimumDenominator: Double?
}

/// The range a target metric aims at; both ends belong to it.
public struct TargetRange: Sendable, Hashable {
    public let from: Double
    public let to: Double

    /// How far a value lies from the nearer end; 0 inside.
    public func distance(of value: Double) -> Double {
        max(from - value, value - to, 0)
    }

    /// A value less the nearer end: below 0 under the range, 0 inside.
    public func gap(of value: Double) -> Double {
        value < from ? value - from : max(value - to, 0)
    }
}

/// The smallest gap between two values that is worth a word.
public enum MeaningfulDifference: Sendable, Hashable {
    /// In the metric's own unit.
    case absolute(Double)
    /// In per cent of what is compared with.
    case percent(Double)
}

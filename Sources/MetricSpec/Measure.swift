/// What cities report: a count, an amount, a duration.
public struct Measure: Sendable, Hashable {
    /// The id, `domain/name`.
    public let id: String
    public let title: String
    /// In whole sentences: what counts, what does not.
    public let definition: String
    /// The id of a unit of the standard.
    public let unit: String
    public let kind: MeasureKind
    public let quarterToYear: QuarterToYear
    /// The id of the service the measure belongs to; nil for the city as a
    /// whole, such as its population.
    public let service: String?
    /// Outside of it a value is questioned, in `unit`.
    public let plausible: Plausibility?
    /// The change from a year earlier that must be explained, in `unit`.
    public let change: ChangeLimit?
    /// The minutes that reporting it costs a city each quarter.
    public let minutesPerQuarter: Double?
    /// Where a city takes the figure from.
    public let source: String?
    public let includes: [String]
    public let excludes: [String]
    /// The ids of the breakdowns in which it is reported beside the total.
    public let breakdowns: [String]
    /// Words under which cities' files name it.
    public let synonyms: [String]
    /// Whether values of parts may be added to a value of the whole; not so
    /// for percentiles and rates.
    public let isAdditive: Bool
    /// Whether recognition counts it as one every member must report.
    public let isRequired: Bool
    /// Its place among the five costs of its service; nil for most.
    public let costRole: CostRole?
    /// Which population it is; nil for what is none.
    public let population: PopulationKind?
    /// The measure whose margin of error it is, and at what confidence.
    public let margin: MarginOfError?
    /// The ids of the measures that it can never exceed, being a part of each.
    public let partOf: [String]
    /// The measures that add up to it; nil for most.
    public let sumOf: MeasureSum?
    public let rulings: [Ruling]
    public let codes: [OutsideCode]
    /// The id of the measure in whose place it came.
    public let supersedes: String?
    /// Changes of the definition, the earliest first.
    public let changes: [DefinitionChange]

    /// The domain: the part of the id before the slash.
    public var domain: String { String(id.prefix { $0 != "/" }) }
}

/// The five costs of a service.
public enum CostRole: String, Vocabulary {
    case ownStaff = "own_staff"
    case purchased
    case capitalCharge = "capital_charge"
    case overhead
    case revenueOffset = "revenue_offset"
}

/// What a margin of error belongs to.
public struct MarginOfError: Sendable, Hashable {
    /// The id of the measure that was estimated.
    public let measure: String
    /// The confidence level, such as 0.90.
    public let level: Double
}

/// The measures that one adds up to, and how closely.
public struct MeasureSum: Sendable, Hashable {
    /// The ids of the parts, two or more.
    public let parts: [String]
    /// The gap that is let pass, in the unit of the sum.
    public let tolerance: Double
}

/// The range in which a value raises no question; both ends belong to it.
public struct PlausibleRange: Sendable, Hashable {
    public let minimum: Double?
    public let maximum: Double?

    /// Makes a range; a missing end is open.
    public init(minimum: Double?, maximum: Double?) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// The range for a part of the whole: there may be none of it.
    public var ofPart: PlausibleRange {
        PlausibleRange(minimum: minimum.map { min($0, 0) }, maximum: maximum)
    }

    /// Whether a value lies inside.
    public func contains(_ value: Double) -> Bool {
        value >= minimum ?? -.infinity && value <= maximum ?? .infinity
    }
}

/// A service that cities provide.
public struct Service: Sendable, Hashable {
    public let id: String
    public let title: String
    public let definition: String
    /// Whom its figures are divided by.
    public let population: PopulationKind
}

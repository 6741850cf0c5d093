/// A list of population groups or classes that a value may refer to.
public struct Breakdown: Sendable, Hashable {
    public let id: String
    public let title: String
    public let definition: String
    /// Whether its values have an order, as ages do.
    public let isOrdered: Bool
    /// The value that others are compared with; nil where there is none.
    public let reference: String?
    public let values: [BreakdownValue]
    /// Other lists of codes, by name: from their codes to ids of values.
    public let crosswalks: [String: [String: String]]
}

/// One group of a breakdown.
public struct BreakdownValue: Sendable, Hashable {
    /// Unique over all breakdowns; `total` is none of them.
    public let id: String
    public let title: String
    /// Whether it holds those whose group is not known.
    public let isUnknown: Bool
}

/// A price index that money is put into one year's prices with.
public struct PriceSeries: Sendable, Hashable {
    public let id: String
    public let title: String
    public let definition: String
    /// The year or other period whose prices real values are in.
    public let base: Period
}

public import MetricSpec

/// A stored value that bears on a figure of the fiscal year so far: of an
/// earlier part of the year, of the same part, or of a later one.
public struct AccumulatedNeed: Sendable, Hashable {
    /// Position in the standard's measures.
    public let measure: Int32
    /// Position in the directory's cities.
    public let city: Int32
    /// Position in the standard's `breakdownValues`.
    public let breakdown: Int32
    public let period: Period
    /// Whether it is taken off the figure, being of an earlier part.
    public let isSubtracted: Bool
}

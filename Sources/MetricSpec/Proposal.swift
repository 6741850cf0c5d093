/// A metric on its way into the standard; nobody reports or compares it yet.
public struct Proposal: Sendable, Hashable {
    public let metric: Metric
    /// Measures that come with it.
    public let measures: [Measure]
    public let proposed: CalendarDay
    public let by: String
    public let consultedUntil: CalendarDay?
    /// The first day for which it will be compared; nil until decided.
    public let adoptedFrom: CalendarDay?
    /// The id of the metric it is to replace.
    public let replaces: String?
}

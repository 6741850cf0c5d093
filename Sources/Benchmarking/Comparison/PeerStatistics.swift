/// What a peer group looks like in one metric, period and breakdown.
///
/// Statistics are over the members that report a value. Each is nil where it
/// is not defined: too few contributors, or a group below its minimum.
public struct PeerStatistics: Sendable, Hashable {
    /// Members with a value.
    public var contributors: Int
    /// The plain mean of the members' values.
    public var mean: Double?
    /// Sum of numerators over sum of denominators of the same cities, times
    /// the multiplier; ratio and share metrics only.
    public var groupValue: Double?
    public var median: Double?
    public var lowerQuartile: Double?
    public var upperQuartile: Double?
    public var minimum: Double?
    public var maximum: Double?
    /// The sample standard deviation (n - 1); from two contributors.
    public var standardDeviation: Double?
    /// Members not reported, not collected, late or withheld.
    public var notReported: Int
    /// Members that do not provide the service, or cannot have the figure.
    public var notProvided: Int
    public var notTakingPart: Int
    public var suppressed: Int
    public var unreliable: Int
    public var notComparable: Int
    /// The contributors' share (0 to 1) of the denominators of all members
    /// that provide the service and take part; nil where one is unknown.
    public var coverage: Double?

    /// How many members the group has: contributors and all counts.
    public var memberCount: Int {
        contributors + notReported + notProvided + notTakingPart + suppressed + unreliable
            + notComparable
    }

    /// Statistics of a group of which nothing is known yet.
    public init() {
        contributors = 0
        notReported = 0
        notProvided = 0
        notTakingPart = 0
        suppressed = 0
        unreliable = 0
        notComparable = 0
    }
}

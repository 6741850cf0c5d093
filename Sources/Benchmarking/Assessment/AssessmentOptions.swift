/// How much of an assessment is computed.
public struct AssessmentOptions: Sendable, Hashable {
    /// Whether standings have rank intervals.
    public var hasRankIntervals: Bool
    /// How often errors are drawn for simultaneous rank intervals of common
    /// groups; 0 for none of them. Marginal ones are integrated, not drawn.
    public var draws: Int
    /// From what those draws begin.
    public var seed: UInt64
    /// The longest list whose standings have rank intervals: their cost grows
    /// with its square.
    public var longestRanked: Int
    /// The longest common list that has simultaneous ones, whose cost grows
    /// with its square times the draws.
    public var longestDrawn: Int

    /// Makes options; by default everything but what is drawn.
    public init(
        hasRankIntervals: Bool = true, draws: Int = 0, seed: UInt64 = 0,
        longestRanked: Int = 2_000, longestDrawn: Int = 300
    ) {
        self.hasRankIntervals = hasRankIntervals
        self.draws = draws
        self.seed = seed
        self.longestRanked = longestRanked
        self.longestDrawn = longestDrawn
    }
}

/// The ranks that a city had in following comparable periods: what stands in
/// for an interval where nothing was counted, as with dollars and tonnes.
public struct RankRange: Sendable, Hashable {
    /// How many periods it looks back over, the present one included.
    public static let periods = 4

    public let best: Int
    public let worst: Int
    /// In how many of the periods the city was ranked.
    public let count: Int

    /// - Parameter ranks: of the last four comparable periods, nil where the
    ///   city had none.
    /// - Returns: nil below two ranks: one shows no range.
    public init?(_ ranks: [Int?]) {
        let known = ranks.suffix(Self.periods).compactMap(\.self)
        guard known.count > 1, let best = known.min(), let worst = known.max() else { return nil }
        self.best = best
        self.worst = worst
        count = known.count
    }
}

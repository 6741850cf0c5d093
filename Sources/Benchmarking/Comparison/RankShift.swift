/// Through what a city's rank moved between two sets of figures.
///
/// Taken in this order, so that the three add up to the whole: the city's own
/// value against its peers as they were; the values of peers that have one
/// both times; peers that have one only once, having joined or left, begun or
/// stopped reporting.
public struct RankShift: Sendable, Hashable {
    /// The rank before, among those peers that had a value.
    public let before: Int
    /// Places lost (gained where negative) by the city's own value.
    public let own: Int
    /// By the values of peers that have one both times.
    public let others: Int
    /// By peers that came or went.
    public let membership: Int

    /// The rank after.
    public var after: Int { before + own + others + membership }

    /// What one peer counts with; nil where it does not count.
    public struct Peer: Sendable {
        public let before: Double?
        public let after: Double?

        /// Puts the two together.
        public init(before: Double?, after: Double?) {
            self.before = before
            self.after = after
        }
    }

    /// Splits the move of a city that is ranked both times.
    ///
    /// - Parameter peers: all that count at either time, the city itself not
    ///   among them.
    public init(from before: Double, to after: Double, among peers: [Peer], by rule: RankRule) {
        let (earlier, later) = (rule.key(of: before), rule.key(of: after))
        func rank(of key: Double, _ value: (Peer) -> Double?) -> Int {
            1 + peers.count { peer in value(peer).map { rule.key(of: $0) > key } ?? false }
        }
        let first = rank(of: earlier, \.before)
        let moved = rank(of: later, \.before)
        let passed = rank(of: later) { $0.before == nil ? nil : $0.after ?? $0.before }
        self.before = first
        own = moved - first
        others = passed - moved
        membership = rank(of: later, \.after) - passed
    }
}

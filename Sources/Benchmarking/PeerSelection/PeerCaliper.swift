/// How far a peer may be: nobody is chosen beyond it, however short the list
/// becomes (METHODS.md 10).
public struct PeerCaliper: Sendable, Hashable {
    /// The share of all nearest distances that lies within.
    public static let share = 0.75
    /// From how many peers on a place has close ones.
    public static let fewestPeers = 5

    /// The greatest distance of a close peer.
    public let distance: Double

    /// The caliper of a rule, from the lists of all places that it gives one.
    ///
    /// - Returns: nil where no place has a neighbour.
    public init?(_ lists: [[Neighbour]]) {
        let distances = lists.flatMap { $0.map(\.distance) }.sorted()
        guard let distance = quantile(Self.share, ofSorted: distances) else { return nil }
        self.distance = distance
    }

    /// The peers of a list that are close; nil, for "no close peers", where
    /// fewer than five are.
    public func closePeers(_ list: [Neighbour]) -> [Neighbour]? {
        let close = list.filter(holds)
        return close.count >= Self.fewestPeers ? close : nil
    }

    /// Whether a neighbour is within; judged to 12 decimals, as ties are.
    public func holds(_ neighbour: Neighbour) -> Bool {
        roundedHalfEven(neighbour.distance, decimals: 12)
            <= roundedHalfEven(distance, decimals: 12)
    }
}

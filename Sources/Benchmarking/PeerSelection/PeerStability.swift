/// How steadily a place's peers are chosen, when what they are chosen by is
/// changed a little (METHODS.md 10).
public struct PeerStability: Sendable {
    /// How often the variables are drawn again within their margins.
    public static let noiseDraws = 100

    private let variables: [PeerVariable]
    private let seed: UInt64

    /// - Parameters:
    ///   - variables: those of the rule, with the margins of their values.
    ///   - seed: of the draws within the margins.
    public init(_ variables: [PeerVariable], seed: UInt64) {
        self.variables = variables
        self.seed = seed
    }

    /// For each peer of a place, the share of changes under which it stays
    /// among as many nearest.
    ///
    /// The changes: each variable left out by itself, each weight a quarter
    /// more and a quarter less, and, where a variable has margins, all values
    /// drawn again within them.
    ///
    /// - Parameter peers: the place's nearest, as the rule gives them.
    public func shares(
        ofPeers peers: [Neighbour], of place: Int, where eligible: (Int) -> Bool = { _ in true }
    ) -> [Double] {
        let changed = changes()
        guard !changed.isEmpty else { return peers.map { _ in 1 } }
        var stays = Array(repeating: 0, count: peers.count)
        for variables in changed {
            let nearest = PeerSpace(variables)
                .nearest(to: place, limit: peers.count, where: eligible)
            let chosen = Set(nearest.map(\.place))
            for (index, peer) in peers.enumerated() where chosen.contains(peer.place) {
                stays[index] += 1
            }
        }
        return stays.map { Double($0) / Double(changed.count) }
    }

    private func changes() -> [[PeerVariable]] {
        var changes: [[PeerVariable]] = []
        for index in variables.indices where variables.count > 1 {
            var rest = variables
            rest.remove(at: index)
            changes.append(rest)
            for factor in [0.75, 1.25] {
                var weighted = variables
                weighted[index].weight *= factor
                changes.append(weighted)
            }
        }
        guard variables.contains(where: { $0.errors != nil }) else { return changes }
        var normals = SeededNormals(seed: seed)
        for _ in 0..<Self.noiseDraws { changes.append(variables.map { $0.drawn(&normals) }) }
        return changes
    }
}

extension PeerVariable {
    /// The variable with each value drawn again by its standard error.
    fileprivate func drawn(_ normals: inout SeededNormals) -> PeerVariable {
        guard let errors else { return self }
        var drawn = self
        for (place, error) in errors.enumerated() {
            guard let value = values[place], let error else { continue }
            drawn.values[place] = value + error * normals.next()
        }
        return drawn
    }
}

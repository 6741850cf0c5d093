// Expected values are derived in the test.
import Benchmarking
import Testing

@Suite struct PeerStabilityTests {
    private func variable(
        _ id: String, _ values: [Double?], weight: Double = 1, errors: [Double?]? = nil
    ) -> PeerVariable {
        PeerVariable(
            id: id, transform: .identity, weight: weight, values: values, errors: errors)
    }

    @Test func `twins stay peers whatever is changed`() {
        let variables = [variable("a", [0, 0, 50, 90]), variable("b", [7, 7, 70, 10])]
        let peers = PeerSpace(variables).nearest(to: 0, limit: 1)
        #expect(PeerStability(variables, seed: 1).shares(ofPeers: peers, of: 0) == [1])
    }

    @Test func `a peer by one variable alone goes when that one is left out`() {
        // By a, place 1 is nearest; by b, place 2; a weighs nine times as much.
        let variables = [
            variable("a", [0, 1, 9, 10], weight: 9), variable("b", [0, 9, 1, 10]),
        ]
        let peers = PeerSpace(variables).nearest(to: 0, limit: 1)
        #expect(peers.map(\.place) == [1])
        // Six changes: each left out, each weight up and down; one turns it.
        let shares = PeerStability(variables, seed: 1).shares(ofPeers: peers, of: 0)
        #expect(agrees(shares[0], 5.0 / 6))
    }

    @Test func `margins as wide as the differences make peers a toss`() {
        let sharp = variable("a", [0, 1, 1.2, 100], errors: [0, 0.01, 0.01, 0])
        let blurred = variable("a", [0, 1, 1.2, 100], errors: [0, 0.5, 0.5, 0])
        let share = { (variable: PeerVariable) in
            let peers = PeerSpace([variable]).nearest(to: 0, limit: 1)
            return PeerStability([variable], seed: 4).shares(ofPeers: peers, of: 0)[0]
        }
        #expect(share(sharp) == 1)
        #expect((0.4...0.8).contains(share(blurred)))
        // The same seed, the same answer.
        #expect(share(blurred) == share(blurred))
    }

    @Test func `one variable without margins leaves nothing to change`() {
        let variables = [variable("a", [0, 1, 2])]
        let peers = PeerSpace(variables).nearest(to: 0, limit: 2)
        #expect(PeerStability(variables, seed: 1).shares(ofPeers: peers, of: 0) == [1, 1])
    }
}

@Suite struct PeerCaliperTests {
    private func lists(_ values: [Double]) -> [[Neighbour]] {
        let space = PeerSpace([
            PeerVariable(id: "v", transform: .identity, weight: 1, values: values)
        ])
        return values.indices.map { space.nearest(to: $0, limit: 5) }
    }

    @Test func `a place far from all others has no close peers`() throws {
        let lists = lists([1, 2, 3, 4, 5, 6, 7, 8, 200])
        let caliper = try #require(PeerCaliper(lists))
        #expect(caliper.closePeers(lists[8]) == nil)
        #expect(try #require(caliper.closePeers(lists[3])).count == 5)
    }

    @Test func `a quarter of the distances lie beyond`() throws {
        let lists = lists((0..<40).map { Double($0 * $0) })
        let caliper = try #require(PeerCaliper(lists))
        let all = lists.flatMap { $0.map(\.distance) }
        let beyond = all.count { $0 > caliper.distance }
        #expect(Double(beyond) / Double(all.count) <= 0.25)
        #expect(Double(beyond) / Double(all.count) > 0.24)
    }

    @Test func `no neighbours have no caliper`() {
        #expect(PeerCaliper([[], []]) == nil)
    }
}

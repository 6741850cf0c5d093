// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import Testing

@Suite struct PeerSpaceTests {
    private func space(
        _ values: [Double?], _ transform: PeerTransform = .identity, weight: Double = 1
    ) -> PeerSpace {
        PeerSpace([PeerVariable(id: "v", transform: transform, weight: weight, values: values)])
    }

    @Test func `a place is not its own neighbour, its twin is`() {
        let nearest = space([7, 7, 9, 20]).nearest(to: 1, limit: 2)
        #expect(nearest.map(\.place) == [0, 2])
        #expect(nearest[0].distance == 0)
    }

    @Test func `places equally far come in the order of their ids`() {
        #expect(space([5, 3, 7, 5, 9]).nearest(to: 0, limit: 3).map(\.place) == [3, 1, 2])
        // One place short of the tie: the first of the two.
        #expect(space([5, 3, 7, 5, 9]).nearest(to: 0, limit: 2).map(\.place) == [3, 1])
    }

    @Test func `a missing variable leaves a place without neighbours and out of others'`() {
        let places = space([1, nil, 3, 4])
        #expect(places.nearest(to: 1, limit: 3).isEmpty)
        #expect(places.nearest(to: 0, limit: 3).map(\.place) == [2, 3])
        #expect(places.isComplete == [true, false, true, true])
    }

    @Test func `ratios are distances on the logarithm`() {
        // 100 is nearer to 10 than to 1,000 by difference, equally far by ratio.
        #expect(space([10, 100, 1_000], .log).nearest(to: 1, limit: 1).map(\.place) == [0])
        #expect(
            agrees(
                space([10, 100, 1_000], .log).distance(0, 1),
                space([10, 100, 1_000], .log).distance(1, 2)))
        #expect(space([10, 100, 1_000]).distance(0, 1) < space([10, 100, 1_000]).distance(1, 2))
    }

    @Test func `the logarithm of 0 is missing`() {
        #expect(space([0, 1, 2], .log).isComplete == [false, true, true])
        #expect(space([-1, 1, 2], .sqrt).isComplete == [false, true, true])
    }

    @Test func `distances are in standard deviations, weights inside the root`() {
        // 0, 3, 6: the deviation is 3; four times the weight is twice as far.
        #expect(agrees(space([0, 3, 6]).distance(0, 1), 1))
        #expect(agrees(space([0, 3, 6], weight: 4).distance(0, 1), 2))
    }

    @Test func `a variable that is equal everywhere tells nobody apart`() {
        let equal = PeerVariable(id: "e", transform: .identity, weight: 1, values: [4, 4, 4])
        let other = PeerVariable(id: "o", transform: .identity, weight: 1, values: [0, 3, 6])
        let places = PeerSpace([equal, other])
        #expect(places.variables.map(\.id) == ["o"])
        #expect(agrees(places.distance(0, 1), 1))
    }

    @Test func `a distance is shared out among the variables`() {
        // Deviations 3 and 1: 1 and 2 of them, squares 1 and 4.
        let first = PeerVariable(id: "a", transform: .identity, weight: 1, values: [0, 3, 6])
        let second = PeerVariable(id: "b", transform: .identity, weight: 1, values: [5, 7, 6])
        let shares = PeerSpace([first, second]).shares(0, 1)
        #expect(agrees(shares[0], 0.2))
        #expect(agrees(shares[1], 0.8))
    }

    @Test func `only those who may be chosen are`() {
        let nearest = space([1, 2, 3, 4]).nearest(to: 0, limit: 2) { $0 != 1 }
        #expect(nearest.map(\.place) == [2, 3])
    }

    @Test func `no places and no variables have no neighbours`() {
        #expect(PeerSpace([]).count == 0)
        #expect(space([3]).nearest(to: 0, limit: 5).isEmpty)
        #expect(space([3, 4]).nearest(to: 0, limit: 0).isEmpty)
    }

    @Test func `variables that are correlated above 0.8 are named, whatever their weights`() {
        func correlated(_ second: [Double?], weight: Double = 1) -> [CorrelatedVariables] {
            PeerSpace([
                PeerVariable(id: "a", transform: .identity, weight: 4, values: [1, 2, 3, 4]),
                PeerVariable(id: "b", transform: .identity, weight: weight, values: second),
            ]).correlated()
        }
        // Sums of products over those of squares: 4/5, 5/5, -5/5.
        #expect(correlated([1, 3, 2, 4]).isEmpty)
        let same = correlated([10, 20, 30, 40], weight: 9)
        #expect(same.map { [$0.first, $0.second] } == [["a", "b"]])
        #expect(same.map(\.correlation) == [1])
        #expect(correlated([4, 3, 2, 1]).map(\.correlation) == [-1])
        // Who has not all variables does not count: the rest lie on a line.
        #expect(correlated([1, 2, nil, 4]).map(\.correlation) == [1])
    }

    @Test func `the caliper holds a distance equal to it, to 12 decimals`() throws {
        // Steps of 0.1 are no exact numbers: 0.1 to 0.5 and 0 to 0.4 differ.
        let places = space([0, 0.1, 0.2, 0.3, 0.4, 0.5, 3])
        let lists = places.nearestOfAll(limit: 5)
        let caliper = try #require(PeerCaliper(lists))
        #expect(lists.map { caliper.closePeers($0)?.count } == [nil, 5, 5, 5, 5, nil, nil])
    }
}

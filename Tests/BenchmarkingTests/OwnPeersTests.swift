// Expected values: CONTRACT.md, view standing, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct OwnPeersTests {
    private func own(_ lists: (Int32, [Int32])..., minimum: Int = 1) -> [PeerGroup] {
        [
            PeerGroup(
                id: "own",
                members: .own(lists.map { OwnPeers(owner: $0.0, members: $0.1) }),
                minimum: minimum)
        ]
    }

    @Test func `a city is ranked among its peers without counting in their statistics`() throws {
        let standings = try compare(
            try figures([25, 10, 20, 30, 40]), "calls", groups: own((0, [1, 2, 3, 4])))[0]
        let standing = standings[0]
        #expect(standings.count == 1)
        #expect(!standing.includesCity)
        #expect(standing.statistics.contributors == 4)
        #expect(standing.statistics.mean == 25)
        #expect(standing.ranked == 5)
        // 30 and 40 are better; floor(5 - ceil(3 * 4 / 5)) = 2.
        #expect(standing.rank == 3)
        #expect(standing.rankShare == 0.6)
        #expect(standing.percentRank == 0.5)
        #expect(standing.quartile == 2)
    }

    @Test func `a city on its own list counts in the statistics`() throws {
        let standing = try compare(
            try figures([25, 10, 20, 30, 40]), "calls", groups: own((0, [0, 1, 2, 3, 4])))[0][0]
        #expect(standing.includesCity)
        #expect(standing.statistics.contributors == 5)
        #expect(standing.ranked == 5)
        #expect(standing.rank == 3)
    }

    @Test func `a city without a value adds nothing to the ranked`() throws {
        let standing = try compare(
            try figures([nil, 10, 20]), "calls", groups: own((0, [1, 2])))[0][0]
        #expect(standing.ranked == 2)
        #expect(standing.rank == nil)
        #expect(standing.statistics.contributors == 2)
        #expect(standing.statistics.notReported == 0)
    }

    @Test func `one contributing peer is too few for a rank, two are enough`() throws {
        let values = try figures([5, 1, 9, nil])
        let one = try compare(values, "calls", groups: own((0, [1, 3])))[0][0]
        #expect(one.ranked == 2)
        #expect(one.rank == nil)
        let two = try compare(values, "calls", groups: own((0, [1, 2])))[0][0]
        #expect(two.rank == 2)
        #expect(two.rankWorst == 2)
    }

    @Test func `three contributing peers are too few for a class, though four are ranked`() throws {
        let standing = try compare(
            try figures([5, 1, 9, 3]), "calls", groups: own((0, [1, 2, 3])))[0][0]
        #expect(standing.ranked == 4)
        #expect(standing.rank == 2)
        #expect(standing.quartile == nil)
        #expect(standing.statistics.lowerQuartile == nil)
    }

    @Test func `a city like all its peers has no class`() throws {
        let alike = try compare(
            try figures([5, 5, 5, 5, 5]), "calls", groups: own((0, [1, 2, 3, 4])))[0][0]
        #expect(alike.rank == 1)
        #expect(alike.quartile == nil)
        let better = try compare(
            try figures([6, 5, 5, 5, 5]), "calls", groups: own((0, [1, 2, 3, 4])))[0][0]
        #expect(better.quartile == 1)
    }

    @Test func `each owner has its own statistics and its own missing`() throws {
        let standings = try compare(
            try figures([1, 2, nil, 4]), "calls", groups: own((3, [0, 2]), (0, [1, 3])))[0]
        #expect(standings.cities == [3, 0])
        #expect(standings.statistics.owners == [3, 0])
        #expect(standings[0].statistics.mean == 1)
        #expect(standings[0].statistics.notReported == 1)
        #expect(standings[1].statistics.mean == 3)
        #expect(standings[1].statistics.notReported == 0)
    }

    @Test func `a member named twice counts once`() throws {
        let standing = try compare(
            try figures([1, 2, 4]), "calls", groups: own((0, [2, 1, 2])))[0][0]
        #expect(standing.statistics.contributors == 2)
        #expect(standing.statistics.mean == 3)
    }

    @Test func `an owner without peers has a standing without figures`() throws {
        let standing = try compare(try figures([1, 2]), "calls", groups: own((0, [])))[0][0]
        #expect(standing.statistics.memberCount == 0)
        #expect(standing.ranked == 1)
        #expect(standing.rank == nil)
        #expect(standing.value == 1)
    }

    @Test func `below the minimum an owner keeps its counts only`() throws {
        let standing = try compare(
            try figures([1, 2, 3]), "calls", groups: own((0, [1, 2]), minimum: 3))[0][0]
        #expect(standing.statistics.contributors == 2)
        #expect(standing.statistics.median == nil)
        #expect(standing.rank == nil)
        #expect(standing.ranked == 3)
    }

    @Test func `some groups may be compared by position`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/calls"))
        let engine = Engine(
            groups: [
                PeerGroup(id: "first", members: .common([0])),
                PeerGroup(id: "second", members: .common([0, 1])),
            ], cityCount: 2)
        let results = engine.compare(try figures([1, 2]), metric: metric, inGroups: [1])
        #expect(results.map(\.group) == ["second"])
        #expect(results[0].rankList == [2, 1])
    }
}

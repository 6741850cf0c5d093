// Expected values: METHODS.md 5 and 6, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct EngineTests {
    @Test func `five cities have statistics, ranks and quartile classes`() throws {
        let standings = try compare(try figures([10, 20, 30, 40, 100]), "calls")[0]
        let group = standings.statistics[0]
        #expect(group.contributors == 5)
        #expect(group.mean == 40)
        #expect(group.median == 30)
        #expect(group.lowerQuartile == 20)
        #expect(group.upperQuartile == 40)
        #expect(group.minimum == 10)
        #expect(group.maximum == 100)
        // Squares of -30, -20, -10, 0, 60 are 5,000; 5,000 / 4 = 1,250.
        #expect(agrees(group.standardDeviation, 1250.0.squareRoot()))
        #expect(group.groupValue == nil)
        #expect(group.coverage == nil)
        #expect(standings.rankList == [5, 4, 3, 2, 1])
        #expect(standings.quartileList == [4, 3, 2, 1, 1])
        let last = standings[0]
        #expect(last.ranked == 5)
        #expect(last.rankShare == 1)
        #expect(last.percentRank == 1)
        #expect(last.includesCity)
        #expect(last.value == 10)
    }

    @Test func `each state is counted by name, and the counts add up to the members`() throws {
        let statuses: [StandingStatus] = [
            .reported, .notReported, .notCollected, .late, .withheld, .notProvided,
            .notApplicable, .notTakingPart, .suppressed, .unreliable, .notComparable,
        ]
        let columns = try figures(
            statuses.map { $0 == .reported || $0 == .unreliable ? 5 : nil },
            statuses: Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ($0, $1) }))
        let standings = try compare(columns, "calls")[0]
        let group = standings.statistics[0]
        #expect(group.contributors == 1)
        #expect(group.notReported == 4)
        #expect(group.notProvided == 2)
        #expect(group.notTakingPart == 1)
        #expect(group.suppressed == 1)
        #expect(group.unreliable == 1)
        #expect(group.notComparable == 1)
        #expect(group.memberCount == statuses.count)
        for (row, status) in statuses.enumerated() { #expect(standings[row].status == status) }
    }

    @Test func `an unreliable figure keeps its value and has no rank`() throws {
        let standings = try compare(
            try figures([1, 2, 99], statuses: [2: .unreliable]), "calls")[0]
        #expect(standings[2].value == 99)
        #expect(standings.rankList == [2, 1, nil])
        #expect(standings.statistics[0].maximum == 2)
    }

    @Test func `the worst rank adds those who take part and did not report`() throws {
        let standings = try compare(
            try figures(
                [5, nil, 7, nil, nil], statuses: [3: .notTakingPart, 4: .withheld]), "calls")[0]
        // City 1 did not report, city 4 withholds; city 3 takes no part.
        #expect(standings[2].rank == 1)
        #expect(standings[2].rankWorst == 3)
        #expect(standings[1].rankWorst == nil)
    }

    @Test func `cities printed alike tie`() throws {
        // The rate has one decimal, less is better: 1.04 and 0.96 both print 1.0.
        let standings = try compare(try figures([1.04, 0.96, 0.94, 1.06]), "rate")[0]
        #expect(standings.rankList == [2, 2, 1, 4])
        let raw = try compare(try figures([1.04, 0.96, 0.94, 1.06]), "exact")[0]
        #expect(raw.rankList == [2, 3, 4, 1])
    }

    @Test func `a target ranks by distance to its range`() throws {
        // The range is 50 to 60; distances 20, 0, 0, 1, 1.
        let standings = try compare(try figures([30, 50, 58, 61, 49]), "reserve")[0]
        #expect(standings.rankList == [5, 1, 1, 3, 3])
    }

    @Test func `a metric without judgement has statistics and no rank`() throws {
        let standings = try compare(try figures([1, 2, 3, 4]), "plain")[0]
        #expect(standings.rankList == [nil, nil, nil, nil])
        #expect(standings.quartileList == [nil, nil, nil, nil])
        #expect(standings.statistics[0].median == 2.5)
        #expect(standings[0].ranked == 4)
    }

    @Test(arguments: 0...4)
    func `a rank needs two contributors, quartiles need four`(count: Int) throws {
        let values = (0..<5).map { $0 < count ? Double($0 + 1) : nil }
        let standings = try compare(try figures(values), "calls")[0]
        let group = standings.statistics[0]
        #expect(group.contributors == count)
        #expect((group.median != nil) == (count >= 1))
        #expect((group.mean != nil) == (count >= 1))
        #expect((group.standardDeviation != nil) == (count >= 2))
        #expect((standings[0].rank != nil) == (count >= 2))
        #expect((standings[0].percentRank != nil) == (count >= 2))
        #expect((group.lowerQuartile != nil) == (count >= 4))
        #expect((group.upperQuartile != nil) == (count >= 4))
        #expect((standings[0].quartile != nil) == (count >= 4))
    }

    @Test func `where all are alike, all are first and none has a class`() throws {
        let standings = try compare(try figures([3, 3.4, 2.6, 3, 3]), "calls")[0]
        #expect(standings.rankList == [1, 1, 1, 1, 1])
        #expect(standings.quartileList == [nil, nil, nil, nil, nil])
        #expect(standings[0].percentRank == 0)
    }

    @Test func `below a group's minimum only the counts remain`() throws {
        let columns = try figures([1, 2, 3, 4, nil])
        let below = try compare(columns, "calls", minimum: 5)[0]
        var expected = PeerStatistics()
        expected.contributors = 4
        expected.notReported = 1
        #expect(below.statistics[0] == expected)
        #expect(below.rankList == [nil, nil, nil, nil, nil])
        #expect(below.quartileList == [nil, nil, nil, nil, nil])
        #expect(below[0].rankShare == nil)
        #expect(try compare(columns, "calls", minimum: 4)[0].rankList == [4, 3, 2, 1, nil])
    }

    @Test func `where nobody reports there is nothing but counts`() throws {
        let standings = try compare(try figures([nil, nil]), "calls")[0]
        #expect(standings.statistics[0].notReported == 2)
        #expect(standings.statistics[0].mean == nil)
        #expect(standings.rankList == [nil, nil])
    }

    @Test func `a group without members has no standings`() throws {
        let empty = PeerGroup(id: "none", members: .common([]))
        let none = PeerGroup(id: "own", members: .own([]))
        let results = try compare(try figures([1]), "calls", groups: [empty, none])
        #expect(results.map(\.count) == [0, 0])
        #expect(results[0].statistics[0].memberCount == 0)
    }

    @Test func `the group value is the ratio of totals of the contributors`() throws {
        // Rates 10 and 40 per 1,000: their mean is 25, the ratio of totals
        // 50 / 2,000 = 25 only with equal sizes; here 10 / 1,000 and 120 / 3,000.
        let standings = try compare(
            try figures(
                [10, 40, nil], numerators: [10, 120, nil], denominators: [1000, 3000, 1000],
                multiplier: 1000),
            "rate")[0]
        let group = standings.statistics[0]
        #expect(group.mean == 25)
        #expect(group.groupValue == 32.5)
        #expect(group.coverage == 0.8)
        #expect(standings[1].numerator == 120)
        #expect(standings[2].denominator == 1000)
    }

    @Test func `coverage leaves out who does not provide or take part`() throws {
        let standings = try compare(
            try figures(
                [10, nil, nil, nil, nil],
                statuses: [1: .notProvided, 2: .notTakingPart, 3: .notApplicable, 4: .suppressed],
                numerators: [10, nil, nil, nil, nil],
                denominators: [1000, nil, nil, nil, 3000], multiplier: 1000), "rate")[0]
        #expect(standings.statistics[0].coverage == 0.25)
    }

    @Test func `coverage is none where one denominator is unknown`() throws {
        let standings = try compare(
            try figures(
                [10, nil], numerators: [10, nil], denominators: [1000, nil], multiplier: 1000),
            "rate")[0]
        #expect(standings.statistics[0].coverage == nil)
        #expect(standings.statistics[0].groupValue == 10)
    }

    @Test func `huge values have ranks, and no figure is infinite`() throws {
        let standings = try compare(
            try figures([1.7e308, -1.7e308, 1e308, 5]), "calls")[0]
        #expect(standings.rankList == [1, 4, 2, 3])
        let group = standings.statistics[0]
        #expect(agrees(group.mean.map { $0 / 1e308 }, 0.25))
        // Distances 1.45, -1.95, 0.75, -0.25; 6.53 / 3 under the root.
        #expect(
            agrees(group.standardDeviation.map { $0 / 1e308 }, (6.53 / 3).squareRoot()))
        let ends = try compare(try figures([1.7e308, -1.7e308]), "calls")[0].statistics[0]
        #expect(ends.mean == 0)
        #expect(ends.standardDeviation == nil)
    }

    @Test func `a value that is not finite is not comparable`() throws {
        let standings = try compare(try figures([.infinity, .nan, 1]), "calls")[0]
        #expect(standings[0].status == .notComparable)
        #expect(standings[1].value == nil)
        #expect(standings[1].reason == .outOfRange)
        #expect(standings.statistics[0].notComparable == 2)
    }

    @Test func `a figure that is not comparable keeps its value, a missing one has none`() throws {
        let standings = try compare(
            try figures([1, 2, 99, 98], statuses: [2: .notComparable, 3: .withheld]), "calls")[0]
        #expect(standings[2].value == 99)
        #expect(standings[3].value == nil)
        #expect(standings.rankList == [2, 1, nil, nil])
        #expect(standings.statistics[0].maximum == 2)
        #expect(standings.statistics[0].notComparable == 1)
    }
}

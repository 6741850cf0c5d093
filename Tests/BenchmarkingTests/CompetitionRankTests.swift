// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import MetricSpec
import Testing

@Suite struct CompetitionRankTests {
    @Test func `ties share the lowest rank and leave a gap`() {
        #expect(competitionRanks(ofKeys: [5, 9, 5, 1]) == [2, 1, 2, 4])
    }

    @Test func `no keys have no ranks`() {
        #expect(competitionRanks(ofKeys: []).isEmpty)
    }

    @Test func `a single value has no percent rank`() {
        #expect(percentRank(ofRank: 1, among: 1) == nil)
    }

    @Test func `the best of five has percent rank 0, the last 1`() {
        #expect([1, 3, 5].map { percentRank(ofRank: $0, among: 5) } == [0, 0.5, 1])
    }
}

@Suite struct RankRuleTests {
    @Test(arguments: [Polarity.noJudgement, .notApplicable])
    func `a metric without a good direction has no rule`(polarity: Polarity) {
        #expect(RankRule(polarity: polarity, decimals: 0) == nil)
    }

    @Test func `values printed alike tie`() throws {
        let rule = try #require(RankRule(polarity: .highGood, decimals: 1))
        #expect(competitionRanks(ofKeys: [1.04, 0.96, 1.06, 1.25].map(rule.key)) == [3, 3, 2, 1])
    }

    @Test func `values as reported tie only when equal`() throws {
        let rule = try #require(RankRule(polarity: .highGood, decimals: nil))
        #expect(competitionRanks(ofKeys: [1, 1.0.nextUp, 1].map(rule.key)) == [2, 1, 2])
    }

    @Test func `less is better where the metric says so`() throws {
        let rule = try #require(RankRule(polarity: .lowGood, decimals: 0))
        #expect(competitionRanks(ofKeys: [3, 1, 2].map(rule.key)) == [3, 1, 2])
    }

    @Test func `a target ranks by distance to the nearer end, and ties inside`() throws {
        let standard = try TestStandard.plain.get()
        let target = try #require(standard.metric("city/reserve")?.target)
        let rule = try #require(RankRule(polarity: .target, target: target, decimals: 1))
        // The range is 50 to 60; 49.9 and 60.1 are 0.1 away on either side.
        let values = [50, 60, 55, 49.9, 60.1, 40]
        #expect(competitionRanks(ofKeys: values.map(rule.key)) == [1, 1, 1, 4, 4, 6])
    }

    @Test func `a target without a range is no rule`() {
        #expect(RankRule(polarity: .target, decimals: 0) == nil)
    }
}

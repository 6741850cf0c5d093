// Expected values: R 4.2.2 rank(ties.method = "min") and dplyr 1.0.10
// percent_rank, reference/quantiles; the others are derived in the test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct CompetitionRankTests {
    @Test(.enabled(if: ReferenceFile.isPresent, "YARDSTICK_SHARED names no shared folder"))
    func `ranks and percent ranks are R's`() throws {
        var checked = 0
        for (id, rows) in try ReferenceFile.cases("quantiles/ranks_z_expected.csv") {
            let values = rows.compactMap { Double($0["x"] ?? "") }
            let ascending = competitionRanks(ofKeys: values.map { -$0 })
            let descending = competitionRanks(ofKeys: values)
            for (index, row) in rows.enumerated() {
                checked += 1
                #expect(ascending[index] == Int(row["rank_asc_min"] ?? ""), "\(id) \(index)")
                #expect(descending[index] == Int(row["rank_desc_min"] ?? ""), "\(id) \(index)")
                #expect(
                    agrees(
                        percentRank(ofRank: ascending[index], among: values.count),
                        Double(row["percent_rank"] ?? "").flatMap { $0.isNaN ? nil : $0 }),
                    "\(id) \(index)")
            }
        }
        #expect(checked == 63)
    }

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

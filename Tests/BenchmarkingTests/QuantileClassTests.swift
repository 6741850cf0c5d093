// Expected values: PHEindicatormethods 2.1.0 phe_quantile, reference/quantiles.
import Benchmarking
import MetricSpec
import Testing

@Suite struct QuantileClassTests {
    @Test(.enabled(if: ReferenceFile.isPresent, "YARDSTICK_SHARED names no shared folder"))
    func `classes from ranks are those of phe_quantile`() throws {
        var checked = 0
        let file = "quantiles/phe_quantile_assignment_expected.csv"
        for (id, rows) in try ReferenceFile.cases(file) {
            let byRun = Dictionary(grouping: rows) {
                [$0["nquantiles"] ?? "", $0["invert"] ?? ""]
            }
            for (run, rows) in byRun {
                let classes = try #require(Int(run[0]))
                let rule = try #require(
                    RankRule(polarity: run[1] == "true" ? .highGood : .lowGood, decimals: nil))
                let keys = rows.compactMap { Double($0["x"] ?? "") }.map(rule.key)
                for (row, rank) in zip(rows, competitionRanks(ofKeys: keys)) {
                    checked += 1
                    #expect(
                        quantileClass(ofRank: rank, among: keys.count, classes: classes)
                            == Int(row["quantile"] ?? ""),
                        "\(id) \(run) \(row)")
                }
            }
        }
        #expect(checked == 378)
    }

    @Test func `five ranked in quartiles leave the third class to one`() {
        // floor(5 - ceil((6 - r) * 4 / 5)) for r = 1...5.
        #expect(
            (1...5).map { quantileClass(ofRank: $0, among: 5, classes: 4) } == [1, 1, 2, 3, 4])
    }

    @Test func `ties stay in one class`() {
        // Ranks 1 1 1 4: all three firsts are in class 1.
        #expect([1, 4].map { quantileClass(ofRank: $0, among: 4, classes: 4) } == [1, 4])
    }

    @Test func `fewer ranked than classes have no class`() {
        #expect(quantileClass(ofRank: 1, among: 3, classes: 4) == nil)
        #expect(quantileClass(ofRank: 1, among: 4, classes: 4) == 1)
    }

    @Test(arguments: [0, 6])
    func `a rank outside the ranked has no class`(rank: Int) {
        #expect(quantileClass(ofRank: rank, among: 5, classes: 4) == nil)
    }
}

import Benchmarking
import MetricSpec
import Testing

extension ReferenceCheck {
    /// METHODS.md 5: quantiles, spread, ranks, scores and classes.
    static let quantiles = [
        ReferenceCheck(file: "quantiles/quantiles_expected.csv", run: compareQuantiles),
        ReferenceCheck(file: "quantiles/summary_expected.csv", run: compareSummaries),
        ReferenceCheck(file: "quantiles/ranks_z_expected.csv", run: compareRanks),
        ReferenceCheck(
            file: "quantiles/phe_quantile_assignment_expected.csv", run: compareClasses),
    ]

    @Sendable private static func compareQuantiles() throws -> Int {
        let samples = try ReferenceFile.samples()
        let rows = try ReferenceFile.rows("quantiles/quantiles_expected.csv")
            .filter { $0["type"] == "7" }
        for row in rows {
            let sorted = try #require(samples[try row.text("case_id")]).sorted()
            #expect(
                agrees(
                    quantile(try row.required("p"), ofSorted: sorted), try row.number("expected")),
                "\(row)")
        }
        return rows.count
    }

    @Sendable private static func compareSummaries() throws -> Int {
        let samples = try ReferenceFile.samples()
        var checked = 0
        for row in try ReferenceFile.rows("quantiles/summary_expected.csv") {
            let values = try #require(samples[try row.text("case_id")]).sorted()
            let summary = try #require(Summary(of: values))
            let ours: Double?
            switch try row.text("stat") {
            case "n": ours = Double(summary.count)
            case "mean": ours = summary.mean
            case "sd_n1": ours = summary.standardDeviation
            case "var_n1": ours = summary.standardDeviation.map { $0 * $0 }
            case "median": ours = quantile(0.5, ofSorted: values)
            case "mad_raw": ours = medianAbsoluteDeviation(ofSorted: values)
            case "mad_1.4826":
                ours = medianAbsoluteDeviation(ofSorted: values).map { $0 * normalConsistency }
            case "iqr_type7":
                let quarters = [0.25, 0.75].compactMap { quantile($0, ofSorted: values) }
                ours = quarters[1] - quarters[0]
            case "min": ours = summary.minimum
            case "max": ours = summary.maximum
            default: continue
            }
            checked += 1
            #expect(agrees(ours, try row.number("expected")), "\(row)")
        }
        return checked
    }

    @Sendable private static func compareRanks() throws -> Int {
        var checked = 0
        for (_, rows) in try ReferenceFile.cases("quantiles/ranks_z_expected.csv") {
            let values = try rows.map { try $0.required("x") }
            let ascending = competitionRanks(ofKeys: values.map { -$0 })
            let descending = competitionRanks(ofKeys: values)
            let summary = try #require(Summary(of: values))
            let median = try #require(quantile(0.5, ofSorted: values.sorted()))
            let deviation = try #require(medianAbsoluteDeviation(ofSorted: values.sorted()))
            for (index, row) in rows.enumerated() {
                checked += 1
                #expect(Double(ascending[index]) == (try row.number("rank_asc_min")), "\(row)")
                #expect(Double(descending[index]) == (try row.number("rank_desc_min")), "\(row)")
                #expect(
                    agrees(
                        percentRank(ofRank: ascending[index], among: values.count),
                        try row.number("percent_rank")), "\(row)")
                #expect(
                    agrees(
                        standardScore(of: values[index], in: summary), try row.number("z_n1")),
                    "\(row)")
                // R divides by a deviation of 0: infinite, where ours says none.
                let robust = try row.number("robust_z_1.4826").flatMap { $0.isFinite ? $0 : nil }
                #expect(
                    agrees(
                        robustScore(of: values[index], median: median, deviation: deviation),
                        robust), "\(row)")
            }
        }
        return checked
    }

    @Sendable private static func compareClasses() throws -> Int {
        var checked = 0
        let file = "quantiles/phe_quantile_assignment_expected.csv"
        for (_, rows) in try ReferenceFile.cases(file) {
            let byRun = Dictionary(grouping: rows) {
                [$0["nquantiles"] ?? "", $0["invert"] ?? ""]
            }
            for (run, rows) in byRun {
                let classes = try #require(Int(run[0]))
                let rule = try #require(
                    RankRule(polarity: run[1] == "true" ? .highGood : .lowGood, decimals: nil))
                let keys = try rows.map { rule.key(of: try $0.required("x")) }
                for (row, rank) in zip(rows, competitionRanks(ofKeys: keys)) {
                    checked += 1
                    #expect(
                        quantileClass(ofRank: rank, among: keys.count, classes: classes)
                            .map(Double.init) == (try row.number("quantile")), "\(row)")
                }
            }
        }
        return checked
    }
}

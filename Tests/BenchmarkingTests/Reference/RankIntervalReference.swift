import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 8: exact, Holm's and bootstrap rank intervals.
    static let rankIntervals = [
        ReferenceCheck(file: "rank_uncertainty/multinomial_deterministic_expected.csv") {
            let rows = try ReferenceFile.rows(
                "rank_uncertainty/multinomial_deterministic_expected.csv")
            for run in Dictionary(
                grouping: rows, by: { ($0["simul"] ?? "") + ($0["multcorr"] ?? "") }
            )
            .values {
                let counts = try run.map { Int(try $0.required("count")) }
                let shares = try #require(
                    RankedCounts(
                        .events, counts: counts, exposures: counts.map { _ in 1 },
                        isHigherBetter: true))
                let family: RankFamily =
                    run[0]["simul"] == "true" ? .simultaneous : .marginal
                let ours = RankComparison(shares, family).intervals
                let ranks = competitionRanks(ofKeys: counts.map(Double.init))
                for (index, row) in run.enumerated() {
                    #expect(Double(ranks[index]) == (try row.number("rank")))
                    #expect(Double(ours[index].best) == (try row.number("L")), "\(row)")
                    #expect(Double(ours[index].worst) == (try row.number("U")), "\(row)")
                }
            }
            return rows.count
        },
        ReferenceCheck(file: "rank_uncertainty/pisa_2018_math_cov95.csv", run: compareScores),
    ]

    @Sendable private static func compareScores() throws -> Int {
        let rows = try ReferenceFile.rows("rank_uncertainty/pisa_2018_math_cov95.csv")
        let values = try rows.map { try $0.required("score") }
        let estimates = try #require(
            RankedEstimates(values: values, errors: try rows.map { try $0.required("se") }))
        let ranks = competitionRanks(ofKeys: values)
        let holm = RankComparison(estimates, .marginal).intervals
        for (index, row) in rows.enumerated() {
            #expect(Double(ranks[index]) == (try row.number("rank")))
            #expect(Double(holm[index].best) == (try row.number("marg_holm_L")), "\(row)")
            #expect(Double(holm[index].worst) == (try row.number("marg_holm_U")), "\(row)")
        }
        for (family, prefix) in [(RankFamily.simultaneous, "simul"), (.marginal, "marg")] {
            for (isStepwise, suffix) in [(true, "stepdown"), (false, "single")] {
                let ours = RankComparison(
                    estimates, family,
                    BootstrapSettings(seed: 101, draws: 4_000, isStepwise: isStepwise)
                ).intervals
                for (index, row) in rows.enumerated() {
                    let best = try row.required("\(prefix)_L_\(suffix)")
                    let worst = try row.required("\(prefix)_U_\(suffix)")
                    #expect(abs(Double(ours[index].best) - best) <= 1, "\(row)")
                    #expect(abs(Double(ours[index].worst) - worst) <= 1, "\(row)")
                }
            }
        }
        return rows.count
    }
}

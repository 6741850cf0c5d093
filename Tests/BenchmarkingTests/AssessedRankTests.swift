// Expected values: R's csranks in reference/rank_uncertainty; the comparison of
// all pairs, which OurReferenceTests holds to it; or derived in the test.
import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct AssessedRankTests {
    private func surveyMetric(_ polarity: String = "high_good") throws -> Metric {
        let standard = try TestStandard.make(
            measures: """
                  - {name: happy, title: Happy, definition: Happy., unit: percent, kind: stock}
                  - name: happy-margin
                    title: Margin of happy
                    definition: Its margin.
                    unit: percent
                    kind: stock
                    margin_of: city/happy
                    level: 0.90
                """,
            metrics: [
                TestStandard.Entry(
                    name: "happiness", formula: "{reported: city/happy}", unit: "percent",
                    polarity: polarity, decimals: "as_reported", uncertainty: "sample")
            ])
        return try #require(standard.metric("city/happiness"))
    }

    private func survey(
        _ values: [Double?], errors: [Double?], _ metric: Metric
    ) throws -> MetricColumns {
        var columns = try figures(values)
        columns.estimate(metric, FigureEvidence(errors: FigureColumn(errors)))
        return columns
    }

    @Test(.enabled(if: ReferenceFile.isPresent, "YARDSTICK_SHARED names no shared folder"))
    func `PISA's marginal intervals are those of csranks within one rank`() throws {
        let rows = try ReferenceFile.rows("rank_uncertainty/pisa_2018_math_cov95.csv")
        let metric = try surveyMetric()
        let figures = try survey(
            rows.map { try $0.required("score") }, errors: rows.map { try $0.required("se") },
            metric)
        let found = assess(figures, metric)[0].columns
        for (index, row) in rows.enumerated() {
            let best = try row.required("marg_L_stepdown")
            let worst = try row.required("marg_U_stepdown")
            #expect(abs(Double(found.rankLowers[index]) - best) <= 1, "\(row)")
            #expect(abs(Double(found.rankUppers[index]) - worst) <= 1, "\(row)")
        }
    }

    @Test func `the bound is the one that draws come to`() throws {
        var normals = SeededNormals(seed: 5)
        for others in [1, 2, 5, 30, 64, 65, 200] {
            let errors = (0...others).map { _ in 0.3 + abs(normals.next()) }
            let estimates = try #require(
                RankedEstimates(values: errors.map { _ in 0 }, errors: errors))
            let draws = ErrorDraws(estimates, BootstrapSettings(seed: 9, draws: 40_000))
            let bound = draws.bound(
                of: (1...others).map { ComparedPair(0, $0, estimates) }, error: 0.05)
            let probability = withLaw(Array(errors.dropFirst()), own: errors[0]) {
                $0.probability(within: bound)
            }
            // Three standard errors of 40,000 draws.
            #expect(abs(probability - 0.95) < 0.0033, "\(others) others: \(probability)")
        }
    }

    /// One difference is a normal number: P(|D| <= 1.96) = 0.95.
    @Test func `one other's law is the normal one`() {
        for own in [0.05, 0.5, 1, 3, 15] {
            let probability = withLaw([1], own: own) {
                $0.probability(within: 1.959963984540054)
            }
            #expect(abs(probability - 0.95) < 2e-4, "\(own)")
        }
    }

    private func withLaw(
        _ errors: [Double], own: Double, _ body: (DifferenceLaw) -> Double
    ) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: DifferenceLaw.room) { room in
            NormalTable.with { normal in
                var errors = errors
                return errors.withUnsafeMutableBufferPointer { errors in
                    var law = DifferenceLaw(room: room, normal)
                    law.prepare(errors, count: errors.count, own: own)
                    return body(law)
                }
            }
        }
    }

    @Test(arguments: 1...6)
    func `of small counts each interval is the exact one`(seed: Int) throws {
        for (kind, polarity) in [(CountedMetric.rate, "low_good"), (.share, "high_good")] {
            let metric = try kind.metric(polarity: polarity)
            var generator = Generator(seed: UInt64(seed))
            // Nine cities: too few for a variance between them.
            let sizes = (0..<9).map { _ in Double(Int.random(in: 20...200, using: &generator)) }
            let counts = sizes.map {
                Double(Int.random(in: 0...Int($0 / 4), using: &generator))
            }
            let figures = try kind.figures([3] + counts.dropFirst(), of: sizes, metric: metric)
            let plain = try #require(
                RankedCounts(
                    kind == .rate ? .events : .proportions,
                    counts: [3] + counts.dropFirst().map { Int($0) }, exposures: sizes,
                    isHigherBetter: polarity == "high_good"))
            let expected = RankComparison(plain, .marginal)
            let found = assess(figures, metric)[0].columns
            #expect(found.rankLowers == expected.intervals.map { Int32($0.best) })
            #expect(found.rankUppers == expected.intervals.map { Int32($0.worst) })
            for row in 0..<9 {
                #expect(found.indistinct.places(ofRow: row) == expected.undecided(of: row))
            }
        }
    }

    @Test(arguments: 1...10)
    func `a rank lies in its intervals, and they count whom it cannot be told from`(
        seed: Int
    ) throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric(polarity: seed % 2 == 0 ? "low_good" : "high_good")
            let figures = try kind.generated(
                seed: UInt64(seed), cities: 40, share: 0.1, spread: 0.4, sizes: 30...3_000,
                metric: metric)
            let own = (0..<40).map { owner in
                OwnPeers(owner: Int32(owner), members: (0..<25).map { Int32((owner + $0) % 40) })
            }
            let groups = [
                PeerGroup(id: "all", members: .common((0..<40).map { Int32($0) })),
                PeerGroup(id: "own", members: .own(own)),
            ]
            for (standings, columns) in assess(
                figures, metric, groups: groups, options: AssessmentOptions(draws: 500, seed: 4))
            {
                for row in 0..<standings.count {
                    guard let rank = standings.rank(at: row) else {
                        #expect(columns.rankLowers[row] == 0 && columns.rankUppers[row] == 0)
                        #expect(columns.indistinct.places(ofRow: row).isEmpty)
                        continue
                    }
                    let (best, worst) = (Int(columns.rankLowers[row]), Int(columns.rankUppers[row]))
                    #expect(1 <= best && best <= rank && rank <= worst)
                    #expect(worst <= Int(standings.ranked[row]))
                    #expect(columns.indistinct.places(ofRow: row).count == worst - best)
                    if !columns.simultaneousLowers.isEmpty {
                        let together =
                            Int(
                                columns.simultaneousLowers[row])...Int(
                                columns.simultaneousUppers[row])
                        #expect(together.contains(rank))
                        // Half a per cent of the draws may swap one.
                        #expect(together.lowerBound <= best + 1 && together.upperBound >= worst - 1)
                    }
                }
            }
        }
    }

    @Test func `a city without a margin may have any rank and keeps none from theirs`() throws {
        let metric = try surveyMetric("low_good")
        let figures = try survey([10, 20, 30, 25], errors: [0.1, 0.1, 0.1, nil], metric)
        let (standings, found) = assess(figures, metric)[0]
        #expect(standings.rankList == [1, 2, 4, 3])
        #expect(found.rankLowers == [1, 2, 3, 0])
        #expect(found.rankUppers == [2, 3, 4, 0])
        #expect(found.indistinct.places(ofRow: 0) == [3])
        #expect(found.indistinct.places(ofRow: 3).isEmpty)
        #expect(found.indistinct[0, 3] && !found.indistinct[0, 2])
    }

    @Test func `a list longer than asked for has no rank intervals`() throws {
        let metric = try surveyMetric()
        let figures = try survey([1, 2, 3], errors: [0.1, 0.1, 0.1], metric)
        let found = assess(figures, metric, options: AssessmentOptions(longestRanked: 2))[0].columns
        #expect(found.rankLowers == [0, 0, 0])
        #expect(found.indistinct.count == 0)
    }
}

// Properties that hold whatever the figures are, on seeded figures, and what
// becomes of figures that nobody expects.
import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct AssessmentPropertyTests {
    private func generated(_ kind: CountedMetric, _ metric: Metric, seed: Int) throws
        -> MetricColumns
    {
        try kind.generated(
            seed: UInt64(seed), cities: 30, share: 0.15, spread: 0.6, sizes: 40...4_000,
            metric: metric)
    }

    @Test(arguments: 1...10)
    func `reversing the polarity reverses verdicts and rank intervals`(seed: Int) throws {
        for kind in CountedMetric.allCases {
            let up = try kind.metric()
            let down = try kind.metric(polarity: "low_good")
            let figures = try generated(kind, up, seed: seed)
            let (standings, first) = assess(figures, up)[0]
            let second = assess(figures, down)[0].columns
            #expect(first.probabilities == second.probabilities)
            #expect(first.funnels == second.funnels)
            #expect(first.indistinct == second.indistinct)
            for row in 0..<standings.count where first.rankLowers[row] > 0 {
                let last = standings.ranked[row] + 1
                #expect(second.rankLowers[row] == last - first.rankUppers[row])
                #expect(second.rankUppers[row] == last - first.rankLowers[row])
                let mirrored: Verdict? =
                    switch first.verdicts[row] {
                    case .better: .worse
                    case .worse: .better
                    default: first.verdicts[row]
                    }
                #expect(second.verdicts[row] == mirrored)
            }
        }
    }

    @Test(arguments: 1...10)
    func `a permutation of the cities changes nothing`(seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let order = Array(0..<30).shuffled(using: &generator)
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let old = try generated(kind, metric, seed: seed)
            let new = try kind.figures(
                order.map { old.numerators[$0] }, of: order.map { old.denominators[$0] },
                metric: metric,
                statuses: Dictionary(
                    uniqueKeysWithValues: order.enumerated().map { ($0, old.statuses[$1]) }))
            let before = assess(old, metric)[0].columns
            let after = assess(new, metric)[0].columns
            for (place, was) in order.enumerated() {
                #expect(after.verdicts[place] == before.verdicts[was])
                #expect(agrees(after.probabilities[place], before.probabilities[was]))
                #expect(after.benchmarks[place] == before.benchmarks[was])
                #expect(after.funnels[place] == before.funnels[was])
                #expect(after.rankLowers[place] == before.rankLowers[was])
                #expect(after.rankUppers[place] == before.rankUppers[was])
                #expect(
                    Set(after.indistinct.places(ofRow: place).map { order[$0] })
                        == Set(before.indistinct.places(ofRow: was)))
            }
        }
    }

    @Test(arguments: 1...10)
    func `a city that does not report moves nobody`(seed: Int) throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let few = try generated(kind, metric, seed: seed)
            let many = try kind.figures(
                (0..<60).map { $0 < 30 ? few.numerators[$0] : 7 },
                of: (0..<60).map { $0 < 30 ? few.denominators[$0] : 90 }, metric: metric,
                statuses: Dictionary(
                    uniqueKeysWithValues: (0..<60).map {
                        ($0, $0 < 30 ? few.statuses[$0] : .suppressed)
                    }))
            let before = assess(few, metric)[0].columns
            let after = assess(many, metric)[0].columns
            #expect(Array(after.verdicts.prefix(30)) == before.verdicts)
            #expect(Array(after.rankLowers.prefix(30)) == before.rankLowers)
            #expect(Array(after.rankUppers.prefix(30)) == before.rankUppers)
            #expect(after.verdicts.suffix(30).allSatisfy { $0 == nil })
            #expect(after.groups.tau2s == before.groups.tau2s)
            #expect((0..<30).allSatisfy { after.probabilities[$0] == before.probabilities[$0] })
        }
    }

    // Degenerate input.

    private func check(_ found: (standings: StandingColumns, columns: AssessmentColumns)) {
        let columns = found.columns
        for row in 0..<columns.count {
            #expect((0...1).contains(columns.probabilities[row] ?? 0))
            #expect((columns.differenceErrors[row] ?? 0) >= 0)
            #expect((columns.verdicts[row] == nil) == (columns.probabilities[row] == nil))
            #expect(columns.rankLowers[row] <= columns.rankUppers[row])
            #expect(found.standings.status(at: row) == .reported || columns.benchmarks[row] == nil)
        }
    }

    @Test(arguments: 0...7)
    func `few cities have no verdict before there are six others`(cities: Int) throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let figures = try kind.figures(
                (0..<cities).map { Double(20 + $0) }, of: (0..<cities).map { _ in 100 },
                metric: metric)
            let found = assess(figures, metric)[0]
            check(found)
            #expect(found.columns.verdicts.allSatisfy { ($0 != nil) == (cities > 6) })
            #expect(found.columns.funnels.allSatisfy { $0 == nil })
            if cities == 1 { #expect(found.columns.benchmarks[0] == nil) }
        }
    }

    @Test(arguments: [0.0, 5, 100])
    func `where all are equal nobody differs`(count: Double) throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let figures = try kind.figures(
                (0..<20).map { _ in count }, of: (0..<20).map { _ in 100 }, metric: metric)
            let found = assess(figures, metric)[0]
            check(found)
            #expect(found.columns.groups.tau2s[0] == 0)
            #expect(found.columns.groups.deviations[0] == 0)
            #expect(found.columns.verdicts.allSatisfy { $0 != .better && $0 != .worse })
            #expect(found.columns.funnels.allSatisfy { $0 == .within })
            #expect(found.columns.rankLowers.allSatisfy { $0 == 1 })
            #expect(found.columns.rankUppers.allSatisfy { $0 == 20 })
        }
    }

    @Test func `where all are missing nothing is said`() throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let figures = try kind.figures(
                (0..<20).map { _ in nil }, of: (0..<20).map { _ in 100 }, metric: metric)
            let found = assess(figures, metric)[0]
            check(found)
            #expect(found.columns.verdicts.allSatisfy { $0 == nil })
            #expect(found.columns.groups.deviations[0] == nil)
        }
    }

    @Test func `figures at the ends of the range break nothing`() throws {
        let ends: [Double] = [
            0, .leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1, 1e15, 1e18, 1e300,
            .greatestFiniteMagnitude, .infinity,
        ]
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            for shift in 0..<ends.count {
                let figures = try kind.figures(
                    ends + ends, of: (0..<20).map { ends[($0 * 3 + shift) % ends.count] },
                    metric: metric)
                check(assess(figures, metric, options: AssessmentOptions(draws: 50))[0])
            }
        }
    }

    @Test func `a denominator of zero has no interval and moves nobody`() throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let figures = try kind.figures(
                (0..<12).map { Double($0) }, of: (0..<12).map { $0 == 3 ? 0 : 100 },
                metric: metric)
            let found = assess(figures, metric)[0]
            check(found)
            #expect(figures.uncertainty.lowers[3] == nil)
            #expect(found.columns.verdicts[3] == nil)
            #expect(found.columns.verdicts[4] != nil)
        }
    }

    @Test func `a hundred thousand cities are assessed`() throws {
        let cities = 100_000
        let metric = try CountedMetric.rate.metric()
        let figures = try CountedMetric.rate.figures(
            (0..<cities).map { Double($0 * 7 % cities) }, of: (0..<cities).map { _ in 1_000 },
            metric: metric)
        let found = assess(figures, metric)[0]
        // Without itself: the middle one of the others.
        #expect(found.columns.benchmarks[0] == 50_000)
        #expect(found.columns.medianGaps[0] == -49_999.5)
        #expect(found.columns.groups.deviations[0] == 25_000)
        #expect(found.columns.verdicts[0] == .worse)
        // Too many for rank intervals.
        #expect(found.columns.rankLowers[0] == 0)
    }
}

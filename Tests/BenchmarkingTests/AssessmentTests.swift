// Expected values are computed plainly, city by city, from the functions that
// OurReferenceTests holds to other people's software.
import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct AssessmentTests {
    private let cases: [(kind: CountedMetric, share: Double, spread: Double)] = [
        (.rate, 0.02, 0), (.rate, 0.02, 0.5), (.share, 0.3, 0), (.share, 0.9, 0.1),
    ]

    private func groups(_ cities: Int, seed: UInt64) -> [PeerGroup] {
        var generator = Generator(seed: seed)
        let all = (0..<cities).map { Int32($0) }
        let own = all.map { owner in
            OwnPeers(
                owner: owner,
                members: Array(
                    all.shuffled(using: &generator)
                        .prefix(Int.random(in: 0...30, using: &generator))))
        }
        return [
            PeerGroup(id: "all", members: .common(all)), PeerGroup(id: "own", members: .own(own)),
        ]
    }

    @Test(arguments: 1...10)
    func `every column is what it is for one city at a time`(seed: Int) throws {
        for (kind, share, spread) in cases {
            let metric = try kind.metric()
            let figures = try kind.generated(
                seed: UInt64(seed), cities: 50, share: share, spread: spread, sizes: 50...5_000,
                metric: metric)
            let before = try kind.generated(
                seed: UInt64(seed) + 100, cities: 50, share: share, spread: spread,
                sizes: 50...5_000, metric: metric)
            let groups = groups(50, seed: UInt64(seed))
            for (group, found) in zip(
                groups, assess(figures, metric, groups: groups, earlier: before))
            {
                let plain = PlainAssessment(figures, before, group, metric, kind)
                for row in 0..<found.standings.count {
                    try plain.check(found.columns, found.standings, row)
                }
            }
        }
    }

    @Test func `a volume has gaps and no verdict`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/calls"))
        let found = assess(try figures((1...12).map { Double($0) }), metric)[0].columns
        #expect(found.medianGaps[0] == -5.5)
        // Type 7: 1 + 0.75 * 11.
        #expect(found.bestQuartileGaps[11] == 12 - 9.25)
        #expect(found.benchmarks[0] == 7)
        #expect(found.verdicts.allSatisfy { $0 == nil })
        #expect(found.funnels.allSatisfy { $0 == nil })
        #expect(found.probabilities[0] == nil)
        #expect(found.groups.phis[0] == nil)
        #expect(found.groups.deviations[0] == 3)
    }

    @Test func `a range aimed at has gaps to its nearer end`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/reserve"))
        let found = assess(try figures([45, 50, 55, 60, 63.5]), metric)[0].columns
        #expect((0..<5).map { found.targetGaps[$0] } == [-5, 0, 0, 0, 3.5])
        #expect(found.bestQuartileGaps[0] == nil)
    }

    @Test func `where more than half are equal there is no robust score`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/calls"))
        let found = assess(try figures([5, 5, 5, 5, 9]), metric)[0].columns
        #expect(found.groups.deviations[0] == 0)
        #expect(found.robustScores[4] == nil)
        #expect(found.scores[4] != nil)
    }

    @Test func `deciles need twenty values`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/calls"))
        let few = assess(try figures((0..<19).map { Double($0) }), metric)[0].columns
        #expect(few.groups.deciles[0] == nil)
        let enough = assess(try figures((0..<20).map { Double($0) }), metric)[0].columns
        // 19 steps: a tenth is at 1.9.
        #expect(agrees(enough.groups.deciles[0], 1.9))
        #expect(agrees(enough.groups.deciles[8], 17.1))
    }

    @Test func `of volumes the ranks of four periods stand in for an interval`() throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/calls"))
        let figures = try figures([30, 20, 10, nil])
        let engine = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1, 2, 3]))], cityCount: 4)
        let standings = engine.compare(figures, metric: metric)
        let found = engine.assess(
            figures, metric: metric, standings: standings, inGroups: [0],
            earlierRanks: [[[2, 1, 0, 3], [3, 0, 0, 1]]])[0]
        #expect(found.rankLowers == [1, 1, 0, 0])
        #expect(found.rankUppers == [3, 2, 0, 0])
    }
}

/// The same of one city at a time, without a thought for speed.
private struct PlainAssessment {
    let figures: MetricColumns
    let before: MetricColumns
    let group: PeerGroup
    let metric: Metric
    let kind: CountedMetric

    init(
        _ figures: MetricColumns, _ before: MetricColumns, _ group: PeerGroup, _ metric: Metric,
        _ kind: CountedMetric
    ) {
        self.figures = figures
        self.before = before
        self.group = group
        self.metric = metric
        self.kind = kind
    }

    private func members(_ row: Int) -> [Int] {
        switch group.members {
        case .common(let list): list.map(Int.init)
        case .own(let lists): lists[row].members.map(Int.init)
        }
    }

    private func stabilised(_ city: Int) throws -> StabilisedFigure {
        let count = try #require(figures.numerators[city])
        let size = try #require(figures.denominators[city])
        switch kind {
        case .share: return StabilisedFigure(proportion: count, of: size)
        // The root of the rate: its errors are those of METHODS 7 times the
        // root of the common rate.
        case .rate: return StabilisedFigure(observed: count, expected: size)
        }
    }

    private func onScale(_ value: Double) -> Double {
        let ratio = value / kind.multiplier
        return kind == .share ? Benchmarking.stabilised(share: ratio) : ratio.squareRoot()
    }

    private func offScale(_ value: Double) -> Double {
        let ratio = kind == .share ? share(ofStabilised: value) : max(0, value) * max(0, value)
        return ratio * kind.multiplier
    }

    func check(_ found: AssessmentColumns, _ standings: StandingColumns, _ row: Int) throws {
        let city = Int(standings.cities[row])
        let contributors = members(row).filter { figures.statuses[$0] == .reported }
        guard let value = figures.values[city], figures.statuses[city] == .reported,
            !contributors.isEmpty
        else {
            #expect(found.verdicts[row] == nil && found.benchmarks[row] == nil)
            return
        }
        let others = contributors.filter { $0 != city }
        let benchmark = quantile(0.5, ofSorted: others.compactMap { figures.values[$0] }.sorted())
        #expect(same(found.benchmarks[row], benchmark))
        let sums = others.reduce((0.0, 0.0)) {
            ($0.0 + (figures.numerators[$1] ?? 0), $0.1 + (figures.denominators[$1] ?? 0))
        }
        #expect(
            same(
                found.othersGroupValues[row],
                sums.1 > 0 ? sums.0 / sums.1 * kind.multiplier : nil))
        let spread = try spread(contributors)
        let place = standings.statisticsRow(at: row)
        #expect(same(found.groups.phis[place], spread?.phi))
        let common = try commonValue(contributors)
        #expect(
            same(
                found.groups.tau2s[place],
                spread.map { kind == .rate ? $0.variance / common * 1000 : $0.variance }))
        try checkVerdict(found, row, city, value, others, spread)
        try checkFunnel(found, row, city, value, common, spread)
        checkPanel(found, place, contributors)
    }

    private func commonValue(_ contributors: [Int]) throws -> Double {
        let events = try contributors.reduce(0.0) { $0 + (try #require(figures.numerators[$1])) }
        let sizes = try contributors.reduce(0.0) { $0 + (try #require(figures.denominators[$1])) }
        return events / sizes * kind.multiplier
    }

    private func spread(_ contributors: [Int]) throws -> OverDispersion? {
        let target = onScale(try commonValue(contributors))
        let all = try contributors.map(stabilised)
        return OverDispersion(
            scores: all.map { $0.score(from: target) }, errors: all.map(\.error))
    }

    private func checkVerdict(
        _ found: AssessmentColumns, _ row: Int, _ city: Int, _ value: Double, _ others: [Int],
        _ spread: OverDispersion?
    ) throws {
        let sorted = others.compactMap { figures.values[$0] }.sorted()
        guard let error = standardErrorOfMedian(ofSorted: sorted.map(onScale)),
            let benchmark = quantile(0.5, ofSorted: sorted)
        else {
            #expect(found.verdicts[row] == nil && found.probabilities[row] == nil)
            return
        }
        let own = try stabilised(city)
        let difference = try #require(
            Difference(
                of: own.value,
                error: (own.error * own.error + (spread?.variance ?? 0)).squareRoot(),
                from: onScale(benchmark), error: error))
        #expect(same(found.probabilities[row], difference.probability))
        let reach = 1.959963984540054 * difference.error
        let low = offScale(own.value - reach) - benchmark
        let high = offScale(own.value + reach) - benchmark
        #expect(same(found.differenceErrors[row], (high - low) / (2 * 1.959963984540054)))
        let smallest = 0.05 * abs(benchmark)
        let isFar = difference.probability < 0.05 && abs(value - benchmark) > smallest
        let expected: Verdict =
            isFar
            ? (value > benchmark ? .better : .worse)
            : low > -smallest && high < smallest ? .aboutLevel : .notDistinguishable
        #expect(found.verdicts[row] == expected)
    }

    private func checkFunnel(
        _ found: AssessmentColumns, _ row: Int, _ city: Int, _ value: Double, _ common: Double,
        _ spread: OverDispersion?
    ) throws {
        guard let spread else {
            #expect(found.funnels[row] == nil)
            return
        }
        let own = try stabilised(city)
        let count = try #require(figures.numerators[city])
        let size = try #require(figures.denominators[city])
        func limits(_ level: ConfidenceLevel) -> Interval {
            if spread.variance > 0 {
                return own.limits(around: onScale(common), variance: spread.variance, at: level)
            }
            return kind == .share
                ? funnelLimits(ofProportion: common / 100, units: size, at: level)
                : funnelLimits(ofRate: common, events: count, at: level)
        }
        // An exact lower limit of no events is 0, as is the rate.
        if spread.variance == 0, kind == .rate, count == 0 { return }
        let isPlain = spread.variance == 0
        #expect(
            found.funnels[row]
                == FunnelPosition(
                    of: isPlain ? (kind == .share ? count / size : value) : own.value,
                    inner: limits(.percent95), outer: limits(.percent99_8)))
    }

    private func checkPanel(_ found: AssessmentColumns, _ place: Int, _ contributors: [Int]) {
        func panel(_ columns: MetricColumns) -> [PanelFigure?] {
            contributors.map { city in
                guard columns.statuses[city] == .reported else { return nil }
                return columns.values[city].map {
                    PanelFigure(
                        value: $0, numerator: columns.numerators[city],
                        denominator: columns.denominators[city])
                }
            }
        }
        let expected = MatchedPanel(before: panel(before), after: panel(figures))
        #expect(Int(found.groups.panelCounts[place]) == expected?.count ?? 0)
        #expect(
            same(
                found.groups.medianChanges[place],
                expected.map { $0.medianAfter - $0.medianBefore }, near: 100))
        #expect(
            same(
                found.groups.groupValueChanges[place],
                expected.flatMap { panel in
                    panel.ratioAfter.flatMap { after in
                        panel.ratioBefore.map { (after - $0) * kind.multiplier }
                    }
                }, near: 100))
    }

    /// Equal to 1e-10 of the larger of 1, the value and what it was taken from.
    private func same(_ found: Double?, _ expected: Double?, near size: Double = 1) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= 1e-10 * max(size, abs(expected))
    }
}

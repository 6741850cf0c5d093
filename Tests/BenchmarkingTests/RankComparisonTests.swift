// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Testing

@testable import Benchmarking

@Suite struct RankComparisonTests {
    private func estimates(_ values: [Double], error: Double) throws -> RankedEstimates {
        try #require(RankedEstimates(values: values, errors: values.map { _ in error }))
    }

    private let settings = BootstrapSettings(seed: 7, draws: 2_000)

    @Test(arguments: RankFamily.allCases)
    func `equal places can have every rank`(family: RankFamily) throws {
        let comparison = RankComparison(
            try estimates([5, 5, 5, 5], error: 1), family, settings)
        #expect(comparison.intervals == Array(repeating: RankInterval(best: 1, worst: 4), count: 4))
        #expect(comparison.undecided(of: 2) == [0, 1, 3])
    }

    @Test(arguments: RankFamily.allCases)
    func `places far apart have one rank each`(family: RankFamily) throws {
        let input = try estimates([30, 10, 20], error: 0.1)
        for comparison in [
            RankComparison(input, family, settings), RankComparison(input, family),
        ] {
            #expect(
                comparison.intervals
                    == [1, 3, 2].map { RankInterval(best: $0, worst: $0) })
            #expect(comparison.undecided(of: 0).isEmpty)
        }
    }

    @Test(arguments: RankFamily.allCases)
    func `a rank lies in its interval`(family: RankFamily) throws {
        var normals = SeededNormals(seed: 3)
        let values = (0..<25).map { _ in normals.next() }
        let comparison = RankComparison(try estimates(values, error: 0.4), family, settings)
        for (rank, interval) in zip(competitionRanks(ofKeys: values), comparison.intervals) {
            #expect(interval.best <= rank && rank <= interval.worst)
        }
    }

    @Test func `one interval alone is no wider than in a table of all`() throws {
        var normals = SeededNormals(seed: 11)
        let values = (0..<20).map { _ in 2 * normals.next() }
        let input = try estimates(values, error: 0.5)
        let single = BootstrapSettings(seed: 7, draws: 2_000, isStepwise: false)
        let alone = RankComparison(input, .marginal, single).intervals
        let together = RankComparison(input, .simultaneous, single).intervals
        for (one, all) in zip(alone, together) {
            #expect(one.best >= all.best && one.worst <= all.worst)
        }
        #expect(alone != together)
    }

    @Test func `smaller errors make intervals narrower`() throws {
        let values = (0..<12).map(Double.init)
        let widths = try [4, 1, 0.2].map { error in
            RankComparison(try estimates(values, error: error), .marginal, settings)
                .intervals.reduce(0) { $0 + $1.worst - $1.best }
        }
        #expect(widths == widths.sorted(by: >))
        #expect(widths.last == 0)
    }

    @Test func `the same seed gives the same intervals, another one nearly`() throws {
        let input = try estimates([1, 2, 2.5, 4, 6, 6.2], error: 0.7)
        let first = RankComparison(input, .simultaneous, settings)
        #expect(first == RankComparison(input, .simultaneous, settings))
        let other = RankComparison(
            input, .simultaneous, BootstrapSettings(seed: 8, draws: 2_000))
        for (one, two) in zip(first.intervals, other.intervals) {
            #expect(abs(one.best - two.best) <= 1 && abs(one.worst - two.worst) <= 1)
        }
    }

    @Test func `two places are told apart at 1.96 standard errors of the difference`() throws {
        // The difference has the error sqrt(2): 1.96 of them are 2.77.
        for family in RankFamily.allCases where family == .marginal {
            let near = RankComparison(try estimates([0, 2.771], error: 1), family)
            #expect(near.intervals[0] == RankInterval(best: 1, worst: 2))
            let far = RankComparison(try estimates([0, 2.772], error: 1), family)
            #expect(far.intervals[0] == RankInterval(best: 2, worst: 2))
        }
    }

    @Test func `no place, and one, have the ranks there are`() throws {
        #expect(
            RankComparison(try estimates([], error: 1), .simultaneous, settings).intervals == [])
        #expect(
            RankComparison(try estimates([3], error: 1), .marginal, settings).intervals
                == [RankInterval(best: 1, worst: 1)])
    }

    @Test(arguments: [0, -1, .nan, .infinity])
    func `a place without an error above 0 is refused`(error: Double) {
        #expect(RankedEstimates(values: [1, 2], errors: [1, error]) == nil)
    }

    @Test func `the Monte Carlo error is that of a share of draws`() {
        // sqrt(0.05 * 0.95 / 10,000).
        #expect(agrees(BootstrapSettings(seed: 1).monteCarloError, 0.0021794494717703367))
    }
}

@Suite struct ExactCountTests {
    @Test func `six to none is told apart, five to none is not`() throws {
        // Both sides: 2 (1/2)^5 = 6.3 %, 2 (1/2)^6 = 3.1 %.
        for (count, worst) in [(5, 2), (6, 1)] {
            let counts = try #require(
                RankedCounts(.events, counts: [count, 0], exposures: [1, 1], isHigherBetter: true))
            #expect(RankComparison(counts, .marginal).intervals[0].worst == worst)
        }
    }

    @Test func `exposure counts`() throws {
        // Three events in a tenth of the exposure: P = (1/11)^3 beside none.
        let counts = try #require(
            RankedCounts(.events, counts: [3, 0], exposures: [1, 10], isHigherBetter: true))
        #expect(agrees(counts.chanceThatBetter(0, 1), 1 / 1_331.0))
        #expect(RankComparison(counts, .marginal).intervals[0].worst == 1)
    }

    @Test func `where fewer are better the order turns round`() throws {
        let counts = try #require(
            RankedCounts(.events, counts: [9, 0], exposures: [1, 1], isHigherBetter: false))
        #expect(RankComparison(counts, .marginal).intervals.map(\.best) == [2, 1])
    }

    @Test func `a mid-p tail is half the table seen and all beyond it`() {
        // 3 of 4 beside 1 of 4: of the 70 ways of 4 in 8, 16 are so and 1 beyond.
        #expect(
            agrees(
                hypergeometricMidTail(hits: 3, units: 4, otherHits: 1, otherUnits: 4),
                (16.0 / 2 + 1) / 70, 1e-13))
    }

    @Test func `no hits or all hits tell nobody apart`() {
        #expect(
            agrees(hypergeometricMidTail(hits: 0, units: 4, otherHits: 0, otherUnits: 9), 0.5))
        #expect(
            agrees(hypergeometricMidTail(hits: 4, units: 4, otherHits: 9, otherUnits: 9), 0.5))
    }

    @Test func `more hits than units are refused`() {
        #expect(
            RankedCounts(.proportions, counts: [5], exposures: [4], isHigherBetter: true) == nil)
        #expect(RankedCounts(.events, counts: [5], exposures: [4], isHigherBetter: true) != nil)
        #expect(RankedCounts(.events, counts: [5], exposures: [0], isHigherBetter: true) == nil)
    }
}

@Suite struct HolmTests {
    @Test func `the smallest is judged among all, the next among the rest`() {
        // 0.05 over 3, 2 and 1.
        #expect(refusedByHolm([0.04, 0.016, 0.025], error: 0.05) == [true, true, true])
        #expect(refusedByHolm([0.04, 0.017, 0.001], error: 0.05) == [true, true, true])
        #expect(refusedByHolm([0.04, 0.026, 0.001], error: 0.05) == [false, false, true])
        #expect(refusedByHolm([0.04, 0.017, 0.02], error: 0.05) == [false, false, false])
    }

    @Test func `no hypotheses are none refused`() {
        #expect(refusedByHolm([], error: 0.05).isEmpty)
    }
}

// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Testing

@testable import Benchmarking

@Suite struct MannKendallTests {
    @Test func `reversing a series reverses its statistic`() {
        let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
        let forth = MannKendall(values)
        let back = MannKendall(values.reversed())
        #expect(back.statistic == -forth.statistic)
        #expect(back.variance == forth.variance)
        #expect(back.normalProbability == forth.normalProbability)
    }

    @Test func `equal values have no trend and no tau`() {
        let test = MannKendall([2, 2, 2])
        #expect(test.statistic == 0)
        #expect(test.z == 0)
        #expect(test.tau == nil)
    }

    @Test func `seasons are compared with themselves alone`() {
        // Winters rise by 1, summers by 1; summers lie far above.
        let test = MannKendall(seasons: [[1, 2, 3], [101, 102, 103]])
        #expect(test.statistic == 6)
        #expect(test.tau == 1)
    }

    @Test func `no values have a statistic of 0`() {
        #expect(MannKendall([Double]()).statistic == 0)
        #expect(MannKendall([4]).variance == 0)
    }
}

@Suite struct ExactTrendTests {
    @Test func `of 24 orders of four values one rises throughout`() {
        #expect(agrees(ExactTrendTest.probability(ofStatistic: 6, counts: [4]), 2.0 / 24))
        // S of 4 or more: 1 + 3 orders.
        #expect(agrees(ExactTrendTest.probability(ofStatistic: -4, counts: [4]), 8.0 / 24))
    }

    @Test func `a statistic of 0 is never unlikely`() {
        #expect(ExactTrendTest.probability(ofStatistic: 0, counts: [4]) == 1)
        #expect(ExactTrendTest.probability(ofStatistic: 0, counts: []) == 1)
    }

    @Test func `two years of quarters can never be significant`() {
        // Four pairs: 2 (1/2)^4.
        #expect(ExactTrendTest.probability(ofStatistic: 4, counts: [2, 2, 2, 2]) == 0.125)
    }

    @Test func `three years of quarters can be, at 99.8 %`() {
        // All four seasons rise: 2 (1/6)^4 = 0.15 %.
        let chance = ExactTrendTest.probability(ofStatistic: 12, counts: [3, 3, 3, 3])
        #expect(agrees(chance, 2 / 1_296.0))
        #expect(chance < 0.002)
    }

    @Test func `ten years agree with the normal law to a hundredth`() {
        // Var S = n (n - 1) (2n + 5) / 18 = 125 a season; S = 90 of 180.
        let exact = ExactTrendTest.probability(
            ofStatistic: 60, counts: [10, 10, 10, 10])
        let z = 59 / 500.0.squareRoot()
        #expect(abs(exact - 2 * normalUpperTail(at: z)) < 0.01 * exact + 1e-3)
    }

    @Test func `a statistic beyond all pairs is impossible`() {
        #expect(ExactTrendTest.probability(ofStatistic: 7, counts: [4]) == 0)
    }
}

@Suite struct TheilSenTests {
    @Test func `one wild point does not bend the slope`() {
        #expect(theilSenSlope([1, 2, 3, 400, 5], at: [1, 2, 3, 4, 5]) == 1)
    }

    @Test func `points at one time have no slope`() {
        #expect(theilSenSlope([1, 2], at: [3, 3]) == nil)
        #expect(theilSenSlope([], at: []) == nil)
    }

    @Test func `seasons rise by the year, not from one to the next`() {
        #expect(seasonalSlope([[1, 3, 5], [100, 102, 104]]) == 2)
    }
}

@Suite struct AnnualTrendTests {
    /// Points one apart a year, with an interval that gives the weight 1 / s^2.
    private func points(_ values: [Double], error: Double?, from year: Int = 2020) -> [AnnualPoint]
    {
        let reach = error.map { $0 * ConfidenceLevel.percent95.z }
        return values.enumerated().map { index, value in
            AnnualPoint(
                year: year + index, value: value,
                interval: reach.map { Interval(lower: value - $0, upper: value + $0) })
        }
    }

    @Test func `a straight line's chi-square is ten over the squared error`() throws {
        // The squared distances of five years from their mean sum to 10.
        let trend = try #require(AnnualTrend(points([1, 2, 3, 4, 5], error: 2)))
        #expect(agrees(trend.slope, 1))
        #expect(agrees(trend.chiSquare, 2.5))
        #expect(!trend.isSignificant)
    }

    @Test func `9.5495 is where it becomes a trend`() throws {
        // 10 / s^2: 9.56 at 1.0228, 9.53 at 1.0244.
        #expect(try #require(AnnualTrend(points([5, 4, 3, 2, 1], error: 1.0228))).isSignificant)
        #expect(try !#require(AnnualTrend(points([5, 4, 3, 2, 1], error: 1.0244))).isSignificant)
    }

    @Test func `points far from their line count against it`() throws {
        // Residues of +-3 with errors of 0.5: the chi-square is drawn down.
        let even = try #require(AnnualTrend(points([1, 2, 3, 4, 5], error: 0.5)))
        let odd = try #require(AnnualTrend(points([4, -1, 3, 7, 2], error: 0.5)))
        #expect(try #require(odd.chiSquare) < (try #require(even.chiSquare)) / 10)
    }

    @Test func `a slope that one year makes is no trend`() throws {
        // Without the last year the slope is 0.
        let trend = try #require(AnnualTrend(points([1, 1, 1, 1, 40], error: 0.1)))
        #expect(!trend.isSignificant)
    }

    @Test func `a volume is judged by all its slopes`() throws {
        let trend = try #require(AnnualTrend(points([10, 12, 13, 15, 18], error: nil)))
        #expect(trend.chiSquare == nil)
        #expect(trend.isSignificant)
        #expect(try !#require(AnnualTrend(points([10, 19, 13, 15, 9], error: nil))).isSignificant)
    }

    @Test func `four years, six, a gap and a point without interval are no trend`() {
        let five = points([1, 2, 3, 4, 5], error: 1)
        #expect(AnnualTrend(Array(five.dropLast())) == nil)
        #expect(AnnualTrend(five + [AnnualPoint(year: 2025, value: 6, interval: nil)]) == nil)
        #expect(AnnualTrend(five.dropLast() + points([5], error: 1, from: 2025)) == nil)
        #expect(AnnualTrend(five.dropLast() + points([5], error: nil, from: 2024)) == nil)
    }
}

@Suite struct ProcessChartTests {
    @Test func `limits lie 2.66 mean ranges from the mean`() throws {
        // Mean 5, ranges 2, 4, 6: their mean is 4.
        let chart = try #require(ProcessChart([4, 6, 2, 8]))
        #expect(chart.mean == 5)
        #expect(agrees(chart.limits.lower, 5 - 2.66 * 4))
        #expect(agrees(chart.limits.upper, 5 + 2.66 * 4))
    }

    @Test func `a range far above the others is dropped once`() throws {
        // Nine ranges of 1 and one of 51: the mean is 6, 3.267 of it 19.6.
        let values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 51, 50].map(Double.init)
        #expect(ProcessChart(values, isScreened: false)?.meanRange == 6)
        #expect(ProcessChart(values)?.meanRange == 1)
    }

    @Test func `one point has no chart, equal ones have limits of no width`() {
        #expect(ProcessChart([4]) == nil)
        #expect(ProcessChart([4, 4, 4])?.limits == Interval(lower: 4, upper: 4))
    }
}

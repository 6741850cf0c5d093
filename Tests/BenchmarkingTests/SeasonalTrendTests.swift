// Expected values are derived in the test.
import Foundation
import Testing

@testable import Benchmarking

@Suite struct SeasonalTrendTests {
    /// Quarters that rise by 4 a year, summer far above winter, with a small
    /// wobble that keeps neighbours apart.
    private func rising(years: Int) -> [Double] {
        (0..<years * 4).map { index in
            Double(index) + [0, 50, 80, 20][index % 4] + ([0.1, -0.2, 0.15][index % 3])
        }
    }

    @Test func `two years have no trend, three may have one`() throws {
        #expect(SeasonalTrend(rising(years: 2), seasons: 4) == nil)
        let trend = try #require(SeasonalTrend(rising(years: 3), seasons: 4))
        #expect(agrees(trend.probability, 2 / 1_296.0))
        #expect(trend.tau == 1)
        #expect(abs(trend.slope - 4) < 0.2)
    }

    @Test func `an odd quarter at the beginning is left out`() {
        let series = rising(years: 4)
        #expect(
            SeasonalTrend([9_999] + series, seasons: 4) == SeasonalTrend(series, seasons: 4))
    }

    @Test func `a level series with seasons has no trend`() throws {
        let wobble = [0.3, -0.1, 0.2, -0.4, 0.05]
        let series = (0..<20).map { [0.0, 50, 80, 20][$0 % 4] + wobble[$0 % 5] }
        let trend = try #require(SeasonalTrend(series, seasons: 4))
        #expect(!trend.isSignificant)
    }

    @Test func `values that follow one another closely are not put into words`() throws {
        // A rise with one slow wave over eight years left in it.
        let series = (0..<32).map { index in
            Double(index) + 9 * sin(Double(index) * 2 * .pi / 32)
        }
        let trend = try #require(SeasonalTrend(series, seasons: 4))
        #expect(trend.probability < SeasonalTrend.significance)
        #expect(try #require(trend.autocorrelation) > 0.5)
        #expect(!trend.isSignificant)
    }

    @Test func `equal values have no trend and nothing left to correlate`() throws {
        let trend = try #require(
            SeasonalTrend(Array(repeating: 3, count: 16), seasons: 4))
        #expect(trend.probability == 1)
        #expect(trend.autocorrelation == nil)
        #expect(trend.tau == nil)
    }

    @Test func `from ten years on the seasons' own dependence counts`() throws {
        // Four seasons that are copies: S is four times one season's, its
        // variance sixteen times, n (n - 1) (2n + 5) / 18 = 125.
        let years: [Double] = [1, 3, 2, 5, 4, 7, 6, 9, 8, 10]
        let series = years.flatMap { [$0, $0, $0, $0] }
        let one = MannKendall(years).statistic
        let trend = try #require(SeasonalTrend(series, seasons: 4))
        let z = Double(4 * one - 1) / (16 * 125.0).squareRoot()
        #expect(agrees(trend.probability, 2 * normalUpperTail(at: z)))
    }

    @Test func `a lag of one is the correlation of following values`() {
        // -1 1 -1 1: three products of -1 over a sum of four squares.
        #expect(SeasonalTrend.autocorrelation([-1, 1, -1, 1]) == -0.75)
        #expect(SeasonalTrend.autocorrelation([2, 2]) == nil)
    }
}

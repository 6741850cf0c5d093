// Expected shares: METHODS.md 9 and the rates it is held to.
import Testing

@testable import Benchmarking

@Suite struct TrendSimulationTests {
    /// The share of trendless series, five to ten years of quarters with
    /// seasons and this autocorrelation, that a trend is claimed of.
    private func falseTrends(autocorrelation: Double, seed: UInt64) throws -> Double {
        var normals = SeededNormals(seed: seed)
        let count = 12_000
        var claimed = 0
        for number in 0..<count {
            let years = 5 + number % 6
            let scatter = (1 - autocorrelation * autocorrelation).squareRoot()
            var level = normals.next()
            let series = (0..<years * 4).map { index in
                level = autocorrelation * level + scatter * normals.next()
                return level + [0.0, 4, 6, 1][index % 4]
            }
            if try #require(SeasonalTrend(series, seasons: 4)).isSignificant { claimed += 1 }
        }
        print(
            "trends: \(claimed) of \(count) at an autocorrelation of \(autocorrelation), seed \(seed)"
        )
        return Double(claimed) / Double(count)
    }

    @Test func `series without dependence have trends at no more than the nominal rate`() throws {
        // 0.2 %, with three standard errors of 12,000 series: 0.32 %.
        #expect(try falseTrends(autocorrelation: 0, seed: 1) <= 0.0032)
    }

    @Test func `series that depend on themselves have few`() throws {
        #expect(try falseTrends(autocorrelation: 0.3, seed: 2) <= 0.02)
        #expect(try falseTrends(autocorrelation: 0.5, seed: 3) <= 0.05)
    }
}

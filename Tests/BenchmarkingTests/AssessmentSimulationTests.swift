// Expected shares: METHODS.md 6 and 7, and the rates they are held to. Seeded;
// the counts are printed.
import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct AssessmentSimulationTests {
    /// A Poisson number with a mean of 20 or more, from a normal one (Cornish
    /// and Fisher 1937: skewness 1 / root of the mean).
    private func events(_ mean: Double, _ normal: Double) -> Double {
        max(0, (mean + mean.squareRoot() * normal + (normal * normal - 1) / 6).rounded())
    }

    @Test func `where no city differs, one report in ten at most has a headline`() throws {
        let (consortia, cities, metrics) = (40, 30, 60)
        let metric = try CountedMetric.rate.metric()
        var normals = SeededNormals(seed: 21)
        var reports = 0
        for _ in 0..<consortia {
            var found: [AssessmentColumns] = []
            for number in 0..<metrics {
                // From 25 to 2,500 events a city.
                let sizes = (0..<cities).map { city in
                    Double(1 + (city + number) % 10) * (number % 2 == 0 ? 1_000 : 10_000)
                }
                let figures = try CountedMetric.rate.figures(
                    sizes.map { events($0 * 0.025, normals.next()) }, of: sizes, metric: metric)
                found += assess(
                    figures, metric, options: AssessmentOptions(hasRankIntervals: false)
                ).map(\.columns)
            }
            reports += (0..<cities).count { city in
                let isClaimed = discoveries(found.map { $0.probabilities[city] ?? .nan })
                return zip(isClaimed, found).contains { isClaimed, columns in
                    let verdict = columns.verdicts[city]
                    return isClaimed && (verdict == .better || verdict == .worse)
                }
            }
        }
        let all = consortia * cities
        print("headlines: in \(reports) of \(all) reports of \(metrics) metrics, seed 21")
        #expect(Double(reports) <= 0.10 * Double(all))
    }

    @Test func `three who differ are told from twenty-seven who do not`() throws {
        let runs = 200
        var (told, wrong) = (0, 0)
        var normals = SeededNormals(seed: 22)
        let metric = try CountedMetric.rate.metric()
        for run in 0..<runs {
            let sizes = (0..<30).map { 4_000.0 * Double(1 + ($0 + run) % 5) }
            let noise = sizes.map { _ in normals.next() }
            let signs = [1.0, run % 2 == 0 ? 1 : -1, -1]
            // Per 1,000, of 25: how far the three lie depends on the errors
            // as estimated with them there.
            var shifts = [5.0, 5, 5]
            var found: AssessmentColumns?
            for _ in 0..<8 {
                let rates = (0..<30).map { $0 < 3 ? 25 + signs[$0] * shifts[$0] : 25 }
                let figures = try CountedMetric.rate.figures(
                    (0..<30).map { events(sizes[$0] * rates[$0] / 1_000, noise[$0]) }, of: sizes,
                    metric: metric)
                let columns = assess(
                    figures, metric, options: AssessmentOptions(hasRankIntervals: false))[0].columns
                found = columns
                for city in 0..<3 {
                    let error = try #require(columns.differenceErrors[city])
                    let benchmark = try #require(columns.benchmarks[city])
                    shifts[city] = min(24, 0.05 * benchmark + 3.5 * error)
                }
            }
            let columns = try #require(found)
            for city in 0..<30 {
                let verdict = columns.verdicts[city]
                guard verdict == .better || verdict == .worse else { continue }
                if city < 3 { told += 1 } else { wrong += 1 }
            }
        }
        print("verdicts: \(told) of \(3 * runs) who differ are told, seed 22;")
        print("          \(wrong) of \(27 * runs) who do not")
        #expect(Double(told) >= 0.8 * Double(3 * runs))
        #expect(Double(wrong) <= 0.05 * Double(27 * runs))
    }

    @Test func `with three in ten not yet in and nothing changing, no change is claimed`() throws {
        let metric = try CountedMetric.rate.metric()
        var (quarters, moved) = (0, 0)
        for seed in 1...50 {
            let before = try CountedMetric.rate.generated(
                seed: UInt64(seed), cities: 60, share: 0.02, spread: 0.5, sizes: 500...50_000,
                metric: metric)
            var generator = Generator(seed: UInt64(seed) + 500)
            let silent = Set((0..<60).shuffled(using: &generator).prefix(18))
            let now = try CountedMetric.rate.figures(
                (0..<60).map { before.numerators[$0] },
                of: (0..<60).map { before.denominators[$0] },
                metric: metric,
                statuses: Dictionary(
                    uniqueKeysWithValues: (0..<60).map {
                        ($0, silent.contains($0) ? .notReported : before.statuses[$0])
                    }))
            let (standings, columns) = assess(now, metric, earlier: before)[0]
            let raw = assess(before, metric)[0].standings.statistics[0]
            quarters += 1
            let group = try #require(standings.statistics[0].groupValue)
            let past = try #require(raw.groupValue)
            if abs(group / past - 1) > 0.03 { moved += 1 }
            #expect(columns.groups.medianChanges[0] == 0)
            #expect(columns.groups.groupValueChanges[0] == 0)
            #expect(
                Int(columns.groups.panelCounts[0])
                    == (0..<60).count {
                        !silent.contains($0) && before.statuses[$0] == .reported
                    })
        }
        print("changes: of \(quarters) groups the raw one moves by more than 3 % in \(moved)")
        #expect(moved > 0)
    }
}

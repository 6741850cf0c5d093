import Benchmarking
import MetricSpec

/// How the time grows with the number of cities in one group.
enum Growth {
    /// Prints seconds for ten metrics, and how they grew beside n log n.
    static func run(threads: Int) async throws {
        print("cities    statistics s   full set s   ns a city by log2 n, of the full set")
        for cities in [1_000, 3_000, 10_000, 30_000, 100_000] {
            let seconds = try await seconds(cities, threads)
            let size = Double(cities)
            var log = 0.0
            while Double(1 << Int(log)) < size { log += 1 }
            print(
                "\(cities)".padded(10), rounded(seconds.plain).padded(14),
                rounded(seconds.full).padded(12), rounded(seconds.full * 1e8 / size / log))
        }
    }

    private static func seconds(
        _ cities: Int, _ threads: Int
    ) async throws -> (plain: Double, full: Double) {
        let metric = try BenchInput.rate()
        guard let period = Period(year: 2026, quarter: 3) else { return (0, 0) }
        let figures = (1...10).map { number in
            let counts = (0..<cities).map { Double(10 + ($0 * 7_919 + number) % 1_000) }
            let sizes = (0..<cities).map { Double(100 + $0 * 37 % 900) }
            return MetricColumns(
                period: period, statuses: counts.map { _ in .reported },
                values: zip(counts, sizes).map { $0 / $1 }, numerators: counts,
                denominators: sizes)
        }
        let all = PeerGroup(id: "all", members: .common((0..<cities).map { Int32($0) }))
        let engine = Engine(groups: [all], cityCount: cities)
        let clock = ContinuousClock()
        var times: [Double] = []
        for options in [nil, AssessmentOptions(hasRankIntervals: false)] {
            var runs: [Double] = []
            for _ in 0..<3 {
                let start = clock.now
                let results = await CompareBench.compare(
                    figures, metric, engine, options, threads: threads)
                runs.append((clock.now - start) / .seconds(1))
                precondition(results.count == 10, "each metric has a result")
            }
            times.append(runs.sorted()[1])
        }
        return (times[0], times[1])
    }

    private static func rounded(_ value: Double) -> String {
        "\((value * 10_000).rounded() / 10_000)"
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

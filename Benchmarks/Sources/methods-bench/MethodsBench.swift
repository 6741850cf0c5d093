import Benchmarking

/// Times the two methods of the engine that a query cannot do: nearest
/// neighbours and rank intervals.
///
/// usage: methods-bench
@main
struct MethodsBench {
    static func main() {
        time("nearest 30 of 20,000 cities by 8 variables", bar: 1) {
            var random = SystemlessRandom(state: 1)
            let variables = (0..<8).map { number in
                PeerVariable(
                    id: "v\(number)", transform: .log, weight: 1 + Double(number) / 4,
                    values: (0..<20_000).map { _ in 1 + 1_000 * random.next() })
            }
            return PeerSpace(variables).nearestOfAll(limit: 30).count
        }
        time("simultaneous rank intervals of 300 cities, 10,000 draws", bar: 0.4) {
            var random = SystemlessRandom(state: 2)
            let values = (0..<300).map { _ in 50 + 20 * random.next() }
            let errors = (0..<300).map { _ in 1 + 3 * random.next() }
            guard let estimates = RankedEstimates(values: values, errors: errors) else { return 0 }
            let comparison = RankComparison(
                estimates, .simultaneous, BootstrapSettings(seed: 3))
            return comparison.intervals.reduce(0) { $0 + $1.worst - $1.best }
        }
    }

    /// Runs a piece of work five times and prints the median of its seconds;
    /// what it gives must always be the same.
    private static func time(_ name: String, bar: Double, _ work: () -> Int) {
        let clock = ContinuousClock()
        var results: Set<Int> = []
        var seconds: [Double] = []
        for _ in 0..<5 {
            let taken = clock.measure { results.insert(work()) }
            seconds.append(taken / .seconds(1))
        }
        precondition(results.count == 1, "the same input gives the same answer")
        let median = (seconds.sorted()[2] * 1_000).rounded() / 1_000
        print("\(name): \(median) s (bar \(bar) s)")
    }
}

/// Numbers from 0 to 1 by a linear congruence: enough to spread points.
private struct SystemlessRandom {
    var state: UInt64

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
    }
}

import Benchmarking
import MetricSpec

/// Cities with figures, gaps and peers drawn from a seed.
struct GeneratedConsortium {
    let figures: MetricColumns
    let groups: [PeerGroup]
    var cityCount: Int { figures.cityCount }

    /// Draws a consortium whose values lie on a grid of 0.25, so that ties
    /// occur and halves are exact.
    init(seed: UInt64, cities: Int, minimum: Int = 1) throws {
        var generator = Generator(seed: seed)
        var statuses: [Int: StandingStatus] = [:]
        var values: [Double?] = []
        var denominators: [Double?] = []
        for city in 0..<cities {
            values.append(Double(Int.random(in: 0...400, using: &generator)) / 4)
            denominators.append(Double(Int.random(in: 1...9000, using: &generator)))
            if Int.random(in: 0..<4, using: &generator) == 0 {
                statuses[city] = StandingStatus.allCases.randomElement(using: &generator)
            }
            if Int.random(in: 0..<60, using: &generator) == 0, statuses[city] == .notReported {
                denominators[city] = nil
            }
        }
        let numerators = zip(values, denominators).map { value, denominator in
            value.flatMap { value in denominator.map { value * $0 / 1000 } }
        }
        figures = try Self.figures(values, statuses, numerators, denominators)
        groups = Self.groups(cities, minimum, &generator)
    }

    private static func figures(
        _ values: [Double?], _ statuses: [Int: StandingStatus], _ numerators: [Double?],
        _ denominators: [Double?]
    ) throws -> MetricColumns {
        try BenchmarkingTests.figures(
            values, statuses: statuses, numerators: numerators, denominators: denominators,
            multiplier: 1000)
    }

    private static func groups(
        _ cities: Int, _ minimum: Int, _ generator: inout Generator
    ) -> [PeerGroup] {
        let all = (0..<cities).map { Int32($0) }
        let some = all.filter { _ in Bool.random(using: &generator) }
        let own = all.map { owner in
            let count = Int.random(in: 0...min(12, cities), using: &generator)
            return OwnPeers(
                owner: owner, members: Array(all.shuffled(using: &generator).prefix(count)))
        }
        return [
            PeerGroup(id: "all", members: .common(all), minimum: minimum),
            PeerGroup(id: "some", members: .common(some), minimum: minimum),
            PeerGroup(id: "own", members: .own(own), minimum: minimum),
        ]
    }
}

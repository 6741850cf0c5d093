// Expected values: an independent slow implementation, NaiveComparison.
import Benchmarking
import MetricSpec
import Testing

@Suite struct NaiveEqualityTests {
    @Test(
        arguments: ["calls", "exact", "reserve", "rate", "plain"], [1, 2, 5, 23, 150])
    func `the engine's standings are those of the slow comparison`(
        metricName: String, cities: Int
    ) throws {
        let metric = try #require(try TestStandard.plain.get().metric("city/" + metricName))
        var compared = 0
        for seed in 0..<6 {
            let minimum = 1 + seed % 3
            let consortium = try GeneratedConsortium(
                seed: UInt64(1000 * cities + seed), cities: cities, minimum: minimum)
            let naive = NaiveComparison(
                figures: consortium.figures, metric: metric, minimum: minimum)
            let results = Engine(groups: consortium.groups, cityCount: cities)
                .compare(consortium.figures, metric: metric)
            for (group, standings) in zip(consortium.groups, results) {
                for row in 0..<standings.count {
                    let expected = naive.standing(
                        of: Int(standings.cities[row]), among: group.members(ofRow: row))
                    if !isEqual(standings[row], expected) {
                        Issue.record("\(seed) \(group.id) \(row): \(standings[row]), \(expected)")
                    }
                    compared += 1
                }
            }
        }
        #expect(compared >= 12 * cities)
    }

    private func isEqual(_ ours: Standing, _ expected: Standing) -> Bool {
        var (left, right) = (ours, expected)
        let paths: [WritableKeyPath<PeerStatistics, Double?>] = [
            \.mean, \.groupValue, \.median, \.lowerQuartile, \.upperQuartile, \.minimum,
            \.maximum, \.standardDeviation, \.coverage,
        ]
        for path in paths {
            guard agrees(left.statistics[keyPath: path], right.statistics[keyPath: path]) else {
                return false
            }
            left.statistics[keyPath: path] = nil
            right.statistics[keyPath: path] = nil
        }
        return left == right
    }
}

extension PeerGroup {
    func members(ofRow row: Int) -> [Int] {
        switch members {
        case .common(let list): list.map { Int($0) }
        case .own(let lists): lists[row].members.map { Int($0) }
        }
    }
}

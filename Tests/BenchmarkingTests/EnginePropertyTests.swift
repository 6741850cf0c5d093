// Properties that hold whatever the figures are, on seeded figures.
import Benchmarking
import MetricSpec
import Testing

@Suite struct EnginePropertyTests {
    @Test(arguments: 1...20)
    func `reversing the polarity reverses the ranks`(seed: Int) throws {
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 60)
        // Calls are better when many, the delay when few; both whole numbers.
        let up = try compare(consortium.figures, "calls")[0]
        let down = try compare(consortium.figures, "delay")[0]
        var ties: [Double: Int] = [:]
        for row in 0..<up.count where up.rank(at: row) != nil {
            ties[key(up, row), default: 0] += 1
        }
        var ranked = 0
        for row in 0..<up.count {
            guard let rank = up.rank(at: row), let reverse = down.rank(at: row) else { continue }
            ranked += 1
            #expect(rank + reverse == Int(up.ranked[row]) + 2 - (ties[key(up, row)] ?? 0))
        }
        #expect(ranked == Int(up.ranked[0]))
        #expect(up.statistics == down.statistics)
    }

    @Test(arguments: 1...20)
    func `adding a constant moves no rank`(seed: Int) throws {
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 60)
        let before = consortium.figures
        // A multiple of the grid and of an even number, so that halves keep
        // their even neighbours.
        let after = try changed(before) { _, value in value.map { $0 + 1024 } }
        for metric in ["exact", "calls", "delay"] {
            #expect(
                try compare(before, metric, groups: consortium.groups).map(\.rankList)
                    == compare(after, metric, groups: consortium.groups).map(\.rankList))
        }
    }

    @Test(arguments: 1...20)
    func `a permutation of the cities changes nothing`(seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 60)
        // order[i] is the old place of the city that is now at i.
        let order = Array(0..<60).shuffled(using: &generator)
        let old = consortium.figures
        let new = try figures(
            order.map { old.values[$0] },
            statuses: Dictionary(
                uniqueKeysWithValues: order.enumerated().map { ($0, old.statuses[$1]) }),
            numerators: order.map { old.numerators[$0] },
            denominators: order.map { old.denominators[$0] }, multiplier: old.multiplier)
        let before = try compare(old, "rate")[0]
        let after = try compare(new, "rate")[0]
        #expect(before.statistics == after.statistics)
        for (place, oldPlace) in order.enumerated() {
            #expect(after[place] == before[oldPlace])
        }
    }

    @Test(arguments: 1...20)
    func `a city that does not report moves nobody`(seed: Int) throws {
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 40)
        let before = consortium.figures
        let after = try figures(
            (0..<80).map { $0 < 40 ? before.values[$0] : nil },
            statuses: Dictionary(
                uniqueKeysWithValues: before.statuses.enumerated().map { ($0, $1) }))
        for metric in ["calls", "delay", "reserve"] {
            let few = try compare(before, metric)[0]
            let many = try compare(after, metric)[0]
            #expect(Array(many.rankList.prefix(40)) == few.rankList)
            #expect(Array(many.quartileList.prefix(40)) == few.quartileList)
            #expect(many.rankList.suffix(40).allSatisfy { $0 == nil })
            #expect(many.statistics[0].median == few.statistics[0].median)
            #expect(many.statistics[0].notReported == few.statistics[0].notReported + 40)
        }
    }

    @Test(arguments: 1...20)
    func `ranks, shares and classes lie in their ranges`(seed: Int) throws {
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 60)
        for standings in try compare(consortium.figures, "rate", groups: consortium.groups) {
            for row in 0..<standings.count {
                let standing = standings[row]
                #expect((1...max(1, standing.ranked)).contains(standing.rank ?? 1))
                #expect((0...1).contains(standing.percentRank ?? 0))
                #expect((1...4).contains(standing.quartile ?? 1))
                #expect((0...1).contains(standing.statistics.coverage ?? 0))
                #expect((standing.rankWorst ?? 0) >= (standing.rank ?? 0))
                let group = standing.statistics
                let points = [
                    group.minimum, group.lowerQuartile, group.median, group.upperQuartile,
                    group.maximum,
                ].compactMap { $0 }
                #expect(points == points.sorted())
            }
        }
    }

    @Test func `a hundred thousand cities are compared`() throws {
        let cities = 100_000
        // Values 0 to 99,999 in a scrambled order: 7 has no factor in common.
        let columns = try figures((0..<cities).map { Double($0 * 7 % cities) })
        let standings = try compare(columns, "calls")[0]
        let wrong = (0..<cities).filter {
            standings.rank(at: $0) != cities - $0 * 7 % cities
        }
        #expect(wrong.isEmpty)
        #expect(standings.statistics[0].median == 49_999.5)
    }

    /// What a whole-number metric ranks by.
    private func key(_ standings: StandingColumns, _ row: Int) -> Double {
        roundedHalfEven(standings[row].value ?? 0, decimals: 0)
    }

    private func changed(
        _ old: MetricColumns, _ change: (Int, Double?) -> Double?
    ) throws -> MetricColumns {
        try figures(
            (0..<old.cityCount).map { change($0, old.values[$0]) },
            statuses: Dictionary(
                uniqueKeysWithValues: old.statuses.enumerated().map { ($0, $1) }))
    }
}

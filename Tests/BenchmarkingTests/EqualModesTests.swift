// Expected values: the standard's key comparable_modes: equal, derived in each
// test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct EqualModesTests {
    private static let standard = Result {
        try TestStandard.make(metrics: [
            .init(
                name: "alike", formula: "{reported: city/call-count}",
                more: ", service: fire, comparable_modes: equal"),
            .init(
                name: "alike-rate",
                formula: "{ratio: {numerator: [city/call-count], "
                    + "denominator: [city/people], multiplier: 1000}}",
                unit: "per-1000", more: ", service: fire, comparable_modes: equal"),
        ])
    }

    private func compare(
        _ figures: MetricColumns, _ metric: String = "alike", groups: [PeerGroup]
    ) throws -> [StandingColumns] {
        let metric = try #require(try Self.standard.get().metric("city/" + metric))
        return Engine(groups: groups, cityCount: figures.cityCount)
            .compare(figures, metric: metric)
    }

    private func all(_ count: Int, minimum: Int = 1) -> [PeerGroup] {
        [
            PeerGroup(
                id: "all", members: .common((0..<count).map { Int32($0) }), minimum: minimum)
        ]
    }

    @Test func `a common group compares the mode that most contributors have`() throws {
        let standings = try compare(
            try figures(
                [1, 2, 3, 4, 5, nil],
                modes: [.contract, .ownStaff, .contract, nil, .joint, .ownStaff]),
            groups: all(6))[0]
        // Two contracts, one own staff that reports, one joint body; city 3's
        // mode is not known and compares.
        #expect(
            standings.statuses
                == [
                    .reported, .notComparable, .reported, .reported, .notComparable,
                    .notReported,
                ])
        #expect(standings.reasons == [nil, .mode, nil, nil, .mode, nil])
        #expect(standings.rankList == [3, nil, 2, 1, nil, nil])
        let group = standings.statistics[0]
        #expect(group.contributors == 3)
        #expect(group.notComparable == 2)
        #expect(group.notReported == 1)
        #expect(group.mean == 8.0 / 3)
        #expect(standings[1].value == 2)
        #expect(standings[1].reason == .mode)
        #expect(standings[1].ranked == 3)
        // The figures themselves say nothing of the group's choice.
        #expect(standings.figures.statuses[1] == .reported)
    }

    @Test func `on equal numbers the mode that comes first in the vocabulary counts`() throws {
        let standings = try compare(
            try figures([1, 2, 3, 4], modes: [.joint, .contract, .contract, .joint]),
            groups: all(4))[0]
        #expect(standings.rankList == [nil, 2, 1, nil])
        let other = try compare(
            try figures([1, 2], modes: [.contract, .ownStaff]), groups: all(2))[0]
        #expect(other.statuses == [.notComparable, .reported])
    }

    @Test func `where no mode is known all compare`() throws {
        let standings = try compare(
            try figures([1, 2, nil], modes: [nil, nil, .contract]), groups: all(3))[0]
        #expect(standings.statuses == [.reported, .reported, .notReported])
        let none = try compare(try figures([1, 2]), groups: all(2))[0]
        #expect(none.rankList == [2, 1])
    }

    @Test func `each group has its own mode`() throws {
        let columns = try figures([1, 2, 3], modes: [.contract, .contract, .ownStaff])
        let standings = try compare(
            columns,
            groups: all(3) + [PeerGroup(id: "few", members: .common([2]))])
        #expect(standings[0].status(at: 2) == .notComparable)
        #expect(standings[1].status(at: 0) == .reported)
    }

    @Test func `a metric that compares all modes looks at none`() throws {
        let standings = try BenchmarkingTests.compare(
            try figures([1, 2], modes: [.contract, .ownStaff]), "calls")[0]
        #expect(standings.rankList == [2, 1])
    }

    @Test func `in a list of its own a city is compared with those who do as it does`() throws {
        let columns = try figures(
            [10, 20, 30, 40, 50], modes: [.contract, .ownStaff, .contract, nil, .ownStaff])
        let lists = [
            OwnPeers(owner: 0, members: [1, 2, 3, 4]), OwnPeers(owner: 1, members: [0, 2, 4]),
            OwnPeers(owner: 3, members: [0, 1, 2, 4]),
        ]
        let standings = try compare(
            columns, groups: [PeerGroup(id: "own", members: .own(lists))])[0]
        #expect(standings.statuses == [.reported, .reported, .reported])
        // City 0: 30 by contract and 40 in a way not known.
        #expect(standings[0].statistics.mean == 35)
        #expect(standings[0].statistics.notComparable == 2)
        #expect(standings.rankList == [3, nil, 2])
        #expect(standings[1].statistics.contributors == 1)
        // City 3's own mode is not known: all are compared with it.
        #expect(standings[2].statistics.mean == 27.5)
    }

    @Test func `the group value is that of the cities compared, coverage is of all`() throws {
        let standings = try compare(
            try figures(
                [10, 40, 50], numerators: [10, 40, 150], denominators: [1000, 1000, 3000],
                multiplier: 1000, modes: [.contract, .contract, .ownStaff]),
            "alike-rate", groups: all(3))[0]
        // 50 among 2,000, of 5,000 in all.
        #expect(standings.statistics[0].groupValue == 25)
        #expect(standings.statistics[0].coverage == 0.4)
    }

    @Test func `modes come from the service of the metric`() throws {
        var table = ObservationTable(try Self.standard.get())
        for city in 0..<3 { try table.add("call-count", city: city, "2026-Q3", 1) }
        var service = ServiceColumn.allProvided(cityCount: 3)
        service.modes = [.contract, .ownStaff, .ownStaff]
        let columns = try table.evaluate("alike", "2026-Q3", cities: 3, service: service)
        #expect(columns.statuses == [.reported, .reported, .reported])
        let standings = try compare(columns, groups: all(3))[0]
        #expect(standings.statuses == [.notComparable, .reported, .reported])
    }

    @Test(arguments: 1...10)
    func `comparing equal modes is comparing with the others left out`(seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let consortium = try GeneratedConsortium(seed: UInt64(seed), cities: 40)
        let old = consortium.figures
        let modes: [ProvisionMode?] = (0..<40).map { _ in
            [.ownStaff, .contract, .joint, nil].randomElement(using: &generator) ?? nil
        }
        let columns = try figures(
            (0..<40).map { old.values[$0] }, statuses: statuses(old.statuses),
            numerators: (0..<40).map { old.numerators[$0] },
            denominators: (0..<40).map { old.denominators[$0] }, multiplier: 1000, modes: modes)
        let metric = try #require(try Self.standard.get().metric("city/alike-rate"))
        let own = consortium.groups.filter { $0.id == "own" }
        let results = try compare(columns, "alike-rate", groups: own)[0]
        for row in 0..<results.count {
            let owner = Int(results.cities[row])
            var expected = old.statuses
            for city in 0..<40 where expected[city] == .reported {
                if let mode = modes[owner], let other = modes[city], mode != other {
                    expected[city] = .notComparable
                }
            }
            let apart = try figures(
                (0..<40).map { old.values[$0] }, statuses: statuses(expected),
                numerators: (0..<40).map { old.numerators[$0] },
                denominators: (0..<40).map { old.denominators[$0] }, multiplier: 1000)
            let naive = NaiveComparison(figures: apart, metric: metric, minimum: 1).standing(
                of: owner, among: own[0].members(ofRow: row))
            #expect(results[row].rank == naive.rank)
            #expect(results[row].quartile == naive.quartile)
            #expect(results[row].statistics.contributors == naive.statistics.contributors)
            #expect(agrees(results[row].statistics.median, naive.statistics.median))
            #expect(agrees(results[row].statistics.groupValue, naive.statistics.groupValue))
        }
        #expect(results.count == 40)
    }

    private func statuses(_ list: [StandingStatus]) -> [Int: StandingStatus] {
        Dictionary(uniqueKeysWithValues: list.enumerated().map { ($0, $1) })
    }
}

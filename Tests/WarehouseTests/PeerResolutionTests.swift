import MetricSpec
import Testing

@testable import Warehouse

/// Who is compared with whom in a release.
@Suite struct PeerResolutionTests {
    private let calls = """
        City,Period,Calls,Residents
        Ashford,2026-Q1,1,100
        Bexley,2026-Q1,2,200
        Colne,2026-Q1,3,300
        Derby,2026-Q1,4,400
        Exeter,2026-Q1,5,500

        """

    /// The members of the groups of a release: `group owner: cities`.
    private func members(
        _ files: [String: String?], text: String? = nil, period: String = "2026-Q1"
    ) throws -> [String] {
        var changes = files
        changes["peer-groups/all.yaml"] = .some(nil)
        let store = try Store(Sample.registry(changes))
        try store.load(text ?? calls)
        let number = try #require(try store.compare(period).release)
        let release = try #require(try store.warehouse.releases().first { $0.number == number })
        #expect(try store.warehouse.brokenPromises().isEmpty)
        return try store.warehouse.peers(in: release).sorted { $0.key < $1.key }
            .flatMap { group, owners in
                owners.sorted { $0.key < $1.key }.map { owner, cities in
                    "\(group) \(owner): \(cities.joined(separator: " "))"
                }
            }
    }

    @Test func `a band on an attribute has its lower end and not its upper`() throws {
        let attributes = """
            city,attribute,value,valid_from,valid_to
            ashford,population,99,,
            bexley,population,100,,
            colne,population,199.5,,
            derby,population,200,,
            exeter,population,unknown,,

            """
        #expect(
            try members([
                "attributes.csv": attributes,
                "peer-groups/a.yaml": "title: A\nrule: {attribute: population, below: 100}\n",
                "peer-groups/b.yaml":
                    "title: B\nrule: {attribute: population, from: 100, below: 200}\n",
                "peer-groups/c.yaml": "title: C\nrule: {attribute: population, from: 200}\n",
            ]) == ["a : ashford", "b : bexley colne", "c : derby"])
    }

    @Test func `an old period keeps its old cities, a new one has those that are left`() throws {
        let files = [
            "successions.csv": "city,becomes,kind,date\nbexley,ashford,absorption,2026-01-01\n",
            "peer-groups/a.yaml": "title: A\nlist: all\n",
        ]
        #expect(try members(files) == ["a : ashford colne derby exeter"])
        #expect(
            try members(
                files, text: calls.replacing("2026-Q1", with: "2025-Q4"), period: "2025-Q4")
                == ["a : ashford bexley colne derby exeter"])
    }

    @Test func `an attribute counts on the first day of the period`() throws {
        let attributes = """
            city,attribute,value,valid_from,valid_to
            ashford,population,500,,2026-01-01
            ashford,population,5,2026-01-01,
            bexley,population,500,,2026-01-02
            bexley,population,5,2026-01-02,

            """
        let rule = "title: A\nrule: {attribute: population, from: 100}\n"
        #expect(
            try members(["attributes.csv": attributes, "peer-groups/a.yaml": rule])
                == ["a : bexley"])
    }

    @Test func `a band on a measure takes the value that a denominator would`() throws {
        let text =
            calls + """
                Ashford,2025-Q4,1,999
                Bexley,2026,1,999
                Colne,2026-Q2,1,999

                """
        let rule = "title: A\nrule: {measure: ops/residents, from: 200, below: 500}\n"
        #expect(
            try members(["peer-groups/a.yaml": rule], text: text) == ["a : colne derby"])
    }

    @Test func `a band on a measure may be fixed to a period`() throws {
        let text = calls + "Ashford,2020-07/P1Y,1,1000\nBexley,2020-07/P1Y,1,1\n"
        let rule = """
            title: A
            rule: {measure: ops/residents, period: 2020-07/P1Y, from: 1000}
            """
        #expect(try members(["peer-groups/a.yaml": rule], text: text) == ["a : ashford"])
    }

    @Test func `a value that is missing does not hide an older one, a withdrawn one is gone`()
        throws
    {
        let store = try Store(
            Sample.registry([
                "peer-groups/all.yaml": "title: A\nrule: {measure: ops/residents, from: 400}\n"
            ]))
        try store.load(
            "City,Period,Residents\nBexley,2025-Q4,900\nColne,2025-Q4,900\nDerby,2025-Q4,900\n")
        try store.load(calls.replacing("2,200", with: "2,").replacing("4,400", with: "4,"))
        // Derby's older value is withdrawn by an empty cell.
        try store.load("City,Period,Residents\nDerby,2025-Q4,\n")
        try store.compare()
        #expect(
            try store.rows("select city, denominator from member.standing order by city")
                == ["bexley 900", "exeter 500"])
    }

    @Test func `a measure too old to be a denominator puts nobody in a band`() throws {
        let text = """
            City,Period,Calls,Residents,Spending
            Ashford,2024-Q4,,100,
            Bexley,2024-Q3,,100,
            Colne,2026-Q1,,,1

            """
        let rule = "title: A\nrule: {measure: ops/residents, from: 1}\n"
        // 2024-Q4 ends a year before 2026-Q1 begins, 2024-Q3 a quarter earlier.
        #expect(try members(["peer-groups/a.yaml": rule], text: text) == ["a : ashford"])
    }

    @Test func `each owner of a list is compared with its own`() throws {
        let lists = """
            title: Own
            own_lists:
              ashford: [bexley, colne]
              bexley: [bexley, derby]
            """
        #expect(
            try members(["peer-groups/o.yaml": lists])
                == ["o ashford: bexley colne", "o bexley: bexley derby"])
        let store = try Store(
            Sample.registry(["peer-groups/all.yaml": nil, "peer-groups/o.yaml": lists]))
        try store.load(calls.replacing("Ashford,2026-Q1,1", with: "Ashford,2026-Q1,100"))
        try store.compare()
        // Rates: Ashford 1,000, all others 10. One row an owner only.
        #expect(
            try store.rows(
                """
                select city, includes_city, contributors, ranked, rank, mean
                from member.standing order by city
                """) == ["ashford false 2 3 3 10", "bexley true 2 2 1 10"])
        #expect(
            try store.rows("select owner_city, contributors from member.peer_statistic order by 1")
                == ["ashford 2", "bexley 2"])
    }

    @Test func `a group holds from its first day to the day before its last named`() throws {
        func group(_ valid: String) -> String { "title: G\nlist: all\nvalid: {\(valid)}\n" }
        let everybody = ": ashford bexley colne derby exeter"
        #expect(
            try members([
                "peer-groups/a.yaml": group("from: 2026-01-01"),
                "peer-groups/b.yaml": group("from: 2026-01-02"),
                "peer-groups/c.yaml": group("to: 2026-01-01"),
                "peer-groups/d.yaml": group("to: 2026-01-02"),
            ]) == ["a \(everybody)", "d \(everybody)"])
    }

    @Test func `a group below its minimum has no statistics, only counts`() throws {
        let store = try Store(
            Sample.registry([
                "peer-groups/all.yaml": "title: All\nlist: all\nminimum: 5\n",
                "peer-groups/six.yaml": "title: Six\nlist: all\nminimum: 6\n",
            ]))
        try store.load(calls)
        try store.compare()
        #expect(
            try store.rows(
                """
                select peer_group, contributors, mean, median, minimum
                from member.peer_statistic order by peer_group
                """) == ["all 5 10 10 10", "six 5 null null null"])
        #expect(
            try store.rows("select rank from member.standing where peer_group = 'six'")
                == ["null", "null", "null", "null", "null"])
    }

    @Test func `the consortium's minimum holds for every group`() throws {
        let head = """
            id: river
            name: River cities
            standard: ./standard
            publication: {minimum_contributors: 6}
            """
        let store = try Store(Sample.registry(["consortium.yaml": head]))
        try store.load(calls)
        try store.compare()
        #expect(
            try store.rows("select contributors, mean from member.peer_statistic") == ["5 null"])
    }

    @Test func `a group has standings in the metrics it serves only`() throws {
        let store = try Store(
            Sample.registry([
                "peer-groups/some.yaml": "title: S\nlist: [ashford]\nmetrics: [ops/spent]\n"
            ]))
        try store.load(calls)
        try store.load("City,Period,Spending\nAshford,2026-Q1,7\n")
        try store.compare()
        #expect(
            try store.rows(
                "select distinct peer_group, metric from member.standing order by 1, 2")
                == ["all ops/call-rate", "all ops/spent", "some ops/spent"])
    }

    @Test func `a changed membership makes a new release`() throws {
        let store = try Store()
        try store.load(calls)
        try store.compare()
        _ = try store.bringIn(
            Sample.registry(["peer-groups/all.yaml": "title: Most\nlist: [ashford, bexley]\n"]))
        #expect(try store.compare().release == 2)
        #expect(try store.rows("select contributors from member.peer_statistic") == ["2"])
    }
}

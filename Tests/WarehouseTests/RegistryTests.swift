import Foundation
import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// Bringing the folder into the database.
@Suite struct RegistryTests {
    private func cities(_ ids: String...) -> [String: String?] {
        ["cities.csv": "id,name\n" + ids.map { "\($0),\($0.capitalized)\n" }.joined()]
    }

    private func cityNumbers(_ store: Store) throws -> [String] {
        try store.rows("select city_id, city from warehouse.city order by city_id")
    }

    private func refusal(_ store: Store, _ changes: [String: String?]) throws -> WarehouseError? {
        let registry = try Sample.registry(changes)
        return #expect(throws: WarehouseError.self) { _ = try store.bringIn(registry) }
    }

    @Test func `the first time everything is new`() throws {
        let store = try Store()
        #expect(
            store.changes == ["standard: sample 1.0.0", "cities: 5 added", "peer groups: 1"])
    }

    @Test func `what has not changed is not spoken of`() throws {
        let store = try Store()
        #expect(try store.bringIn(Sample.registry()) == [])
    }

    @Test func `what changed is said, part by part`() throws {
        let store = try Store()
        let changed = try Sample.registry(
            [
                "cities.csv": """
                id,name,aliases
                ashford,New Ashford,ASH
                bexley,Bexley,
                colne,Colne,
                derby,Derby,
                exeter,Exeter,
                frome,Frome,

                """,
                "attributes.csv": """
                city,attribute,value,valid_from,valid_to,source
                ashford,population,100,2020-01-01,2025-01-01,Census
                ashford,population,200,2025-01-01,,Census

                """,
                "services.csv": "city,service,mode,takes_part\nbexley,fire,contract,true\n",
                "peer-groups/some.yaml": "title: Some\nlist: [ashford]\n",
            ],
            standard: ["standard.yaml": "id: sample\nversion: 1.1.0\ntitle: Sample\n"])
        #expect(
            try store.bringIn(changed) == [
                "standard: sample 1.0.0 -> 1.1.0", "cities: 1 added, 1 changed", "attributes: 2",
                "services: 1", "peer groups: 2",
            ])
        #expect(try store.bringIn(changed) == [])
        #expect(
            try store.rows("select name, aliases from warehouse.city where city = 'ashford'")
                == ["New Ashford {ASH}"])
        #expect(
            try store.rows(
                "select value, valid_from, valid_to from warehouse.city_attribute order by 2")
                == ["100 2020-01-01 2025-01-01", "200 2025-01-01 infinity"])
        #expect(
            try store.rows("select service, mode, takes_part, valid_from from warehouse.provision")
                == ["fire contract true -infinity"])
        #expect(
            try store.bringIn(Sample.registry()) == [
                "standard: sample 1.1.0 -> 1.0.0", "cities: 1 changed, 1 removed", "attributes: 0",
                "services: 0", "peer groups: 1",
            ])
    }

    @Test func `the folder of another consortium is refused`() throws {
        let store = try Store()
        let error = try refusal(
            store, ["consortium.yaml": "id: lake\nname: Lake cities\nstandard: ./standard\n"])
        #expect(error?.kind == .otherConsortium)
        #expect(
            error?.message
                == "the database holds the consortium \"river\", the folder is that of \"lake\". "
                + "Use another database (--database), one a consortium.")
        #expect(try store.rows("select consortium from warehouse.consortium") == ["river"])
    }

    // MARK: Cities that go

    @Test func `a vanished city with values is refused, and nothing is written`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nBexley,2026-Q1,1\nColne,2026-Q1,1\n")
        var changes = cities("ashford", "derby", "exeter", "frome")
        changes["peer-groups/some.yaml"] = "title: Some\nlist: [ashford]\n"
        let error = try refusal(store, changes)
        #expect(error?.kind == .vanishedCity)
        #expect(
            error?.message
                == "cities.csv no longer has bexley, colne, which has values in the database. "
                + "Put it back: a city's id is permanent; its name may change, and services.csv "
                + "says from when it no longer takes part.")
        #expect(try cityNumbers(store).count == 5)
        #expect(try store.rows("select count(*) from warehouse.peer_group") == ["1"])
    }

    @Test(arguments: [
        ("intake.query", "1, 1, 5, '2026-01-01', 0, 3", "questions"),
        (
            "intake.certification",
            "1, now(), 5, '2026-01-01', 3, '', 'Cy', 'Finance', 'x', '{}'", "certifications"
        ),
        ("intake.response", "1, now(), 1, 1, 5, 0, '2026-Q1', 'Rae', 'x'", "responses"),
        (
            "intake.explanation", "1, null, 1, now(), 1, 5, 0, false, '2026-Q1', 'Ann', 'x'",
            "explanations"
        ),
    ])
    func `a vanished city of which something else is there is refused too`(
        table: String, row: String, name: String
    ) throws {
        let store = try Store()
        try store.connection.execute("insert into \(table) values (\(row))")
        let error = try refusal(store, cities("ashford", "bexley", "colne", "derby"))
        #expect(error?.kind == .vanishedCity)
        #expect(
            error?.message.hasPrefix(
                "cities.csv no longer has exeter, which has \(name) in the database. Put it back")
                == true, "\(error?.message ?? "")")
        #expect(try cityNumbers(store).count == 5)
    }

    @Test func `a vanished city without values is removed with what the folder said of it`() throws
    {
        let store = try Store(
            Sample.registry([
                "attributes.csv": "city,attribute,value\nexeter,coastal,yes\n",
                "services.csv": "city,service,mode\nexeter,fire,joint\n",
            ]))
        try store.load("City,Period,Calls\nBexley,2026-Q1,1\n")
        #expect(
            try store.bringIn(Sample.registry(cities("ashford", "bexley", "colne", "derby")))
                == ["cities: 1 changed, 1 removed"])
        #expect(try cityNumbers(store) == ["1 ashford", "2 bexley", "3 colne", "4 derby"])
        #expect(try store.rows("select count(*) from warehouse.city_attribute") == ["0"])
        #expect(try store.rows("select count(*) from warehouse.provision") == ["0"])
    }

    @Test func `a city that stood in a release never passes its number on`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nBexley,2026-Q1,1,10\n")
        try store.compare()
        _ = try store.bringIn(Sample.registry(cities("ashford", "bexley", "colne", "derby")))
        _ = try store.bringIn(
            Sample.registry(cities("ashford", "bexley", "colne", "derby", "frome")))
        #expect(try cityNumbers(store).last?.hasSuffix(" frome") == true)
        #expect(try !cityNumbers(store).contains("5 frome"))
        try store.load("City,Period,Calls,Residents\nFrome,2026-Q1,2,10\n")
        try store.compare()
        #expect(
            try store.rows(
                """
                select city, value from member.metric_value
                where metric = 'ops/call-rate' and value is not null order by city
                """) == ["bexley 100", "frome 200"])
        // The city that left comes back under its old number.
        _ = try store.bringIn(
            Sample.registry(cities("ashford", "bexley", "colne", "derby", "exeter", "frome")))
        #expect(try cityNumbers(store).contains("5 exeter"))
        try store.load("City,Period,Calls,Residents\nExeter,2026-Q1,3,10\n")
        try store.compare()
        #expect(
            try store.rows(
                """
                select city, value from member.metric_value
                where metric = 'ops/call-rate' and value is not null order by city
                """) == ["bexley 100", "exeter 300", "frome 200"])
    }

    // MARK: Numbers stay

    @Test func `numbers of cities stay when others come and the order changes`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nBexley,2026-Q1,1\nExeter,2026-Q1,5\n")
        let reordered = cities("aaa", "exeter", "derby", "bexley", "colne", "ashford", "zzz")
        #expect(try store.bringIn(Sample.registry(reordered)) == ["cities: 2 added, 1 changed"])
        #expect(
            try cityNumbers(store).prefix(5) == [
                "1 ashford", "2 bexley", "3 colne", "4 derby", "5 exeter",
            ])
        #expect(store.ids.cities.count == 7)
        #expect(try store.current() == ["bexley ops/calls 1.0 #1", "exeter ops/calls 5.0 #1"])
    }

    @Test func `an order that changes alone is said`() throws {
        let store = try Store(Sample.registry(cities("a", "b")))
        #expect(try store.bringIn(Sample.registry(cities("b", "a"))) == ["cities: order changed"])
        #expect(store.ids.cities == [2, 1])
    }

    @Test func `numbers of measures stay when others come before them`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nBexley,2026-Q1,1\n")
        let before = store.ids.measures
        let more =
            Sample.measures
            + "\n  - {name: aaa, title: A, definition: Counts A., unit: count, kind: flow}"
        _ = try store.bringIn(Sample.registry(standard: ["ops/measures.yaml": more]))
        #expect(store.registry.standard.measures.map(\.id).first == "ops/aaa")
        #expect(Array(store.ids.measures.dropFirst()) == before)
        #expect(store.ids.measures.first == 4)
        #expect(try store.current() == ["bexley ops/calls 1.0 #1"])
    }

    @Test func `a measure that leaves the standard keeps its values and its number`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Spending\nBexley,2026-Q1,1,2\n")
        let before = store.ids.measures
        let lines = Sample.measures.split(separator: "\n").filter { !$0.contains("spending") }
        let fewer = try Sample.registry(standard: [
            "ops/measures.yaml": lines.joined(separator: "\n"), "ops/spent.yaml": nil,
        ])
        _ = try store.bringIn(fewer)
        #expect(try store.current() == ["bexley ops/calls 1.0 #1"])
        #expect(
            try store.rows("select measure, is_current from warehouse.measure order by measure_id")
                == ["ops/calls true", "ops/residents true", "ops/spending false"])
        _ = try store.bringIn(Sample.registry())
        #expect(store.ids.measures == before)
        #expect(
            try store.current() == ["bexley ops/calls 1.0 #1", "bexley ops/spending 2.0 #1"])
    }
}

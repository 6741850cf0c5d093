import Benchmarking
import Consortium
import MetricSpec
import Testing

@testable import Warehouse

/// Whom rules of likeness choose, on a line of seven cities.
@Suite struct NeighbourSelectionTests {
    private static let cities = "id,name\na,A\nb,B\nc,C\nd,D\ne,E\nf,F\ng,G\n"
    /// Six cities one step apart, and one far away.
    private static let hills = [
        ("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 4), ("f", 5), ("g", 30),
    ]

    private static func attributes(_ rows: [String] = []) -> String {
        "city,attribute,value,valid_from,valid_to\n"
            + (hills.map { "\($0.0),hills,\($0.1),," } + rows).joined(separator: "\n") + "\n"
    }

    private static func rule(_ eligible: String = "", k: Int = 5, more: String = "") -> String {
        """
        title: Alike
        valid: {from: 2025-01-01}
        neighbours:
          k: \(k)
          variables: [{attribute: hills\(more)}]
          eligible: {\(eligible)}

        """
    }

    private func registry(
        _ rule: String, attributes: String = attributes(), more: [String: String?] = [:]
    ) throws -> Registry {
        var files: [String: String?] = [
            "cities.csv": Self.cities, "attributes.csv": attributes,
            "peer-groups/all.yaml": nil, "peer-groups/alike.yaml": rule,
        ]
        files.merge(more) { $1 }
        return try Sample.registry(files)
    }

    private func selection(
        _ rule: String, attributes: String = attributes(), more: [String: String?] = [:]
    ) throws -> NeighbourSelection {
        let consortium = try registry(rule, attributes: attributes, more: more).consortium
        let group = try #require(consortium.peerGroups.first { $0.id == "alike" })
        return try #require(NeighbourSelection(group, consortium: consortium))
    }

    /// `b: acdef`, one text an owner.
    private func chosen(_ selection: NeighbourSelection) -> [String] {
        let names = Self.hills.map(\.0)
        return selection.ownPeers.map { own in
            "\(names[Int(own.owner)]): " + own.members.map { names[Int($0)] }.joined()
        }
    }

    /// Of 35 nearest distances 1 stands ten times, 2 eight, 3 six, 4 four
    /// times; the 75th centile, between the 26th and 27th, is 4 steps. The
    /// outermost have only four within it.
    @Test func `nobody beyond the 75th centile is a peer, and fewer than five are none`() throws {
        #expect(
            chosen(try selection(Self.rule()))
                == ["b: acdef", "c: bdaef", "d: cebfa", "e: dfcba"])
    }

    @Test func `distances are in standard deviations and tell each variable's share`() throws {
        let selection = try selection(Self.rule())
        // The deviation of 0 1 2 3 4 5 30: the mean is 45/7.
        let mean = 45.0 / 7
        let squares = Self.hills.map { (Double($0.1) - mean) * (Double($0.1) - mean) }
        let deviation = (squares.reduce(0, +) / 6).squareRoot()
        let found = selection.explanation(of: 0, seed: 1)
        #expect(found.absence == .far)
        #expect(found.eligible == 7)
        #expect(found.own.map { $0?.value } == [0])
        #expect(found.close.map(\.city) == [1, 2, 3, 4])
        #expect(found.beyond.map(\.city) == [5])
        for (peer, steps) in zip(found.close + found.beyond, 1...5) {
            #expect(abs(peer.distance - Double(steps) / deviation) < 1e-12)
            #expect(peer.shares == [1])
            #expect(peer.values == [Double(steps)])
        }
        #expect(found.beyond.map(\.stability) == [nil])
        #expect(found.pool.first?[6] == 30)
    }

    @Test func `a variable that is missing gives no peers, and its fallback gives some`() throws {
        let attributes = Self.attributes(["a,hills-2019,0,,"]).replacing("d,hills,3,,\n", with: "")
        let without = try selection(Self.rule(), attributes: attributes)
        #expect(without.explanation(of: 3, seed: 1).absence == .missing(["hills"]))
        #expect(!chosen(without).contains { $0.hasPrefix("d:") || $0.contains("d") })

        let older = Self.attributes(["d,hills-2019,3,,"]).replacing("d,hills,3,,\n", with: "")
        let rescued = try selection(
            Self.rule(more: ", fallback: hills-2019"), attributes: older)
        #expect(chosen(rescued).contains("d: cebfa"))
        #expect(rescued.explanation(of: 3, seed: 1).own.map { $0?.isFallback } == [true])
        #expect(rescued.explanation(of: 2, seed: 1).own.map { $0?.isFallback } == [false])
    }

    @Test func `a logarithm has no place for a city with nothing`() throws {
        let selection = try selection(Self.rule(more: ", transform: log"))
        #expect(selection.explanation(of: 0, seed: 1).absence == .missing(["hills"]))
        #expect(selection.explanation(of: 1, seed: 1).absence != .missing(["hills"]))
    }

    @Test func `who is not eligible has no peers and is none, with the reason`() throws {
        let listed = try selection(Self.rule("list: [a, b, c, d, e, f]"))
        #expect(listed.explanation(of: 6, seed: 1).absence == .notEligible(nil))
        let banded = try selection(Self.rule("bands: [{attribute: hills, below: 30}]"))
        #expect(banded.explanation(of: 6, seed: 1).absence == .notEligible("hills"))
        #expect(banded.explanation(of: 0, seed: 1).eligible == 6)
    }

    @Test func `cities of one region choose among themselves`() throws {
        let rows = zip("abcdefg", "nnnssss").map { "\($0),region,\($1),," }
        let selection = try selection(
            Self.rule("same: region"), attributes: Self.attributes(rows))
        #expect(selection.explanation(of: 0, seed: 1).eligible == 3)
        #expect(selection.explanation(of: 0, seed: 1).beyond.map(\.city).contains(3) == false)
        #expect(selection.explanation(of: 3, seed: 1).eligible == 4)
    }

    @Test func `a peer provides the service as the city does, and an unknown mode goes with all`()
        throws
    {
        let services = """
            city,service,mode,takes_part
            a,fire,own_staff,true
            b,fire,contract,true
            c,fire,own_staff,true
            d,fire,none,true
            e,fire,own_staff,false

            """
        let selection = try selection(
            Self.rule("service: fire, modes: equal"), more: ["services.csv": services])
        // Of one mode a and c, of no known one f and g.
        #expect(selection.explanation(of: 0, seed: 1).eligible == 4)
        #expect(selection.explanation(of: 1, seed: 1).eligible == 3)
        #expect(selection.explanation(of: 5, seed: 1).eligible == 5)
        #expect(selection.explanation(of: 3, seed: 1).absence == .notProvided("fire"))
        #expect(selection.explanation(of: 4, seed: 1).absence == .notProvided("fire"))
    }

    @Test func `the choice is that of the group's first day, whatever came later`() throws {
        let moved = Self.attributes().replacing(
            "g,hills,30,,", with: "g,hills,30,,2026-01-01\ng,hills,3,2026-01-01,")
        #expect(
            chosen(try selection(Self.rule(), attributes: moved))
                == chosen(try selection(Self.rule())))
        let merged = [
            "successions.csv": "city,becomes,kind,date\na,b,absorption,2025-01-01\n"
        ]
        let selection = try selection(Self.rule(), more: merged)
        #expect(selection.explanation(of: 0, seed: 1).absence == .notThere)
    }

    @Test func `the stability of peers depends on the seed alone`() throws {
        let rows = Self.hills.map { "\($0.0),moe,8,," }
        let selection = try selection(
            Self.rule(more: ", margin: moe, level: 0.90"), attributes: Self.attributes(rows))
        let first = selection.explanation(of: 2, seed: 7).close.map(\.stability)
        #expect(first == selection.explanation(of: 2, seed: 7).close.map(\.stability))
        #expect(first.contains { $0 != 1 })
    }

    @Test func `two variables that say the same are told, with their correlation`() throws {
        let rows = Self.hills.map { "\($0.0),slopes,\($0.1 * 2 + 1),," }
        let rule = Self.rule().replacing(
            "{attribute: hills}", with: "{attribute: hills}, {attribute: slopes}")
        let consortium = try registry(rule, attributes: Self.attributes(rows)).consortium
        #expect(
            NeighbourSelection.advice(on: consortium) == [
                "peer-groups/alike.yaml: hills and slopes are correlated at 1: what they have in "
                    + "common counts twice. Leave one out, or lower their weights."
            ])
        let single = try registry(Self.rule()).consortium
        #expect(NeighbourSelection.advice(on: single).isEmpty)
    }

    @Test func `a figure that cities report is no variable of the place`() throws {
        #expect(throws: SpecError.self) {
            try registry(
                Self.rule().replacing("attribute: hills", with: "attribute: ops/call-rate"))
        }
        #expect(throws: SpecError.self) {
            try registry(Self.rule().replacing("attribute: hills", with: "attribute: hils"))
        }
    }

    // MARK: In releases

    private static let calls =
        "City,Period,Calls,Residents\n"
        + hills.map { "\($0.0.uppercased()),2026-Q1,\($0.1 + 1),100\n" }.joined()

    private func compared(
        _ store: Store, period: String = "2026-Q1"
    ) throws -> [String: [String: [String]]] {
        let number = try #require(try store.compare(period).release)
        let release = try #require(try store.warehouse.releases().first { $0.number == number })
        #expect(try store.warehouse.brokenPromises().isEmpty)
        return try store.warehouse.peers(in: release)
    }

    @Test func `a release compares each city with its own neighbours`() throws {
        let store = try Store(registry(Self.rule()))
        try store.load(Self.calls)
        let peers = try compared(store)
        #expect(peers["alike"]?.keys.sorted() == ["b", "c", "d", "e"])
        #expect(peers["alike"]?["b"] == ["a", "c", "d", "e", "f"])
        // Rates 10, 20, 30 ...: of b's five peers a alone is below its 20.
        #expect(
            try store.rows(
                "select includes_city, contributors, ranked, rank, median from member.standing "
                    + "where city = 'b'") == ["false 5 6 2 40"])
    }

    @Test func `an old period keeps its old peers when a new choice is made`() throws {
        let store = try Store(registry(Self.rule()))
        try store.load(Self.calls + Self.calls.replacing("2026-Q1", with: "2024-Q4"))
        let before = try compared(store)
        let attributes = Self.attributes().replacing(
            "g,hills,30,,", with: "g,hills,30,,2026-04-01\ng,hills,3,2026-04-01,")
        let ended = Self.rule().replacing("2025-01-01}", with: "2025-01-01, to: 2026-04-01}")
        let later = Self.rule().replacing("2025-01-01", with: "2026-04-01")
        _ = try store.bringIn(
            registry(ended, attributes: attributes, more: ["peer-groups/later.yaml": later]))
        try store.load(Self.calls.replacing("2026-Q1", with: "2026-Q2"))
        #expect(try compared(store) == before)
        let after = try compared(store, period: "2026-Q2")
        #expect(after["alike"] == nil)
        #expect(after["later"]?["d"]?.first == "b")
        // Before its first day there is no choice.
        #expect(try compared(store, period: "2024-Q4").isEmpty)
    }
}

import MetricSpec
import Testing

@testable import Consortium

@Suite struct NeighbourRuleTests {
    private static let plain = """
        title: Alike
        valid: {from: 2024-07-01}
        neighbours: {k: 5, variables: [{attribute: population}]}

        """

    private func group(_ text: String) throws -> PeerGroupRule {
        let consortium = try SampleFolder.read([
            "peer-groups/all.yaml": nil, "peer-groups/g.yaml": text,
        ])
        return try #require(consortium.peerGroups.first)
    }

    private func faults(_ text: String) -> [String] {
        SampleFolder.faults(["peer-groups/g.yaml": text])
    }

    private func faults(_ old: String, _ new: String) -> [String] {
        faults(Self.plain.replacing(old, with: new))
    }

    @Test func `a plain rule takes values as they are, all cities, and holds four years`() throws {
        let group = try group(Self.plain)
        #expect(
            group.membership
                == .neighbours(
                    NeighbourRule(
                        limit: 5,
                        variables: [
                            NeighbourRule.Variable(
                                attribute: "population", title: "population",
                                transform: .identity, weight: 1, fallback: nil, margin: nil,
                                level: 0.95)
                        ],
                        eligible: NeighbourRule.Eligibility(
                            list: nil, bands: [], same: [], service: nil, isEqualMode: false))))
        #expect(group.valid.from?.text == "2024-07-01")
        #expect(group.valid.to?.text == "2028-07-01")
        #expect(!group.isPrivate)
    }

    @Test func `the last day may be another, and 29 February has one four years later`() throws {
        let other = try group(
            Self.plain.replacing("2024-07-01}", with: "2024-07-01, to: 2025-01-01}"))
        #expect(other.valid.to?.text == "2025-01-01")
        let leap = try group(Self.plain.replacing("2024-07-01", with: "2024-02-29"))
        #expect(leap.valid.to?.text == "2028-02-29")
        let century = try group(Self.plain.replacing("2024-07-01", with: "2096-02-29"))
        #expect(century.valid.to?.text == "2100-03-01")
    }

    @Test func `variables, who is eligible and the service are read`() throws {
        let group = try group(
            """
            title: Alike
            valid: {from: 2024-07-01}
            neighbours:
              k: 12
              variables:
                - {attribute: population, title: Residents, transform: log, weight: 2}
                - {attribute: income, fallback: income-2019, margin: income-moe, level: 0.90}
              eligible:
                list: [Ashford, BEXLEY]
                bands: [{attribute: population, from: 100, below: 900}]
                same: [region]
                service: fire
                modes: equal
            """)
        guard case .neighbours(let rule) = group.membership else {
            Issue.record("no neighbours")
            return
        }
        #expect(rule.limit == 12)
        #expect(rule.variables.map(\.title) == ["Residents", "income"])
        #expect(rule.variables.map(\.transform) == [.log, .identity])
        #expect(rule.variables.map(\.weight) == [2, 1])
        #expect(rule.variables.map(\.fallback) == [nil, "income-2019"])
        #expect(rule.variables.map(\.margin) == [nil, "income-moe"])
        #expect(rule.variables.map(\.level) == [0.95, 0.9])
        #expect(
            rule.eligible
                == NeighbourRule.Eligibility(
                    list: ["ashford", "bexley"],
                    bands: [
                        NeighbourRule.AttributeBand(
                            attribute: "population",
                            band: PeerGroupRule.Band(from: 100, below: 900))
                    ], same: ["region"], service: "fire", isEqualMode: true))
    }

    @Test func `neighbours need the day whose attributes count`() {
        #expect(
            faults("valid: {from: 2024-07-01}\n", "") == [
                "peer-groups/g.yaml:1:1: neighbours need valid: {from: DAY}, the day whose "
                    + "attributes they are chosen by."
            ])
        #expect(
            faults("{from: 2024-07-01}", "{to: 2024-07-01}") == [
                "peer-groups/g.yaml:2:8: valid: neighbours need valid: {from: DAY}, the day whose "
                    + "attributes they are chosen by."
            ])
    }

    @Test func `fewer than five peers are none, five are enough`() {
        #expect(
            faults("k: 5", "k: 4") == [
                "peer-groups/g.yaml:3:17: neighbours.k: 4 peers are fewer than the 5 that a city "
                    + "with close peers has. Expected 5 or more."
            ])
        #expect(faults("k: 5", "k: 5").isEmpty)
    }

    @Test(arguments: [
        ("{attribute: population}]", "]", "neighbours.variables: there is no variable."),
        (
            "n}]", "n}, {attribute: population}]",
            "neighbours.variables: population stands here twice."
        ),
        (
            "population}", "population, transform: ln}",
            "neighbours.variables[0].transform: \"ln\" is not one of the words allowed here. "
                + "Allowed: identity, log, sqrt."
        ),
        (
            "population}", "population, weight: 0}",
            "neighbours.variables[0].weight: the weight is not above 0. Leave the variable out "
                + "instead."
        ),
        (
            "population}", "population, level: 0.9}",
            "neighbours.variables[0].level: a level is that of a margin, and none is named."
        ),
        (
            "population}", "population, margin: moe, level: 90}",
            "neighbours.variables[0].level: 90.0 is no level. Expected one between 0 and 1, such "
                + "as 0.90."
        ),
        (
            "}]}", "}], eligible: {modes: equal}}",
            "neighbours.eligible.modes: equal modes are those of a service, and none is named."
        ),
        (
            "}]}", "}], eligible: {bands: [{attribute: a, from: 2, below: 2}]}}",
            "neighbours.eligible.bands[0]: from 2.0 is not under below 2.0."
        ),
    ])
    func `a rule that cannot be meant is a fault`(old: String, new: String, expected: String) {
        let found = faults(old, new)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasSuffix(": " + expected) == true, "\(found)")
    }

    // MARK: Private

    @Test func `only a list that a city picked is private`() throws {
        let own = try group(
            "title: Own\nvisibility: private\nown_lists:\n  bexley: [ashford]\n")
        #expect(own.isPrivate)
        let shared = try group(
            "title: Own\nvisibility: shared\nown_lists:\n  bexley: [ashford]\n")
        #expect(!shared.isPrivate)
        #expect(
            faults("title: G\nvisibility: private\nlist: all\n") == [
                "peer-groups/g.yaml:2:13: visibility: only own_lists can be private: all other "
                    + "groups have no single owner."
            ])
    }
}

import Benchmarking
import MetricSpec
import Testing

@testable import Warehouse

/// Groups that a city picked for itself, which no release has.
@Suite struct PrivateGroupTests {
    private static let lists = "own_lists:\n  ashford: [bexley, colne, derby]\n"
    private static let calls = """
        City,Period,Calls,Residents
        Ashford,2026-Q1,5,100
        Bexley,2026-Q1,2,200
        Colne,2026-Q1,9,300
        Exeter,2026-Q1,5,500

        """

    private func store(_ valid: String = "") throws -> (Store, Release) {
        let store = try Store(
            Sample.registry([
                "peer-groups/all.yaml": nil,
                "peer-groups/secret.yaml":
                    "title: Secret\nvisibility: private\n\(valid)\(Self.lists)",
                "peer-groups/shared.yaml": "title: Shared\n\(Self.lists)",
            ]))
        try store.load(Self.calls)
        let number = try #require(try store.compare().release)
        let release = try #require(try store.warehouse.releases().first { $0.number == number })
        return (store, release)
    }

    @Test func `no release has it, nor its name`() throws {
        let (store, release) = try store()
        #expect(try store.warehouse.peers(in: release).keys.sorted() == ["shared"])
        #expect(try store.rows("select peer_group from member.peer_group") == ["shared"])
        #expect(try store.rows("select peer_group from warehouse.peer_group") == ["shared"])
        #expect(
            try store.rows("select distinct peer_group, title from warehouse.private_peer")
                == ["secret Secret"])
        #expect(try store.warehouse.verify(release: release.number).holds)
    }

    @Test func `its standings are those that a shared list has in the release`() throws {
        let (store, release) = try store()
        let own = try store.warehouse.privateStandings(
            of: "ashford", in: release, registry: store.registry)
        let shared = try store.warehouse.standings(of: "ashford", in: release)
        #expect(own.map(\.peerGroup) == ["secret"])
        #expect(shared.map(\.peerGroup) == ["shared"])
        #expect(own.map(\.standing) == shared.map(\.standing))
        // Rates 50 beside 10 and 30; Derby is missing. Low is good.
        #expect(own.first?.standing.rank == 3)
        #expect(own.first?.standing.ranked == 3)
        #expect(own.first?.standing.statistics.median == 20)
        #expect(own.first?.standing.statistics.notReported == 1)
        // 11 calls of 500 residents, per 1,000.
        #expect(own.first?.standing.statistics.groupValue == 22)
    }

    @Test func `it is its owner's, on its own days`() throws {
        let (store, release) = try store()
        #expect(
            try store.warehouse.privateStandings(
                of: "bexley", in: release, registry: store.registry
            ).isEmpty)
        let (other, later) = try self.store("valid: {from: 2026-04-01}\n")
        #expect(
            try other.warehouse.privateStandings(
                of: "ashford", in: later, registry: other.registry
            ).isEmpty)
    }

    @Test func `what was private and is shared is a group like any other`() throws {
        let (store, _) = try store()
        let changes = try store.bringIn(
            Sample.registry([
                "peer-groups/all.yaml": nil,
                "peer-groups/secret.yaml": "title: No secret\n\(Self.lists)",
                "peer-groups/shared.yaml": "title: Shared\n\(Self.lists)",
            ]))
        #expect(changes == ["peer groups: 2", "private peer groups: 0"])
        #expect(try store.rows("select count(*) from warehouse.private_peer") == ["0"])
    }
}

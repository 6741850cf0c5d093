import Benchmarking
import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What final releases say of services that nobody has certified, and what
/// `publication: {uncertified: unranked}` does with them.
@Suite struct UncertifiedTests {
    private static let unranked = [
        "consortium.yaml": """
        id: river
        name: River cities
        standard: ./standard
        publication: {uncertified: unranked}

        """
    ]

    /// Rates of 10, 20 and 30 calls per 1,000; of Ashford the fire service is
    /// certified, of Bexley all, of Colne nothing.
    private func store(_ changes: [String: String?] = unranked) throws -> Store {
        let store = try Store(Sample.registry(changes))
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2026-Q1,10,1000
            Bexley,2026-Q1,40,2000
            Colne,2026-Q1,90,3000

            """)
        try certify("ashford", ["fire"], store)
        try certify("bexley", [], store)
        return store
    }

    private func certify(_ city: String, _ services: [String], _ store: Store) throws {
        _ = try store.warehouse.certify(
            CertificationRequest(
                city: city, period: try #require(Period(parsing: "2026-Q1")), services: services,
                certifier: "Cy", office: "Finance"),
            at: Timestamp(secondsSince1970: 0))
    }

    @discardableResult
    private func release(_ store: Store, isFinal: Bool = true) throws -> ComparisonReceipt {
        var request = ReleaseRequest(
            of: try #require(Period(parsing: "2026-Q1")), at: Timestamp(secondsSince1970: 9))
        request.isFinal = isFinal
        return try store.warehouse.release(request, registry: store.registry, ids: store.ids)
    }

    private func words(_ services: [ServiceKey]) -> [String] {
        services.map { "\($0.city) \($0.service ?? "none")" }
    }

    /// City, value, rank, reason of all that have a value, of a release.
    private func standings(_ release: Int, _ store: Store) throws -> [String] {
        try store.rows(
            """
            select city, value, rank, ranked, reason
            from member.standing_history
            where release = \(release) and value is not null
            order by city
            """)
    }

    @Test func `a final release lists them and, where the consortium says so, ranks them not`()
        throws
    {
        let store = try store()
        let receipt = try release(store)
        #expect(words(receipt.uncertified) == ["ashford none", "colne none", "colne fire"])
        #expect(receipt.notComparable == [.notCertified: 1])
        #expect(
            try standings(1, store) == [
                "ashford 10 1 2 null", "bexley 20 2 2 null", "colne 30 null 2 not_certified",
            ])
        #expect(
            try store.rows(
                "select city, service from member.uncertified order by city, service"
            ) == ["ashford null", "colne fire", "colne null"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `by default they are listed and ranked`() throws {
        let store = try store([:])
        let receipt = try release(store)
        #expect(receipt.uncertified.count == 3 && receipt.notComparable.isEmpty)
        #expect(try standings(1, store).last == "colne 30 3 3 null")
    }

    @Test func `a provisional release lists nothing and ranks them`() throws {
        let store = try store()
        let receipt = try release(store, isFinal: false)
        #expect(receipt.uncertified.isEmpty)
        #expect(try standings(1, store).last == "colne 30 3 3 null")
        #expect(try store.rows("select * from member.uncertified").isEmpty)
    }

    @Test func `a certification that comes later makes a corrected release`() throws {
        let store = try store()
        try release(store)
        #expect(try release(store, isFinal: false).isUnchanged)
        try certify("colne", ["fire"], store)
        let receipt = try release(store, isFinal: false)
        #expect(receipt.kind == .corrected && !receipt.isUnchanged)
        #expect(words(receipt.uncertified) == ["ashford none", "colne none"])
        #expect(try standings(2, store).last == "colne 30 3 3 null")
        let found = try store.warehouse.difference(
            from: 1, to: 2, standard: store.registry.standard)
        #expect(found.values.map(\.kind) == [.status])
        #expect(found.values.flatMap(\.causes).map(\.kind) == [.certification])
    }

    @Test func `a release is computed again with the certifications of its time`() throws {
        let store = try store()
        try release(store, isFinal: false)
        try release(store)
        try certify("colne", [], store)
        try store.load("City,Period,Calls\nBexley,2026-Q1,41\n")
        try release(store)
        for number in 1...3 {
            let found = try store.warehouse.verify(release: number)
            #expect(found.holds, "\(found)")
        }
        let now = try store.warehouse.comparison(
            of: #require(Period(parsing: "2026-Q1")), registry: store.registry,
            asOf: Timestamp(secondsSince1970: 1e9))
        #expect(now.release == 3)
    }

    @Test func `a list that somebody shortened is found`() throws {
        let store = try store([:])
        try release(store)
        try store.connection.execute(
            "delete from member.release_uncertified where service = 'fire'")
        let found = try store.warehouse.verify(release: 1)
        #expect(!found.hasSameInput)
        #expect(found.tables.filter { !$0.holds }.map(\.name) == ["release_uncertified"])
    }
}

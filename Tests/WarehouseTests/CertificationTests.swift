import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What a certification covers, what breaks it and what does not.
@Suite struct CertificationTests {
    private let store: Store
    private let period = Period(year: 2026, quarter: 1)

    /// Of the fire service are calls; residents and spending are of none.
    init() throws {
        store = try Store(Sample.registry())
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,5,9\nBexley,2026-Q1,6,8\n")
    }

    private func certify(
        _ services: String..., city: String = "ashford"
    ) throws -> [CertifiedService] {
        try store.warehouse.certify(
            CertificationRequest(
                city: city, period: try #require(period), services: services,
                certifier: "Cy Ash", office: "Director of finance"),
            at: Timestamp(secondsSince1970: 0))
    }

    /// `city service state` of what is not announced.
    private func states() throws -> [String] {
        try store.warehouse.serviceStatus(of: #require(period), registry: store.registry)
            .filter { $0.state != .announced }
            .map { "\($0.city) \($0.service ?? "none") \($0.state.rawValue)" }
    }

    @Test func `each service is certified by itself, with the digest of its lines`() throws {
        let services = try certify()
        #expect(services.map(\.outcome) == [.certified, .certified])
        #expect(services.map(\.service) == [nil, "fire"])
        #expect(
            try store.rows(
                "select service, certifier, office, certified[1] as line from intake.certification"
            ) == [
                " Cy Ash Director of finance ops/residents total 2026-01/P3M normal 9",
                "fire Cy Ash Director of finance ops/calls total 2026-01/P3M normal 5",
            ])
        #expect(services[1].digest == Digest.of(["ops/calls total 2026-01/P3M normal 5"]))
        #expect(
            try states() == [
                "ashford fire certified", "ashford none certified", "bexley fire received",
                "bexley none received",
            ])
    }

    @Test func `the same values twice are certified once`() throws {
        _ = try certify("fire")
        #expect(try certify("fire").map(\.outcome) == [.known])
        #expect(try store.rows("select count(*) from intake.certification") == ["1"])
    }

    @Test func `a service without values is not certified`() throws {
        #expect(try certify("fire", city: "colne").map(\.outcome) == [.nothing])
        #expect(try certify(city: "colne").isEmpty)
        #expect(try store.rows("select count(*) from intake.certification") == ["0"])
    }

    @Test func `a later value breaks the certification of its own service alone`() throws {
        _ = try certify()
        _ = try certify(city: "bexley")
        try store.load("City,Period,Calls\nAshford,2026-Q1,7\n")
        #expect(
            try states() == [
                "ashford fire received", "ashford none certified", "bexley fire certified",
                "bexley none certified",
            ])
        let status = try store.warehouse.serviceStatus(
            of: #require(period), registry: store.registry)
        let broken = try #require(status.first { $0.city == "ashford" }?.broken)
        #expect(broken.now == ["ops/calls total 2026-01/P3M normal 7"])
        #expect(broken.before == ["ops/calls total 2026-01/P3M normal 5"])
        #expect(try certify("fire").map(\.outcome) == [.certified])
        #expect(try states().first == "ashford fire certified")
    }

    @Test func `a further month or a blank breaks it too, the same value again does not`() throws {
        _ = try certify("fire")
        try store.load("City,Period,Calls,Spending\nAshford,2026-Q1,5,3\n")
        #expect(try states().first == "ashford fire certified")
        try store.load("City,Period,Calls\nAshford,2026-02,1\n")
        #expect(try states().first == "ashford fire received")
        _ = try certify("fire")
        try store.load("City,Period,Calls\nAshford,2026-Q1,n/a\n")
        #expect(try states().first == "ashford fire received")
    }

    @Test func `values of another period or variant break nothing`() throws {
        _ = try certify()
        try store.load("City,Period,Calls\nAshford,2025-Q4,1\nAshford,2026,9\n")
        try store.load(
            "City,Period,Calls\nAshford,2026-Q1,1\n",
            Sample.wide + "\nvariant: {constant: budget}\n")
        #expect(try states().prefix(2) == ["ashford fire certified", "ashford none certified"])
    }

    @Test func `withdrawing the later value makes the certification hold again`() throws {
        _ = try certify()
        try store.load("City,Period,Calls\nAshford,2026-Q1,7\n")
        _ = try store.warehouse.withdraw(
            submission: 2, reason: "test", at: Timestamp(secondsSince1970: 0))
        #expect(try states().first == "ashford fire certified")
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "test", at: Timestamp(secondsSince1970: 0))
        #expect(try states().isEmpty)
    }

    @Test func `what a city does not provide or take part in has no other state`() throws {
        let registry = try Sample.registry([
            "services.csv": """
            city,service,mode,takes_part
            ashford,fire,none,
            bexley,fire,own_staff,false

            """
        ])
        _ = try store.bringIn(registry)
        #expect(
            try states() == [
                "ashford fire not_provided", "ashford none received",
                "bexley fire not_taking_part", "bexley none not_taking_part",
            ])
    }
}

import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// The public reads what cities say, and not who says it for them.
@Suite struct OpenNamesTests {
    private static let persons = ["Ann Ashby", "Cy Cole", "Opal Orr", "Rae Reed"]

    private let store: Store

    /// Four people have spoken for Ashford by the time its release is opened.
    init() throws {
        store = try Store()
        let period = try #require(Period(parsing: "2026-Q1"))
        let instant = Timestamp(secondsSince1970: 0)
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,10,1000\n")
        _ = try store.warehouse.explain(
            ExplanationRequest(
                city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                value: nil, text: "A storm.", author: "Ann Ashby", isPublic: true),
            at: instant)
        _ = try store.warehouse.certify(
            CertificationRequest(
                city: "ashford", period: period, services: [], certifier: "Cy Cole",
                office: "Director of finance"), at: instant)
        _ = try store.warehouse.openQuery(
            QueryRequest(
                city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                side: .consortium, author: "Opal Orr", message: "Why?"), at: instant)
        try store.compare()
        try store.connection.execute(
            """
            insert into member.release_response
                (metric_id, release_id, city_id, breakdown_id, responded_on, author, response,
                office)
            select metric_id, 1, 1, 0, '2026-05-01', 'Rae Reed', 'It was the storm.', 'Mayor'
            from member.metric
            where metric = 'ops/call-rate'
            """)
        _ = try store.warehouse.publish(release: 1, to: .open, at: instant)
    }

    /// Every row of every table and view of a schema, as text.
    private func everything(in schema: String) throws -> String {
        try store.connection.query(
            """
            select oid::regclass::text
            from pg_class
            where relnamespace = $1::regnamespace and relkind in ('r', 'v')
            """,
            [.text(schema)]
        ).map { relation in
            try store.connection.query(
                "select coalesce(string_agg(row::text, ' '), '') "
                    + "from \(try relation.text(0)) as row"
            ).single.text(0)
        }.joined(separator: " ")
    }

    @Test func `no table or view of schema open has the name of a person`() throws {
        let open = try everything(in: "open")
        for person in Self.persons { #expect(!open.contains(person), "\(person)") }
        #expect(open.contains("A storm.") && open.contains("It was the storm."))
        #expect(open.contains("Mayor"))
        let members = try everything(in: "member")
        #expect(members.contains("Ann Ashby") && members.contains("Rae Reed"))
    }

    @Test(arguments: ["release_lineage set explained_by", "release_response set author"])
    func `nobody can write one there`(column: String) throws {
        #expect(throws: PostgresError.self) {
            try store.connection.execute("update open.\(column) = 'Ann Ashby'")
        }
    }

    @Test func `without the names it is the same release, and another text is found`() throws {
        #expect(try store.warehouse.verify(release: 1).holds)
        #expect(try store.warehouse.brokenPromises().isEmpty)
        try store.connection.execute("update open.release_lineage set explanation = 'A flood.'")
        let found = try store.warehouse.verify(release: 1)
        #expect(found.tables.filter { !$0.holds }.map(\.name) == ["release_lineage"])
    }
}

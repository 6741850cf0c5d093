import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What a city says about its own figure, and where it is shown.
@Suite struct ResponseTests {
    private let store: Store
    private let period: Period

    /// Release 1 has a rate of 10 calls per 1,000 and is held back.
    init() throws {
        store = try Store()
        period = try #require(Period(parsing: "2026-Q1"))
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,10,1000\n")
        try release(.preview)
    }

    private func release(_ visibility: Audience? = nil) throws {
        var request = ReleaseRequest(of: period, at: Timestamp(secondsSince1970: 0))
        request.visibility = visibility
        _ = try store.warehouse.release(request, registry: store.registry, ids: store.ids)
    }

    private func publish(_ number: Int, to audience: Audience = .member) throws {
        _ = try store.warehouse.publish(
            release: number, to: audience, at: Timestamp(secondsSince1970: 9))
    }

    @discardableResult
    private func say(
        _ text: String, city: String = "ashford", office: String? = nil
    ) throws -> ResponseReceipt {
        try store.warehouse.respond(
            ResponseRequest(
                city: city, metric: "ops/call-rate", breakdown: "total", period: period,
                author: "Ann", office: office, text: text),
            at: Timestamp(secondsSince1970: 86_400))
    }

    /// Release and words, of all releases that an audience sees.
    private func shown(_ audience: Audience = .member) throws -> [String] {
        try store.rows(
            "select release, author, office, responded_on, response "
                + "from \(audience).response_history order by release")
    }

    @Test func `the last words are shown once the release is published`() throws {
        let receipt = try say("A storm.")
        #expect(receipt.release == 1 && receipt.isHeld && receipt.value == 10)
        try say("A flood.", office: "Mayor")
        #expect(try shown().isEmpty && shown(.preview).isEmpty)
        #expect(
            try store.warehouse.responses(of: "ashford", in: period).map(\.text) == ["A flood."])
        let digest = try store.warehouse.release(numbered: 1).contentDigest
        try publish(1, to: .open)
        #expect(try shown() == ["1 Ann Mayor 1970-01-02 A flood."])
        #expect(try shown(.open) == ["1 null Mayor 1970-01-02 A flood."])
        #expect(try store.warehouse.release(numbered: 1).contentDigest == digest)
        #expect(try store.warehouse.verify(release: 1).holds)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `the same words twice are kept once, with one audit entry`() throws {
        #expect(try !say("A storm.").isKnown)
        #expect(try say("A storm.").isKnown)
        #expect(try !say("A storm.", office: "Mayor").isKnown)
        #expect(
            try store.rows(
                "select actor, release_id, subject from intake.audit_entry "
                    + "where action = 'responded'"
            ) == Array(repeating: "Ann 1 ashford ops/call-rate 2026-Q1 total", count: 2))
    }

    @Test func `words on a figure go with it, and not with another`() throws {
        try say("A storm.")
        try store.load("City,Period,Residents\nBexley,2026-Q1,5\n", sender: "bexley")
        try store.load("City,Period,Calls\nBexley,2026-Q1,5\n", sender: "bexley")
        try release()
        #expect(try shown().isEmpty)
        try publish(2)
        #expect(try shown() == ["2 Ann null 1970-01-02 A storm."])
        try store.load("City,Period,Calls\nAshford,2026-Q1,11\n")
        try release()
        #expect(try shown() == ["2 Ann null 1970-01-02 A storm."])
        #expect(try !say("Another storm.").isHeld)
        try store.load("City,Period,Calls\nBexley,2026-Q1,6\n", sender: "bexley")
        try release()
        #expect(try shown().last == "4 Ann null 1970-01-02 Another storm.")
    }

    @Test func `where there is no figure nothing can be said of it`() throws {
        let error = #expect(throws: WarehouseError.self) { try say("x", city: "exeter") }
        #expect(
            error?.message == "release 1 has no figure of exeter in ops/call-rate (total). "
                + "`yardstick preview exeter 2026-Q1` shows what there is.")
        #expect(try store.rows("select * from intake.response").isEmpty)
    }
}

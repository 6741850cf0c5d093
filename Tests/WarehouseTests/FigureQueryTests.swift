import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Questions about figures, what is said on them and what they survive.
@Suite struct FigureQueryTests {
    private let store: Store
    private let period: Period

    init() throws {
        store = try Store(Sample.registry())
        period = try #require(Period(year: 2026, quarter: 1))
        try store.load("City,Period,Calls\nAshford,2026-Q1,500\n")
    }

    private func open(
        _ side: FigureQuery.Side = .consortium, measure: String = "ops/calls",
        city: String = "ashford"
    ) throws -> FigureQuery {
        try store.warehouse.openQuery(
            QueryRequest(
                city: city, measure: measure, breakdown: "total", period: period, side: side,
                author: "Opal", message: "Why so many?"),
            at: Timestamp(secondsSince1970: 0))
    }

    private func say(
        _ action: FigureQuery.Action, _ side: FigureQuery.Side? = nil, on number: Int = 1
    ) throws -> FigureQuery {
        try store.warehouse.continueQuery(
            number, action, side: side, author: "Ann", message: "A storm.",
            at: Timestamp(secondsSince1970: 86_400))
    }

    private func state() throws -> ServiceStatus.State? {
        try store.warehouse.serviceStatus(of: period, registry: store.registry).first?.state
    }

    @Test func `a thread goes from side to side until somebody closes it`() throws {
        let opened = try open()
        #expect(opened.number == 1 && opened.state == .open && opened.waitsFor == .city)
        #expect(opened.service == "fire" && opened.value == 500 && !opened.isChanged)
        let answered = try say(.answered)
        #expect(answered.state == .answered && answered.waitsFor == .consortium)
        #expect(try say(.answered).waitsFor == .city)
        #expect(try say(.answered).state == .answered)
        let closed = try say(.closed)
        #expect(closed.state == .closed && closed.waitsFor == nil)
        #expect(
            closed.entries.map { "\($0.action) \($0.side) \($0.author) \($0.writtenAt.prefix(10))" }
                == [
                    "opened consortium Opal 1970-01-01", "answered city Ann 1970-01-02",
                    "answered consortium Ann 1970-01-02", "answered city Ann 1970-01-02",
                    "closed consortium Ann 1970-01-02",
                ])
        #expect(throws: WarehouseError.self) { try say(.answered) }
    }

    @Test func `a city may ask too, and then waits for the consortium`() throws {
        #expect(try open(.city).waitsFor == .consortium)
        #expect(try state() == .queried)
        #expect(try say(.answered).state == .answered)
    }

    @Test func `it keeps the figure it was put about when another one is sent`() throws {
        _ = try open()
        try store.load("City,Period,Calls\nAshford,2026-Q1,50\n")
        let query = try say(.answered)
        #expect(query.value == 50 && query.isChanged)
        #expect(query.entries.map(\.value) == [500, 50])
        _ = try store.warehouse.withdraw(
            submission: 2, reason: "test", at: Timestamp(secondsSince1970: 0))
        #expect(try store.warehouse.query(1).value == 500)
    }

    @Test func `a figure that is not there can be asked about`() throws {
        let query = try open(city: "colne")
        #expect(query.value == nil && query.entries.first?.value == nil)
        #expect(!query.isChanged)
    }

    @Test func `one figure has one open question of a side`() throws {
        _ = try open()
        #expect(throws: WarehouseError.self) { try open() }
        #expect(try open(.city).number == 2)
        #expect(try open(measure: "ops/residents").number == 3)
        _ = try say(.closed)
        #expect(try open().number == 4)
    }

    @Test func `the state of the service follows the thread`() throws {
        #expect(try state() == .received)
        _ = try open()
        #expect(try state() == .queried)
        _ = try say(.answered)
        #expect(try state() == .answered)
        _ = try say(.answered)
        #expect(try state() == .queried)
        _ = try say(.closed)
        #expect(try state() == .answered)
    }

    @Test func `a service is not certified while its city owes an answer`() throws {
        _ = try open()
        let request = CertificationRequest(
            city: "ashford", period: period, services: [], certifier: "Cy", office: "Finance")
        let instant = Timestamp(secondsSince1970: 0)
        let refused = try store.warehouse.certify(request, at: instant)
        #expect(refused.map(\.outcome) == [.queried] && refused.first?.queries == [1])
        _ = try say(.answered)
        #expect(try store.warehouse.certify(request, at: instant).map(\.outcome) == [.certified])
        #expect(try state() == .certified)
    }

    @Test func `questions are found by period and city`() throws {
        _ = try open()
        _ = try open(city: "bexley")
        func numbers(_ filter: QueryFilter) throws -> [Int] {
            try store.warehouse.queries(filter).map(\.number)
        }
        #expect(try numbers(QueryFilter()) == [1, 2])
        #expect(try numbers(QueryFilter(period: period, city: "bexley")) == [2])
        #expect(try numbers(QueryFilter(period: Period(year: 2026, quarter: 2))).isEmpty)
        #expect(throws: WarehouseError.self) { try store.warehouse.query(3) }
    }
}

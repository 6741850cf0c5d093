import MetricSpec
import Testing

@testable import Warehouse

/// How completely and how late each city has reported a period.
@Suite struct StatusTests {
    /// 2026-04-15 and 2026-05-15, 12:00 UTC.
    private let early = 1_776_254_400.0
    private let late = 1_778_846_400.0

    /// Required are calls, of the fire service, and residents.
    private func store(services: String = "") throws -> Store {
        try Store(Sample.full(["services.csv": "city,service,mode,takes_part\n" + services]))
    }

    private func status(_ store: Store, _ city: String = "ashford") throws -> CityStatus {
        let period = try #require(Period(parsing: "2026-Q1"))
        let all = try store.warehouse.status(of: period, registry: store.registry)
        #expect(all.count == 5)
        return try #require(all.first { $0.city == city })
    }

    @Test func `a city is complete when all required measures have values`() throws {
        let store = try store()
        #expect(try status(store).state == .nothing)
        #expect(try status(store).owed == 2)
        try store.load("City,Period,Calls\nAshford,2026-Q1,5\n", received: early)
        #expect(try status(store).state == .partial)
        #expect(try status(store).reported == 1)
        #expect(try status(store).completedOn == nil)
        try store.load("City,Period,Residents\nAshford,2026-Q1,9\n", received: late)
        #expect(try status(store).state == .complete)
        #expect(try status(store).completedOn?.text == "2026-05-15")
        #expect(try status(store).firstReceivedOn?.text == "2026-04-15")
    }

    @Test func `months that make up the quarter complete it, and two of three do not`() throws {
        let store = try store()
        let header = "City,Period,Calls,Residents\n"
        try store.load(header + "Ashford,2026-01,1,9\nAshford,2026-02,1,9\n")
        #expect(try status(store).reported == 1)
        try store.load("City,Period,Calls\nAshford,2026-03,1\n")
        #expect(try status(store).state == .complete)
    }

    @Test func `a correction does not move the day of completion`() throws {
        let store = try store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,5,9\n", received: early)
        try store.load("City,Period,Calls\nAshford,2026-Q1,6\n", received: late)
        #expect(try status(store).completedOn?.text == "2026-04-15")
    }

    @Test func `measures of a service that a city does not provide are not owed`() throws {
        let store = try store(services: "ashford,fire,none,\nbexley,fire,own_staff,\n")
        #expect(try status(store).owed == 1)
        #expect(try status(store, "bexley").owed == 2)
        try store.load("City,Period,Residents\nAshford,2026-Q1,9\n")
        #expect(try status(store).state == .complete)
    }

    @Test func `a city that takes part in nothing owes nothing and is never late`() throws {
        let services = "ashford,fire,own_staff,false\nashford,water,own_staff,false\n"
        let status = try status(try store(services: services))
        #expect(status.state == .notTakingPart)
        #expect(status.owed == 0)
        let due = CalendarDay(parsing: "2026-04-30")
        let day = try #require(CalendarDay(parsing: "2026-06-01"))
        #expect(status.daysLate(due: due, on: day, ownOnly: false) == nil)
    }

    @Test(arguments: [
        ("2026-05-14", 1), ("2026-05-15", 0), ("2026-05-16", 0), ("2026-04-30", 15),
    ])
    func `days late run from the due day to the day of receipt`(due: String, days: Int) throws {
        let store = try store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,5\n", received: late)
        let day = try #require(CalendarDay(parsing: "2026-06-01"))
        let due = CalendarDay(parsing: due)
        let status = try status(store)
        #expect(status.daysLate(due: due, on: day, ownOnly: false) == days)
        #expect(status.daysLate(due: due, on: day, ownOnly: true) == days)
        #expect(status.daysLate(due: nil, on: day, ownOnly: true) == nil)
    }

    @Test func `what another one sent is no report of the city's own`() throws {
        let store = try store()
        try store.load("City,Period,Calls\nBexley,2026-Q1,5\n", received: early)
        let day = try #require(CalendarDay(parsing: "2026-05-10"))
        let due = CalendarDay(parsing: "2026-04-30")
        let status = try status(store, "bexley")
        #expect(status.daysLate(due: due, on: day, ownOnly: false) == 0)
        #expect(status.daysLate(due: due, on: day, ownOnly: true) == 10)
    }

    @Test func `a rejected file of the period counts until it is sent anew`() throws {
        let store = try store()
        try store.load("", file: "2026-Q1/ashford/a.csv")
        try store.load("", file: "2025-Q4/ashford/a.csv")
        #expect(try status(store).rejectedFiles == 1)
        #expect(try status(store).errors == 1)
        #expect(try status(store, "bexley").rejectedFiles == 0)
        try store.load(
            "City,Period,Calls\nAshford,2026-Q1,5\n", file: "2026-Q1/ashford/a.csv")
        #expect(try status(store).rejectedFiles == 0)
        #expect(try status(store).errors == 0)
    }

    @Test func `where the standard requires nothing, all measures are owed`() throws {
        let store = try Store()
        #expect(try status(store).owed == 3)
    }

    @Test func `a folder that is not brought in yet can be asked about`() throws {
        let store = try store()
        let measures = Sample.measures.replacing("name: calls", with: "name: alarms")
        let other = try Sample.registry(standard: [
            "ops/measures.yaml": measures, "ops/call-rate.yaml": nil,
        ])
        let period = try #require(Period(parsing: "2026-Q1"))
        let status = try store.warehouse.status(of: period, registry: other)
        #expect(status.map(\.state) == Array(repeating: .nothing, count: 5))
    }
}

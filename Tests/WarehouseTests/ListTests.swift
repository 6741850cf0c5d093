import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What the lists of the program say: status, history and what was received.
@Suite struct ListTests {
    private func loaded() throws -> Store {
        let store = try Store()
        try store.load(
            "City,Period,Calls,Residents\nAshford,2025-Q4,4,100\nBexley,2025-Q4,8,100\n",
            received: 60)
        try store.load(
            "City,Period,Calls,Residents,Extra\nAshford,2026-Q1,5,100,\nAshford,2026-Q2,many,1,\n",
            received: 3_600)
        try store.load("City,Period,Calls,Residents\nBexley,2026-Q1,,100\n", received: 120)
        return store
    }

    @Test func `the status of a period counts values and what is missing, city by city`() throws {
        let store = try loaded()
        let period = try #require(Period(parsing: "2026-Q1"))
        let lines = try store.warehouse.status(of: period, registry: store.registry).map {
            "\($0.city) \($0.name) \($0.values) \($0.missing) \($0.lastReceivedAt ?? "never")"
        }
        #expect(
            lines == [
                "ashford Ashford 2 0 1970-01-01T01:00:00Z",
                "bexley Bexley 1 1 1970-01-01T00:02:00Z", "colne Colne 0 0 never",
                "derby Derby 0 0 never", "exeter Exeter 0 0 never",
            ])
    }

    @Test func `a corrected or withdrawn value does not count in the status`() throws {
        let store = try loaded()
        let period = try #require(Period(parsing: "2026-Q1"))
        try store.load("City,Period,Calls\nAshford,2026-Q1,\n", received: 7_200)
        let corrected = try #require(
            try store.warehouse.status(of: period, registry: store.registry).first)
        #expect(corrected.values == 1)
        #expect(corrected.missing == 1)
        for number in [2, 4] {
            _ = try store.warehouse.withdraw(
                submission: number, reason: "test", at: Timestamp(secondsSince1970: 0))
        }
        let withdrawn = try #require(
            try store.warehouse.status(of: period, registry: store.registry).first)
        #expect(withdrawn.values == 0)
        #expect(withdrawn.missing == 0)
        #expect(withdrawn.lastReceivedAt == nil)
    }

    @Test func `a city's history has the periods of the same length before a release`() throws {
        let store = try loaded()
        try store.load("City,Period,Calls,Residents\nAshford,2025,20,100\n")
        for period in ["2025-Q4", "2025", "2026-Q1"] { try store.compare(period) }
        let release = try #require(try store.warehouse.releases().last)
        #expect(release.period.text == "2026-Q1")
        let history = try store.warehouse.history(of: "ashford", before: release, periods: 4)
        #expect(history.map(\.period.text) == ["2025-Q4"])
        #expect(history.map(\.value) == [40])
        #expect(try store.warehouse.history(of: "ashford", before: release, periods: 0).isEmpty)
    }

    @Test func `the newest instant of a city is that of what its figures use`() throws {
        let store = try loaded()
        // Bexley's own file of the period came later, but only its residents
        // are there: no figure uses them.
        try store.compare()
        let release = try #require(try store.warehouse.releases().last)
        #expect(
            try store.warehouse.latestReceived(in: release)
                == ["ashford": "1970-01-01T01:00:00Z"])
    }

    @Test func `all figures of a release are listed, those that are missing too`() throws {
        let store = try loaded()
        try store.compare()
        let release = try #require(try store.warehouse.releases().last)
        let values = try store.warehouse.values(in: release)
        #expect(values.map(\.city) == ["ashford", "bexley", "colne", "derby", "exeter"])
        #expect(values.map(\.value) == [50, nil, nil, nil, nil])
        #expect(values.map(\.status).allSatisfy { $0 == .reported || $0 == .notReported })
    }
}

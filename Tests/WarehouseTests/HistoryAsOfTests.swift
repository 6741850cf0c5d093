import MetricSpec
import Postgres
import Submission
import Testing

@testable import Warehouse

/// A city's history as of an instant is what a store told that knows no more.
@Suite struct HistoryAsOfTests {
    /// Calls, one row each, with codes that are kept.
    private static let records = """
        title: Calls, one row each
        layout: records
        city: {column: City}
        period: {date: Opened, length: quarter}
        key: Number
        figures:
          - {measure: ops/calls, aggregate: count, where: {Kind: fire}}
        """

    /// What happens to a store, one step a second.
    private static let steps: [@Sendable (Store, Double) throws -> Void] = [
        { store, second in
            let rows = ["Ashford", "Bexley", "Colne", "Derby", "Exeter"].enumerated()
                .map { "\($1),2026-Q1,\($0 + 5),1000\n" }.joined()
            try store.load("City,Period,Calls,Residents\n" + rows, received: second)
        },
        { store, second in try store.compare(at: second) },
        { store, second in
            try store.load(
                "City,Opened,Kind,Number\nAshford,2026-04-05,fire,a\nAshford,2026-04-06,fire,b\n",
                records, file: "calls.csv", received: second)
        },
        { store, second in
            let period = try #require(Period(parsing: "2026-Q1"))
            _ = try store.warehouse.explain(
                ExplanationRequest(
                    city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                    value: nil, text: "A storm.", author: "ashford", isPublic: false),
                at: Timestamp(secondsSince1970: second))
        },
        { store, second in
            try store.load(
                "City,Period,Calls\nAshford,2026-Q1,50\nBexley,2026-Q1,60\n", file: "new.csv",
                received: second)
        },
        { store, second in try store.compare(at: second) },
        { store, second in
            _ = try store.warehouse.withdraw(
                submission: 2, reason: "x", at: Timestamp(secondsSince1970: second))
        },
        { store, second in
            _ = try store.warehouse.withdraw(
                submission: 3, reason: "x", at: Timestamp(secondsSince1970: second))
        },
    ]

    private func store(_ count: Int) throws -> Store {
        let store = try Store()
        for (second, step) in Self.steps.prefix(count).enumerated() {
            try step(store, Double(second + 1))
        }
        return store
    }

    /// All that a history tells, as text.
    private func told(_ store: Store, asOf second: Int? = nil) throws -> [String] {
        let history = try store.warehouse.history(
            ofCities: ["ashford"], registry: store.registry,
            asOf: second.map { Timestamp(secondsSince1970: Double($0)) })
        return history.values.rows.map { "\($0)" }.sorted()
            + history.peers.rows.map { "\($0)" }.sorted()
            + history.explanations.rows.map { "\($0)" }
            + history.codes.lists.map { "\($0)" }.sorted()
            + history.records.keys.map { "\($0)" }.sorted()
            + history.records.files.map { "\($0)" }
    }

    @Test func `what is told of then is what was told then`() throws {
        let whole = try store(Self.steps.count)
        var all: Set<[String]> = []
        for second in 0...Self.steps.count {
            let then = try told(store(second))
            #expect(try told(whole, asOf: second) == then, "at \(second)")
            all.insert(then)
        }
        // Each step but the first comparison of a withdrawn figure shows.
        #expect(all.count >= 7)
        #expect(try told(whole) == told(whole, asOf: 1_000))
    }
}

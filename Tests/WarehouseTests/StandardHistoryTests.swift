import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// A definition never changes silently.
@Suite struct StandardHistoryTests {
    private let filled = "City,Period,Calls,Residents\nAshford,2026-Q1,1,10\n"

    private func header(_ version: String) -> String {
        "id: sample\nversion: \(version)\ntitle: Sample\n"
    }

    private func measures(_ calls: String, more: String = "") -> String {
        Sample.measures.replacing(
            "definition: Counts calls.", with: "definition: \(calls)\(more)")
    }

    private func change(_ version: String, comparable: Bool = false) -> String {
        """
        , changes: [{version: \(version), date: 2027-01-01, what: Counts otherwise., \
        comparable: \(comparable)}]
        """
    }

    private func refusal(_ store: Store, _ standard: [String: String?]) throws -> WarehouseError? {
        do {
            _ = try store.bringIn(Sample.registry(standard: standard))
        } catch let error as WarehouseError {
            return error
        }
        return nil
    }

    @Test func `under the same version a definition with values may not change`() throws {
        let store = try Store()
        try store.load(filled)
        let error = try refusal(store, ["ops/measures.yaml": measures("Counts all calls.")])
        #expect(error?.kind == .changedDefinition)
        #expect(
            error?.message
                == "the standard sample 1.0.0 changes what ops/calls (definition) means, and the "
                + "database holds values of it. Raise the version in standard.yaml and name the "
                + "change under `changes:` of that measure or metric, with the new version.")
        #expect(
            try store.rows("select definition from warehouse.measure where measure = 'ops/calls'")
                == ["Counts calls."])
    }

    @Test func `unit, kind and formula are part of what a figure means`() throws {
        let store = try Store()
        try store.load(filled)
        try store.compare()
        let flow = Sample.measures.replacing(
            "unit: persons, kind: stock", with: "unit: persons, kind: flow")
        #expect(
            try refusal(store, ["ops/measures.yaml": flow])?.message
                .contains("ops/residents (kind)") == true)
        let units = try #require(Sample.standardFiles["units.yaml"])
        let larger = units.replacing("dimension: persons}", with: "dimension: persons, factor: 10}")
        let rate = Sample.metric(
            "Calls per resident",
            "{ratio: {numerator: ops/calls, denominator: ops/residents, multiplier: 100}}",
            unit: "per-1000", uncertainty: "events", more: "service: fire\npopulation: resident")
        #expect(
            try refusal(store, ["units.yaml": larger, "ops/call-rate.yaml": rate])?.message
                .contains("ops/call-rate (formula), ops/residents (unit)") == true)
    }

    @Test func `what nobody has reported may change, and so may titles and additions`() throws {
        let store = try Store()
        try store.load(filled)
        let edited =
            Sample.measures.replacing("title: Calls", with: "title: Calls received")
            .replacing("definition: Adds costs.", with: "definition: Adds all costs.")
            + "\n  - {name: aaa, title: A, definition: Counts A., unit: count, kind: flow}"
        #expect(
            try store.bringIn(Sample.registry(standard: ["ops/measures.yaml": edited]))
                == ["standard: sample 1.0.0: 1 measure added, 1 definition changed"])
        #expect(
            try store.rows("select title from warehouse.measure where measure = 'ops/calls'")
                == ["Calls received"])
    }

    @Test func `a higher version must name the change, and then says what it changed`() throws {
        let store = try Store()
        try store.load(filled)
        let silent = [
            "standard.yaml": header("1.1.0"), "ops/measures.yaml": measures("Counts all calls."),
        ]
        #expect(try refusal(store, silent)?.kind == .changedDefinition)
        let named = [
            "standard.yaml": header("1.1.0"),
            "ops/measures.yaml": measures("Counts all calls.", more: change("1.1.0")),
        ]
        #expect(
            try store.bringIn(Sample.registry(standard: named))
                == ["standard: sample 1.0.0 -> 1.1.0: 1 definition changed, 1 break"])
        // Back to the version that is stored, and forward again.
        #expect(try store.bringIn(Sample.registry()).count == 1)
        #expect(try store.bringIn(Sample.registry(standard: named)).count == 1)
        // What is stored under a version holds, whichever came in between.
        #expect(try store.bringIn(Sample.registry()).count == 1)
        let other = [
            "standard.yaml": header("1.1.0"),
            "ops/measures.yaml": measures("Counts no calls.", more: change("1.1.0")),
        ]
        #expect(try refusal(store, other)?.kind == .changedDefinition)
    }

    @Test func `a change that an earlier version brought does not excuse another`() throws {
        let store = try Store()
        try store.load(filled)
        let first = [
            "standard.yaml": header("1.1.0"),
            "ops/measures.yaml": measures("Counts all calls.", more: change("1.1.0")),
        ]
        _ = try store.bringIn(Sample.registry(standard: first))
        let second = [
            "standard.yaml": header("1.2.0"),
            "ops/measures.yaml": measures("Counts no calls.", more: change("1.1.0")),
        ]
        #expect(try refusal(store, second)?.kind == .changedDefinition)
    }

    @Test func `every version of the standard can be read back`() throws {
        let store = try Store()
        _ = try store.bringIn(
            Sample.registry(standard: ["standard.yaml": header("1.1.0")]))
        #expect(
            try store.rows(
                """
                select version, count(*),
                    max(content) filter (where file = 'standard.yaml') as header
                from warehouse.standard_file
                inner join warehouse.standard_version using (standard_version_id)
                group by version order by version
                """) == [
                    "1.0.0 6 \(header("1.0.0"))", "1.1.0 6 \(header("1.1.0"))",
                ])
    }

    @Test func `a formula has one text, and others have another`() throws {
        func weights(_ young: Double) throws -> String {
            let rate = try #require(Sample.fullStandard["ops/even-rate.yaml"] ?? nil)
                .replacing("young: 0.5", with: "young: \(young)")
            let registry = try Sample.full(standard: ["ops/even-rate.yaml": rate])
            return try #require(registry.standard.metric("ops/even-rate")).formula.text
        }
        #expect(try weights(0.5) == weights(0.5))
        #expect(try weights(0.5) != weights(0.25))
        let taken = Formula.ratio(
            numerator: ["a/b"], less: ["a/c"], denominator: ["a/d"], multiplier: 1)
        let added = Formula.ratio(
            numerator: ["a/b", "a/c"], denominator: ["a/d"], multiplier: 1)
        #expect(taken.text != added.text)
    }
}

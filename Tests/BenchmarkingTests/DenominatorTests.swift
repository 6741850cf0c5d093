// Expected values: CONTRACT.md, "Which denominator", derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct DenominatorTests {
    /// The denominator of one city's 2026-Q3 rate among stocks of some periods.
    private func chosen(
        _ stocks: [(period: String, value: Double)], metric: String = "rate"
    ) throws -> Double? {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 5)
        for stock in stocks { try table.add("people", city: 0, stock.period, stock.value) }
        return try table.evaluate(metric, "2026-Q3", cities: 1).denominators[0]
    }

    @Test func `a stock is the value with the latest start before the period's end`() throws {
        #expect(try chosen([("2026-Q1", 1), ("2026-Q2", 2), ("2026-Q3", 3)]) == 3)
        #expect(try chosen([("2026-Q2", 2), ("2026-09", 9), ("2026-10", 10)]) == 9)
    }

    @Test func `a stock that starts at the period's end is too late`() throws {
        #expect(try chosen([("2026-10", 10)]) == nil)
        #expect(try chosen([("2026-09", 9)]) == 9)
    }

    @Test func `on equal starts the latest end counts`() throws {
        #expect(try chosen([("2026-07", 1), ("2026-Q3", 3), ("2026-07/P6M", 6)]) == 6)
    }

    @Test func `a stock may end as long before the period as the metric allows`() throws {
        // 12 months before July 2026: what ends with June 2025 is just in.
        #expect(try chosen([("2025-06", 6)]) == 6)
        #expect(try chosen([("2025-05", 5)]) == nil)
        #expect(try chosen([("2024-07/P1Y", 7)]) == 7)
    }

    @Test func `a metric may ask for a younger one`() throws {
        #expect(try chosen([("2026-03", 3)], metric: "old-rate") == 3)
        #expect(try chosen([("2026-02", 2)], metric: "old-rate") == nil)
    }

    @Test func `a longer stock that is young enough stands in for a later one too old`() throws {
        // February alone is too old for three months; the year to March is not.
        #expect(try chosen([("2026-02", 2), ("2025-04/P1Y", 4)], metric: "old-rate") == 4)
    }

    @Test func `an observation without a value hides no older value`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 5)
        try table.add("people", city: 0, "2026-Q2", 1000)
        try table.add("people", city: 0, "2026-Q3", 0, .notCollected)
        try table.add("call-count", city: 1, "2026-Q3", 5)
        try table.add("people", city: 1, "2026-Q3", 0, .withheld)
        let columns = try table.evaluate("rate", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.reported, .withheld])
        #expect(columns.values[0] == 5)
    }

    @Test func `each stock of a sum is chosen by itself`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 6)
        try table.add("people", city: 0, "2026-Q2", 2)
        try table.add("guests", city: 0, "2025-Q4", 1)
        #expect(try table.evaluate("density", "2026-Q3", cities: 1).values[0] == 2)
    }

    @Test func `a flow needs the same period`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        for city in 0...1 { try table.add("call-count", city: city, "2026-Q3", 5) }
        try table.add("fire-count", city: 0, "2026-Q2", 10)
        try table.add("fire-count", city: 1, "2026-Q3", 10)
        let columns = try table.evaluate("share", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.notReported, .reported])
        #expect(columns.values[1] == 50)
    }
}

// Expected values: METHODS.md 15 and CONTRACT.md, Periods, derived in each
// test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct AssembledPeriodTests {
    private func table() throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(
                measures: """
                      - {name: posts, title: P, definition: Posts., unit: count, kind: stock}
                      - {name: load, title: L, definition: Load., unit: count, kind: stock, quarter_to_year: mean}
                      - {name: peak, title: K, definition: Peak., unit: count, kind: flow, additive: false, quarter_to_year: none}
                      - {name: visits, title: V, definition: Visits., unit: count, kind: flow, quarter_to_year: none}
                    """,
                metrics: ["posts", "load", "peak", "visits"].map {
                    .init(name: "\($0)-shown", formula: "{reported: city/\($0)}", decimals: "6")
                }))
    }

    @Test func `months make a quarter and quarters a year, with all their sources`() throws {
        var table = try table()
        for (month, value) in [("2026-07", 1.0), ("2026-08", 2), ("2026-09", 4)] {
            try table.add("call-count", city: 0, month, value)
        }
        let quarter = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(quarter.values[0] == 7)
        #expect(quarter.statuses == [.reported])
        #expect(
            try table.periods(ofNumerator: quarter) == ["2026-07", "2026-08", "2026-09"])
        for (period, value) in [("2026-Q1", 10.0), ("2026-Q2", 20), ("2026-Q4", 40)] {
            try table.add("call-count", city: 0, period, value)
        }
        // Quarters and the months of the third.
        #expect(try table.evaluate("calls", "2026", cities: 1).values[0] == 77)
    }

    @Test func `a gap leaves the period without a value`() throws {
        var table = try table()
        for month in ["2026-07", "2026-09"] { try table.add("call-count", city: 0, month, 1) }
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notReported])
        #expect(columns.values[0] == nil)
    }

    @Test func `the reason of a part that is missing is the reason of the whole`() throws {
        var table = try table()
        for month in ["2026-07", "2026-08"] { try table.add("call-count", city: 0, month, 1) }
        try table.add("call-count", city: 0, "2026-09", 0, .withheld)
        try table.add("call-count", city: 0, "2026-10", 0, .suppressed)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1).statuses == [.withheld])
    }

    @Test func `a value of its own wins over the sum of the parts`() throws {
        var table = try table()
        for quarter in 1...4 { try table.add("call-count", city: 0, "2026-Q\(quarter)", 10) }
        try table.add("call-count", city: 0, "2026", 41)
        let columns = try table.evaluate("calls", "2026", cities: 1)
        #expect(columns.values[0] == 41)
        #expect(try table.periods(ofNumerator: columns) == ["2026"])
    }

    @Test func `a year that is there without a value is made of its quarters`() throws {
        var table = try table()
        for quarter in 1...4 { try table.add("call-count", city: 0, "2026-Q\(quarter)", 10) }
        try table.add("call-count", city: 0, "2026", 0, .late)
        try table.add("call-count", city: 1, "2026", 0, .late)
        let columns = try table.evaluate("calls", "2026", cities: 2)
        #expect(columns.values == FigureColumn([40, nil]))
        #expect(columns.statuses == [.reported, .late])
    }

    @Test func `quarters are taken before their months, and half-years before quarters`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-01/P6M", 100)
        for quarter in 1...4 { try table.add("call-count", city: 0, "2026-Q\(quarter)", 10) }
        for month in ["2026-07", "2026-08", "2026-09"] {
            try table.add("call-count", city: 0, month, 1)
        }
        let columns = try table.evaluate("calls", "2026", cities: 1)
        #expect(columns.values[0] == 120)
        #expect(
            try table.periods(ofNumerator: columns) == ["2026-01/P6M", "2026-Q3", "2026-Q4"])
    }

    @Test func `a longer part that leads nowhere gives way to shorter ones`() throws {
        var table = try table()
        // Nothing begins in May, where the four months end.
        try table.add("call-count", city: 0, "2026-01/P4M", 4)
        try table.add("call-count", city: 0, "2026-01/P3M", 3)
        try table.add("call-count", city: 0, "2026-Q2", 30)
        #expect(try table.evaluate("calls", "2026-01/P6M", cities: 1).values[0] == 33)
    }

    @Test func `parts that reach beyond the period do not count`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-06/P2M", 1)
        try table.add("call-count", city: 0, "2026-08", 1)
        try table.add("call-count", city: 0, "2026-09/P2M", 1)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1).values[0] == nil)
    }

    @Test func `a level is that of the last part, a mean is weighted by days`() throws {
        var table = try table()
        for (month, value) in [("2026-01", 10.0), ("2026-02", 20), ("2026-03", 30)] {
            try table.add("posts", city: 0, month, value)
            try table.add("load", city: 0, month, value)
        }
        let posts = try table.evaluate("posts-shown", "2026-Q1", cities: 1)
        #expect(posts.values[0] == 30)
        #expect(try table.periods(ofNumerator: posts) == ["2026-03"])
        // 31, 28 and 31 days: (310 + 560 + 930) / 90.
        let load = try table.evaluate("load-shown", "2026-Q1", cities: 1)
        #expect(agrees(load.values[0], 1800.0 / 90))
        #expect(load.numeratorSources(ofCity: 0).count == 3)
    }

    @Test(arguments: ["peak", "visits"])
    func `what is not additive is not made of its parts`(measure: String) throws {
        var table = try table()
        for month in ["2026-07", "2026-08", "2026-09"] { try table.add(measure, city: 0, month, 1) }
        #expect(try table.evaluate(measure + "-shown", "2026-Q3", cities: 1).values[0] == nil)
        try table.add(measure, city: 0, "2026-Q3", 2)
        #expect(try table.evaluate(measure + "-shown", "2026-Q3", cities: 1).values[0] == 2)
    }

    @Test func `one unreliable part makes the whole unreliable`() throws {
        var table = try table()
        for month in ["2026-07", "2026-08"] { try table.add("call-count", city: 0, month, 1) }
        try table.add("call-count", city: 0, "2026-09", 1, .unreliable)
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.unreliable])
        #expect(columns.values[0] == 3)
    }

    @Test func `a sum of parts beyond the range is not comparable`() throws {
        var table = try table()
        for month in ["2026-07", "2026-08", "2026-09"] {
            try table.add("call-count", city: 0, month, 1e308)
        }
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notComparable])
        #expect(columns.reasons == [.outOfRange])
    }

    @Test func `a flow below the line is made of its parts too`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 3)
        for month in ["2026-07", "2026-08", "2026-09"] {
            try table.add("fire-count", city: 0, month, 2)
        }
        // 100 x 3 / 6.
        #expect(try table.evaluate("share", "2026-Q3", cities: 1).values[0] == 50)
    }

    @Test func `the rolling year is the twelve months that end with the period`() throws {
        var table = try table()
        for (quarter, value) in [
            ("2025-Q3", 1000.0), ("2025-Q4", 1), ("2026-Q1", 2), ("2026-Q2", 4), ("2026-Q3", 8),
        ] {
            try table.add("call-count", city: 0, quarter, value)
        }
        let period = try #require(Period(parsing: "2026-Q3"))
        let year = try #require(period.rollingYear)
        #expect(year.text == "2025-10/P1Y")
        #expect(try table.evaluate("calls", year.text, cities: 1).values[0] == 15)
    }

    @Test func `periods move by months and keep their length`() throws {
        let quarter = try #require(Period(parsing: "2026-Q1"))
        #expect(quarter.shifted(byMonths: -12)?.text == "2025-Q1")
        #expect(quarter.shifted(byMonths: 1)?.text == "2026-02/P3M")
        #expect(Period(parsing: "0001-01")?.shifted(byMonths: -1) == nil)
        #expect(Period(parsing: "0001-Q1")?.rollingYear == nil)
    }
}

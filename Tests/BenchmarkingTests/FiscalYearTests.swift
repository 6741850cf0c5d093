// Expected values: METHODS.md 15 (fiscal years that end within the same twelve
// months), derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct FiscalYearTests {
    private func table() throws -> ObservationTable {
        let formula =
            "{ratio: {numerator: [city/call-count], denominator: [city/fire-count], "
            + "multiplier: 100}}"
        return ObservationTable(
            try TestStandard.make(metrics: [
                .init(
                    name: "any-year", formula: formula, unit: "percent",
                    more: ", fiscal_years: any_ending"),
                .init(name: "same-year", formula: formula, unit: "percent"),
                .init(
                    name: "any-gap",
                    formula: "{difference: {plus: [city/any-year], minus: [city/any-year-2]}}",
                    unit: "percent", more: ", fiscal_years: any_ending"),
                .init(
                    name: "any-year-2",
                    formula: "{ratio: {numerator: [city/fire-count], "
                        + "denominator: [city/call-count], multiplier: 100}}",
                    unit: "percent", more: ", fiscal_years: any_ending"),
            ]))
    }

    private func add(
        _ table: inout ObservationTable, city: Int, _ year: String, _ calls: Double,
        _ fires: Double
    ) throws {
        try table.add("call-count", city: city, year, calls)
        try table.add("fire-count", city: city, year, fires)
    }

    @Test(
        arguments: [
            // The compared twelve months are 2026: they end with December.
            ("2026", 1.0), ("2025-02/P1Y", 1), ("2025-07/P1Y", 1), ("2025-12/P1Y", 1),
            ("2025", nil), ("2026-02/P1Y", nil), ("2024-07/P1Y", nil),
        ] as [(String, Double?)])
    func `a fiscal year counts when it ends within the compared twelve months`(
        year: String, expected: Double?
    ) throws {
        var table = try table()
        try add(&table, city: 0, year, 1, 100)
        let columns = try table.evaluate("any-year", "2026", cities: 1)
        #expect(columns.values[0] == expected)
        #expect(columns.statuses == [expected == nil ? .notReported : .reported])
        if expected != nil { #expect(columns.period(ofCity: 0).text == year) }
    }

    @Test func `other metrics want the very same months`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-07/P1Y", 1, 100)
        #expect(try table.evaluate("same-year", "2026", cities: 1).statuses == [.notReported])
    }

    @Test func `a quarter takes no fiscal year`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-08/P1Y", 1, 100)
        #expect(try table.evaluate("any-year", "2026-Q3", cities: 1).values[0] == nil)
    }

    @Test func `of several the year that ends latest counts`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-04/P1Y", 1, 100)
        try add(&table, city: 0, "2025-10/P1Y", 2, 100)
        try add(&table, city: 0, "2025-07/P1Y", 3, 100)
        let columns = try table.evaluate("any-year", "2026", cities: 1)
        #expect(columns.values[0] == 2)
        #expect(columns.period == Period(parsing: "2026"))
    }

    @Test func `all parts are of one fiscal year`() throws {
        var table = try table()
        // City 0 has one part for each of two years, city 1 both for the older.
        try table.add("call-count", city: 0, "2025-10/P1Y", 1)
        try table.add("fire-count", city: 0, "2025-07/P1Y", 100)
        try table.add("call-count", city: 1, "2025-10/P1Y", 1)
        try add(&table, city: 1, "2025-07/P1Y", 7, 100)
        let columns = try table.evaluate("any-year", "2026", cities: 2)
        #expect(columns.values == FigureColumn([nil, 7]))
        #expect(try table.periods(ofNumerator: columns, city: 1) == ["2025-07/P1Y"])
        #expect(columns.denominators[1] == 100)
    }

    @Test func `cities with different fiscal years stand beside each other`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-07/P1Y", 1, 100)
        try add(&table, city: 1, "2026", 2, 100)
        try add(&table, city: 2, "2025-10/P1Y", 3, 100)
        for quarter in 1...4 { try add(&table, city: 3, "2026-Q\(quarter)", 4, 100) }
        let columns = try table.evaluate("any-year", "2026", cities: 5)
        #expect(columns.values == FigureColumn([1, 2, 3, 4, nil]))
        #expect(
            (0..<5).map { columns.period(ofCity: $0).text }
                == ["2025-07/P1Y", "2026", "2025-10/P1Y", "2026", "2026"])
        #expect(columns.numeratorSources(ofCity: 3).count == 4)
    }

    @Test func `the reason of a fiscal year without a value is kept`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2025-07/P1Y", 0, .withheld)
        try table.add("fire-count", city: 0, "2025-07/P1Y", 5)
        #expect(try table.evaluate("any-year", "2026", cities: 1).statuses == [.withheld])
    }

    @Test func `metrics inside a metric are of its fiscal year`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-07/P1Y", 50, 100)
        // 50 per cent less 200 per cent.
        let columns = try table.evaluate("any-gap", "2026", cities: 1)
        #expect(columns.values[0] == -150)
        #expect(columns.period(ofCity: 0).text == "2025-07/P1Y")
    }

    @Test func `who does not provide the service shows no fiscal year`() throws {
        var table = try table()
        try add(&table, city: 0, "2025-07/P1Y", 50, 100)
        var service = ServiceColumn.allProvided(cityCount: 1)
        service.provisions = [.notProvided]
        let columns = try table.evaluate("any-year", "2026", cities: 1, service: service)
        #expect(columns.statuses == [.notProvided])
        #expect(columns.values[0] == nil)
    }
}

// Expected values: METHODS.md 2 and its "population: mid_period", derived in
// each test. The middle of 2025 lies 182.5 days after its first day, and 365
// days before the middle of 2026.
import Benchmarking
import MetricSpec
import Testing

@Suite struct MidPeriodTests {
    private func table(maxAge: String = "P12M") throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(
                measures: "  - {name: residents, title: R, definition: Residents., unit: persons, "
                    + "kind: stock, population: resident}",
                metrics: [
                    .init(
                        name: "mid-rate",
                        formula: "{ratio: {numerator: [city/call-count], "
                            + "denominator: [city/residents], multiplier: 1000}}",
                        unit: "per-1000",
                        more: ", population: mid_period, max_age: \(maxAge)")
                ]))
    }

    private func evaluated(
        _ residents: [(period: String, value: Double)], in period: String = "2026-Q1",
        maxAge: String = "P12M"
    ) throws -> (figures: MetricColumns, periods: [String]) {
        var table = try table(maxAge: maxAge)
        try table.add("call-count", city: 0, period, 5)
        for stock in residents { try table.add("residents", city: 0, stock.period, stock.value) }
        let figures = try table.evaluate("mid-rate", period, cities: 1)
        let columns = try table.columns()
        return (
            figures,
            figures.denominatorSources(ofCity: 0).compactMap { columns.period(at: $0)?.text }
        )
    }

    @Test func `the population is on the line between the two around the middle`() throws {
        // The middle of 2026-Q1 is day 45 of the year: 227.5 days of 365 on.
        let (figures, periods) = try evaluated([("2025", 1000), ("2026", 1365)])
        #expect(figures.denominators[0] == 1227.5)
        #expect(periods == ["2025", "2026"])
    }

    @Test func `the nearest two count, whatever else is known`() throws {
        let (figures, periods) = try evaluated([
            ("2024", 1), ("2025", 1000), ("2026", 1365), ("2027", 9),
        ])
        #expect(figures.denominators[0] == 1227.5)
        #expect(periods == ["2025", "2026"])
    }

    @Test func `a value with the very date is taken as it is`() throws {
        let (figures, periods) = try evaluated([("2025", 1), ("2026-Q1", 700), ("2026", 9)])
        #expect(figures.denominators[0] == 700)
        #expect(periods == ["2026-Q1"])
    }

    @Test func `with nothing on one side it is the value that belongs to the period`() throws {
        let (figures, periods) = try evaluated([("2024", 1), ("2025", 1000)])
        #expect(figures.denominators[0] == 1000)
        #expect(periods == ["2025"])
        #expect(try evaluated([("2026", 1365)]).figures.denominators[0] == 1365)
    }

    @Test(arguments: [("P12M", 1227.5), ("P1M", 1227.5)])
    func `years that touch the period are never too far from it`(
        maxAge: String, value: Double
    ) throws {
        let (figures, _) = try evaluated([("2025", 1000), ("2026", 1365)], maxAge: maxAge)
        #expect(figures.denominators[0] == value)
    }

    @Test func `a value further off than the metric allows is no neighbour`() throws {
        // For 2026-Q3 the year 2027 begins 3 months after the period's end.
        let years = [(period: "2026", value: 1000.0), (period: "2027", value: 1365)]
        // 2026-07-01 to 10-01: its middle is day 227 of 2026, 44.5 after the year's.
        let (near, _) = try evaluated(years, in: "2026-Q3", maxAge: "P4M")
        #expect(near.denominators[0] == 1044.5)
        let (far, _) = try evaluated(years, in: "2026-Q3", maxAge: "P3M")
        #expect(far.denominators[0] == 1000)
    }

    @Test func `of missing and unreliable values it says so`() throws {
        var table = try table()
        for city in 0...2 {
            try table.add("call-count", city: city, "2026-Q1", 5)
            try table.add("residents", city: city, "2025", 1000)
        }
        try table.add("residents", city: 0, "2026", 1365, .unreliable)
        try table.add("residents", city: 1, "2026", 0, .withheld)
        let figures = try table.evaluate("mid-rate", "2026-Q1", cities: 3)
        #expect(figures.statuses == [.unreliable, .reported, .reported])
        #expect(figures.denominators == FigureColumn([1227.5, 1000, 1000]))
    }
}

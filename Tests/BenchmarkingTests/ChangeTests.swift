// Expected values are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct ChangeTests {
    private func table(changes: String = "[]", metricChanges: String = "[]") throws
        -> ObservationTable
    {
        ObservationTable(
            try TestStandard.make(
                measures: "  - {name: trips, title: T, definition: Trips., unit: count, "
                    + "kind: flow, changes: \(changes)}",
                metrics: [
                    .init(name: "trips-shown", formula: "{reported: city/trips}"),
                    .init(
                        name: "trip-rate",
                        formula: "{ratio: {numerator: [city/trips], "
                            + "denominator: [city/people], multiplier: 1000}}",
                        unit: "per-1000", more: ", changes: \(metricChanges)"),
                    .init(
                        name: "trend", formula: "{rate_of_change: {of: city/trips, over: P12M}}",
                        unit: "percent", decimals: "1"),
                    .init(
                        name: "rate-trend",
                        formula: "{rate_of_change: {of: city/trip-rate, over: P3M}}",
                        unit: "percent", decimals: "1"),
                    .init(
                        name: "level", formula: "{index: {of: city/trips, base: 2024}}",
                        unit: "percent", decimals: "1"),
                ]))
    }

    @Test func `a rate of change is in per cent of the earlier figure`() throws {
        var table = try table()
        for (city, before, now) in [(0, 80.0, 100.0), (1, 100, 80), (2, 50, 50)] {
            try table.add("trips", city: city, "2025-Q3", before)
            try table.add("trips", city: city, "2026-Q3", now)
        }
        let columns = try table.evaluate("trend", "2026-Q3", cities: 3)
        #expect(columns.values == FigureColumn([25, -20, 0]))
        #expect(columns.statuses == [.reported, .reported, .reported])
        let rows = try table.columns()
        #expect(rows.period(at: columns.numeratorSources(ofCity: 0)[0])?.text == "2026-Q3")
        #expect(rows.period(at: columns.denominatorSources(ofCity: 0)[0])?.text == "2025-Q3")
    }

    @Test(arguments: [
        ("2025-07-01", true), ("2025-07-02", false), ("2026-07-01", false), ("2026-07-02", true),
    ])
    func `no change is told across a day on which the city's area changed`(
        day: String, isCompared: Bool
    ) throws {
        var table = try table()
        for city in 0...1 {
            try table.add("trips", city: city, "2025-Q3", 80)
            try table.add("trips", city: city, "2026-Q3", 100)
        }
        let date = try #require(CalendarDay(parsing: day))
        let metric = try #require(table.standard.metric("city/trend"))
        let columns = try table.evaluator(cities: 2, areaChanges: [1: [date]])
            .evaluate(metric, in: try #require(Period(parsing: "2026-Q3")))
        #expect(columns.statuses == [.reported, isCompared ? .reported : .notComparable])
        #expect(columns.reasons == [nil, isCompared ? nil : .succession])
        #expect(columns.values == FigureColumn([25, 25]))
    }

    @Test func `both periods may be made of shorter ones`() throws {
        var table = try table()
        for month in ["2025-07", "2025-08", "2025-09"] {
            try table.add("trips", city: 0, month, 10)
        }
        try table.add("trips", city: 0, "2026-Q3", 45)
        let columns = try table.evaluate("trend", "2026-Q3", cities: 1)
        #expect(columns.values[0] == 50)
        #expect(columns.denominatorSources(ofCity: 0).count == 3)
    }

    @Test func `without one of the two there is no change, and the reason is said`() throws {
        var table = try table()
        try table.add("trips", city: 0, "2026-Q3", 5)
        try table.add("trips", city: 1, "2025-Q3", 5)
        try table.add("trips", city: 1, "2026-Q3", 0, .withheld)
        #expect(
            try table.evaluate("trend", "2026-Q3", cities: 2).statuses
                == [.notReported, .withheld])
    }

    @Test(arguments: [0.0, -1.0])
    func `nothing is relative to zero or less`(before: Double) throws {
        var table = try table()
        try table.add("trips", city: 0, "2025-Q3", before)
        try table.add("trips", city: 0, "2026-Q3", 5)
        let columns = try table.evaluate("trend", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notApplicable])
        #expect(columns.values[0] == nil)
    }

    @Test func `metrics change too, over the months that are said`() throws {
        var table = try table()
        try table.add("trips", city: 0, "2026-Q2", 100)
        try table.add("trips", city: 0, "2026-Q3", 90)
        try table.add("people", city: 0, "2026-Q2", 1000)
        try table.add("people", city: 0, "2026-Q3", 600)
        // 100 and then 150 for 1,000 people.
        #expect(agrees(try table.evaluate("rate-trend", "2026-Q3", cities: 1).values[0], 50))
    }

    @Test func `an index is 100 in the same months of its base year`() throws {
        var table = try table()
        try table.add("trips", city: 0, "2024-Q3", 80)
        try table.add("trips", city: 0, "2024-Q2", 10)
        try table.add("trips", city: 0, "2026-Q3", 100)
        #expect(try table.evaluate("level", "2026-Q3", cities: 1).values[0] == 125)
        #expect(try table.evaluate("level", "2024-Q3", cities: 1).values[0] == 100)
        #expect(try table.evaluate("level", "2026-Q2", cities: 1).values[0] == nil)
    }

    @Test func `a change has no group value`() throws {
        var table = try table()
        for city in 0...1 {
            try table.add("trips", city: city, "2025-Q3", 80)
            try table.add("trips", city: city, "2026-Q3", 100)
        }
        let metric = try #require(table.standard.metric("city/trend"))
        let standings = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1]))], cityCount: 2
        ).compare(try table.evaluate("trend", "2026-Q3", cities: 2), metric: metric)[0]
        #expect(standings.statistics[0].groupValue == nil)
        #expect(standings.rankList == [1, 1])
    }

    private static func change(_ date: String, _ more: String = "comparable: false") -> String {
        "[{version: 2.0.0, date: \(date), what: Otherwise., \(more)}]"
    }

    @Test(arguments: [
        // From the day after the first day of 2025-Q3 to the last of 2026-Q3.
        ("2025-07-01", false), ("2025-08-01", true), ("2026-01-01", true), ("2026-07-01", true),
        ("2026-09-01", true), ("2026-10-01", false),
    ])
    func `no comparison crosses a change of the definition`(day: String, isBroken: Bool) throws {
        var table = try table(changes: Self.change(day))
        try table.add("trips", city: 0, "2025-Q3", 80)
        try table.add("trips", city: 0, "2026-Q3", 100)
        let columns = try table.evaluate("trend", "2026-Q3", cities: 2)
        #expect(columns.values == FigureColumn([25, nil]))
        #expect(columns.statuses == [isBroken ? .notComparable : .reported, .notReported])
        #expect(columns.reasons == [isBroken ? .definitionBreak : nil, nil])
        #expect(try table.evaluate("trips-shown", "2026-Q3", cities: 2).statuses[0] == .reported)
    }

    @Test(arguments: ["comparable: true", "comparable: false, restated: true"])
    func `a change that compares, or was worked into the past, breaks nothing`(
        more: String
    ) throws {
        var table = try table(changes: Self.change("2026-01-01", more))
        try table.add("trips", city: 0, "2024-Q3", 80)
        try table.add("trips", city: 0, "2025-Q3", 80)
        try table.add("trips", city: 0, "2026-Q3", 100)
        #expect(try table.evaluate("trend", "2026-Q3", cities: 1).statuses == [.reported])
        #expect(try table.evaluate("level", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `a change of the metric inside breaks too, and an index breaks like a change`()
        throws
    {
        var table = try table(metricChanges: Self.change("2026-07-01"))
        for quarter in ["2026-Q2", "2026-Q3"] {
            try table.add("trips", city: 0, quarter, 100)
            try table.add("people", city: 0, quarter, 1000)
        }
        #expect(
            try table.evaluate("rate-trend", "2026-Q3", cities: 1).reasons == [.definitionBreak])
        var broken = try self.table(changes: Self.change("2025-01-01"))
        try broken.add("trips", city: 0, "2024-Q3", 80)
        try broken.add("trips", city: 0, "2026-Q3", 100)
        let columns = try broken.evaluate("level", "2026-Q3", cities: 1)
        #expect(columns.reasons == [.definitionBreak])
        #expect(columns.values[0] == 125)
    }
}

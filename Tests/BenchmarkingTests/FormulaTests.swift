// Expected values: SPEC of each formula, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct FormulaTests {
    private static let measures = """
          - {name: usual-cost, title: C, definition: Usual., unit: thousand-usd, kind: flow}
          - {name: extra-cost, title: E, definition: Extra., unit: usd, kind: flow}
          - {name: fees, title: F, definition: Fees., unit: thousand-usd, kind: flow}
          - {name: busy-time, title: B, definition: Busy., unit: hours, kind: flow}
          - {name: slow-time, title: S, definition: Slow., unit: minutes, kind: flow, additive: false, quarter_to_year: none}
        """

    private func table() throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(
                measures: Self.measures,
                metrics: [
                    .init(
                        name: "gap",
                        formula: "{difference: {plus: [city/call-count], minus: [city/fire-count]}}"
                    ),
                    .init(
                        name: "cost", formula: "{sum: [city/usual-cost, city/extra-cost]}",
                        unit: "usd"),
                    .init(
                        name: "unit-cost",
                        formula: "{ratio: {numerator: [city/usual-cost, city/extra-cost], "
                            + "less: [city/fees], denominator: [city/call-count], "
                            + "multiplier: 1000}}",
                        unit: "usd-per-thing"),
                    .init(
                        name: "fire-share",
                        formula: "{share: {part: [city/fire-count], whole: [city/call-count]}}",
                        unit: "percent"),
                    .init(
                        name: "extra-share",
                        formula: "{share: {part: [city/extra-cost], whole: [city/usual-cost]}}",
                        unit: "percent"),
                    .init(
                        name: "mean-time",
                        formula: "{mean: {total: city/busy-time, count: city/call-count}}",
                        unit: "minutes"),
                    .init(
                        name: "slow",
                        formula: "{percentile: {measure: city/slow-time, percent: 90}}",
                        unit: "minutes"),
                    .init(
                        name: "cost-gap",
                        formula: "{difference: {plus: [city/unit-cost], minus: [city/fee-cost]}}",
                        unit: "usd-per-thing"),
                    .init(
                        name: "fee-cost",
                        formula: "{ratio: {numerator: [city/fees], "
                            + "denominator: [city/call-count], multiplier: 1000}}",
                        unit: "usd-per-thing"),
                ]))
    }

    @Test func `a difference takes off what stands under minus`() throws {
        var table = try table()
        for city in 0...1 { try table.add("call-count", city: city, "2026-Q3", 5) }
        try table.add("fire-count", city: 0, "2026-Q3", 8)
        let columns = try table.evaluate("gap", "2026-Q3", cities: 2)
        #expect(columns.values == FigureColumn([-3, nil]))
        #expect(columns.statuses == [.reported, .notReported])
        #expect(columns.numeratorSources(ofCity: 0).count == 2)
    }

    @Test func `parts in other units are converted`() throws {
        var table = try table()
        try table.add("usual-cost", city: 0, "2026-Q3", 3)
        try table.add("extra-cost", city: 0, "2026-Q3", 500)
        // 3 thousand and 500 dollars.
        #expect(try table.evaluate("cost", "2026-Q3", cities: 1).values[0] == 3500)
    }

    @Test func `a ratio takes off what stands under less, in the unit of the first part`() throws {
        var table = try table()
        try table.add("usual-cost", city: 0, "2026-Q3", 3)
        try table.add("extra-cost", city: 0, "2026-Q3", 500)
        try table.add("fees", city: 0, "2026-Q3", 1)
        try table.add("call-count", city: 0, "2026-Q3", 10)
        let columns = try table.evaluate("unit-cost", "2026-Q3", cities: 1)
        #expect(columns.numerators[0] == 2.5)
        // 2,500 dollars for 10 calls.
        #expect(columns.values[0] == 250)
        #expect(columns.multiplier == 1000)
    }

    @Test func `a share is in per cent, and part and whole may have different units`() throws {
        var table = try table()
        try table.add("fire-count", city: 0, "2026-Q3", 1)
        try table.add("call-count", city: 0, "2026-Q3", 8)
        #expect(try table.evaluate("fire-share", "2026-Q3", cities: 1).values[0] == 12.5)
        try table.add("extra-cost", city: 0, "2026-Q3", 500)
        try table.add("usual-cost", city: 0, "2026-Q3", 2)
        let money = try table.evaluate("extra-share", "2026-Q3", cities: 1)
        #expect(agrees(money.values[0], 25))
        #expect(money.statuses == [.reported])
    }

    @Test func `a part above its whole is shown and not compared, a part equal to it is`() throws {
        var table = try table()
        for (city, part) in [(0, 8.0), (1, 9.0), (2, 0.0)] {
            try table.add("fire-count", city: city, "2026-Q3", part)
            try table.add("call-count", city: city, "2026-Q3", 8)
        }
        let columns = try table.evaluate("fire-share", "2026-Q3", cities: 3)
        #expect(columns.statuses == [.reported, .notComparable, .reported])
        #expect(columns.reasons == [nil, .partAboveWhole, nil])
        #expect(columns.values == FigureColumn([100, 112.5, 0]))
    }

    @Test func `rounding alone puts no part above its whole`() throws {
        var table = try table()
        // 500.1 dollars of 0.5001 thousand: all of it, but not in binary.
        try table.add("extra-cost", city: 0, "2026-Q3", 500.1)
        try table.add("usual-cost", city: 0, "2026-Q3", 0.5001)
        #expect(try table.evaluate("extra-share", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `a part of something under a whole of nothing is not applicable`() throws {
        var table = try table()
        try table.add("fire-count", city: 0, "2026-Q3", 1)
        try table.add("call-count", city: 0, "2026-Q3", 0)
        #expect(try table.evaluate("fire-share", "2026-Q3", cities: 1).statuses == [.notApplicable])
    }

    @Test func `a mean is total over count, with both beside it`() throws {
        var table = try table()
        try table.add("busy-time", city: 0, "2026-Q3", 3)
        try table.add("call-count", city: 0, "2026-Q3", 12)
        let columns = try table.evaluate("mean-time", "2026-Q3", cities: 1)
        // 180 minutes over 12 calls.
        #expect(columns.values[0] == 15)
        #expect(columns.numerators[0] == 3)
        #expect(columns.denominators[0] == 12)
    }

    @Test func `a percentile is the measure as it was reported`() throws {
        var table = try table()
        try table.add("slow-time", city: 0, "2026-Q3", 9.5)
        #expect(try table.evaluate("slow", "2026-Q3", cities: 1).values[0] == 9.5)
    }

    @Test func `metrics may be parts of a difference, with all their sources`() throws {
        var table = try table()
        try table.add("usual-cost", city: 0, "2026-Q3", 3)
        try table.add("extra-cost", city: 0, "2026-Q3", 0)
        try table.add("fees", city: 0, "2026-Q3", 1)
        try table.add("call-count", city: 0, "2026-Q3", 10)
        let columns = try table.evaluate("cost-gap", "2026-Q3", cities: 1)
        // (3 - 1) - 1 thousand dollars for 10 calls.
        #expect(columns.values[0] == 100)
        #expect(Set(columns.numeratorSources(ofCity: 0)).count == 4)
    }

    @Test func `a metric that is part of another hands its reason on`() throws {
        var table = try table()
        try table.add("usual-cost", city: 0, "2026-Q3", 3)
        try table.add("extra-cost", city: 0, "2026-Q3", 0)
        try table.add("fees", city: 0, "2026-Q3", 1)
        try table.add("call-count", city: 0, "2026-Q3", 0)
        try table.add("call-count", city: 1, "2026-Q3", 0, .withheld)
        let columns = try table.evaluate("cost-gap", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.notApplicable, .withheld])
    }

    @Test(arguments: [
        ("unit-cost", true), ("fire-share", true), ("mean-time", false), ("slow", false),
    ])
    func `ratios and shares have a group value, means and percentiles have none`(
        name: String, hasGroupValue: Bool
    ) throws {
        var table = try table()
        for city in 0..<2 {
            for measure in ["usual-cost", "extra-cost", "fees", "fire-count", "busy-time"] {
                try table.add(measure, city: city, "2026-Q3", 1)
            }
            try table.add("slow-time", city: city, "2026-Q3", 1)
            try table.add("call-count", city: city, "2026-Q3", 10 + 20 * Double(city))
        }
        let metric = try #require(table.standard.metric("city/" + name))
        let figures = try table.evaluate(name, "2026-Q3", cities: 2)
        let group = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1]))], cityCount: 2
        ).compare(figures, metric: metric)[0].statistics[0]
        #expect(group.contributors == 2)
        #expect((group.groupValue != nil) == hasGroupValue)
        #expect((group.coverage != nil) == hasGroupValue)
        // 2 fires of 40 calls; (2 + 0.002 - 2) thousand dollars for 40 calls.
        if name == "fire-share" { #expect(group.groupValue == 5) }
        if name == "unit-cost" { #expect(agrees(group.groupValue, 0.05)) }
    }
}

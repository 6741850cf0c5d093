// Expected values are the interval functions', which OurReferenceTests holds to
// other people's software, of sums that are written out here.
import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct FigureUncertaintyTests {
    private static let measures = """
          - {name: served, title: Served, definition: Served., unit: thousand-persons, kind: flow}
          - {name: happy, title: Happy, definition: Happy., unit: percent, kind: stock}
          - name: happy-margin
            title: Margin of happy
            definition: Its margin.
            unit: percent
            kind: stock
            margin_of: city/happy
            level: 0.90
          - {name: wait, title: Wait, definition: Wait., unit: minutes, kind: flow}
          - {name: wait-squares, title: Squares, definition: Squares., unit: count, kind: flow}
        """

    private static func entry(
        _ formula: String, _ unit: String, _ kind: String, more: String = ""
    ) -> TestStandard.Entry {
        TestStandard.Entry(
            name: "sure", formula: formula, unit: unit, decimals: "3", uncertainty: kind,
            more: more)
    }

    /// What the metric is in city 0, whose values these are.
    private func evaluated(
        _ entry: TestStandard.Entry, _ values: [(measure: String, value: Double)],
        period: String = "2026-Q3"
    ) throws -> MetricColumns {
        var table = ObservationTable(
            try TestStandard.make(measures: Self.measures, metrics: [entry]))
        for (measure, value) in values { try table.add(measure, city: 0, period, value) }
        return try table.evaluate("sure", period, cities: 1)
    }

    private func expect(
        _ found: MetricColumns, _ interval: Interval, unreliable: Bool = false
    ) {
        #expect(agrees(found.uncertainty.lowers[0], interval.lower))
        #expect(agrees(found.uncertainty.uppers[0], interval.upper))
        #expect(
            agrees(
                found.uncertainty.errors[0],
                (interval.upper - interval.lower) / (2 * 1.959963984540054)))
        #expect(found.uncertainty.isUnreliable[0] == unreliable)
    }

    private func none(_ found: MetricColumns) -> Bool {
        found.values[0] != nil && found.uncertainty.lowers[0] == nil
            && found.uncertainty.uppers[0] == nil && found.uncertainty.errors[0] == nil
    }

    @Test func `a share of counts has Wilson's interval in per cent`() throws {
        let share = Self.entry(
            "{share: {part: city/fire-count, whole: city/call-count}}", "percent", "events")
        let found = try evaluated(share, [("fire-count", 15), ("call-count", 60)])
        #expect(found.values[0] == 25)
        let wilson = try #require(proportionInterval(count: 15, of: 60))
        expect(found, Interval(lower: 100 * wilson.lower, upper: 100 * wilson.upper))
        // 29 units are fewer than 30.
        let few = try evaluated(share, [("fire-count", 15), ("call-count", 29)])
        #expect(few.uncertainty.isUnreliable[0])
        #expect(few.statuses[0] == .reported)
    }

    @Test func `a rate has the interval of its count, times its multiplier`() throws {
        let rate = Self.entry(
            "{ratio: {numerator: [city/call-count], denominator: [city/people], "
                + "multiplier: 1000}}", "per-1000", "events")
        let many = try evaluated(rate, [("call-count", 40), ("people", 8_000)])
        let byar = try #require(
            rateInterval(ofEvents: 40, exposure: 8_000, multiplier: 1_000))
        expect(many, byar)
        let few = try evaluated(rate, [("call-count", 9), ("people", 8_000)])
        let exact = exactEventInterval(ofEvents: 9, at: .percent95)
        expect(
            few, Interval(lower: exact.lower / 8, upper: exact.upper / 8), unreliable: true)
        let zero = try evaluated(rate, [("call-count", 0), ("people", 8_000)])
        #expect(zero.uncertainty.lowers[0] == 0)
        // -ln(0.025) events.
        #expect(agrees(zero.uncertainty.uppers[0], 3.6888794541139363 / 8))
    }

    @Test func `a year's rate of a quarter has the quarter's count`() throws {
        let rate = Self.entry(
            "{ratio: {numerator: [city/call-count], denominator: [city/people], "
                + "multiplier: 1000}}", "per-1000", "events", more: ", annualised: true")
        let found = try evaluated(rate, [("call-count", 40), ("people", 8_000)])
        // 92 days of the third quarter.
        let byar = try #require(
            rateInterval(ofEvents: 40, exposure: 8_000 * 92 / 365.25, multiplier: 1_000))
        expect(found, byar)
    }

    @Test func `thousands are counted one by one`() throws {
        let rate = Self.entry(
            "{ratio: {numerator: [city/served], denominator: [city/call-count], multiplier: 1}}",
            "thousand-per-thing", "events")
        let found = try evaluated(rate, [("served", 0.04), ("call-count", 10)])
        let byar = try #require(eventInterval(ofEvents: 40))
        expect(found, Interval(lower: byar.lower / 10_000, upper: byar.upper / 10_000))
        let total = try evaluated(
            Self.entry("{reported: city/served}", "thousand-persons", "events"), [("served", 0.04)])
        expect(total, Interval(lower: byar.lower / 1_000, upper: byar.upper / 1_000))
    }

    @Test func `an estimate has its source's margin`() throws {
        let happy = Self.entry("{reported: city/happy}", "percent", "sample")
        let found = try evaluated(happy, [("happy", 60), ("happy-margin", 3.3)])
        // From 90 to 95 %.
        let reach = 3.3 / 1.6448536269514722 * 1.959963984540054
        expect(found, Interval(lower: 60 - reach, upper: 60 + reach))
        #expect(none(try evaluated(happy, [("happy", 60)])))
    }

    @Test func `a ratio of an estimate and a count has the estimate's error`() throws {
        let ratio = Self.entry(
            "{ratio: {numerator: [city/happy], denominator: [city/call-count], multiplier: 1}}",
            "percent-per-thing", "sample")
        let found = try evaluated(
            ratio, [("happy", 60), ("happy-margin", 3.3), ("call-count", 4)])
        let reach = 3.3 / 1.6448536269514722 * 1.959963984540054 / 4
        expect(found, Interval(lower: 15 - reach, upper: 15 + reach))
    }

    @Test func `a mean has Student's interval from thirty values on`() throws {
        let mean = Self.entry(
            "{mean: {total: city/wait, count: city/call-count, "
                + "sum_of_squares: city/wait-squares}}", "minutes", "records")
        func values(_ count: Double) -> [(measure: String, value: Double)] {
            // A mean of 5 and a variance of 4.
            [
                ("wait", 5 * count), ("call-count", count),
                ("wait-squares", 25 * count + 4 * (count - 1)),
            ]
        }
        let found = try evaluated(mean, values(30))
        // qt(0.975, 29).
        let reach = 2.045229642132703 * 2 / 30.0.squareRoot()
        expect(found, Interval(lower: 5 - reach, upper: 5 + reach))
        #expect(none(try evaluated(mean, values(29))))
        let even = Self.entry(
            "{mean: {total: city/wait, count: city/call-count, "
                + "sum_of_squares: city/wait-squares}}", "minutes", "records",
            more: ", symmetric: true")
        #expect(try evaluated(even, values(29)).uncertainty.lowers[0] != nil)
        #expect(none(try evaluated(mean, [("wait", 150), ("call-count", 30)])))
    }

    @Test func `a volume has no interval`() throws {
        let volume = Self.entry("{reported: city/call-count}", "count", "volume")
        #expect(none(try evaluated(volume, [("call-count", 40)])))
    }

    @Test(arguments: [1.0, 7, 29, 100, 998, 999, 1_000, 1_500, 5_000, 2.5])
    func `the known points of Student's law are the computed ones`(freedom: Double) {
        #expect(
            agrees(
                studentPoint(freedom: freedom),
                studentQuantile(upperTail: 0.025, freedom: freedom), 1e-12))
    }

    @Test func `with many values Student's law is the normal one`() {
        // z + (z^3 + z) / 4n: what is left is below 1e-23.
        let z = 1.959963984540054
        #expect(
            agrees(studentPoint(freedom: 1e12), z + (z * z * z + z) / 4e12, 1e-15))
    }

    @Test func `an interval shrinks with what was counted`() throws {
        for kind in CountedMetric.allCases {
            let metric = try kind.metric()
            let sizes = (0..<12).map { 40.0 * Double(1 << $0) }
            let figures = try kind.figures(sizes.map { $0 / 8 }, of: sizes, metric: metric)
            let widths = try (0..<12).map { city in
                let upper = try #require(figures.uncertainty.uppers[city])
                let lower = try #require(figures.uncertainty.lowers[city])
                let value = try #require(figures.values[city])
                #expect(lower < value && value < upper)
                return upper - lower
            }
            #expect(widths == widths.sorted(by: >))
        }
    }
}

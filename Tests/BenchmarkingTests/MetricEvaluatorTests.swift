// Expected values are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct MetricEvaluatorTests {
    @Test func `a reported metric is its measure, without numerator and denominator`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 12)
        let columns = try table.evaluate("calls", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.reported, .notReported])
        #expect(columns.values == FigureColumn([12, nil]))
        #expect(columns.numerators == FigureColumn([nil, nil]))
        #expect(columns.hasReports)
    }

    @Test func `a real zero is a value`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 0)
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.reported])
        #expect(columns.values[0] == 0)
    }

    @Test func `a sum needs all its parts`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        for city in 0...1 { try table.add("call-count", city: city, "2026-Q3", 12) }
        try table.add("fire-count", city: 0, "2026-Q3", 3)
        let columns = try table.evaluate("events", "2026-Q3", cities: 2)
        #expect(columns.values == FigureColumn([15, nil]))
        #expect(columns.statuses == [.reported, .notReported])
    }

    @Test func `a ratio is multiplier times sum over sum`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 6)
        try table.add("people", city: 0, "2026-Q3", 2)
        try table.add("guests", city: 0, "2026-Q3", 1)
        let columns = try table.evaluate("density", "2026-Q3", cities: 1)
        #expect(columns.values[0] == 2)
        #expect(columns.numerators[0] == 6)
        #expect(columns.denominators[0] == 3)
    }

    @Test func `another period's numerator does not count`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        // The same first month, but a month and not a quarter; the quarter before.
        try table.add("call-count", city: 0, "2026-07", 6)
        try table.add("call-count", city: 0, "2026-Q2", 6)
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notReported])
        #expect(!columns.hasReports)
    }

    @Test func `breakdowns are apart`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 6)
        try table.add("call-count", city: 0, "2026-Q3", 2, breakdown: 4)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1).values[0] == 6)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1, breakdown: 4).values[0] == 2)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1, breakdown: 5).values[0] == nil)
    }

    @Test(arguments: [
        (ObservationStatus.notReported, StandingStatus.notReported),
        (.notCollected, .notCollected), (.notApplicable, .notApplicable),
        (.notProvided, .notProvided), (.notTakingPart, .notTakingPart), (.withheld, .withheld),
        (.suppressed, .suppressed), (.late, .late),
    ])
    func `a missing value carries its reason`(
        observed: ObservationStatus, expected: StandingStatus
    ) throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 0, observed)
        let columns = try table.evaluate("calls", "2026-Q3", cities: 1)
        #expect(columns.statuses == [expected])
        #expect(columns.values[0] == nil)
    }

    @Test(arguments: [ObservationStatus.normal, .estimated, .provisional])
    func `estimated and provisional values are reported`(status: ObservationStatus) throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 5, status)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `an unreliable part makes the figure unreliable, with its value`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 5)
        try table.add("people", city: 0, "2026-Q3", 1000, .unreliable)
        let columns = try table.evaluate("rate", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.unreliable])
        #expect(columns.values[0] == 5)
    }

    @Test func `of several reasons the one that nothing can mend decides`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 0, .notReported)
        try table.add("fire-count", city: 0, "2026-Q3", 0, .notApplicable)
        try table.add("call-count", city: 1, "2026-Q3", 0, .suppressed)
        try table.add("fire-count", city: 1, "2026-Q3", 0, .notCollected)
        try table.add("call-count", city: 2, "2026-Q3", 0, .late)
        #expect(
            try table.evaluate("events", "2026-Q3", cities: 3).statuses
                == [.notApplicable, .suppressed, .late])
        #expect(
            try table.evaluate("share", "2026-Q3", cities: 3).statuses
                == [.notApplicable, .suppressed, .late])
    }

    @Test func `a denominator of zero is not applicable, never infinite`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        for (city, value) in [(0, 5.0), (1, 0.0)] {
            try table.add("call-count", city: city, "2026-Q3", value)
            try table.add("fire-count", city: city, "2026-Q3", 0)
        }
        let columns = try table.evaluate("share", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.notApplicable, .notApplicable])
        #expect(columns.values == FigureColumn([nil, nil]))
        #expect(columns.denominators[0] == 0)
    }

    @Test func `a quotient beyond the range is not comparable`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 1e308)
        try table.add("fire-count", city: 0, "2026-Q3", 1e-10)
        // The product with 100 overflows, the quotient does not.
        try table.add("call-count", city: 1, "2026-Q3", 1e307)
        try table.add("fire-count", city: 1, "2026-Q3", 1e307)
        let columns = try table.evaluate("share", "2026-Q3", cities: 2)
        #expect(columns.statuses == [.notComparable, .reported])
        #expect(columns.reasons == [.outOfRange, nil])
        #expect(columns.values == FigureColumn([nil, 100]))
    }

    @Test func `the denominator is there where the numerator is missing`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("people", city: 0, "2026-Q3", 1000)
        let columns = try table.evaluate("rate", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notReported])
        #expect(columns.denominators[0] == 1000)
    }

    @Test func `who does not provide or take part shows nothing, whatever was sent`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        for city in 0..<3 {
            try table.add("call-count", city: city, "2026-Q3", 5)
            try table.add("people", city: city, "2026-Q3", 1000)
        }
        var service = ServiceColumn.allProvided(cityCount: 3)
        service.provisions = [.notProvided, .notTakingPart, .provided]
        let columns = try table.evaluate("rate", "2026-Q3", cities: 3, service: service)
        #expect(columns.statuses == [.notProvided, .notTakingPart, .reported])
        #expect(columns.values == FigureColumn([nil, nil, 5]))
        #expect(columns.denominators == FigureColumn([nil, nil, 1000]))
        #expect(columns.numeratorSources(ofCity: 0).isEmpty)
        #expect(columns.denominatorSources(ofCity: 1).isEmpty)
    }

    @Test func `each figure names the observations it was added up from`() throws {
        var table = ObservationTable(try TestStandard.plain.get())
        try table.add("call-count", city: 0, "2026-Q3", 6)
        try table.add("people", city: 0, "2026-Q2", 2)
        try table.add("people", city: 1, "2026-Q3", 2)
        try table.add("guests", city: 0, "2026-Q3", 1)
        let columns = try table.evaluate("density", "2026-Q3", cities: 2)
        // Sorted by measure: call-count, guests, people (cities 0 and 1).
        #expect(columns.numeratorSources(ofCity: 0) == [0])
        #expect(columns.denominatorSources(ofCity: 0) == [2, 1])
        #expect(columns.numeratorSources(ofCity: 1).isEmpty)
        #expect(columns.denominatorSources(ofCity: 1).isEmpty)
    }

    @Test func `candidate periods are those of the first measure's values`() throws {
        let standard = try TestStandard.plain.get()
        var table = ObservationTable(standard)
        try table.add("call-count", city: 0, "2026-Q3", 6)
        try table.add("call-count", city: 1, "2025", 6)
        try table.add("call-count", city: 1, "2026-Q1", 0, .notCollected)
        let evaluator = MetricEvaluator(
            standard: standard, observations: try table.columns(), cityCount: 2)
        let metric = try #require(standard.metric("city/rate"))
        #expect(evaluator.candidatePeriods(of: metric).map(\.text) == ["2025", "2026-Q3"])
        let period = try #require(Period(parsing: "2026-Q3"))
        #expect(!evaluator.reports(metric, in: period))
        let calls = try #require(standard.metric("city/calls"))
        #expect(evaluator.reports(calls, in: period))
    }
}

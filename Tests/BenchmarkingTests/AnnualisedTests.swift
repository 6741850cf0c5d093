// Expected values: METHODS.md 2 and 15, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct AnnualisedTests {
    private func table(more: String = "") throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(metrics: [
                .init(
                    name: "yearly-rate",
                    formula: "{ratio: {numerator: [city/call-count], "
                        + "denominator: [city/people], multiplier: 1000}}",
                    unit: "per-1000", decimals: "6", more: ", annualised: true" + more)
            ]))
    }

    @Test(arguments: [("2026-Q1", 90.0), ("2026-Q3", 92), ("2024-02", 29), ("2026", 365)])
    func `a flow is put on a year by its days`(period: String, days: Double) throws {
        var table = try table()
        try table.add("call-count", city: 0, period, 46)
        try table.add("people", city: 0, period, 2000)
        let columns = try table.evaluate("yearly-rate", period, cities: 1)
        #expect(agrees(columns.values[0], 23 * 365.25 / days))
        #expect(agrees(columns.multiplier, 1000 * 365.25 / days))
        #expect(columns.numerators[0] == 46)
    }

    @Test func `a metric that says nothing of a year is not put on one`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q1", 46)
        try table.add("people", city: 0, "2026-Q1", 2000)
        #expect(try table.evaluate("rate", "2026-Q1", cities: 1).values[0] == 23)
    }

    @Test func `the group value is put on a year like the cities`() throws {
        var table = try table()
        for (city, calls) in [(0, 10.0), (1, 30)] {
            try table.add("call-count", city: city, "2026-Q1", calls)
            try table.add("people", city: city, "2026-Q1", 1000)
        }
        let metric = try #require(table.standard.metric("city/yearly-rate"))
        let group = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1]))], cityCount: 2
        ).compare(try table.evaluate("yearly-rate", "2026-Q1", cities: 2), metric: metric)[0]
        .statistics[0]
        // 40 calls in 90 days among 2,000.
        #expect(agrees(group.groupValue, 20 * 365.25 / 90))
    }
}

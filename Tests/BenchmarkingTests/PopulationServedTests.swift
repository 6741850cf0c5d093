// Expected values are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct PopulationServedTests {
    private func table(
        _ population: String = "served", service: String = "water"
    ) throws -> ObservationTable {
        let formula =
            "{ratio: {numerator: [city/call-count], denominator: [city/residents], "
            + "multiplier: 1}}"
        return ObservationTable(
            try TestStandard.make(
                measures: "  - {name: residents, title: R, definition: Residents., "
                    + "unit: thousand-persons, kind: stock, population: resident, "
                    + "breakdowns: [age]}",
                metrics: [
                    .init(
                        name: "service-rate", formula: formula, unit: "per-1000",
                        decimals: "6", more: ", service: \(service), population: \(population)")
                ]))
    }

    private func service(_ served: [Double?]) -> ServiceColumn {
        var service = ServiceColumn.allProvided(cityCount: served.count)
        service.populationServed = served
        return service
    }

    @Test func `whom the service serves is what it is divided by`() throws {
        var table = try table()
        for city in 0...1 {
            try table.add("call-count", city: city, "2026-Q3", 60)
            try table.add("residents", city: city, "2026-Q3", 20)
        }
        let columns = try table.evaluate(
            "service-rate", "2026-Q3", cities: 2, service: service([15_000, nil]))
        // 60 calls for 15 thousand served, and for 20 thousand residents.
        #expect(columns.values == FigureColumn([4, 3]))
        #expect(columns.denominators == FigureColumn([15, 20]))
        #expect(columns.denominatorSources(ofCity: 0).isEmpty)
        #expect(columns.denominatorSources(ofCity: 1).count == 1)
    }

    @Test func `it stands in for residents who were not reported`() throws {
        var table = try table()
        for city in 0...1 { try table.add("call-count", city: city, "2026-Q3", 60) }
        let columns = try table.evaluate(
            "service-rate", "2026-Q3", cities: 2, service: service([15_000, nil]))
        #expect(columns.values == FigureColumn([4, nil]))
        #expect(columns.statuses == [.reported, .notReported])
    }

    @Test func `nobody served is not applicable`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 60)
        #expect(
            try table.evaluate("service-rate", "2026-Q3", cities: 1, service: service([0]))
                .statuses == [.notApplicable])
    }

    @Test func `a metric by residents is divided by residents`() throws {
        var table = try table("resident", service: "fire")
        try table.add("call-count", city: 0, "2026-Q3", 60)
        try table.add("residents", city: 0, "2026-Q3", 20)
        let columns = try table.evaluate(
            "service-rate", "2026-Q3", cities: 1, service: service([15_000]))
        #expect(columns.values[0] == 3)
    }

    @Test func `of a group only its residents are known`() throws {
        var table = try table()
        let young = try table.position(ofGroup: "young")
        try table.add("call-count", city: 0, "2026-Q3", 60, breakdown: young)
        try table.add("residents", city: 0, "2026-Q3", 5, group: "young")
        let columns = try table.evaluate(
            "service-rate", "2026-Q3", cities: 1, service: service([15_000]), breakdown: young)
        #expect(columns.values[0] == 12)
    }
}

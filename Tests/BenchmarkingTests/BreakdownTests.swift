// Expected values are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct BreakdownTests {
    private func table() throws -> ObservationTable {
        ObservationTable(try TestStandard.plain.get())
    }

    private func shares(
        _ table: ObservationTable, _ metric: String = "calls", cities: Int = 1,
        service: ServiceColumn? = nil
    ) throws -> [Double?] {
        let metric = try #require(table.standard.metric("city/" + metric))
        let period = try #require(Period(parsing: "2026-Q3"))
        return try table.evaluator(cities: cities).unknownShares(
            of: metric, byBreakdown: "age", in: period, service: service)
    }

    @Test func `all parts of a formula are of the group`() throws {
        var table = try table()
        for (group, calls, people) in [("young", 4.0, 1000.0), ("old", 9, 500)] {
            try table.add("call-count", city: 0, "2026-Q3", calls, group: group)
            try table.add("people", city: 0, "2026-Q1", people, group: group)
        }
        try table.add("people", city: 0, "2026-Q3", 9000)
        let young = try table.position(ofGroup: "young")
        let old = try table.position(ofGroup: "old")
        #expect(
            try table.evaluate("rate", "2026-Q3", cities: 1, breakdown: young).values[0] == 4)
        let columns = try table.evaluate("rate", "2026-Q3", cities: 1, breakdown: old)
        #expect(columns.values[0] == 18)
        #expect(columns.breakdown == old)
        #expect(try table.evaluate("rate", "2026-Q3", cities: 1).values[0] == nil)
    }

    @Test func `a group's quarter is made of its months`() throws {
        var table = try table()
        for month in ["2026-07", "2026-08", "2026-09"] {
            try table.add("call-count", city: 0, month, 2, group: "young")
        }
        let young = try table.position(ofGroup: "young")
        #expect(
            try table.evaluate("calls", "2026-Q3", cities: 1, breakdown: young).values[0] == 6)
    }

    @Test func `the unknown share is of the sum of the groups`() throws {
        var table = try table()
        for (group, calls) in [("young", 6.0), ("old", 3), ("age-unknown", 1)] {
            try table.add("call-count", city: 0, "2026-Q3", calls, group: group)
        }
        #expect(try shares(table) == [0.1])
    }

    @Test func `or of the total, where the city reports one`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 20)
        for (group, calls) in [("young", 6.0), ("age-unknown", 1)] {
            try table.add("call-count", city: 0, "2026-Q3", calls, group: group)
        }
        #expect(try shares(table) == [0.05])
    }

    @Test func `of a rate it is the share of the numerator`() throws {
        var table = try table()
        for (group, calls) in [("young", 3.0), ("age-unknown", 1)] {
            try table.add("call-count", city: 0, "2026-Q3", calls, group: group)
            try table.add("people", city: 0, "2026-Q3", 1000 * calls, group: group)
        }
        #expect(try shares(table, "rate") == [0.25])
    }

    @Test func `without the unknown group, or without anything, there is no share`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 6, group: "young")
        try table.add("call-count", city: 1, "2026-Q3", 0, group: "age-unknown")
        try table.add("call-count", city: 2, "2026-Q3", 0, group: "age-unknown")
        try table.add("call-count", city: 2, "2026-Q3", 5, group: "old")
        #expect(try shares(table, cities: 4) == [nil, nil, 0, nil])
    }

    @Test func `who does not provide the service has no share`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 6, group: "age-unknown")
        var service = ServiceColumn.allProvided(cityCount: 1)
        #expect(try shares(table, service: service) == [1])
        service.provisions = [.notProvided]
        #expect(try shares(table, service: service) == [nil])
    }

    @Test func `a breakdown that is not there has no shares`() throws {
        let table = try table()
        let metric = try #require(table.standard.metric("city/calls"))
        let period = try #require(Period(parsing: "2026-Q3"))
        let evaluator = try table.evaluator(cities: 2)
        #expect(
            evaluator.unknownShares(of: metric, byBreakdown: "sex", in: period) == [nil, nil])
    }
}

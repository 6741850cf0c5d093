import MetricSpec
import Testing

@testable import Warehouse

/// The populations of one release are of one vintage.
@Suite struct PopulationVintageTests {
    /// The sample's mapping with a vintage.
    private static func mapping(_ vintage: String) -> String {
        Sample.wide + "\nvintage: \(vintage)"
    }

    /// Calls of four cities, and their residents by an office's estimates of
    /// 2025.
    private func store(_ standard: [String: String?] = [:]) throws -> Store {
        let store = try Store(Sample.registry(standard: standard))
        try store.load(
            "City,Period,Calls\nAshford,2026-Q1,10\nBexley,2026-Q1,10\nColne,2026-Q1,10\n"
                + "Derby,2026-Q1,10\n")
        try store.load(
            "City,Period,Residents\nAshford,2025,1000\nBexley,2025,1000\nColne,2025,1000\n"
                + "Derby,2025,1000\n",
            Self.mapping("2025"), sender: "office")
        return store
    }

    private func vintages(_ store: Store) throws -> [String] {
        try store.rows(
            """
            select city, measure_period, measure_value, vintage from member.lineage
            where measure = 'ops/residents' order by city, measure_period
            """)
    }

    @Test func `the lineage of a figure says of which vintage its population is`() throws {
        let store = try store()
        try store.compare()
        #expect(
            try vintages(store) == [
                "ashford 2025 1000 2025", "bexley 2025 1000 2025", "colne 2025 1000 2025",
                "derby 2025 1000 2025",
            ])
        #expect(
            try store.rows(
                "select distinct vintage from member.lineage where measure = 'ops/calls'")
                == ["null"])
        #expect(try store.warehouse.verify(release: 1).holds)
    }

    @Test func `a release of several is refused, and the cities are named`() throws {
        let store = try store()
        try store.load(
            "City,Period,Residents\nBexley,2025,1100\n", Self.mapping("2026"), sender: "office")
        try store.load("City,Period,Residents\nColne,2025,1200\n", file: "own.csv")
        let error = #expect(throws: WarehouseError.self) { try store.compare() }
        #expect(
            error?.description
                == "ops/residents behind figures of 2026-Q1 is of several vintages: \"2025\" for "
                + "2 cities, none named for colne (submission 4), \"2026\" for bexley (submission "
                + "3). A release takes one for all cities and periods. Load the values of these "
                + "cities of that vintage, name it under vintage: in their mapping, or withdraw "
                + "the submission.")
        #expect(try store.rows("select count(*) from member.release") == ["0"])
    }

    @Test func `a new vintage of all cities restates, and a value it repeats is of it`() throws {
        let store = try store()
        try store.compare()
        // Ashford's residents are the same as before.
        try store.load(
            "City,Period,Residents\nAshford,2025,1000\nBexley,2025,1100\nColne,2025,1200\n"
                + "Derby,2025,1300\n",
            Self.mapping("2026"), sender: "office", file: "new.csv")
        #expect(try store.compare().release == 2)
        #expect(
            try vintages(store) == [
                "ashford 2025 1000 2025", "bexley 2025 1100 2026", "colne 2025 1200 2026",
                "derby 2025 1300 2026",
            ])
    }

    @Test func `where no mapping names one, none is asked for`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,10,1000\n")
        try store.load("City,Period,Calls,Residents\nBexley,2026-Q1,10,1000\n", file: "b.csv")
        #expect(try store.compare().release == 1)
        #expect(try vintages(store).allSatisfy { $0.hasSuffix("null") })
    }

    @Test func `the middle of a period reads the value after it, and both are in the lineage`()
        throws
    {
        let store = try store([
            "ops/call-rate.yaml": Sample.metric(
                "Calls per resident",
                "{ratio: {numerator: ops/calls, denominator: ops/residents, multiplier: 1000}}",
                unit: "per-1000", uncertainty: "events",
                more: "service: fire\npopulation: mid_period")
        ])
        try store.load(
            "City,Period,Residents\nAshford,2026,1365\n", Self.mapping("2025"), sender: "office",
            file: "later.csv")
        try store.compare()
        // 227.5 of the 365 days between the middles of the two years.
        #expect(
            try store.rows(
                """
                select city, denominator from member.metric_value
                where metric = 'ops/call-rate' and value is not null order by city
                """) == ["ashford 1227.5", "bexley 1000", "colne 1000", "derby 1000"])
        #expect(
            try vintages(store) == [
                "ashford 2025 1000 2025", "ashford 2026 1365 2025", "bexley 2025 1000 2025",
                "colne 2025 1000 2025", "derby 2025 1000 2025",
            ])
        #expect(try store.warehouse.verify(release: 1).holds)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}

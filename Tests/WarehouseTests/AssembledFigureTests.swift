import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Figures that are made of more than one value of a measure and city.
@Suite struct AssembledFigureTests {
    private func values(_ store: Store, _ metric: String, _ column: String = "value") throws
        -> [String]
    {
        try store.rows(
            """
            select city, period, breakdown, \(column) from member.metric_value
            where metric = 'ops/\(metric)' and \(column) is not null
            order by city, period, breakdown <> 'total', breakdown
            """)
    }

    // MARK: Months, rolling years, earlier years

    @Test func `months make a quarter, and each stands in the lineage`() throws {
        let store = try Store(Sample.full())
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2026-01,1,
            Ashford,2026-02,2,
            Ashford,2026-03,3,
            Ashford,2025-Q4,,1000

            """)
        try store.compare()
        #expect(try values(store, "call-rate") == ["ashford 2026-Q1 total 6"])
        #expect(
            try store.rows(
                """
                select measure, measure_period, measure_value from member.lineage
                where metric = 'ops/call-rate' order by measure_period
                """)
                == [
                    "ops/residents 2025-Q4 1000", "ops/calls 2026-01 1", "ops/calls 2026-02 2",
                    "ops/calls 2026-03 3",
                ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `four quarters make a rolling year, three make none`() throws {
        let store = try Store(Sample.full())
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2025-Q2,1,1000
            Ashford,2025-Q3,2,1000
            Ashford,2025-Q4,3,1000
            Ashford,2026-Q1,4,1000
            Bexley,2025-Q3,2,1000
            Bexley,2025-Q4,3,1000
            Bexley,2026-Q1,4,1000

            """)
        try store.compare()
        #expect(try values(store, "call-rate", "rolling_year") == ["ashford 2026-Q1 total 10"])
    }

    @Test func `growth is told beside the same months of the year before`() throws {
        let store = try Store(Sample.full())
        try store.load("City,Period,Calls\nAshford,2025-Q1,50\nBexley,2025-Q2,50\n")
        try store.load("City,Period,Calls\nAshford,2026-Q1,60\nBexley,2026-Q1,60\n")
        try store.compare()
        #expect(try values(store, "call-growth") == ["ashford 2026-Q1 total 20"])
        #expect(
            try store.rows(
                """
                select measure_period from member.lineage
                where metric = 'ops/call-growth' order by 1
                """) == ["2025-Q1", "2026-Q1"])
    }

    @Test func `an earlier value that a metric needs makes another release, others do not`() throws
    {
        let store = try Store(Sample.full())
        try store.load("City,Period,Calls,Residents\nAshford,2025-Q1,50,9\nAshford,2026-Q1,60,10\n")
        #expect(try store.compare().release == 1)
        try store.load("City,Period,Calls,Residents\nAshford,2020-Q1,1,1\nAshford,2026-Q2,1,10\n")
        #expect(try store.compare().isUnchanged)
        try store.load("City,Period,Calls\nAshford,2025-Q1,40\n")
        #expect(try store.compare().release == 2)
        #expect(try values(store, "call-growth") == ["ashford 2026-Q1 total 50"])
    }

    @Test func `a level that began long ago and still holds is found`() throws {
        let store = try Store(Sample.full())
        try store.load(
            "City,Period,Calls,Residents\nAshford,2020-01/P7Y,,500\nAshford,2026-Q1,5,\n")
        try store.compare()
        #expect(try values(store, "call-rate") == ["ashford 2026-Q1 total 10"])
    }

    @Test func `an annual value of any fiscal year that ends in the year counts where it may`()
        throws
    {
        let store = try Store(
            Sample.full([
                "prices.csv": """
                series,period,value,vintage,source
                cpi,2017,100,2026-01-31,Index book
                cpi,2024,120,2026-01-31,Index book
                cpi,2025,150,2026-01-31,Index book

                """
            ]))
        try store.load(
            """
            City,Period,Measure,Value,Group,Basis,Audit
            Ashford,2024-07/P1Y,staff,366,total,,
            Bexley,2025,staff,300,total,,
            Colne,2025-04/P1Y,staff,300,total,,

            """, Sample.stated)
        try store.compare("2025")
        #expect(
            try values(store, "pay") == ["ashford 2025 total 366", "bexley 2025 total 300"])
        // The index over July 2024 to June 2025: 184 days of 120, 181 of 150.
        let index = (184.0 * 120 + 181 * 150) / 365
        let real = try store.connection.query(
            "select real_value from member.metric_value where metric = 'ops/pay' and city = 'ashford'"
        ).single.double(0)
        #expect(abs(real - 366 * 100 / index) < 1e-9)
        #expect(try values(store, "pay", "real_value").last == "bexley 2025 total 200")
    }

    // MARK: Groups

    private let groups = """
        City,Period,Measure,Value,Group,Basis,Audit
        Ashford,2026-Q1,calls,50,total,,
        Ashford,2026-Q1,calls,10,young,,
        Ashford,2026-Q1,calls,30,old,,
        Ashford,2026-Q1,calls,10,age-unknown,,
        Ashford,2026-Q1,residents,1000,total,,
        Ashford,2026-Q1,residents,400,young,,
        Ashford,2026-Q1,residents,600,old,,
        Bexley,2026-Q1,calls,20,young,,
        Bexley,2026-Q1,residents,500,young,,

        """

    @Test func `groups have figures, standings and lineage of their own`() throws {
        let store = try Store(Sample.full())
        try store.load(groups, Sample.stated)
        let receipt = try store.compare()
        #expect(receipt.metrics == 2)
        #expect(
            try values(store, "call-rate") == [
                "ashford 2026-Q1 total 50", "ashford 2026-Q1 old 50", "ashford 2026-Q1 young 25",
                "bexley 2026-Q1 young 40",
            ])
        #expect(
            try store.rows(
                """
                select city, rank, contributors, median from member.standing
                where metric = 'ops/call-rate' and breakdown = 'young' and value is not null
                order by city
                """) == ["ashford 1 2 32.5", "bexley 2 2 32.5"])
        #expect(
            try store.rows(
                """
                select measure, measure_value, measure_breakdown from member.lineage
                where metric = 'ops/call-rate' and breakdown = 'young' and city = 'bexley'
                order by measure
                """) == ["ops/calls 20 young", "ops/residents 500 young"])
        // 10 of Ashford's 50 calls are of nobody knows which age.
        #expect(
            try values(store, "call-rate", "unknown_share") == [
                "ashford 2026-Q1 old 0.2", "ashford 2026-Q1 young 0.2",
            ])
        #expect(
            try store.rows("select * from member.breakdown order by position")
                == [
                    "total Total null null 0 false false",
                    "young Young age Age group 1 false false",
                    "old Old age Age group 2 false true",
                    "age-unknown Age not known age Age group 3 true false",
                ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a figure made of groups names each of them`() throws {
        let store = try Store(Sample.full())
        try store.load(groups, Sample.stated)
        try store.compare()
        // Half of 10 in 400 and half of 30 in 600, by the thousand.
        #expect(
            try store.rows(
                """
                select city, abs(value - 37.5) < 1e-9 from member.metric_value
                where metric = 'ops/even-rate' and value is not null
                """) == ["ashford true"])
        #expect(
            try store.rows(
                """
                select measure, measure_breakdown, measure_value from member.lineage
                where metric = 'ops/even-rate' order by 1, 2
                """)
                == [
                    "ops/calls old 30", "ops/calls young 10", "ops/residents old 600",
                    "ops/residents young 400",
                ])
    }

    @Test func `groups keep their numbers when others come before them`() throws {
        let store = try Store(Sample.full(standard: ["ops/even-rate.yaml": nil]))
        try store.load(groups, Sample.stated)
        let lists = try #require(Sample.fullStandard["breakdowns.yaml"] ?? nil)
            .replacing("      young: {", with: "      infant: {title: Infant}\n      young: {")
        _ = try store.bringIn(
            Sample.full(standard: ["ops/even-rate.yaml": nil, "breakdowns.yaml": lists]))
        try store.compare()
        #expect(try values(store, "call-rate").count == 4)
        try store.load(groups.replacing("calls,20", with: "calls,25"), Sample.stated)
        try store.compare()
        #expect(try values(store, "call-rate").last == "bexley 2026-Q1 young 50")
    }

    // MARK: Those served

    @Test func `people served stand in the place of residents, and in the lineage`() throws {
        let store = try Store(
            Sample.full([
                "services.csv": """
                city,service,mode,population_served,valid_from,valid_to
                ashford,water,own_staff,2000,,2026-01-01
                ashford,water,own_staff,4000,2026-01-01,

                """
            ]))
        try store.load(
            """
            City,Period,Measure,Value,Group,Basis,Audit
            Ashford,2026-Q1,leaks,8,total,,
            Ashford,2026-Q1,residents,1000,total,,
            Bexley,2026-Q1,leaks,8,total,,
            Bexley,2026-Q1,residents,1000,total,,

            """, Sample.stated)
        try store.compare()
        #expect(
            try values(store, "leak-rate") == ["ashford 2026-Q1 total 2", "bexley 2026-Q1 total 8"])
        #expect(
            try store.rows(
                """
                select city, measure, measure_value, measure_period, file, rule, submission,
                    source_row
                from member.lineage
                where metric = 'ops/leak-rate' and measure = 'ops/residents' order by city
                """)
                == [
                    "ashford ops/residents 4000 2026-Q1 services.csv population-served null null",
                    "bexley ops/residents 1000 2026-Q1 submissions/file.csv cell 1 5",
                ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a metric is not compared before the day from which it holds`() throws {
        let rate = try #require(Sample.standardFiles["ops/call-rate.yaml"])
        let store = try Store(
            Sample.registry(standard: ["ops/call-rate.yaml": rate + "\nvalid_from: 2026-04-01\n"]))
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\nAshford,2026-Q2,2,10\n")
        #expect(try store.compare("2026-Q1").release == nil)
        #expect(try store.compare("2026-Q2").metrics == 1)
        #expect(try values(store, "call-rate", "rolling_year").isEmpty)
    }
}

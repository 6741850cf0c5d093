import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Cities that merge, split and get new names, and new counts of residents.
@Suite struct RegistryChangeTests {
    private let files = [
        "successions.csv": """
        city,becomes,kind,date,share
        bexley,ashford,absorption,2026-01-01,
        colne,exeter,separation,2026-04-01,0.25

        """,
        "attributes.csv": """
        city,attribute,value,valid_from,valid_to
        derby,name,Old Derby,,2025-07-01

        """,
    ]

    private func calls(_ period: String) -> String {
        "City,Period,Calls,Residents\n"
            + ["Ashford", "Bexley", "Colne", "Derby", "Exeter"].map { "\($0),\(period),10,1000\n" }
            .joined()
    }

    private func changes(_ audience: Audience, _ store: Store) throws -> [String] {
        try store.rows(
            """
            select city, becomes, kind, change_date, name, new_name, share
            from \(audience).city_change order by change_date
            """)
    }

    @Test func `what became of cities is in the database, and each audience reads it`() throws {
        let store = try Store(Sample.registry(files))
        #expect(store.changes.contains("city changes: 3"))
        #expect(try store.bringIn(Sample.registry(files)).isEmpty)
        try store.load(calls("2026-Q1"))
        let release = try #require(try store.compare().release)
        let told = [
            "derby derby renamed 2025-07-01 Old Derby Derby null",
            "bexley ashford absorption 2026-01-01 Bexley Ashford null",
            "colne exeter separation 2026-04-01 Colne Exeter 0.25",
        ]
        #expect(try changes(.member, store) == told)
        #expect(try changes(.open, store).isEmpty)
        _ = try store.warehouse.publish(
            release: release, to: .open, at: Timestamp(secondsSince1970: 0))
        #expect(try changes(.open, store) == told)
        #expect(try store.warehouse.brokenPromises().isEmpty)
        // What the file no longer says is gone, and so it is from the next
        // release.
        #expect(try store.bringIn(Sample.registry()) == ["attributes: 0", "city changes: 0"])
        #expect(try store.rows("select count(*) from warehouse.registry_change") == ["0"])
    }

    @Test func `a city that ended is no longer compared nor asked, and what it was stays`() throws {
        let store = try Store(Sample.registry(files))
        for period in ["2025-Q4", "2026-Q1"] {
            try store.load(calls(period), file: period + ".csv")
            try store.compare(period)
        }
        func compared(_ period: String) throws -> [String] {
            try store.rows(
                """
                select city from member.standing
                where metric = 'ops/call-rate' and period = '\(period)' and status = 'reported'
                order by city
                """
            )
        }
        #expect(try compared("2025-Q4") == ["ashford", "bexley", "colne", "derby"])
        #expect(try compared("2026-Q1") == ["ashford", "colne", "derby"])
        #expect(
            try store.rows(
                """
                select distinct status, value from member.metric_value
                where city = 'bexley' and period = '2026-Q1' and metric = 'ops/call-rate'
                """) == ["not_taking_part null"])
        func takingPart(_ period: String) throws -> [String] {
            try store.warehouse.status(
                of: try #require(Period(parsing: period)), registry: store.registry
            ).filter(\.takesPart).map(\.city)
        }
        #expect(try takingPart("2025-Q4") == ["ashford", "bexley", "colne", "derby"])
        #expect(try takingPart("2026-Q1") == ["ashford", "colne", "derby"])
        #expect(try takingPart("2026-Q2") == ["ashford", "colne", "derby", "exeter"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a city is not compared with what it was before a merger or split`() throws {
        let store = try Store(Sample.registry(files))
        for period in ["2025-Q1", "2025-Q2", "2026-Q1", "2026-Q2"] {
            try store.load(calls(period), file: period + ".csv")
            try store.compare(period)
        }
        #expect(
            try store.rows(
                """
                select period, city, is_comparable, change, reason from member.metric_change
                where metric = 'ops/call-rate' order by period, city
                """) == [
                    "2026-Q1 ashford false null succession",
                    "2026-Q1 bexley false null succession",
                    "2026-Q1 colne true 0 null",
                    "2026-Q1 derby true 0 null",
                    "2026-Q1 exeter false null not_taking_part",
                    "2026-Q2 ashford false null succession",
                    "2026-Q2 bexley false null succession",
                    "2026-Q2 colne false null succession",
                    "2026-Q2 derby true 0 null",
                    "2026-Q2 exeter false null succession",
                ])
    }

    @Test func `residents are those of the day, and a new vintage is a release of its own`()
        throws
    {
        let store = try Store()
        try store.load("City,Period,Residents\nAshford,2025,1000\n", file: "2025.csv")
        try store.load("City,Period,Calls\nAshford,2025-Q4,10\nAshford,2026-Q1,10\n")
        try store.compare("2025-Q4")
        try store.compare("2026-Q1")
        // Those of 2026 are too late for 2025-Q4 and in time for 2026-Q1.
        try store.load("City,Period,Residents\nAshford,2026,2000\n", file: "2026.csv")
        #expect(try store.compare("2025-Q4").isUnchanged)
        try store.compare("2026-Q1")
        // A new count of 2025 restates 2025-Q4.
        try store.load("City,Period,Residents\nAshford,2025,1250\n", file: "recount.csv")
        try store.compare("2025-Q4")
        #expect(
            try store.rows(
                """
                select release, period, measure_period, measure_value, file
                from member.lineage_history
                where metric = 'ops/call-rate' and measure = 'ops/residents'
                order by release
                """) == [
                    "1 2025-Q4 2025 1000 submissions/2025.csv",
                    "2 2026-Q1 2025 1000 submissions/2025.csv",
                    "3 2026-Q1 2026 2000 submissions/2026.csv",
                    "4 2025-Q4 2025 1250 submissions/recount.csv",
                ])
        #expect(
            try store.rows(
                """
                select release, value from member.metric_value_history
                where metric = 'ops/call-rate' and city = 'ashford' order by release
                """) == ["1 10", "2 10", "3 5", "4 8"])
    }
}

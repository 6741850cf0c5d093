import MetricSpec
import Testing

@testable import Warehouse

/// Levels for reporting and good practice.
@Suite struct RecognitionTests {
    /// 2026-04-15 and 2026-05-15, 12:00 UTC.
    private let early = 1_776_254_400.0
    private let late = 1_778_846_400.0

    private let folder: [String: String?] = [
        "calendar.csv": "period,due\n2026-Q1,2026-04-30\n",
        "practices.csv": """
        city,criterion,fulfilled,evidence,verdict,assessor,assessed_on,valid_until
        ashford,plan,,document: plan.pdf,met,A. Assessor,2026-01-10,
        bexley,plan,,document: plan.pdf,met,A. Assessor,2026-01-10,2026-02-01
        colne,plan,,,pending,A. Assessor,,

        """,
        "services.csv": "city,service,mode\ncolne,fire,none\n",
    ]

    private func row(_ city: String, _ measure: String, _ audit: String = "") -> String {
        "\(city),2026-Q1,\(measure),10,total,,\(audit)\n"
    }

    private func store() throws -> Store {
        let store = try Store(Sample.full(folder))
        let header = "City,Period,Measure,Value,Group,Basis,Audit\n"
        try store.load(
            header + row("Ashford", "calls", "a") + row("Ashford", "residents")
                + row("Colne", "residents") + row("Bexley", "residents"), Sample.stated,
            file: "early.csv", received: early)
        try store.load(
            header + row("Bexley", "calls"), Sample.stated, file: "late.csv", received: late)
        try store.compare()
        return store
    }

    @Test func `points and levels are those of the rules`() throws {
        let store = try store()
        // Colne has no fire service: only its residents and its plan count.
        #expect(
            try store.rows(
                """
                select city.city, points, possible, level from warehouse.release_recognition
                inner join warehouse.city using (city_id) order by 1
                """)
                == [
                    "ashford 20 20 silver", "bexley 10 20 bronze", "colne 10 12 silver",
                    "derby 0 20 null", "exeter 0 20 null",
                ])
        #expect(
            try store.rows(
                """
                select rule, rule_title, rule_points, rule_possible, level_title, share
                from member.recognition where city = 'bexley' order by rule
                """)
                == [
                    "plan Has a plan 0 2 Bronze 0.5", "reported Reports 10 10 Bronze 0.5",
                    "timely On time 0 4 Bronze 0.5", "verified Verified 0 4 Bronze 0.5",
                ])
        let release = try #require(try store.warehouse.releases().last)
        let given = try #require(try store.warehouse.recognition(of: "derby", in: release))
        #expect(given.level == nil)
        #expect(given.rules.map(\.possible) == [10, 4, 4, 2])
    }

    @Test func `a city below the first level stands in no table of members`() throws {
        let store = try store()
        for table in ["release_recognition", "release_recognition_rule"] {
            #expect(
                try store.rows(
                    """
                    select distinct city.city from member.\(table)
                    inner join member.city using (city_id) order by 1
                    """) == ["ashford", "bexley", "colne"])
        }
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a correction after the day it was due is on time, a first value is not`() throws {
        let store = try store()
        #expect(try store.compare().isUnchanged)
        try store.load(
            "City,Period,Calls\nAshford,2026-Q1,11\n", file: "mended.csv", received: late)
        try store.compare()
        #expect(
            try store.rows(
                """
                select city, rule_points from member.recognition
                where rule = 'timely' order by city
                """) == ["ashford 4", "bexley 0", "colne 0"])
    }

    @Test func `a verdict that changes is another input`() throws {
        let store = try store()
        var changed = folder
        changed["practices.csv"] = folder["practices.csv"]?
            .map {
                $0.replacing(
                    "colne,plan,,,pending,A. Assessor,,",
                    with: "colne,plan,,document: p,met,B,2026-03-01,")
            }
        #expect(try store.bringIn(Sample.full(changed)).isEmpty)
        #expect(try store.compare().release == 2)
        #expect(
            try store.rows(
                "select points from member.release_recognition where release_id = 2 order by 1")
                == ["10", "12", "20"])
    }
}

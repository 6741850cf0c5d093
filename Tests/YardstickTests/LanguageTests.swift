import Foundation
import Testing

/// What the language of the standard says, from the files of cities to
/// standings: units, ways of providing, bases, calendars, breakdowns, prices.
@Suite struct LanguageTests {
    /// What the cities report for 2026-Q3; the expected figures of the tests
    /// are worked out from these.
    private static let quarter =
        [LanguageConsortium.header]
        + ["alder", "birch", "cedar", "dogwood", "elm", "fir"].map {
            "\($0),2026-Q3,people/population,10000,,,,,"
        } + [
            // Alder counts by month: 5 + 6 + 9 = 20.
            "alder,2026-07,police/offences,5,,,,,", "alder,2026-08,police/offences,6,,,,,",
            "alder,2026-09,police/offences,9,,,,,", "birch,2026-Q3,police/offences,30,,,,,",
            "cedar,2026-Q3,police/offences,40,,,,,", "dogwood,2026-Q3,police/offences,50,,,,,",
            "elm,2026-Q3,police/offences,100,,,,,", "fir,2026-Q3,police/offences,10,,,,,",
            "alder,2026-Q3,police/officers,10,,,,,", "birch,2026-Q3,police/officers,20,,,,,",
            "cedar,2026-Q3,police/officers,30,,,,,", "elm,2026-Q3,police/officers,50,,,,,",
            "alder,2026-Q3,police/spending,1000000,,full,accrual,audited,",
            "birch,2026-Q3,police/spending,2000000,,direct,accrual,,",
            "cedar,2026-Q3,police/spending,3000000,,,,,",
            "elm,2026-Q3,police/spending,500000,,full,cash,,",
        ]

    /// The consortium after that quarter was loaded and compared.
    private static func compared() throws -> LanguageConsortium {
        let consortium = try LanguageConsortium()
        let load = try consortium.load("2026-Q3/all/long.csv", quarter)
        #expect(load.code == 0, "\(load)")
        let compare = try consortium.compare("2026-Q3")
        #expect(compare.code == 0, "\(compare)")
        return consortium
    }

    @Test func `a city without the service is neither ranked nor owed`() throws {
        let consortium = try Self.compared()
        // Alder 2, birch 3, cedar 4, elm 100 / 50,000 people served = 2.
        #expect(
            try consortium.standing(
                "police/offence-rate", "alder",
                "value, rank, ranked, contributors, not_reported, not_provided, not_taking_part")
                == "2|1|4|4|0|1|1")
        #expect(
            try consortium.standing(
                "police/offence-rate", "dogwood", "status, value, rank, not_reported")
                == "not_provided|0")
        #expect(
            try consortium.standing("police/offence-rate", "fir", "status, value, rank")
                == "not_taking_part")
    }

    @Test func `rates divide by the population served`() throws {
        let consortium = try Self.compared()
        #expect(
            try consortium.figure("police/offence-rate", "elm", "value, denominator") == "2|50000")
        #expect(
            try consortium.folder.number(
                """
                select count(*) from member.lineage
                where metric = 'police/offence-rate' and city = 'elm'
                    and file = 'services.csv' and measure_value = 50000
                """) == 1)
    }

    @Test func `months make a quarter, and each is in the lineage`() throws {
        let consortium = try Self.compared()
        #expect(try consortium.figure("police/offence-rate", "alder", "value, numerator") == "2|20")
        #expect(
            try consortium.folder.text(
                """
                select string_agg(measure_period, ' ' order by measure_period)
                from member.lineage
                where metric = 'police/offence-rate' and city = 'alder'
                    and measure = 'police/offences'
                """) == "2026-07 2026-08 2026-09")
    }

    @Test func `staff is compared among those with staff of their own`() throws {
        let consortium = try Self.compared()
        #expect(
            try consortium.standing(
                "police/officers-rate", "cedar",
                "status, reason, value, rank, contributors, not_comparable")
                == "not_comparable|mode|3|3|1")
        #expect(
            try consortium.standing("police/officers-rate", "birch", "status, value")
                == "reported|2")
    }

    @Test func `costs compare on equal bases and among equal modes only`() throws {
        let consortium = try Self.compared()
        #expect(
            try consortium.standing("police/cost", "alder", "status, value, contributors")
                == "reported|100|1")
        #expect(
            try consortium.standing("police/cost", "birch", "status, reason, value")
                == "not_comparable|cost_basis|200")
        #expect(
            try consortium.standing("police/cost", "cedar", "status, reason, value")
                == "not_comparable|mode|300")
        #expect(
            try consortium.standing("police/cost", "elm", "status, reason, value")
                == "not_comparable|accounting_basis|10")
    }

    @Test func `real money is nominal times index of base over index of period`() throws {
        let consortium = try Self.compared()
        // 100 dollars x 100 / 200, the index of the newer vintage.
        #expect(try consortium.figure("police/cost", "alder", "value, real_value") == "100|50")
    }

    @Test func `hours are stored as the measure's minutes and shown as hours`() throws {
        let consortium = try LanguageConsortium()
        let load = try consortium.load(
            "2026-Q3/all/hours.csv", ["city,period,hours", "alder,2026-Q3,2.5"])
        #expect(load.code == 0, "\(load)")
        #expect(
            try consortium.folder.text("select value from warehouse.observation") == "150")
        _ = try consortium.compare("2026-Q3")
        #expect(try consortium.figure("police/training", "alder", "value, unit") == "2.5|hours")
    }

    @Test func `fiscal years that end within the same twelve months are compared`() throws {
        let consortium = try LanguageConsortium()
        let load = try consortium.load(
            "2026/all/years.csv",
            [
                "city,year,measure,value", "alder,2026,police/offences,120",
                "birch,2026,police/offences,150",
            ])
        #expect(load.code == 0, "\(load)")
        _ = try consortium.compare("2026")
        #expect(try consortium.figure("police/yearly-offences", "alder", "value") == "120")
        #expect(try consortium.figure("police/yearly-offences", "birch", "value") == "150")
        // Alder's year 2026 began in July 2025; without any_ending it is no 2026.
        #expect(
            try consortium.folder.text(
                """
                select measure_period from member.lineage
                where metric = 'police/yearly-offences' and city = 'alder'
                """) == "2025-07/P1Y")
        #expect(
            try consortium.figure("police/offences-recorded", "alder", "status") == "not_reported")
    }

    @Test func `groups are compared beside the total, with the share not known`() throws {
        let consortium = try LanguageConsortium()
        let load = try consortium.load(
            "2026-Q3/all/long.csv",
            [
                LanguageConsortium.header, "alder,2026-Q3,police/offences,20,,,,,",
                "alder,2026-Q3,police/offences,8,F,,,,", "alder,2026-Q3,police/offences,10,M,,,,",
                "alder,2026-Q3,police/offences,2,U,,,,", "birch,2026-Q3,police/offences,9,X,,,,",
            ])
        #expect(load.code == 1, "\(load)")
        #expect(
            try consortium.folder.text("select rule from intake.finding") == "unknown-breakdown")
        _ = try consortium.compare("2026-Q3")
        #expect(
            try consortium.figure(
                "police/offences-recorded", "alder", "value, unknown_share",
                breakdown: "sex-female") == "8|0.1")
        #expect(try consortium.figure("police/offences-recorded", "alder", "value") == "20")
    }

    @Test func `an unlikely value is a warning within the year and an error at its end`() throws {
        let consortium = try LanguageConsortium()
        func load(_ quarter: String, _ comment: String) throws -> Run {
            try consortium.load(
                "\(quarter)/all/long-\(comment.count).csv",
                [
                    LanguageConsortium.header,
                    "alder,\(quarter),police/training-minutes,700,,,,,\(comment)",
                ])
        }
        #expect(try load("2026-Q3", "").code == 0)
        #expect(try load("2026-Q4", "").code == 1)
        #expect(try load("2026-Q4", "A week of training in November").code == 0)
        #expect(
            try consortium.folder.text(
                """
                select string_agg(rule || ' ' || severity, ', ' order by submission_id)
                from intake.finding
                """)
                == "outside-plausible-range warning, outside-plausible-range error, "
                + "outside-plausible-range info")
    }

    @Test func `a change from a year earlier beyond the limit is to be explained`() throws {
        let consortium = try LanguageConsortium()
        func load(_ quarter: String, _ minutes: Int) throws -> Run {
            try consortium.load(
                "\(quarter)/all/long.csv",
                [
                    LanguageConsortium.header,
                    "alder,\(quarter),police/training-minutes,\(minutes),,,,,",
                ])
        }
        #expect(try load("2025-Q2", 100).code == 0)
        #expect(try load("2026-Q2", 151).code == 0)
        #expect(try load("2025-Q3", 100).code == 0)
        #expect(try load("2026-Q3", 150).code == 0)
        #expect(
            try consortium.folder.text(
                "select concat_ws(' ', rule, severity, period) from intake.finding")
                == "change-to-explain warning 2026-Q2")
    }

    @Test func `recognition counts what was reported and what was seen`() throws {
        let consortium = try Self.compared()
        // Alder has both required measures and a practice: 10 of 10 points.
        #expect(
            try consortium.folder.text(
                "select distinct concat_ws('|', level, points, possible) from member.recognition where city = 'alder'"
            ) == "silver|10|10")
        // Birch's practice has run out: 6 of 10 points.
        #expect(
            try consortium.folder.text(
                "select distinct concat_ws('|', level, points, possible) from member.recognition where city = 'birch'"
            ) == "bronze|6|10")
    }
}

import Foundation
import Testing

/// Records, and trial balances of the year so far, through the commands.
@Suite struct AggregateTests {
    private static let records = """
        title: Offences, one row each
        files: "*/*/records*.csv"
        layout: records
        city: {column: city}
        period: {date: day, length: quarter}
        key: [case]
        figures: [{measure: police/offences, aggregate: count}]
        personal: [victim]

        """

    private static let rows = """
        case,city,day,victim
        1,ashford,2026-07-01,Secret Person
        2,ashford,2026-08-11,Secret Person
        3,barton,2026-09-30,Secret Person
        3,barton,2026-09-30,Secret Person

        """

    private static let people = """
        city,period,measure,value
        ashford,2026-Q3,people/population,1000
        barton,2026-Q3,people/population,2000

        """

    /// The lineage of the offences behind each rate.
    private static let lineage = """
        select string_agg(concat_ws(' ', city, measure_value, row_count, filter, rule,
            length(digest), source_row), '; ' order by city)
        from member.lineage where measure = 'police/offences'
        """
    private static let expected =
        "ashford 2 2 count aggregate 16; barton 1 1 count aggregate 16"

    private func consortium() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.records, to: "mappings/records.yaml")
        try consortium.write(Self.people, to: "submissions/2026-Q3/bureau/long.csv")
        return consortium
    }

    @Test func `records become figures whose lineage is their rows`() throws {
        let consortium = try consortium()
        try consortium.write(Self.rows, to: "submissions/2026-Q3/bureau/records.csv")
        let load = try consortium.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
        #expect(load.output.contains("stands in line 4 too, with the same cells"), "\(load)")
        #expect(try consortium.run("compare", "2026-Q3").code == 0)
        #expect(try consortium.text(Self.lineage) == Self.expected)
    }

    @Test func `figures made where the records lie load with the same lineage`() throws {
        let consortium = try consortium()
        try consortium.write(Self.rows, to: "at-the-city/records.csv")
        let made = try consortium.runLocally(
            "aggregate", "at-the-city/records.csv", "--mapping", "records", "--out",
            "figures.csv")
        #expect(made.code == 0, "\(made)")
        let figures = try String(contentsOfFile: consortium.path + "/figures.csv", encoding: .utf8)
        #expect(
            figures.hasPrefix(
                """
                measure,city,period,breakdown,variant,value,row_count,filter,digest
                police/offences,ashford,2026-Q3,total,actual,2,2,"count",
                """))
        #expect(!figures.contains("Secret"))
        try FileManager.default.moveItem(
            atPath: consortium.path + "/figures.yaml",
            toPath: consortium.path + "/mappings/figures.yaml")
        let load = try consortium.run("load", "figures.csv", "--mapping", "figures")
        #expect(load.code == 0, "\(load)")
        #expect(try consortium.run("load", "submissions").code == 0)
        #expect(try consortium.run("compare", "2026-Q3").code == 0)
        #expect(try consortium.text(Self.lineage) == Self.expected)
    }

    @Test func `aggregate refuses what makes no figures, and a folder`() throws {
        let consortium = try consortium()
        try consortium.write(Self.rows, to: "at-the-city/records.csv")
        for (file, mapping, part) in [
            ("at-the-city/records.csv", "wide", "reads figures and makes none"),
            ("at-the-city", "records", "is a folder"),
        ] {
            let run = try consortium.runLocally(
                "aggregate", file, "--mapping", mapping, "--out", "figures.csv")
            #expect(run.code == 2, "\(run)")
            #expect(run.text.contains(part), "\(run)")
        }
        #expect(!FileManager.default.fileExists(atPath: consortium.path + "/figures.csv"))
    }

    @Test func `three trial balances of the year so far are three quarters`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(
            """
            title: Trial balance of the year so far
            files: "*/*/tb.csv"
            layout: ledger
            city: {path: "{city}/tb.csv"}
            period: {path: "{period}/*/tb.csv"}
            ledger:
              account: account
              amount: amount
              accumulates: fiscal-year
              lines: [{measure: police/offences, accounts: 5000..5999}]

            """, to: "mappings/tb.yaml")
        for (quarter, amount) in [(1, 120), (2, 230), (3, 360)] {
            try consortium.write(
                "account,amount\n5100,\(amount)\n",
                to: "submissions/2026-Q\(quarter)/ashford/tb.csv")
        }
        let load = try consortium.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
        let quarters = "select string_agg(value::text, ' ' order by period_start, submission_id) "
        #expect(try consortium.text(quarters + "from warehouse.observation") == "120 110 130")
        let check = try consortium.run("check", "submissions/2026-Q2/ashford/tb.csv")
        #expect(check.code == 0, "\(check)")
        try consortium.write(
            "account,amount\n5100,125\n", to: "submissions/2026-Q1/ashford/tb.csv")
        let correction = try consortium.run("load", "submissions")
        #expect(correction.code == 0, "\(correction)")
        #expect(correction.output.contains("were worked out with the former ones"))
        #expect(
            try consortium.text(quarters + "from warehouse.observation")
                == "120 125 110 105 130")
    }
}

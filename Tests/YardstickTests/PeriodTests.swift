import Foundation
import Testing

/// Periods on the command line, in files and in folder names.
@Suite struct PeriodTests {
    private func fiscal() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(
            """
            title: The period is the folder's
            files: "*/*/year*.csv"
            layout: wide
            city: {column: city}
            period: {path: "{period}/*/*.csv"}
            values:
              - {column: population, measure: people/population}
              - {column: offences, measure: police/offences}

            """, to: "mappings/year.yaml")
        try consortium.write(
            "city,population,offences\nashford,51000,510\nbarton,62000,310\n",
            to: "submissions/2015-07--P1Y/bureau/year.csv")
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 0, "\(run)")
        return consortium
    }

    @Test func `a folder's name writes the slash of a period as two hyphens`() throws {
        let consortium = try fiscal()
        #expect(
            try consortium.text(
                """
                select string_agg(distinct period_start || ' ' || period_months, ', ')
                from warehouse.observation
                """) == "2015-07-01 12")
    }

    @Test func `commands take a period in both spellings`() throws {
        let consortium = try fiscal()
        let first = try consortium.run("compare", "2015-07/P1Y", "--format", "json")
        #expect(try first.list("comparisons").map { $0["period"] as? String } == ["2015-07/P1Y"])
        #expect(try first.list("comparisons").map { $0["release"] as? Int } == [1])
        let second = try consortium.run("compare", "2015-07--P1Y", "--format", "json")
        #expect(try second.list("comparisons").map { $0["is_unchanged"] as? Bool } == [true])
        for period in ["2015-07/P1Y", "2015-07--P1Y"] {
            let show = try consortium.run("show", "ashford", period, "--format", "json")
            #expect(
                try show.list("standings").map { $0["period"] as? String } == ["2015-07/P1Y"])
            let status = try consortium.run("status", period, "--format", "json")
            #expect(try status.json()["period"] as? String == "2015-07/P1Y")
            let report = try consortium.run(
                "report", "--city", "ashford", "--period", period, "--out", "pages")
            #expect(report.code == 0, "\(report)")
        }
    }

    @Test func `a period for which nobody reports is nothing to compare`() throws {
        let consortium = try fiscal()
        let run = try consortium.run("compare", "2031-Q1")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("2031-Q1: no city reports a metric"), "\(run)")
        #expect(try consortium.count("member.release") == 0)
    }

    @Test func `a comparison of all periods takes those that have values`() throws {
        let consortium = try fiscal()
        let run = try consortium.run("compare", "--all", "--format", "json")
        #expect(run.code == 0, "\(run)")
        #expect(try run.list("comparisons").map { $0["period"] as? String } == ["2015-07/P1Y"])
    }
}

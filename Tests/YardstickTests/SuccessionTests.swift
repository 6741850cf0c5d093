import Foundation
import Testing

/// What `show` and `report` say of cities that merged or got a new name.
@Suite struct SuccessionTests {
    private let consortium: SmallConsortium

    init() throws {
        consortium = try SmallConsortium()
        try consortium.write(
            "city,becomes,kind,date\nbarton,ashford,absorption,2026-07-01\n",
            to: "successions.csv")
        try consortium.write(
            "city,attribute,value,valid_from,valid_to\ncalder,name,Old Calder,,2026-07-01\n",
            to: "attributes.csv")
        for (period, cities) in [
            ("2026-Q2", ["ashford", "barton", "calder"]), ("2026-Q3", ["ashford", "calder"]),
        ] {
            try consortium.write(
                "city,period,population,offences\n"
                    + cities.map { "\($0),\(period),50000,500\n" }.joined(),
                to: "submissions/\(period)/bureau/wide.csv")
        }
        for arguments in [["load", "submissions"], ["compare", "2026-Q2", "2026-Q3"]] {
            let run = try consortium.run(arguments)
            #expect(run.code == 0, "\(run)")
        }
    }

    private static let note =
        "From 2026-Q3 on, Ashford contains the former Barton, absorbed on 2026-07-01."

    @Test func `show says what the series of a merged city contains`() throws {
        let text = try consortium.run("show", "ashford", "2026-Q3")
        #expect(text.output.contains(Self.note + "\n"), "\(text)")
        let document = try consortium.run("show", "ashford", "2026-Q3", "--format", "json")
        #expect(try document.json()["notes"] as? [String] == [Self.note])
        let unchanged = try consortium.run("show", "hoehensee", "2026-Q3", "--format", "json")
        #expect(try unchanged.json()["notes"] == nil)
    }

    @Test func `an old period is told with its old cities and their old names`() throws {
        for (period, pages) in [
            ("2026-Q2", ["ashford", "barton", "calder", "hoehensee", "index"]),
            ("2026-Q3", ["ashford", "calder", "hoehensee", "index"]),
        ] {
            let run = try consortium.run("report", "--all", "--period", period, "--out", period)
            #expect(run.code == 0, "\(run)")
            #expect(
                try consortium.scratch.files(below: "consortium/" + period).keys.sorted()
                    == pages.map { $0 + ".html" })
        }
        let old = try consortium.scratch.text("consortium/2026-Q2/calder.html")
        let new = try consortium.scratch.text("consortium/2026-Q3/calder.html")
        #expect(old.contains("Old Calder"))
        #expect(!new.contains("<h1>Old Calder"))
        #expect(new.contains("Before 2026-07-01, Calder was called Old Calder."))
        #expect(
            try consortium.run("show", "calder", "2026-Q2").output.contains(
                "Old Calder, 2026-Q2, release"))
        let merged = try consortium.scratch.text("consortium/2026-Q3/ashford.html")
        #expect(merged.contains(Self.note))
        #expect(
            !(try consortium.scratch.text("consortium/2026-Q2/ashford.html")).contains(Self.note))
    }

    @Test func `a page of a city that is none in the period is refused, with what it became`()
        throws
    {
        let run = try consortium.run(
            "report", "--city", "barton", "--period", "2026-Q3", "--out", "pages")
        #expect(run.code == 2, "\(run)")
        #expect(
            run.errors.contains(
                "Barton is no city in 2026-Q3. Barton has no figures from 2026-Q3 on: it became "
                    + "part of Ashford on 2026-07-01."), "\(run)")
    }

    @Test func `rows of successions.csv that cannot be stop every command with their place`()
        throws
    {
        try consortium.write(
            "city,becomes,kind,date\nbarton,atlantis,absorption,2026-07-01\n",
            to: "successions.csv")
        let run = try consortium.run("show", "ashford", "2026-Q3")
        #expect(run.code == 2, "\(run)")
        #expect(
            run.errors.contains("successions.csv:2:2: becomes: \"atlantis\" is not in cities.csv."),
            "\(run)")
    }
}

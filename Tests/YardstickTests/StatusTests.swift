import Testing

/// `yardstick status` on a terminal, as JSON and as a page.
@Suite struct StatusTests {
    private func consortium() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write("period,due\n2026-Q3,2026-10-31\n", to: "calendar.csv")
        try consortium.write(
            ComparedConsortium.own, to: "submissions/2026-Q3/ashford/wide.csv")
        try consortium.write(
            "city,period,population,offences\nbarton,2026-Q3,62000,many\n",
            to: "submissions/2026-Q3/barton/wide.csv")
        let load = try consortium.run(
            "load", "submissions", "--received", "2026-11-03T08:00:00Z")
        #expect(load.code == 1, "\(load)")
        return consortium
    }

    @Test func `who is complete, in part, or has sent nothing, and how late, is told on a day`()
        throws
    {
        let consortium = try consortium()
        let run = try consortium.run(
            "status", "2026-Q3", "--on", "2026-11-20", "--format", "json")
        #expect(run.code == 0, "\(run)")
        #expect(try run.json()["due"] as? String == "2026-10-31")
        let lines = try run.list("cities").map { city in
            ["city", "state", "reported", "owed", "errors", "days_late"].map {
                "\(city[$0] ?? "none")"
            }.joined(separator: " ")
        }
        #expect(
            lines == [
                "ashford complete 2 2 0 3", "barton partial 1 2 1 3", "calder nothing 0 2 0 20",
                "hoehensee nothing 0 2 0 20",
            ])
    }

    @Test func `the page and the terminal say the same`() throws {
        let consortium = try consortium()
        let run = try consortium.run(
            "status", "2026-Q3", "--on", "2026-11-20", "--html", "status.html")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("1 completely (due 2026-10-31)"), "\(run)")
        let page = try consortium.scratch.text("consortium/status.html")
        #expect(page.contains("<h1>1 of 4 cities have reported 2026-Q3 completely</h1>"))
        #expect(page.contains("<b>Calder</b>: nothing yet, 20 days late"), "\(page)")
        #expect(page.contains("<b>Barton</b>: 1 of 2 measures, 1 error to correct, 3 days late"))
    }

    @Test func `a day that is none is a usage error`() throws {
        let run = try consortium().run("status", "2026-Q3", "--on", "yesterday")
        #expect(run.code == 64, "\(run)")
    }
}

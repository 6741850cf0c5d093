import Testing

/// `certify`, `query`, `agenda` and what `status` says of a quarter.
@Suite struct QuarterCommandTests {
    private let folder: SmallConsortium

    init() throws {
        folder = try SmallConsortium()
        try folder.write(
            "period,due,queries_until,certify_until\n"
                + "2026-Q3,2026-10-31,2026-11-10,2026-11-15\n", to: "calendar.csv")
        try folder.write(
            "city,role,name,address\nashford,sender,Ann Ash,ann@ashford.example\n"
                + "ashford,certifier,Cy Ash,cy@ashford.example\n", to: "contacts.csv")
        try folder.write(ComparedConsortium.own, to: "submissions/2026-Q3/ashford/wide.csv")
        let load = try folder.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
    }

    private func certify(_ more: String...) throws -> Run {
        try folder.run(
            ["certify", "Ash Ford", "2026-Q3", "--office", "Director of finance"] + more)
    }

    private func status(on day: String) throws -> Run {
        try folder.run("status", "2026-Q3", "--on", day)
    }

    @Test func `the calendar is stored with the registry, the contacts nowhere`() throws {
        #expect(
            try folder.text(
                "select due || ' ' || coalesce(opens::text, '-') "
                    + "from warehouse.reporting_cycle") == "2026-10-31 -")
        let text = """
            select count(*)
            from pg_attribute
            inner join pg_class on pg_class.oid = attrelid
            where relkind = 'r' and attname in ('address', 'contact', 'role')
                and relnamespace::regnamespace::text in ('intake', 'warehouse', 'member')
            """
        #expect(try folder.number(text) == 0)
    }

    @Test func `a certification names services and digests, and again changes nothing`() throws {
        let run = try certify("--by", "Cy Ash", "--format", "json")
        #expect(run.code == 0, "\(run)")
        let lines = try run.list("services")
        #expect(lines.map { $0["outcome"] as? String } == ["certified", "certified"])
        #expect(lines.map { $0["service"] as? String } == [nil, "police"])
        let again = try certify("--by", "Cy Ash")
        #expect(
            again.output.contains("police: certified already; nothing changed."), "\(again)")
        #expect(try status(on: "2026-11-12").output.contains("certified: police, (of none)"))
    }

    @Test func `cities in the same states share a line, and many are counted`() throws {
        func said() throws -> String {
            try status(on: "2026-11-12").output.split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        let own = "cities services by state ashford received: police, (of none)"
        #expect(
            try said().contains(
                "\(own) barton, calder, hoehensee announced: police, (of none)"))
        try folder.write(
            "id,name\nashford,Ash Ford\n" + "barton,Barton\ncalder,Calder\nhoehensee,Höhensee\n"
                + "innis,Innis\n", to: "cities.csv")
        #expect(try folder.run("load", "submissions").code == 0)
        #expect(try said().contains("\(own) the other 4 announced: police, (of none)"))
    }

    @Test func `only a certifier of contacts.csv certifies, and only services that there are`()
        throws
    {
        let other = try certify("--by", "Ann Ash")
        #expect(other.code == 2 && other.errors.contains("Ann Ash is no certifier"), "\(other)")
        let service = try certify("--by", "Cy Ash", "--service", "fire")
        #expect(service.code == 2 && service.errors.contains("no service \"fire\""), "\(service)")
        #expect(try certify("--by", " ").code == 64)
    }

    @Test func `a service with an open question is left out with exit code 1`() throws {
        let asked = try folder.run(
            "query", "open", "--city", "ashford", "--measure", "police/offences", "--period",
            "2026-Q3", "--by", "Opal", "--text", "Is it a month?")
        #expect(asked.code == 0, "\(asked)")
        #expect(
            asked.output.contains(
                "Question 1 (open, waits for the city): police/offences of ashford, 2026-Q3"))
        let run = try certify("--by", "Cy Ash")
        #expect(run.code == 1, "\(run)")
        #expect(run.output.contains("police: not certified. Question 1 waits for the city"))
        let late = try status(on: "2026-11-12")
        #expect(late.output.contains("Stage: certification, next certify until on 2026-11-15."))
        #expect(
            late.output.contains("answer of police"), "\(late)")
        #expect(late.output.contains("Ann Ash ann@ashford.example"), "\(late)")
    }

    @Test func `a thread is listed, shown and closed`() throws {
        _ = try folder.run(
            "query", "open", "--city", "ashford", "--measure", "police/offences", "--period",
            "2026-Q3", "--from", "city", "--by", "Ann", "--text", "Do thefts count?")
        let answer = try folder.run("query", "answer", "1", "--by", "Opal", "--text", "They do.")
        #expect(answer.output.contains("Opal (consortium) answered, figure 510: They do."))
        let list = try folder.run("query", "list", "2026-Q3", "--state", "answered")
        #expect(list.output.contains("They do."), "\(list)")
        #expect(
            try folder.run("query", "list", "--service", "police", "--format", "json")
                .list("queries").count == 1)
        #expect(
            try folder.run("query", "list", "--city", "barton").output
                == "There is no such question.\n")
        let closed = try folder.run("query", "close", "1", "--by", "Ann", "--text", "Thanks.")
        #expect(closed.output.hasPrefix("Question 1 (closed): "), "\(closed)")
        let again = try folder.run("query", "answer", "1", "--text", "More.")
        #expect(again.code == 2 && again.errors.contains("question 1 is closed"), "\(again)")
        #expect(try folder.run("query", "show", "7").code == 2)
        let blank = try folder.run("query", "answer", "1", "--text", " ")
        #expect(blank.code == 64, "\(blank)")
    }

    @Test func `the agenda has the question, and its page says the same`() throws {
        _ = try folder.run(
            "query", "open", "--city", "ashford", "--measure", "police/offences", "--period",
            "2026-Q3", "--by", "Opal", "--text", "Is it a month?")
        let run = try folder.run(
            "agenda", "2026-Q3", "--on", "2026-11-05", "--html", "agenda.html")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("## Police"), "\(run)")
        #expect(
            run.output.contains(
                "**Ashford, Offences** (question 1, waits for the city): 510 cases"), "\(run)")
        #expect(run.output.contains("The quarter is in the stage queries."))
        let page = try folder.scratch.text("consortium/agenda.html")
        #expect(page.contains("Is it a month?") && page.contains("waits for") == false)
        #expect(try folder.run("agenda", "2026-Q3", "--moves", "-1").code == 64)
    }

    @Test func `states are in the page and the document of status too`() throws {
        _ = try certify("--by", "Cy Ash", "--service", "police")
        try folder.write(
            "city,period,population,offences\nashford,2026-Q3,51001,510\n",
            to: "submissions/2026-Q3/ashford/wide-2.csv")
        _ = try folder.run("load", "submissions/2026-Q3/ashford/wide-2.csv")
        let run = try folder.run(
            "status", "2026-Q3", "--on", "2026-11-16", "--html", "status.html", "--format",
            "json")
        #expect(run.code == 0, "\(run)")
        let states = try run.list("services").map { "\($0["city"] ?? "") \($0["state"] ?? "")" }
        #expect(states.prefix(2) == ["ashford certified", "ashford received"], "\(run)")
        #expect(states.filter { $0.hasSuffix("announced") }.count == 6)
        let owed = try run.list("late").filter { $0["owes"] as? String == "certification" }
        #expect(owed.count == 1 && owed.first?["days"] as? Int == 1, "\(run)")
        let page = try folder.scratch.text("consortium/status.html")
        #expect(page.contains("The quarter: closing</h2>"))
        #expect(page.contains("<dt>certified</dt><dd>Ashford</dd>"), "\(page)")
        #expect(!page.contains("ashford.example") && !run.output.contains("ashford.example"))
    }
}

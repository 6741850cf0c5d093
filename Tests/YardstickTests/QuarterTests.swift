import Testing

/// Two quarters of a consortium: Ashford is in time, Barton disputed and then
/// late, Calder certifies nothing and then certifies late, Höhensee takes no
/// part.
@Suite struct QuarterTests {
    private let folder: SmallConsortium

    init() throws {
        folder = try SmallConsortium()
        try folder.write(
            """
            period,opens,due,queries_until,certify_until,preview,release,blackout
            2026-Q3,2026-10-01,2026-10-31,2026-11-10,2026-11-15,2026-11-20,2026-12-01,
            2026-Q4,2027-01-01,2027-01-31,2027-02-10,2027-02-15,2027-02-20,2027-03-01,2027-02-25/2027-02-28

            """, to: "calendar.csv")
        try folder.write(
            """
            city,role,name,address
            ashford,sender,Ann Ash,ann@ashford.example
            ashford,certifier,Cy Ash,cy@ashford.example
            barton,sender,Bo Bart,bo@barton.example
            barton,certifier,Bo Bart,bo@barton.example
            barton,certifier,Bea Bart,bea@barton.example

            """, to: "contacts.csv")
        try folder.write(
            "city,service,mode,takes_part\nhoehensee,police,own_staff,false\n",
            to: "services.csv")
        try folder.write(
            """
            id: small
            name: Four small cities (invented)
            standard: ./standard
            publication: {uncertified: unranked, certified_by_sender: false}

            """, to: "consortium.yaml")
    }

    private func load(
        _ city: String, _ period: String, offences: Int, file: String = "wide", received: String
    ) throws {
        let path = "submissions/\(period)/\(city)/\(file).csv"
        try folder.write(
            "city,period,population,offences\n\(city),\(period),50000,\(offences)\n", to: path)
        let run = try folder.run("load", path, "--received", received)
        #expect(run.code == 0, "\(run)")
    }

    /// The state of the police in a quarter, in the order of the cities.
    private func police(_ period: String) throws -> [String] {
        try folder.run("status", period, "--format", "json").list("services")
            .filter { $0["service"] as? String == "police" }
            .map { "\($0["state"] ?? "")" }
    }

    /// `city owes days` of all that are late on a day.
    private func late(_ period: String, on day: String) throws -> [String] {
        try folder.run("status", period, "--on", day, "--format", "json").list("late")
            .map { "\($0["city"] ?? "") \($0["owes"] ?? "") \($0["days"] ?? "")" }
    }

    private func certify(_ city: String, _ period: String, by name: String) throws -> Run {
        try folder.run("certify", city, period, "--by", name, "--office", "Finance")
    }

    private func say(_ arguments: String...) throws {
        let run = try folder.run(["query"] + arguments)
        #expect(run.code == 0, "\(run)")
    }

    @Test func `two quarters go from announced to certified, each city in its own way`() throws {
        try third()
        try fourth()
        // What happened in the fourth quarter left the third as it was.
        #expect(try police("2026-Q3") == ["certified", "certified", "received", "not_taking_part"])
        let checks = try folder.run("db", "check")
        #expect(checks.code == 0, "\(checks)")
        let audit = try folder.run("audit", "verify")
        #expect(audit.code == 0, "\(audit)")
    }

    private func third() throws {
        #expect(
            try police("2026-Q3") == ["announced", "announced", "announced", "not_taking_part"])
        try load("ashford", "2026-Q3", offences: 500, received: "2026-10-20T09:00:00Z")
        try load("calder", "2026-Q3", offences: 70, received: "2026-10-31T09:00:00Z")
        #expect(try late("2026-Q3", on: "2026-10-31") == [])
        #expect(try late("2026-Q3", on: "2026-11-03") == ["barton report 3"])
        try load("barton", "2026-Q3", offences: 6200, received: "2026-11-03T09:00:00Z")
        try say(
            "open", "--city", "barton", "--measure", "police/offences", "--period", "2026-Q3",
            "--by", "Opal", "--text", "Ten times last year's?")
        #expect(try police("2026-Q3") == ["received", "queried", "received", "not_taking_part"])
        #expect(try late("2026-Q3", on: "2026-11-12").contains("barton answer 2"))
        // A sender is barred, also where he is listed as a certifier.
        let barred = try certify("barton", "2026-Q3", by: "Bo Bart")
        #expect(barred.code == 2 && barred.errors.contains("bars senders"), "\(barred)")
        let early = try certify("barton", "2026-Q3", by: "Bea Bart")
        #expect(early.code == 1 && early.output.contains("Question 1 waits"), "\(early)")
        try say("answer", "1", "--by", "Bo Bart", "--text", "A zero too many.")
        try load(
            "barton", "2026-Q3", offences: 620, file: "wide-2", received: "2026-11-09T09:00:00Z")
        #expect(try police("2026-Q3")[1] == "answered")
        let paper = try folder.run("agenda", "2026-Q3", "--on", "2026-11-10")
        #expect(paper.output.contains("6,200 cases when asked, 620 cases now"), "\(paper)")
        #expect(paper.output.contains("A zero too many."), "\(paper)")
        try say("close", "1", "--by", "Opal", "--text", "Corrected.")
        #expect(try certify("barton", "2026-Q3", by: "Bea Bart").code == 0)
        #expect(try certify("ashford", "2026-Q3", by: "Cy Ash").code == 0)
        #expect(try late("2026-Q3", on: "2026-11-15") == [])
        // Of both its services: the police, and measures of none.
        #expect(
            try late("2026-Q3", on: "2026-11-16") == [
                "calder certification 1", "calder certification 1",
            ])
    }

    private func fourth() throws {
        try load("ashford", "2026-Q4", offences: 510, received: "2027-01-20T09:00:00Z")
        try load("calder", "2026-Q4", offences: 71, received: "2027-01-21T09:00:00Z")
        #expect(try certify("ashford", "2026-Q4", by: "Cy Ash").code == 0)
        #expect(
            try police("2026-Q4") == ["certified", "announced", "received", "not_taking_part"])
        #expect(try late("2026-Q4", on: "2027-02-16").first == "barton report 16")
        try load("barton", "2026-Q4", offences: 640, received: "2027-02-16T09:00:00Z")
        // A later value breaks what it touches, and nothing else.
        try load(
            "ashford", "2026-Q4", offences: 511, file: "wide-2", received: "2027-02-17T09:00:00Z")
        #expect(try police("2026-Q4")[0] == "received")
        let lines = try folder.run("status", "2026-Q4", "--format", "json").list("services")
        #expect(
            lines.first?["broken_now"] as? [String]
                == ["police/offences total 2026-10/P3M normal 511"])
        #expect(lines.dropFirst().first?["state"] as? String == "certified")
        // Withdrawn again, the certified value is current: it holds again.
        let number = try folder.number("select max(submission_id) from intake.submission")
        let withdrawn = try folder.run("withdraw", String(number), "--reason", "By mistake")
        #expect(withdrawn.code == 0, "\(withdrawn)")
        #expect(try certify("calder", "2026-Q4", by: "Cal Der").code == 0)
        #expect(
            try police("2026-Q4") == ["certified", "received", "certified", "not_taking_part"])
        let status = try folder.run("status", "2026-Q4", "--on", "2027-02-26")
        #expect(status.output.contains("blackout until 2027-02-28"), "\(status)")
    }
}

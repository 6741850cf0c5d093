import Postgres
import TestSupport
import Testing

/// One quarter by the commands alone: load, provisional, question, certify,
/// preview, respond, final, correction, difference, verify, backup, restore,
/// verify again.
@Suite struct FullStoryTests {
    private static let rate = "police/offence-rate"

    private let folder: SmallConsortium
    private let other: TemporaryDatabase

    init() throws {
        folder = try SmallConsortium()
        other = try TemporaryDatabase()
        try folder.write(
            """
            id: small
            name: Four small cities (invented)
            standard: ./standard
            publication: {uncertified: unranked}

            """, to: "consortium.yaml")
    }

    @discardableResult
    private func run(_ arguments: String..., code: Int32 = 0) throws -> Run {
        let run = try folder.run(arguments)
        #expect(run.code == code, "\(run)")
        return run
    }

    /// Runs a command on the database that is restored into.
    private func runThere(_ arguments: String...) throws -> Run {
        let run = try Yardstick.run(
            arguments + ["--database", other.settings.url], in: folder.path)
        #expect(run.code == 0, "\(run)")
        return run
    }

    private func load(_ city: String, _ people: Int, _ offences: Int, file: String = "wide") throws
    {
        let path = "submissions/2026-Q3/\(city)/\(file).csv"
        try folder.write(
            "city,period,population,offences\n\(city),2026-Q3,\(people),\(offences)\n", to: path)
        try run("load", path)
    }

    /// `city value rank ranked reason` of what `show` or `preview` shows.
    private func standing(_ command: String, _ city: String) throws -> [String] {
        try run(command, city, "2026-Q3", "--format", "json").list("standings").map { row in
            ["release", "value", "rank", "ranked", "reason"].map { "\(row[$0] ?? "-")" }
                .joined(separator: " ")
        }
    }

    @Test func `a quarter runs from the first file to a restored database`() throws {
        try collect()
        try preview()
        try publish()
        try correct()
        try checkDifference()
        try restore()
    }

    /// Barton sends ten times its offences, is asked, and sends them anew.
    private func collect() throws {
        try load("ashford", 51_000, 510)
        try load("barton", 62_000, 3100)
        try load("calder", 7_000, 14)
        let provisional = try run("compare", "2026-Q3").output
        #expect(provisional.contains("release 1, provisional, 1 metrics, 4 standings"))
        #expect(!provisional.contains("ertified"), "\(provisional)")
        try run(
            "query", "open", "--city", "barton", "--measure", "police/offences", "--period",
            "2026-Q3", "--by", "Opal Orr", "--text", "Ten times last year's?")
        try run("certify", "barton", "2026-Q3", "--by", "Bo", "--office", "Police", code: 1)
        try run("query", "answer", "1", "--by", "Bo Barr", "--text", "A zero too many.")
        try load("barton", 62_000, 310, file: "wide-2")
        try run("query", "close", "1", "--by", "Opal Orr", "--text", "Corrected.")
        for city in ["ashford", "barton"] {
            try run("certify", city, "2026-Q3", "--by", "Cy Cole", "--office", "Finance")
        }
    }

    /// Calder has not certified: its figure is shown and not compared.
    private func preview() throws {
        let held = try run(
            "release", "2026-Q3", "--final", "--visibility", "preview", "--reason", "All is in.")
        #expect(held.output.contains("release 2, final, 1 metrics, 4 standings, in preview"))
        #expect(held.output.contains("1 figure is not comparable: 1 not certified"), "\(held)")
        #expect(held.output.contains("calder: measures of no service, police"), "\(held)")
        #expect(try standing("show", "barton") == ["1 50 3 3 -"])
        #expect(try standing("preview", "barton") == ["2 5 1 2 -"])
        #expect(try standing("preview", "calder") == ["2 2 - 2 not_certified"])
        let said = try run(
            "respond", "barton", "2026-Q3", Self.rate, "--text", "Counted anew.", "--by",
            "Rae Reed", "--office", "Mayor")
        #expect(said.output == "Kept, for the figure 5. It is shown once release 2 is published.\n")
        let shown = try run("preview", "barton", "2026-Q3").output
        #expect(shown.contains("Barton, 2026-Q3, release 2 (final), which members do not see yet"))
        #expect(shown.contains("\(Self.rate): \"Counted anew.\" (Rae Reed, Mayor, "), "\(shown)")
        #expect(try folder.count("member.response") == 0)
    }

    /// Members read who responds; the public reads in what office.
    private func publish() throws {
        try run("release", "publish", "2", "--visibility", "open")
        let nothing = try run("preview", "barton", "2026-Q3").output
        #expect(nothing.hasPrefix("Nothing of 2026-Q3 is held back"), "\(nothing)")
        #expect(
            try folder.text("select concat_ws(' ', author, office, response) from member.response")
                == "Rae Reed Mayor Counted anew.")
        #expect(
            try folder.text("select concat_ws(' ', author, office, response) from open.response")
                == "Mayor Counted anew.")
        try run("report", "--all", "--period", "2026-Q3", "--out", "pages")
        let page = try folder.scratch.text("consortium/pages/barton.html")
        #expect(page.contains("<p>Counted anew.</p><p class=\"source\">Rae Reed, Mayor, for the"))
        let index = try folder.scratch.text("consortium/pages/index.html")
        #expect(index.contains("<dt>Calder</dt><dd>Police and measures of no service</dd>"))
        let calder = try folder.scratch.text("consortium/pages/calder.html")
        #expect(calder.contains("not compared: not certified"))
        #expect(calder.contains("Calder had not certified its figures of: Police and measures"))
    }

    /// A correction breaks the certification of Ashford's police.
    private func correct() throws {
        try load("ashford", 51_000, 51, file: "wide-2")
        let corrected = try run(
            "release", "2026-Q3", "--reason", "A precinct was counted twice.")
        #expect(corrected.output.contains("release 3, corrected"), "\(corrected)")
        #expect(try standing("show", "ashford") == ["3 1 - 1 not_certified"])
        try run("certify", "ashford", "2026-Q3", "--by", "Cy Cole", "--office", "Finance")
        #expect(try run("compare", "2026-Q3").output.contains("release 4, corrected"))
        #expect(try standing("show", "ashford") == ["4 1 1 2 -"])
        let states = try run("status", "2026-Q3", "--format", "json").list("services")
            .filter { $0["service"] as? String == "police" }
            .map { "\($0["state"] ?? "")" }
        #expect(states == ["agreed", "agreed", "released_uncertified", "announced"])
    }

    private func checkDifference() throws {
        let csv = try run("release", "diff", "2", "4", "--format", "csv").output
        #expect(
            csv.split(separator: "\n").dropFirst() == [
                "value,changed,\(Self.rate),ashford,total,,10.0,1.0,reported,reported,,,,5",
                "rank,moved,\(Self.rate),ashford,total,all,2,1,,,-1,0,0,",
                "rank,moved,\(Self.rate),barton,total,all,1,2,,,0,1,0,",
            ], "\(csv)")
        let text = try run("release", "diff", "3", "4").output
        #expect(text.contains("1 status changed") && text.contains("certification"), "\(text)")
        let log = try run("release", "log").output
        #expect(log.contains("Reason: A precinct was counted twice."), "\(log)")
        #expect(
            log.contains("calder: 2.0 to 2.0 (not comparable), through certification"), "\(log)")
        try run("release", "verify", "1", "2", "3", "4")
    }

    private func restore() throws {
        let backup = folder.scratch.path + "/backup"
        try run("db", "backup", backup)
        _ = try runThere("db", "restore", backup)
        let releases = ["releases", "--format", "json"]
        #expect(
            try runThere("releases", "--format", "json").output == folder.run(releases).output)
        let verified = try runThere("release", "verify", "1", "2", "3", "4").output
        #expect(
            verified.split(separator: "\n").count(where: {
                $0.contains("was computed again: the same ")
            }) == 4, "\(verified)")
        #expect(try runThere("compare", "2026-Q3").output.contains("unchanged since release 4"))
        for check in [["db", "check"], ["audit", "verify"]] {
            let here = try folder.run(check)
            #expect(here.code == 0, "\(here)")
        }
        _ = try runThere("db", "check")
        _ = try runThere("audit", "verify")
    }
}

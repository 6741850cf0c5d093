import Foundation
import Testing

/// What a city reported before, and what it said about it.
@Suite struct HistoryTests {
    private let folder: SmallConsortium
    private let odd = "submissions/2026-Q3/ashford/long.csv"

    /// Six quarters of Ashford are loaded, and a seventh that is unlike them
    /// lies there.
    init() throws {
        folder = try SmallConsortium()
        let quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
        let counts = [412, 431, 405, 422, 418, 409]
        var text = "city,period,measure,value\n"
        for (quarter, count) in zip(quarters, counts) {
            text += "ashford,\(quarter),police/offences,\(count)\n"
            text += "barton,\(quarter),police/offences,\(count * 3)\n"
        }
        try folder.write(text, to: "submissions/2026-Q2/bureau/long.csv")
        let run = try folder.run("load", "submissions/2026-Q2")
        #expect(run.code == 0, "\(run)")
        try write(1290)
    }

    private func write(_ value: Int) throws {
        try folder.write(
            "city,period,measure,value\nashford,2026-Q3,police/offences,\(value)\n", to: odd)
    }

    private func explain(_ arguments: String...) throws -> Run {
        try folder.run(
            ["explain", "--city", "ashford", "--measure", "police/offences", "--period", "2026-Q3"]
                + arguments)
    }

    @Test func `check asks with the database, with a history file, and not with neither`() throws {
        let asked = "\"1290\" is unlike the 6 earlier values of police/offences"
        let withDatabase = try folder.run("check", odd)
        #expect(withDatabase.code == 0 && withDatabase.output.contains(asked), "\(withDatabase)")
        let written = try folder.run("history", "--city", "ashford", "--out", "ashford.json")
        #expect(written.code == 0, "\(written)")
        let withFile = try folder.runLocally("check", odd, "--history", "ashford.json")
        #expect(withFile.output == withDatabase.output)
        let withNeither = try Yardstick.run(
            ["check", odd], in: folder.path,
            environment: ["YARDSTICK_DATA_DIR": folder.scratch.path + "/nowhere"])
        #expect(withNeither.code == 0 && !withNeither.output.contains("earlier"), "\(withNeither)")
    }

    @Test func `a history tells the city's own values and nobody else's`() throws {
        let run = try folder.run("history", "--city", "ashford", "--format", "json")
        let document = try run.json()
        #expect(document["schema"] as? String == "yardstick/history/1")
        let series = try #require(document["series"] as? [[String: any Sendable]])
        #expect(series.map { $0["city"] as? String } == ["ashford"])
        let values = try #require(series.first?["values"] as? [String: Double])
        #expect(values.count == 6 && values["2026-Q2"] == 409)
        #expect(!run.output.contains("barton"))
        let unknown = try folder.run("history", "--city", "atlantis")
        #expect(unknown.code == 2 && unknown.errors.contains("no city \"atlantis\""), "\(unknown)")
    }

    private static let cases = """
        title: Offences, one row each
        files: "*/*/cases*.csv"
        layout: records
        city: {column: city}
        period: {date: day, length: quarter}
        key: [case]
        figures: [{measure: police/offences, aggregate: count}]

        """

    @Test func `what was counted before is found with a history file as with the database`() throws
    {
        try folder.write(Self.cases, to: "mappings/cases.yaml")
        let head = "city,day,case\n"
        let first = "submissions/2026-Q3/ashford/cases.csv"
        let next = "submissions/2026-Q4/ashford/cases.csv"
        try folder.write(head + "ashford,2026-07-01,A1\nashford,2026-07-02,A2\n", to: first)
        #expect(try folder.run("load", first).code == 0)
        try folder.write(head + "ashford,2026-10-02,A2\nashford,2026-10-03,A3\n", to: next)
        let written = try folder.run("history", "--city", "ashford", "--out", "ashford.json")
        #expect(written.code == 0, "\(written)")
        let withDatabase = try folder.run("check", next)
        #expect(
            withDatabase.output.contains("1 of 2 records of ashford for 2026-Q4 was counted"),
            "\(withDatabase)")
        let withFile = try folder.runLocally("check", next, "--history", "ashford.json")
        #expect(withFile.output == withDatabase.output)
    }

    @Test func `a file that was counted for another period is found with a history file`() throws {
        let mapping =
            SmallConsortium.long.replacing("long*.csv", with: "fixed.csv")
            .replacing("{column: period}", with: "{path: \"{period}/*/*.csv\"}")
            + "ignore: [period]\n"
        try folder.write(mapping, to: "mappings/fixed.yaml")
        let text = "city,period,measure,value\nashford,x,police/offences,418\n"
        try folder.write(text, to: "submissions/2026-Q3/ashford/fixed.csv")
        #expect(try folder.run("load", "submissions/2026-Q3/ashford/fixed.csv").code == 0)
        let next = "submissions/2026-Q4/ashford/fixed.csv"
        try folder.write(text, to: next)
        let written = try folder.run("history", "--city", "ashford", "--out", "ashford.json")
        #expect(written.code == 0, "\(written)")
        let withDatabase = try folder.run("check", next)
        #expect(
            withDatabase.output.contains("was counted for ashford and 2026-Q3"), "\(withDatabase)")
        let withFile = try folder.runLocally("check", next, "--history", "ashford.json")
        #expect(withFile.output == withDatabase.output)
    }

    @Test func `a history of another consortium, or none, is refused`() throws {
        let other = try SmallConsortium(id: "other")
        let written = try folder.run(
            "history", "--city", "ashford", "--out", other.path + "/ashford.json")
        #expect(written.code == 0, "\(written)")
        try other.write("city,period,measure,value\n", to: odd)
        let refused = try other.runLocally("check", odd, "--history", "ashford.json")
        #expect(refused.code == 2, "\(refused)")
        #expect(refused.errors.contains("is a history of the consortium \"small\""), "\(refused)")
        let none = try other.runLocally("check", odd, "--history", "cities.csv")
        #expect(none.code == 2 && none.errors.contains("is no history"), "\(none)")
    }

    @Test func `an explained figure is not asked about again, another one is`() throws {
        let load = try folder.run("load", odd)
        #expect(load.output.contains("warning: "), "\(load)")
        let said = try explain("--text", "A new counting rule", "--author", "J. Doe")
        #expect(said.code == 0, "\(said)")
        #expect(said.output.contains("is explained and not asked about again"))
        let again = try explain("--text", "A new counting rule", "--author", "J. Doe")
        #expect(again.output.contains("nothing changed"), "\(again)")
        #expect(try folder.count("intake.explanation") == 1)
        let findings = try folder.run("findings")
        #expect(findings.output.contains("Explained by J. Doe: A new counting rule"), "\(findings)")
        let check = try folder.run("check", odd)
        #expect(check.output.contains("info: ") && !check.output.contains("warning: "), "\(check)")
        #expect(check.output.contains("explained by \"A new counting rule\""))
        try write(1390)
        #expect(try folder.run("check", odd).output.contains("warning: "))
    }

    @Test func `a figure that is not there yet is explained by its value`() throws {
        let nameless = try explain("--text", "It is so")
        #expect(nameless.code == 2 && nameless.errors.contains("--value"), "\(nameless)")
        let named = try explain("--text", "It is so", "--value", "1290", "--publish")
        #expect(named.output.contains("it is accepted when it is sent"), "\(named)")
        #expect(try folder.count("intake.explanation", where: "is_public") == 1)
        let load = try folder.run("load", odd)
        #expect(load.code == 0 && !load.output.contains("warning: "), "\(load)")
    }
}

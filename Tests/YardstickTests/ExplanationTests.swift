import Foundation
import Testing

/// Questions, answers to them, and what becomes of both.
@Suite struct ExplanationTests {
    private let folder: SmallConsortium
    private let file = "submissions/2026-Q4/bureau/wide.csv"

    /// A quarter that closes the year, with a population that nobody believes:
    /// the measure has a plausible range from 500 on.
    init() throws {
        folder = try SmallConsortium()
        try folder.write(
            "city,period,population,offences\nashford,2026-Q4,300,12\nbarton,2026-Q4,62000,310\n",
            to: file)
        let load = try folder.run("load", file)
        #expect(load.code == 1, "\(load)")
    }

    private var values: String? {
        get throws {
            try folder.text(
                """
                select string_agg(city || ' ' || value, ', ' order by city, value)
                from warehouse.observation
                join warehouse.city using (city_id)
                """)
        }
    }

    private func explain(_ more: String...) throws -> Run {
        try folder.run(
            [
                "explain", "--city", "ashford", "--measure", "people/population", "--period",
                "2026-Q4", "--value", "300", "--text", "A mining town, closed in June",
            ] + more)
    }

    @Test func `the questions of a submission come with the command that answers each`() throws {
        let list = try folder.run("explain", "1")
        #expect(list.code == 0, "\(list)")
        let command =
            "yardstick explain --city ashford --measure people/population --period 2026-Q4 "
            + "--value 300 --text \"...\""
        #expect(list.output.contains("\n  \(command)\n"), "\(list)")
        let lines = try folder.run("explain", "1", "--format", "json").list("questions")
        #expect(lines.count == 1 && lines.first?["command"] as? String == command)
        #expect(lines.first?["value"] as? Double == 300)
        #expect(try explain().code == 0)
        let none = try folder.run("explain", "1")
        #expect(none.output.contains("Submission 1 has no open question."), "\(none)")
        let unknown = try folder.run("explain", "9")
        #expect(unknown.code == 2, "\(unknown)")
    }

    @Test func `a row is called what it is, whatever its file is called`() throws {
        let records = "submissions/2026-Q4/calder/wide.csv"
        try folder.write(
            #"{"city": "barton", "period": "2026-Q4", "population": 62100, "offences": 311}"#
                + "\n\n"
                + #"{"city": "calder", "period": "2026-Q4", "population": 299, "offences": 12}"#
                + "\n", to: records)
        try folder.write(
            SmallConsortium.wide.replacing("wide*.csv", with: "wide.json"),
            to: "mappings/named.yaml")
        let lines = "submissions/2026-Q4/hoehensee/wide.json"
        try folder.write(
            "city,period,population,offences\nhoehensee,2026-Q4,298,7\n", to: lines)
        for (number, place, path) in [
            (2, "wide.csv, record 2 (line 3), ", records), (3, "wide.json, line 2, ", lines),
        ] {
            #expect(try folder.run("check", path).output.contains(place), "\(place)")
            #expect(try folder.run("load", path).code == 1)
            for command in ["findings", "explain"] {
                let run = try folder.run(command, "\(number)")
                #expect(run.code == 0 && run.output.contains(place), "\(run)")
            }
        }
    }

    @Test func `a question names the file in the archive or folder that it stands in`() throws {
        let mapping =
            SmallConsortium.wide.replacing("*/*/wide*.csv", with: "*/*/parts")
            + "format: {member: \"*.csv\"}\n"
        try folder.write(mapping, to: "mappings/parts.yaml")
        let head = "city,period,population,offences\n"
        for (name, row) in [
            ("a.csv", "ashford,2026-Q3,51000,12"), ("b.csv", "barton,2026-Q3,300,310"),
        ] {
            try folder.write(head + row + "\n", to: "submissions/2026-Q3/bureau/parts/" + name)
        }
        #expect(try folder.run("load", "submissions/2026-Q3").code == 0)
        let list = try folder.run("explain", "2")
        #expect(list.output.contains("bureau/parts/b.csv, line 2, column C"), "\(list)")
        let lines = try folder.run("explain", "2", "--format", "json").list("questions")
        #expect(lines.map { $0["member"] as? String } == ["b.csv"])
    }

    @Test func `figures that are those of the quarter before are answered like others`() throws {
        let head = "city,period,population,offences\n"
        func rows(_ quarter: String, _ figures: [(Int, Int)]) -> String {
            zip(["ashford", "barton", "calder"], figures).map {
                "\($0),\(quarter),\($1.0),\($1.1)\n"
            }.joined()
        }
        let figures = [(51_210, 1_210), (62_345, 3_345), (73_275, 4_275)]
        for (quarter, change) in [("2025-Q4", 0), ("2026-Q1", 307), ("2026-Q2", -411)] {
            let moved = figures.map { ($0.0 + change, $0.1 + change) }
            try folder.write(
                head + rows(quarter, moved), to: "submissions/\(quarter)/bureau/wide.csv")
            #expect(try folder.run("load", "submissions/\(quarter)").code <= 1)
        }
        let same = figures.map { ($0.0 - 411, $0.1 - 411) }
        let file = "submissions/2026-Q3/bureau/wide.csv"
        try folder.write(head + rows("2026-Q3", same), to: file)
        let check = try folder.run("check", file)
        #expect(check.output.contains("are those of 2026-Q2"), "\(check)")
        #expect(try folder.run("load", file).code == 0)
        let list = try folder.run("explain", "5")
        #expect(list.output.contains("[same-as-last-period]"), "\(list)")
        let command = try #require(
            try folder.run("explain", "5", "--format", "json").list("questions")
                .first { $0["rule"] as? String == "same-as-last-period" })
        let value = try #require(command["value"] as? Double)
        let said = try folder.run(
            "explain", "--city", command["city"] as? String ?? "", "--measure",
            command["measure"] as? String ?? "", "--period", "2026-Q3", "--value", "\(value)",
            "--text", "A quiet summer")
        #expect(said.code == 0, "\(said)")
        let none = try folder.run("explain", "5")
        #expect(!none.output.contains("[same-as-last-period]"), "\(none)")
        let again = try folder.run("check", file, "--all")
        #expect(again.output.contains("info: "), "\(again)")
        #expect(again.output.contains("explained by \"A quiet summer\""), "\(again)")
    }

    @Test func `a submission and an answer together are wrong usage, and so is half an answer`()
        throws
    {
        #expect(try explain("1").code == 64)
        #expect(try folder.run("explain", "--city", "ashford").code == 64)
    }

    @Test func `a rejected figure that is explained comes with the same file again`() throws {
        #expect(try values == "ashford 12, barton 310, barton 62000")
        let same = try folder.run("load", file)
        #expect(same.output.contains("already holds this file: nothing changed"), "\(same)")
        let said = try explain()
        #expect(said.code == 0 && said.output.contains("Submission 1 rejected it: load"), "\(said)")
        let load = try folder.run("load", file)
        #expect(load.code == 0 && load.output.contains("submission 2"), "\(load)")
        #expect(load.output.contains("3 unchanged"), "\(load)")
        #expect(try values == "ashford 12, ashford 300, barton 310, barton 62000")
        let again = try folder.run("load", file)
        #expect(again.output.contains("submission 2 already holds this file"), "\(again)")
        #expect(try folder.count("intake.submission") == 2)
        #expect(try folder.run("db", "check").code == 0)
    }

    @Test func `an explanation of another figure brings nothing back`() throws {
        #expect(try explain("--value", "301").code == 0)
        let load = try folder.run("load", file)
        #expect(load.output.contains("already holds this file: nothing changed"), "\(load)")
    }

    @Test func `what may be published stands beside the figure in lineage, nothing else`() throws {
        #expect(try explain("--author", "J. Doe").code == 0)
        #expect(try folder.run("load", file).code == 0)
        #expect(try folder.run("compare", "2026-Q4").code == 0)
        let lineage = """
            select string_agg(concat_ws(' ', release, city, measure, explanation, explained_by),
                '; ' order by city)
            from member.lineage
            where explanation is not null
            """
        #expect(try folder.text(lineage) == nil)
        // Publishing it is another input: a release of its own says so.
        #expect(try explain("--author", "J. Doe", "--publish").code == 0)
        let compare = try folder.run("compare", "2026-Q4")
        #expect(compare.code == 0, "\(compare)")
        #expect(
            try folder.text(lineage)
                == "2 ashford people/population A mining town, closed in June J. Doe")
        #expect(try folder.run("compare", "2026-Q4").code == 0)
        #expect(try folder.count("member.release") == 2)
    }

    @Test func `a column of the file explains its figures, for later files too`() throws {
        let noted = "submissions/2026-Q4/barton/noted.csv"
        try folder.write(
            """
            title: With notes
            files: "*/*/noted*.csv"
            layout: wide
            city: {column: city}
            period: {column: period}
            explanation: {column: note}
            values: [{column: population, measure: people/population}]

            """, to: "mappings/noted.yaml")
        try folder.write(
            "city,period,population,note\ncalder,2026-Q4,200,A hamlet by charter\n"
                + "hoehensee,2026-Q4,210,\n",
            to: noted)
        let load = try folder.run("load", noted)
        #expect(load.code == 1, "\(load)")
        #expect(try values?.contains("calder 200") == true)
        #expect(try values?.contains("hoehensee") == false)
        #expect(
            try folder.text(
                "select concat_ws(' ', value, author, is_public, explanation) "
                    + "from intake.explanation") == "200 barton f A hamlet by charter")
        let later = "submissions/2026-Q4/calder/wide.csv"
        try folder.write(
            "city,period,population,offences\ncalder,2026-Q4,200,3\n", to: later)
        let again = try folder.run("load", later)
        #expect(again.code == 0, "\(again)")
        #expect(again.output.contains("explained by \"A hamlet by charter\""), "\(again)")
        #expect(try folder.run("erase", "2", "--bytes", "--reason", "Asked for").code == 0)
        #expect(
            try folder.text("select explanation from intake.explanation") == "The text was erased.")
    }
}

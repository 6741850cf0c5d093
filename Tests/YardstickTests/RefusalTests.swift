import Foundation
import Postgres
import Testing

/// What ends a command with exit code 2 before anything is stored.
@Suite struct RefusalTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"
    private static let text = BadFile.header + "\n" + BadFile.good + "\n"

    private func prepared() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        return consortium
    }

    /// Asserts that both `check` and `load` refuse with the same words, and
    /// that nothing is stored.
    private func expectRefusal(
        of path: String, in consortium: SmallConsortium, words: [String]
    ) throws {
        let runs = [
            try consortium.runLocally("check", path), try consortium.run("load", path),
        ]
        for run in runs {
            #expect(run.code == 2, "\(run)")
            for word in words { #expect(run.errors.contains(word), "\(word)\n\(run)") }
        }
        #expect(try consortium.count("pg_tables", where: "schemaname = 'intake'") == 0)
    }

    @Test func `a path that is not there is refused`() throws {
        try expectRefusal(
            of: "submissions/2026-Q4", in: try prepared(),
            words: ["submissions/2026-Q4 does not exist", "Name a file or a folder"])
    }

    @Test func `a mapping with a typo in a key is refused with its place`() throws {
        let consortium = try prepared()
        try consortium.write(
            SmallConsortium.long.replacing("layout:", with: "layuot:"), to: "mappings/long.yaml")
        try expectRefusal(
            of: "submissions", in: consortium,
            words: ["mappings/long.yaml:3:", "\"layuot\" is not known", "Did you mean \"layout\"?"])
    }

    @Test func `a mapping that names a measure unknown to the standard is refused`() throws {
        let consortium = try prepared()
        try consortium.write(
            SmallConsortium.wide.replacing("police/offences", with: "police/offenses"),
            to: "mappings/wide.yaml")
        try expectRefusal(
            of: "submissions", in: consortium,
            words: ["mappings/wide.yaml", "police/offenses", "police/offences"])
    }

    @Test func `a file that no mapping serves stops the run before anything is loaded`() throws {
        let consortium = try prepared()
        try consortium.write(Self.text, to: "submissions/2026-Q3/barton/other.csv")
        try expectRefusal(
            of: "submissions", in: consortium,
            words: [
                "submissions/2026-Q3/barton/other.csv: no mapping serves this file", "files:",
                "--mapping", "long, wide",
            ])
    }

    @Test func `a file that two mappings serve stops the run before anything is loaded`() throws {
        let consortium = try prepared()
        try consortium.write(SmallConsortium.long, to: "mappings/second.yaml")
        try expectRefusal(
            of: "submissions", in: consortium,
            words: ["\(Self.file): 2 mappings serve this file: long, second", "--mapping"])
        let run = try consortium.run("load", "submissions", "--mapping", "second")
        #expect(run.code == 0, "\(run)")
    }

    @Test func `a file outside submissions needs the name of a mapping`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: "elsewhere.csv")
        try expectRefusal(
            of: "elsewhere.csv", in: consortium,
            words: ["elsewhere.csv lies outside submissions/", "--mapping NAME (long, wide)"])
        let wrong = try consortium.run("load", "elsewhere.csv", "--mapping", "lnog")
        #expect(wrong.code == 2, "\(wrong)")
        #expect(wrong.errors.contains("there is no mapping \"lnog\""), "\(wrong)")
    }

    @Test func `a folder that is no consortium is refused`() throws {
        let scratch = try Scratch()
        let run = try Yardstick.run(["check", "."], in: scratch.path)
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("no consortium.yaml is here or above"), "\(run)")
        #expect(run.errors.contains("yardstick init"), "\(run)")
    }

    @Test func `a consortium folder is found above, by option and by environment`() throws {
        let consortium = try prepared()
        let file = consortium.path + "/" + Self.file
        let above = try Yardstick.run(
            ["check", "long.csv"], in: consortium.path + "/submissions/2026-Q3/ashford")
        let option = try Yardstick.run(["check", "--consortium", consortium.path, file])
        let environment = try Yardstick.run(
            ["check", file], environment: ["YARDSTICK_CONSORTIUM": consortium.path])
        for run in [above, option, environment] {
            #expect(run.code == 0, "\(run)")
            #expect(run.output.contains("1 accepted"), "\(run)")
        }
    }

    @Test func `another consortium's folder is refused and leaves nothing`() throws {
        let consortium = try prepared()
        _ = try consortium.run("load", "submissions")
        let rows = try consortium.submissionRows()
        let other = try SmallConsortium(id: "other")
        try other.write(Self.text, to: Self.file)
        let url = consortium.url
        for arguments in [["load", "submissions"], ["compare", "2026-Q3"], ["status"]] {
            let run = try Yardstick.run(arguments + ["--database", url], in: other.path)
            #expect(run.code == 2, "\(run)")
            #expect(run.errors.contains("the database holds the consortium \"small\""), "\(run)")
            #expect(run.errors.contains("\"other\""), "\(run)")
            #expect(run.errors.contains("--database"), "\(run)")
        }
        #expect(try consortium.submissionRows() == rows)
        #expect(try consortium.text("select consortium from warehouse.consortium") == "small")
    }

    @Test func `a city that has values and vanished from cities.csv is refused`() throws {
        let consortium = try prepared()
        _ = try consortium.run("load", "submissions")
        let cities = try consortium.scratch.text("consortium/cities.csv")
        try consortium.write(
            cities.replacing("ashford,Ashford,Ash Ford|AF,\n", with: ""), to: "cities.csv")
        let run = try consortium.run("compare", "2026-Q3")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("ashford"), "\(run)")
        #expect(run.errors.contains("cities.csv"), "\(run)")
        #expect(try consortium.count("warehouse.city", where: "city = 'ashford'") == 1)
    }

    @Test(arguments: [
        ["compare"], ["compare", "2026-Q3", "--all"], ["compare", "summer"],
        ["show", "ashford", "2026-13"], ["report", "--period", "2026-Q3", "--out", "r"],
        ["load"], ["lod"], ["status", "--format", "xml"], ["status", "--format", "csv"],
    ])
    func `a wrong command line is a usage error`(_ arguments: [String]) throws {
        let consortium = try prepared()
        let split = try Yardstick.run(arguments, in: consortium.path)
        #expect(split.code == 64, "\(split)")
        #expect(split.errors.contains("Usage: yardstick"), "\(split)")
    }
}

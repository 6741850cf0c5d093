import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct InitTests {
    @Test func `a new folder takes a file as soon as two cities are in it`() throws {
        let scratch = try Scratch()
        let database = try TemporaryDatabase()
        let made = try Yardstick.run(["init", "Our Valley"], in: scratch.path)
        #expect(made.code == 0, "\(made)")
        #expect(made.output.contains("Our Valley/README.md"), "\(made)")
        try scratch.write(
            "id,name,aliases,country\nashford,Ashford,,\nbarton,Barton,,\n",
            to: "Our Valley/cities.csv")
        try scratch.write(Self.file, to: "Our Valley/submissions/2026-Q3/ashford/values.csv")
        for arguments in [
            ["check", "submissions/2026-Q3"],
            ["load", "submissions/2026-Q3", "--database", database.settings.url],
            ["compare", "2026-Q3", "--database", database.settings.url],
            [
                "report", "--all", "--period", "2026-Q3", "--out", "reports", "--database",
                database.settings.url,
            ],
        ] {
            let run = try Yardstick.run(arguments, in: scratch.path + "/Our Valley")
            #expect(run.code == 0, "\(run)")
        }
        #expect(
            try scratch.files(below: "Our Valley/reports").keys.sorted()
                == ["ashford.html", "barton.html", "index.html"])
        let connection = try database.connect()
        defer { connection.close() }
        #expect(
            try connection.query(
                """
                select string_agg(city || ' ' || status, ', ' order by city)
                from member.standing
                where metric = 'fire/casualty-rate' and peer_group = 'all'
                """
            ).single.text(0) == "ashford reported, barton not_reported")
    }

    private static let file = """
        city,period,measure,value
        ashford,2026-Q3,people/resident-population,51000
        ashford,2026-Q3,fire/fire-deaths,0
        ashford,2026-Q3,fire/fire-injuries,3

        """

    @Test func `a folder that is a consortium already is left as it is`() throws {
        let scratch = try Scratch()
        _ = try Yardstick.run(["init", "valley"], in: scratch.path)
        try scratch.write("id,name,aliases,country\nashford,Ashford,,\n", to: "valley/cities.csv")
        let before = try scratch.files(below: "valley")
        let run = try Yardstick.run(["init", "valley"], in: scratch.path)
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("valley is a consortium folder already"), "\(run)")
        #expect(try scratch.files(below: "valley") == before)
    }

    @Test func `files that are there already are not written over`() throws {
        let scratch = try Scratch()
        try scratch.write("mine", to: "valley/README.md")
        let run = try Yardstick.run(["init", "valley"], in: scratch.path)
        #expect(run.code == 0, "\(run)")
        #expect(try scratch.text("valley/README.md") == "mine")
    }

    @Test func `what init writes is described in its README`() throws {
        let scratch = try Scratch()
        _ = try Yardstick.run(["init", "valley"], in: scratch.path)
        let readme = try scratch.text("valley/README.md")
        for name in try scratch.files(below: "valley").keys where name != "README.md" {
            let word = name.contains("/") ? name.split(separator: "/")[0] + "/" : name[...]
            #expect(readme.contains(word), "\(name)")
        }
    }
}

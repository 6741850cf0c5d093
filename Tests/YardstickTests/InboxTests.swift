import Foundation
import Testing

/// `yardstick inbox` answers each file that arrived, once and wholly.
@Suite struct InboxTests {
    private static let good = BadFile.header + "\n" + BadFile.good + "\n"
    private static let bad = good + "ashford,2026-Q3,police/offences,12O\n"

    private func consortium() throws -> SmallConsortium { try SmallConsortium() }

    private func inbox(
        _ consortium: SmallConsortium, settle: String = "0", _ more: String...
    ) throws -> Run {
        try FileManager.default.createDirectory(
            atPath: consortium.path + "/inbox", withIntermediateDirectories: true)
        return try Yardstick.run(
            ["inbox", "inbox", "--once", "--settle", settle, "--period", "2026-Q3"] + more,
            in: consortium.path)
    }

    /// Names of the answers, without the digest in them.
    private func answers(_ consortium: SmallConsortium) throws -> [String] {
        try consortium.scratch.files(below: "consortium/outbox").keys.sorted().map {
            $0.replacing(/\.[0-9a-f]{12}\./, with: ".")
        }
    }

    @Test func `each file is answered by a copy, a page and a mail in its sender's folder`()
        throws
    {
        let consortium = try consortium()
        try consortium.write(Self.good, to: "inbox/ashford/long.csv")
        try consortium.write(Self.bad, to: "inbox/barton/2026/long.csv")
        let run = try inbox(consortium, "--mapping", "long")
        #expect(run.code == 1, "\(run)")
        #expect(
            try answers(consortium) == [
                "ashford/long.csv.html", "ashford/long.csv.txt", "ashford/long.csv.xlsx",
                "barton/2026--long.csv.html", "barton/2026--long.csv.txt",
                "barton/2026--long.csv.xlsx",
            ])
        let files = try consortium.scratch.files(below: "consortium/outbox")
        let mail = try #require(files.first { $0.key.hasSuffix("txt") && $0.key.hasPrefix("b") })
        let text = String(decoding: mail.value, as: UTF8.self)
        #expect(text.hasPrefix("long.csv: 1 of 2 values is not accepted.\n"), "\(text)")
        #expect(text.contains("\"12O\" is not a number"), "\(text)")
        #expect(text.contains("column D \"value\", line 3"), "\(text)")
    }

    @Test func `the same file is answered once, and a changed one anew`() throws {
        let consortium = try consortium()
        try consortium.write(Self.good, to: "inbox/ashford/long.csv")
        #expect(try inbox(consortium).code == 0)
        let before = try consortium.scratch.files(below: "consortium/outbox")
        let again = try inbox(consortium)
        #expect(again.code == 0 && again.output.contains("Nothing new"), "\(again)")
        #expect(try consortium.scratch.files(below: "consortium/outbox") == before)
        try consortium.write(Self.bad, to: "inbox/ashford/long.csv")
        #expect(try inbox(consortium).code == 1)
        let after = try consortium.scratch.files(below: "consortium/outbox")
        #expect(after.count == 6)
        #expect(before.allSatisfy { after[$0.key] == $0.value })
    }

    @Test func `a file that no mapping serves is told so, and how a mapping is drafted`() throws {
        let consortium = try consortium()
        try consortium.write("what,is\nthis,?\n", to: "inbox/ashford/other.csv")
        let run = try inbox(consortium)
        #expect(run.code == 1, "\(run)")
        #expect(
            try answers(consortium) == ["ashford/other.csv.html", "ashford/other.csv.txt"])
        let files = try consortium.scratch.files(below: "consortium/outbox")
        for file in files.values {
            #expect(String(decoding: file, as: UTF8.self).contains("yardstick map suggest"))
        }
    }

    @Test func `names of files on their way are passed over, and links`() throws {
        let consortium = try consortium()
        for name in [".long.csv", "long.csv.part", "long.csv.tmp", "long.csv~"] {
            try consortium.write(Self.good, to: "inbox/ashford/" + name)
        }
        try consortium.write(Self.good, to: "inbox/long.csv")
        try FileManager.default.createSymbolicLink(
            atPath: consortium.path + "/inbox/ashford/long.csv",
            withDestinationPath: consortium.path + "/cities.csv")
        let run = try inbox(consortium)
        #expect(run.code == 0, "\(run)")
        #expect(try answers(consortium) == [])
    }

    @Test func `a file that is still being written waits until it is whole`() throws {
        let consortium = try consortium()
        let path = consortium.path + "/inbox/ashford/long.csv"
        try consortium.write(BadFile.header + "\n", to: "inbox/ashford/long.csv")
        let program = try Yardstick.start(
            ["inbox", "inbox", "--watch", "--settle", "1.5", "--period", "2026-Q3"],
            in: consortium.path)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        for character in (BadFile.good + "\n").utf8 {
            try handle.write(contentsOf: [character])
            usleep(80_000)
        }
        try handle.close()
        #expect(try answers(consortium) == [])
        #expect(try poll(seconds: 30) { try answers(consortium).count == 3 })
        program.send(SIGTERM)
        let run = try program.finish()
        #expect(run.code == 0, "\(run)")
        let mail = try consortium.scratch.files(below: "consortium/outbox").first {
            $0.key.hasSuffix("txt")
        }
        let text = String(decoding: try #require(mail).value, as: UTF8.self)
        #expect(text.hasPrefix("long.csv: the value is accepted."), "\(text)")
    }

    @Test func `two programs at once give whole answers, each file once`() throws {
        let consortium = try consortium()
        for number in 1...6 {
            try consortium.write(Self.bad, to: "inbox/ashford/long\(number).csv")
        }
        let start = {
            try Yardstick.start(
                ["inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3"],
                in: consortium.path)
        }
        let runs = try [start(), start()].map { try $0.finish() }
        #expect(runs.allSatisfy { $0.code <= 1 && $0.errors.isEmpty }, "\(runs)")
        #expect(try answers(consortium).count == 18)
    }

    @Test func `a program that is killed leaves no half answer, and the next one answers all`()
        throws
    {
        let consortium = try consortium()
        let lines = (0..<60_000).map { "ashford,\(1900 + $0 % 90)-Q1,people/population,\($0)x\n" }
        for number in 1...3 {
            try consortium.write(
                BadFile.header + "\n" + lines.joined(), to: "inbox/ashford/long\(number).csv")
        }
        let program = try Yardstick.start(
            ["inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3"],
            in: consortium.path)
        #expect(
            poll {
                let names = try? FileManager.default.contentsOfDirectory(
                    atPath: consortium.path + "/outbox")
                return names?.contains { $0.hasPrefix(".work-") } == true
            })
        usleep(300_000)
        program.send(SIGKILL)
        _ = try program.finish()
        for (name, bytes) in try consortium.scratch.files(below: "consortium/outbox")
        where !name.hasPrefix(".work-") {
            #expect(name.hasSuffix(".xlsx") ? bytes.prefix(2) == Data("PK".utf8) : true)
            #expect(name.hasSuffix(".html") ? bytes.suffix(8) == Data("</html>\n".utf8) : true)
        }
        #expect(try inbox(consortium).code == 1)
        #expect(try answers(consortium).count == 9)
        let left = try FileManager.default.contentsOfDirectory(atPath: consortium.path + "/outbox")
        #expect(left == ["ashford"])
    }

    @Test func `with --load each file is stored, and its answer says where`() throws {
        let consortium = try consortium()
        try consortium.write(Self.bad, to: "inbox/ashford/long.csv")
        let run = try consortium.run(
            "inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3", "--load",
            "--format", "json")
        #expect(run.code == 1, "\(run)")
        let replies = try run.list("replies")
        #expect(replies.map { $0["submission"] as? Int } == [1])
        #expect(replies.map { $0["verdict"] as? String } == ["partly_accepted"])
        #expect(
            try consortium.text("select sender || ' ' || file from intake.submission")
                == "ashford inbox/ashford/long.csv")
        #expect(try consortium.count("warehouse.observation") == 1)
    }

    // MARK: Folders

    private static let parts = """
        title: Parts
        files: "*/*/parts"
        format: {member: "*.csv"}
        layout: wide
        city: {path: "{city}.csv"}
        period: {path: "{period}/*/*/*"}
        values: [{column: population, measure: people/population}]
        """

    private func folder(_ files: (name: String, population: String)...) throws -> SmallConsortium {
        let consortium = try consortium()
        try consortium.write(Self.parts, to: "mappings/parts.yaml")
        for file in files {
            try consortium.write(
                "population\n\(file.population)\n", to: "inbox/office/parts/" + file.name)
        }
        return consortium
    }

    @Test func `a folder that a mapping takes together is one answer, and one submission`() throws {
        let consortium = try folder(("ashford.csv", "51000"), ("barton.csv", "62OOO"))
        let run = try consortium.run(
            "inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3", "--load")
        #expect(run.code == 1, "\(run)")
        #expect(
            try answers(consortium)
                == ["office/parts.html", "office/parts.txt", "office/parts.xlsx"])
        #expect(
            try consortium.text("select file || ' ' || part_member::text from intake.submission")
                == "inbox/office/parts {ashford.csv,barton.csv}")
        let files = try consortium.scratch.files(below: "consortium/outbox")
        let mail = try #require(files.first { $0.key.hasSuffix("txt") })
        let text = String(decoding: mail.value, as: UTF8.self)
        #expect(text.contains("\"62OOO\" is not a number"), "\(text)")
        let again = try consortium.run(
            "inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3", "--load")
        #expect(again.code == 0 && again.output.contains("Nothing new"), "\(again)")
        try consortium.write("population\n62000\n", to: "inbox/office/parts/barton.csv")
        let mended = try consortium.run(
            "inbox", "inbox", "--once", "--settle", "0", "--period", "2026-Q3", "--load")
        #expect(mended.code == 0, "\(mended)")
        #expect(try answers(consortium).count == 6)
    }

    @Test func `a folder of which a file is still on its way waits`() throws {
        let consortium = try folder(("ashford.csv", "51000"), ("barton.csv.part", "62"))
        let run = try inbox(consortium)
        #expect(run.code == 0 && run.errors.contains("still being written"), "\(run)")
        #expect(try answers(consortium) == [])
        let path = consortium.path + "/inbox/office/parts/barton.csv"
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        #expect(try inbox(consortium).code == 0)
        #expect(try answers(consortium).count == 3)
    }

    @Test func `the files of a folder that no mapping takes together are answered one by one`()
        throws
    {
        let consortium = try consortium()
        try consortium.write(Self.good, to: "inbox/ashford/2026/long1.csv")
        try consortium.write(Self.good, to: "inbox/ashford/2026/long2.csv")
        #expect(try inbox(consortium, "--mapping", "long").code == 0)
        #expect(try answers(consortium).count == 6)
    }

    @Test func `an empty folder, and a link to one, are no submission`() throws {
        let consortium = try folder()
        let sender = consortium.path + "/inbox/office"
        try FileManager.default.createDirectory(
            atPath: sender + "/parts", withIntermediateDirectories: true)
        #expect(try inbox(consortium).output.contains("Nothing new"))
        try FileManager.default.removeItem(atPath: sender + "/parts")
        try consortium.write("population\n1\n", to: "elsewhere/ashford.csv")
        try FileManager.default.createSymbolicLink(
            atPath: sender + "/parts", withDestinationPath: consortium.path + "/elsewhere")
        #expect(try inbox(consortium).code == 1)
        #expect(!(try answers(consortium)).contains("office/parts.txt"))
    }

    @Test(arguments: [
        (["inbox", "inbox"], 64, "--once or --watch"),
        (["inbox", "none", "--once"], 2, "is no folder"),
        (["inbox", "inbox", "--once", "--out", "submissions/out"], 2, "nothing is ever written"),
        (["inbox", "inbox", "--once", "--mapping", "none"], 2, "there is no mapping"),
    ])
    func `a call that cannot be served is refused`(
        arguments: [String], code: Int32, words: String
    ) throws {
        let consortium = try consortium()
        try consortium.write(Self.good, to: "inbox/ashford/long.csv")
        let run = try Yardstick.run(arguments, in: consortium.path)
        #expect(run.code == code, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
    }
}

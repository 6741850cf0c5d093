import Foundation
import Testing

/// Identity, order and withdrawal, as CONTRACT.md has them.
@Suite struct SubmissionTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"
    private static let text = BadFile.header + "\n" + BadFile.good + "\n"

    private func loaded() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 0, "\(run)")
        return consortium
    }

    /// The figure of a city's population that is current, through a release.
    private func currentValue(_ consortium: SmallConsortium) throws -> String? {
        let run = try consortium.run("compare", "2026-Q3")
        #expect(run.code == 0, "\(run)")
        return try consortium.text(
            """
            select max(denominator) from member.metric_value
            where city = 'ashford' and metric = 'police/offence-rate'
            """)
    }

    @Test func `the same file twice changes nothing and is no error`() throws {
        let consortium = try loaded()
        let rows = try consortium.submissionRows()
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output.contains(
                "\(Self.file): submission 1 already holds this file: nothing changed."), "\(run)")
        #expect(try consortium.submissionRows() == rows)
    }

    @Test func `a withdrawn file stays withdrawn when it is loaded again, until it is undone`()
        throws
    {
        let consortium = try loaded()
        let withdrawn = try consortium.run("withdraw", "1", "--reason", "Another year's figures")
        #expect(withdrawn.code == 0, "\(withdrawn)")
        let again = try consortium.run("load", "submissions")
        #expect(again.code == 0, "\(again)")
        #expect(again.output.contains("nothing changed"), "\(again)")
        #expect(again.output.contains("yardstick withdraw 1 --undo --reason"), "\(again)")
        #expect(try consortium.count("intake.submission", where: "is_withdrawn") == 1)
        let undone = try consortium.run("withdraw", "1", "--undo", "--reason", "It was right")
        #expect(undone.code == 0, "\(undone)")
        #expect(try consortium.count("intake.submission", where: "is_withdrawn") == 0)
        #expect(
            try consortium.text(
                """
                select string_agg(action || ': ' || reason, '; ' order by event)
                from intake.submission_event
                """) == "withdrawn: Another year's figures; restored: It was right")
    }

    @Test func `what was current before a withdrawn correction is current again`() throws {
        let consortium = try SmallConsortium()
        let offences = "ashford,2026-Q3,police/offences,120"
        try consortium.write(Self.text + offences + "\n", to: Self.file)
        try consortium.write(
            BadFile.header + "\nashford,2026-Q3,people/population,52000\n",
            to: "submissions/2026-Q3/ashford/long-corrected.csv")
        _ = try consortium.run("load", Self.file)
        #expect(try currentValue(consortium) == "51000")
        let correction = try consortium.run(
            "load", "submissions/2026-Q3/ashford/long-corrected.csv")
        #expect(correction.output.contains("1 superseded"), "\(correction)")
        #expect(try currentValue(consortium) == "52000")
        _ = try consortium.run("withdraw", "2", "--reason", "The first was right")
        #expect(try currentValue(consortium) == "51000")
    }

    @Test(arguments: [
        (["withdraw", "7", "--reason", "x"], 2, "there is no submission 7"),
        (["withdraw", "1", "--undo", "--reason", "x"], 2, "submission 1 is not withdrawn"),
        (["withdraw", "1", "--reason", " "], 64, "Say why"),
        (["withdraw", "1"], 64, "--reason"),
    ])
    func `a withdrawal that cannot be is refused with its reason`(
        _ arguments: [String], _ code: Int32, _ words: String
    ) throws {
        let consortium = try loaded()
        let run = try consortium.run(arguments)
        #expect(run.code == code, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
        #expect(try consortium.count("intake.submission_event") == 0)
    }

    @Test func `the time of receipt is the one that is given`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        _ = try consortium.run("load", "submissions", "--received", "2026-11-02T08:15:00Z")
        #expect(
            try consortium.text(
                """
                select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
                from intake.submission
                """) == "2026-11-02 08:15")
        let wrong = try consortium.run("load", "submissions", "--received", "yesterday")
        #expect(wrong.code == 64, "\(wrong)")
    }

    @Test func `a sender is the option, else the folder, else the mapping's, else the consortium`()
        throws
    {
        let consortium = try SmallConsortium(id: "valley")
        try consortium.write(Self.text, to: Self.file)
        try consortium.write(Self.text, to: "elsewhere.csv")
        let named = SmallConsortium.long.replacing("*/*/long", with: "*/*/none")
        try consortium.write(named + "sender: bureau\n", to: "mappings/named.yaml")
        for arguments in [
            ["--sender", "officer", Self.file], [Self.file],
            ["--mapping", "named", "elsewhere.csv"], ["--mapping", "long", "elsewhere.csv"],
        ] {
            let run = try Yardstick.run(
                ["load", "--database", consortium.url] + arguments,
                in: consortium.path)
            #expect(run.code == 0, "\(run)")
        }
        #expect(
            try consortium.text(
                "select string_agg(sender, ' ' order by submission_id) from intake.submission")
                == "officer ashford bureau valley")
    }

    @Test func `hidden files and Markdown are passed over`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        for name in [".long.csv.swp", "README.md", ".git/long.csv"] {
            try consortium.write("nothing for us", to: "submissions/2026-Q3/ashford/" + name)
        }
        let run = try consortium.run("load", "submissions", "--format", "json")
        #expect(run.code == 0, "\(run)")
        #expect(try run.list("submissions").map { $0["file"] as? String } == [Self.file])
    }

    @Test func `a note that is named is passed over like others`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        try consortium.write("nothing for us", to: "submissions/2026-Q3/README.md")
        let run = try consortium.run("load", "submissions/2026-Q3/README.md", Self.file)
        #expect(run.code == 0, "\(run)")
        #expect(try consortium.count("intake.submission") == 1)
    }

    @Test func `submissions may lie behind a link`() throws {
        let consortium = try SmallConsortium()
        let name = Self.file.replacing("submissions/", with: "drive/")
        try consortium.write(Self.text, to: name)
        let link = consortium.path + "/submissions"
        try? FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: consortium.path + "/drive")
        for path in [Self.file, consortium.path + "/" + name] {
            let run = try consortium.run("load", path, "--format", "json")
            #expect(run.code == 0, "\(run)")
            #expect(try run.list("submissions").map { $0["submission"] as? Int } == [1])
        }
        #expect(try consortium.text("select file from intake.submission") == Self.file)
    }

    @Test func `a folder without files is nothing to do`() throws {
        let consortium = try SmallConsortium()
        try consortium.write("A note", to: "submissions/2026-Q3/README.md")
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("nothing to do"), "\(run)")
    }

    @Test func `the original bytes are kept as they came`() throws {
        let consortium = try loaded()
        #expect(
            try consortium.number("select byte_count from intake.submission")
                == Self.text.utf8.count)
        // `sha256sum` of the text, by the database.
        #expect(
            try consortium.text("select digest from intake.submission")
                == consortium.text("select encode(sha256('\(Self.text)'::bytea), 'hex')"))
    }
}

import Testing

/// `yardstick erase` drops bytes and texts, and says why in the store.
@Suite struct ErasureTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"
    private static let text =
        BadFile.header + "\n" + BadFile.good + "\nashford,2026-Q3,police/offences,Jane Doe\n"

    private func loaded() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 1, "\(run)")
        return consortium
    }

    @Test func `an erased submission is listed as such, without a text of the file`() throws {
        let consortium = try loaded()
        #expect(try consortium.run("findings", "1").output.contains("Jane Doe"))
        let run = try consortium.run(
            "erase", "1", "--bytes", "--reason", "A name in it", "--by", "Officer Reed")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("\(Self.text.utf8.count) bytes are erased"), "\(run)")
        let listed = try consortium.run("submissions", "--format", "json").list("submissions")
        #expect(listed.map { $0["original"] as? String } == ["erased"])
        let findings = try consortium.run("findings", "1")
        #expect(!findings.output.contains("Jane Doe"), "\(findings)")
        #expect(findings.output.contains("not-a-number"), "\(findings)")
        #expect(
            try consortium.text(
                """
                select actor || ': ' || reason from intake.audit_entry where action = 'erased'
                """)
                == "Officer Reed: A name in it")
        let promises = try consortium.run("db", "check")
        #expect(promises.code == 0, "\(promises)")
        let again = try consortium.run("load", "submissions")
        #expect(again.output.contains("already holds this file: nothing changed"), "\(again)")
    }

    @Test(arguments: [
        (["erase", "1", "--bytes"], 64, "--reason"),
        (["erase", "1", "--bytes", "--reason", " "], 64, "Say why"),
        (["erase", "1", "--reason", "x"], 64, "--bytes"),
        (["erase", "7", "--bytes", "--reason", "x"], 2, "there is no submission 7"),
    ])
    func `an erasure that cannot be is refused and nothing is gone`(
        _ arguments: [String], _ code: Int32, _ words: String
    ) throws {
        let consortium = try loaded()
        let run = try consortium.run(arguments)
        #expect(run.code == code, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
        #expect(try consortium.count("intake.submission_chunk") == 1)
        #expect(try consortium.count("intake.audit_entry", where: "action = 'erased'") == 0)
    }
}

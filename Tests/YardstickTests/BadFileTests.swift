import Testing

@Suite struct BadFileTests {
    /// Another city's file, in which nothing is wrong.
    static let neighbour = (
        path: "submissions/2026-Q3/calder/long.csv",
        text: "city,period,measure,value\ncalder,2026-Q3,people/population,7000\n"
    )

    @Test(arguments: BadFile.unusable)
    func `a file of which nothing can be used is kept with its finding and no value`(
        _ file: BadFile
    ) throws {
        let consortium = try prepared(file)
        try expect(file, in: consortium, code: 1, state: "rejected")
        #expect(
            try consortium.count("intake.submission_chunk", where: Self.ofBad) > 0
                || file.bytes.isEmpty)
    }

    @Test(arguments: BadFile.partlyUsable)
    func `a bad value is rejected and the others of its file are accepted`(
        _ file: BadFile
    ) throws {
        try expect(file, in: try prepared(file), code: 1, state: "current")
    }

    @Test(arguments: BadFile.usable)
    func `a file that only needs a look is accepted with a finding`(_ file: BadFile) throws {
        try expect(file, in: try prepared(file), code: 0, state: "current")
    }

    private static let ofBad =
        "submission_id = (select submission_id from intake.submission where sender = 'ashford')"

    private func prepared(_ file: BadFile) throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(file.bytes, to: file.path)
        try consortium.write(Self.neighbour.text, to: Self.neighbour.path)
        return consortium
    }

    /// Asserts that `check` and `load` say the same and end with the same
    /// code, and that the database holds what was accepted and no more.
    private func expect(
        _ file: BadFile, in consortium: SmallConsortium, code: Int32, state: String
    ) throws {
        let checked = try consortium.runLocally("check", "submissions")
        let loaded = try consortium.run("load", "submissions")
        for run in [checked, loaded] {
            #expect(run.code == code, "\(run)")
            for word in file.words + [file.path] {
                #expect(run.output.contains(word), "\(word)\n\(run)")
            }
        }
        #expect(try consortium.count("warehouse.observation", where: Self.ofBad) == file.accepted)
        #expect(
            try consortium.count(
                "intake.finding", where: "\(Self.ofBad) and rule = '\(file.rule)'") > 0)
        #expect(
            try consortium.count(
                "intake.submission",
                where: "sender = 'ashford' and is_rejected = \(state == "rejected")") == 1)
        try expectNeighbour(in: consortium)
        let promises = try consortium.run("db", "check")
        #expect(promises.code == 0, "\(promises)")
    }

    @Test(arguments: BadFile.unusable + BadFile.partlyUsable + BadFile.usable)
    func `what check finds is what load stores`(_ file: BadFile) throws {
        let consortium = try prepared(file)
        let checked = try consortium.runLocally("check", "submissions", "--format", "json")
        _ = try consortium.run("load", "submissions")
        let stored = try consortium.run("findings", "--format", "json")
        let found = try checked.list("files").flatMap { entry in
            try #require(entry["findings"] as? [[String: any Sendable]])
        }
        let kept = try stored.list("findings")
        #expect(found.map(Self.summary).sorted() == kept.map(Self.summary).sorted())
        #expect(found.contains { $0["rule"] as? String == file.rule })
    }

    /// What both lists say of a finding: which, where, about what.
    private static func summary(_ finding: [String: any Sendable]) -> String {
        ["rule", "severity", "row", "column", "city", "measure", "period", "found"].map { key in
            "\(key) \(finding[key].map { "\($0)" } ?? "none")"
        }.joined(separator: ", ")
    }

    /// Asserts that the other file of the run was loaded all the same.
    private func expectNeighbour(in consortium: SmallConsortium) throws {
        let value = try consortium.number(
            """
            select max(value) from warehouse.observation
            inner join warehouse.city on city.city_id = observation.city_id
            where city.city = 'calder'
            """)
        #expect(value == 7000)
    }
}

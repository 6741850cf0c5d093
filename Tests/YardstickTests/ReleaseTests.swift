import Postgres
import Testing

/// One quarter from the first file to the correction log, by the commands.
@Suite struct ReleaseTests {
    private let consortium: SmallConsortium
    private static let offences = "police/offence-rate"

    /// Offences of 10, 5 and 2 per 1,000; a provisional release.
    init() throws {
        consortium = try ComparedConsortium().consortium
    }

    private func run(_ arguments: String..., code: Int32 = 0) throws -> Run {
        let run = try consortium.run(arguments)
        #expect(run.code == code, "\(run)")
        return run
    }

    private func correct() throws {
        try consortium.write(
            "city,period,population,offences\nashford,2026-Q3,51000,51\n",
            to: "submissions/2026-Q3/ashford/wide-2.csv")
        _ = try run("load", "submissions")
    }

    @Test func `a quarter is released, corrected, told apart, verified and logged`() throws {
        let final = try run("release", "2026-Q3", "--final")
        #expect(final.output.contains("2026-Q3: release 2, final, 1 metrics, 4 standings"))
        try correct()
        let corrected = try run(
            "release", "2026-Q3", "--final", "--reason", "A precinct was counted twice.")
        #expect(corrected.output.contains("release 3, corrected"), "\(corrected)")
        let again = try run("compare", "2026-Q3")
        #expect(
            again.output.contains("unchanged since release 3, corrected"), "\(again)")

        let csv = try run("release", "diff", "1", "--format", "csv")
        #expect(
            csv.output == """
                kind,change,metric,city,breakdown,peer_group,before,after,status_before,\
                status_after,own,others,membership,submissions
                value,changed,\(Self.offences),ashford,total,,10.0,1.0,reported,reported,,,,3
                rank,moved,\(Self.offences),ashford,total,all,3,1,,,-2,0,0,
                rank,moved,\(Self.offences),barton,total,all,2,3,,,0,1,0,
                rank,moved,\(Self.offences),calder,total,all,1,2,,,0,1,0,

                """, "\(csv)")
        let text = try run("release", "diff", "2", "3")
        #expect(
            text.output.contains(
                "release 2 (final) to 3 (corrected): 1 value changed, 3 ranks moved"), "\(text)")

        _ = try run("erase", "1", "--bytes", "--reason", "x")
        let verified = try run("release", "verify", "1", "2", "3")
        #expect(
            verified.output.split(separator: "\n").allSatisfy {
                $0.contains("was computed again: the same ")
            }, "\(verified)")

        let log = try run("release", "log").output
        #expect(log.contains("Reason: A precinct was counted twice."), "\(log)")
        #expect(
            log.contains(
                "\(Self.offences) of ashford: 10.0 to 1.0, through submission 3 "
                    + "(submissions/2026-Q3/ashford/wide-2.csv, received "), "\(log)")
        let promises = try run("db", "check")
        #expect(promises.code == 0)
    }

    @Test func `a release that differs from the store ends with exit code 1`() throws {
        let connection = try consortium.connect()
        try connection.execute("update member.release_value set value = 9 where value = 10")
        connection.close()
        let found = try run("release", "verify", "1", code: 1)
        #expect(found.output.contains("release 1, provisional, is not what it was"), "\(found)")
        #expect(
            found.output.contains("  release_value was changed after it was frozen"), "\(found)")
    }

    @Test func `an embargo is kept, and the public sees what is opened to it`() throws {
        try correct()
        let held = try run(
            "release", "2026-Q3", "--final", "--embargo", "2999-01-01T00:00:00Z")
        #expect(
            held.output.contains("held back until 2999-01-01T00:00:00Z"), "\(held)")
        #expect(try run("releases").output.contains("nobody until 2999-01-01T00:00:00Z"))
        #expect(try run("show", "ashford", "2026-Q3").output.contains("release 1 (provisional)"))
        let refused = try run("release", "publish", "2", code: 2)
        #expect(refused.errors.contains("is under embargo until 2999-01-01T00:00:00Z"))
        #expect(try run("release", "publish").output == "No release is due.\n")
        #expect(try consortium.count("open.metric_value") == 0)
        _ = try run(
            "release", "2026-Q3", "--embargo", "2026-01-01T00:00:00Z", "--visibility", "open")
        #expect(try run("show", "ashford", "2026-Q3").output.contains("release 2 (final)"))
        #expect(try consortium.count("open.metric_value") == 4)
    }

    @Test func `lineage leads from a figure to the cells`() throws {
        let run = try run("lineage", "Ash Ford", Self.offences, "2026-Q3")
        #expect(
            run.output.contains(
                "from submissions/2026-Q3/ashford/wide.csv, row 2, column 4: \"510\""), "\(run)")
        let missing = try self.run("lineage", "ashford", "police/none", "2026-Q3", code: 2)
        #expect(missing.errors.contains("has no police/none of ashford"), "\(missing)")
    }

    @Test func `commands tell what was known at an instant`() throws {
        let before = "2000-01-01T00:00:00Z"
        let never = try run("show", "ashford", "2026-Q3", "--as-of", before, code: 2)
        #expect(never.errors.contains("members saw no release of 2026-Q3 at that instant"))
        let now = "2999-01-01T00:00:00Z"
        #expect(
            try run("show", "ashford", "2026-Q3", "--as-of", now).output.contains("release 1"))
        #expect(
            try run("compare", "2026-Q3", "--as-of", before).output
                == "2026-Q3, as known at \(before): 0 metrics, 0 standings, the input of no "
                + "release\n")
        #expect(
            try run("compare", "2026-Q3", "--as-of", now).output.contains(
                "the input of release 1"))
        #expect(try run("releases", "--as-of", before, "--format", "json").list("releases").isEmpty)
        #expect(
            try run("submissions", "--as-of", before, "--format", "json").list("submissions")
                .isEmpty)
        #expect(try run("findings", "--as-of", before).output == "No findings.\n")
        let status = try run("status", "2026-Q3", "--as-of", before, "--format", "json")
        #expect(
            try status.list("cities").allSatisfy { $0["values"] as? Int == 0 }, "\(status)")
    }
}

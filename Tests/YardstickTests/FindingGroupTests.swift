import Foundation
import Testing

/// What `check`, `load` and `findings` print of many equal findings, and of a
/// correction.
@Suite struct FindingGroupTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"

    /// 40 cells of one column that are no numbers, in lines 2 to 41.
    private static let bad =
        BadFile.header + "\n"
        + (1...40).map { "ashford,\(2000 + $0 % 20)-Q\($0 / 20 + 1),people/population,n\($0)\n" }
        .joined()

    @Test func `forty equal findings are one line, and forty when all are asked for`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.bad, to: Self.file)
        let merged = try consortium.runLocally("check", Self.file)
        #expect(merged.code == 1, "\(merged)")
        #expect(
            merged.output.hasPrefix(
                "error: \(Self.file), line 2, column D \"value\": \"n1\" is not a number"),
            "\(merged)")
        #expect(merged.output.contains("\n    40 times: lines 2, 3, 4 and 37 more.\n"), "\(merged)")
        #expect(merged.output.contains("40 findings"), "\(merged)")
        #expect(merged.output.split(separator: "\n").count == 3, "\(merged)")
        let all = try consortium.runLocally("check", Self.file, "--all")
        #expect(all.output.split(separator: "\n").count == 41, "\(all)")
        let loaded = try consortium.run("load", Self.file)
        #expect(loaded.output.contains("      40 times: lines 2, 3, 4 and 37 more."), "\(loaded)")
        let listed = try consortium.run("findings", "1")
        #expect(listed.output.split(separator: "\n").count == 2, "\(listed)")
        let each = try consortium.run("findings", "1", "--all")
        #expect(each.output.split(separator: "\n").count == 40, "\(each)")
    }

    @Test func `the JSON of a check has groups and each finding`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.bad, to: Self.file)
        let run = try consortium.runLocally("check", Self.file, "--format", "json")
        let file = try #require(try run.list("files").first)
        let groups = try #require(file["groups"] as? [[String: any Sendable]])
        #expect(groups.count == 1)
        #expect(groups.first?["count"] as? Int == 40)
        #expect(groups.first?["first_rows"] as? [Int] == [2, 3, 4])
        #expect((file["findings"] as? [[String: any Sendable]])?.count == 40)
    }

    @Test func `a correction says what changed`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(BadFile.header + "\n" + BadFile.good + "\n", to: Self.file)
        _ = try consortium.run("load", Self.file)
        try consortium.write(
            BadFile.header + "\nashford,2026-Q3,people/population,52000\n", to: Self.file)
        let run = try consortium.run("load", Self.file)
        #expect(
            run.output.contains(
                "  changed: people/population of ashford for 2026-Q3: 51000 -> 52000 "
                    + "(line 2, was submission 1)\n"), "\(run)")
        try consortium.write(
            BadFile.header + "\nashford,2026-Q3,people/population,n/a\n", to: Self.file)
        let json = try consortium.run("load", Self.file, "--format", "json")
        let changes = try #require(
            json.list("submissions").first?["changes"] as? [[String: any Sendable]])
        #expect(changes.count == 1)
        #expect(changes.first?["old_value"] as? Double == 52000)
        #expect(changes.first?["new_status"] as? String == "not_collected")
        #expect(changes.first?["new_value"] == nil)
    }
}

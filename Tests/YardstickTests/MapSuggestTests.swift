import Foundation
import Testing

/// `yardstick map suggest` on files that are sent together.
@Suite struct MapSuggestTests {
    private let folder: SmallConsortium
    private let parts = "submissions/2026-Q3/bureau/parts"

    init() throws { folder = try SmallConsortium() }

    @Test func `a folder of files with the same columns is served by the draft of it`() throws {
        for (city, count) in [("ashford", 12), ("barton", 34)] {
            try folder.write("Population,Offences\n51000,\(count)\n", to: "\(parts)/\(city).csv")
        }
        let run = try folder.runLocally(
            "map", "suggest", parts, "--fresh", "--out", "mappings/parts.yaml")
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output.contains(
                "parts.yaml for 2 files: layout wide, 2 measures found, 0 questions"))
        let check = try folder.runLocally("check", "submissions")
        #expect(check.code == 0, "\(check)")
        #expect(check.output.contains("4 values"), "\(check)")
    }

    @Test func `files of several shapes are written as drafts of their own`() throws {
        try folder.write(
            "City,Quarter,Population\nAshford,2026-Q3,51000\n", to: parts + "/people.csv")
        try folder.write(
            "City,Quarter,Offences\nAshford,2026-Q3,12\n", to: parts + "/police.csv")
        let run = try folder.runLocally(
            "map", "suggest", parts, "--fresh", "--out", "mappings/part.yaml")
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("Wrote mappings/part-1.yaml for people.csv"), "\(run)")
        #expect(run.output.contains("Wrote mappings/part-2.yaml for police.csv"), "\(run)")
        let check = try folder.runLocally("check", "submissions")
        #expect(check.code == 0, "\(check)")
        let again = try folder.runLocally(
            "map", "suggest", parts, "--out", "mappings/part.yaml")
        #expect(again.code == 2 && again.errors.contains("is there already"), "\(again)")
    }

    @Test func `as JSON further shapes stand beside the first`() throws {
        try folder.write(
            "City,Quarter,Population\nAshford,2026-Q3,51000\n", to: parts + "/people.csv")
        try folder.write(
            "City,Quarter,Offences\nAshford,2026-Q3,12\n", to: parts + "/police.csv")
        let document = try folder.runLocally(
            "map", "suggest", parts, "--fresh", "--format", "json"
        ).json()
        #expect(document["members"] as? [String] == ["people.csv"])
        let further = try #require(document["further"] as? [[String: any Sendable]])
        #expect(further.map { $0["members"] as? [String] } == [["police.csv"]])
    }

    @Test func `a path that is not there is said`() throws {
        let run = try folder.runLocally("map", "suggest", "submissions/none.csv")
        #expect(run.code == 2 && run.errors.contains("does not exist"), "\(run)")
    }
}

import Foundation
import Tabular
import Testing

@testable import Submission

/// The folder of files that are wrong, beside this target's folder.
private let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/bad-files"
}()

@Suite struct BadFileTests {
    @Test func `each bad file gives the findings that its list expects, and no other`() throws {
        let list = try SmallTable(SourceFile(path: folder + "/expected.csv"))
        #expect(list.rows.count >= 160)
        for row in list.rows {
            let name = list.cell(row, "file")
            let outcome = try Self.read(name, list.cell(row, "mapping"))
            let found = outcome.findings.map(Self.words).joined(separator: " ")
            #expect(found == list.cell(row, "findings"), "\(name)")
            #expect(!found.isEmpty, "\(name) is accepted silently")
            let summary = outcome.summary
            #expect(
                (summary.isRejected ? "yes" : "no") == list.cell(row, "file rejected"), "\(name)")
            #expect("\(summary.accepted)" == list.cell(row, "accepted"), "\(name)")
            guard !summary.isRejected else { continue }
            #expect("\(summary.rejected)" == list.cell(row, "rejected"), "\(name)")
        }
    }

    @Test func `the list names each file once, and there is no other`() throws {
        let list = try SmallTable(SourceFile(path: folder + "/expected.csv"))
        let named = list.rows.map { list.cell($0, "file") }
        let others: Set<String> = ["README.md", "expected.csv", "mappings"]
        let stored = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
            .subtracting(others)
        #expect(Set(named).count == named.count)
        #expect(stored.isDisjoint(with: BadWorkbook.all.keys))
        #expect(stored.union(BadWorkbook.all.keys).symmetricDifference(named) == [])
        let mappings = try FileManager.default.contentsOfDirectory(atPath: folder + "/mappings")
        let used = Set(list.rows.map { list.cell($0, "mapping") }).subtracting(["long", "wide"])
        #expect(Set(mappings) == Set(used.map { "\($0).yaml" }))
    }

    @Test func `each finding names its file, ends as a sentence and shows all that it says`()
        throws
    {
        let list = try SmallTable(SourceFile(path: folder + "/expected.csv"))
        for row in list.rows {
            let name = list.cell(row, "file")
            for finding in try Self.read(name, list.cell(row, "mapping")).findings {
                let message = finding.message
                #expect(message.hasPrefix(name), "\(message)")
                #expect(message.hasSuffix("."), "\(message)")
                #expect(message.count < 1_200, "\(name)")
                #expect(!message.unicodeScalars.contains { $0.value < 0x20 }, "\(message)")
            }
        }
    }

    @Test func `a cell of 1 MB of text is a finding, one beyond the cap ends the file`() throws {
        let head = "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,"
        let outcome = try Fixture.run(
            Fixture.longKeys, head + String(repeating: "7x", count: 500_000) + "\n")
        #expect(outcome.rules == ["not-a-number"])
        #expect(outcome.findings.first?.rawText?.utf8.count == 32 << 10)
        let beyond = try Fixture.run(
            Fixture.longKeys, head + String(repeating: "7x", count: 600_000) + "\n")
        #expect(beyond.rules == ["not-a-table"])
        #expect(beyond.findings.first?.row == 2)
        #expect(beyond.summary.isRejected)
    }

    /// `not-a-number@D3`: the rule and the place, with the severity where it is
    /// not the rule's own.
    static func words(_ finding: Finding) -> String {
        let column = finding.column.map { ColumnName.letters($0) } ?? ""
        let place = column + (finding.row.map { "\($0)" } ?? "")
        let own = RuleCatalogue.rule(finding.rule)?.severity
        return finding.rule + (place.isEmpty ? "" : "@\(place)")
            + (finding.severity == own ? "" : "!\(finding.severity)")
    }

    static func read(_ name: String, _ mapping: String) throws -> Outcome {
        let file = try BadWorkbook.all[name].map { SourceFile(name: name, bytes: try $0()) }
        let keys = ["long": Fixture.longKeys, "wide": Fixture.wideKeys]
        return try Fixture.run(
            file ?? SourceFile(path: folder + "/" + name), path: name,
            mapping: Fixture.mapping(
                keys[mapping]
                    ?? String(contentsOfFile: folder + "/mappings/\(mapping).yaml", encoding: .utf8)
            ),
            context: Fixture.context(), duplicates: .found)
    }
}

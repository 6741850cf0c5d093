import Tabular
import Testing

@testable import Submission

/// The folder of files that are wrong, beside this target's folder.
private let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/bad-files"
}()

@Suite struct BadFileTests {
    @Test func `each bad file gives the findings that its list expects`() throws {
        let list = try SmallTable(SourceFile(path: folder + "/expected.csv"))
        #expect(list.rows.count >= 55)
        for row in list.rows {
            let name = list.cell(row, "file")
            let outcome = try Self.read(name, list.cell(row, "mapping"))
            let found = outcome.findings.map { $0.rule + ($0.row.map { "@\($0)" } ?? "") }
            #expect(found.joined(separator: " ") == list.cell(row, "findings"), "\(name)")
            let summary = outcome.summary
            #expect(
                (summary.isRejected ? "yes" : "no") == list.cell(row, "file rejected"), "\(name)")
            #expect("\(summary.accepted)" == list.cell(row, "accepted"), "\(name)")
            guard !summary.isRejected else { continue }
            #expect("\(summary.rejected)" == list.cell(row, "rejected"), "\(name)")
        }
    }

    @Test func `each finding names its file, ends as a sentence and has its rule's severity`()
        throws
    {
        let list = try SmallTable(SourceFile(path: folder + "/expected.csv"))
        for row in list.rows {
            let name = list.cell(row, "file")
            for finding in try Self.read(name, list.cell(row, "mapping")).findings {
                #expect(finding.message.hasPrefix(name), "\(finding.message)")
                #expect(finding.message.hasSuffix("."), "\(finding.message)")
                #expect(finding.severity == RuleCatalogue.rule(finding.rule)?.severity)
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

    private static func read(_ name: String, _ mapping: String) throws -> Outcome {
        let yaml = mapping == "wide" ? Fixture.wideKeys : Fixture.longKeys
        return try Fixture.run(
            SourceFile(path: folder + "/" + name), path: name, mapping: Fixture.mapping(yaml),
            context: Fixture.context(), duplicates: .found)
    }
}

import Foundation
import Testing

@testable import Submission

/// A rule is complete when it has a file, a page, a row in the list of pages
/// and a test that fires, one that stays silent and one at the boundary.
@Suite struct RuleCatalogueTests {
    private static let project = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let pages = project.appending(path: "docs/rules")
    private static let sources = project.appending(path: "Sources/Submission/Checking/Rules")
    private static let tests = project.appending(path: "Tests/SubmissionTests/Rules")

    /// What every page tells, in this order.
    private static let parts = [
        "**It looks for** ", "**It matters because** ", "**Example:**", "**The sender** ",
        "**The operator** ",
    ]

    private static func names(_ folder: URL, _ suffix: String) throws -> Set<String> {
        let all = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(all.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) })
    }

    private static func text(_ folder: URL, _ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// `unknown-city` as `UnknownCity`.
    private static func typeName(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    @Test func `ids are kebab-case and each is there once`() {
        let ids = RuleCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
    }

    @Test(arguments: RuleCatalogue.all)
    func `each rule has a page that says what it is and does`(rule: Rule) throws {
        let page = try Self.text(Self.pages, "\(rule.id).md")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "# \(rule.title)")
        #expect(
            lines.dropFirst(2).first?.hasPrefix("Rule `\(rule.id)`, severity: \(rule.severity)")
                == true)
        var rest = Substring(page)
        for part in Self.parts {
            let place = try #require(rest.range(of: "\n\n\(part)"), "\(part)")
            rest = rest[place.upperBound...]
        }
        #expect(page.contains("\n    "), "an example, indented")
        #expect((14...26).contains(lines.count), "short: \(lines.count) lines")
    }

    @Test func `each rule has a row in the list, and the list names no other`() throws {
        let rows = try Self.text(Self.pages, "README.md").split(separator: "\n")
            .filter { $0.hasPrefix("| [") }.map(String.init)
        let expected = RuleCatalogue.all.map {
            "| [\($0.id)](\($0.id).md) | \($0.severity) | \($0.title) |"
        }
        #expect(Set(expected).subtracting(rows).sorted() == [])
        #expect(Set(rows).subtracting(expected).sorted() == [])
        #expect(rows.count == expected.count)
    }

    @Test func `no page, file or test is left of a rule that is gone`() throws {
        let ids = Set(RuleCatalogue.all.map(\.id))
        let types = Set(ids.map(Self.typeName))
        #expect(try Self.names(Self.pages, ".md").symmetricDifference(ids) == ["README"])
        #expect(try Self.names(Self.sources, ".swift").symmetricDifference(types) == [])
        #expect(try Self.names(Self.tests, "Tests.swift").subtracting(types) == [])
    }

    @Test(arguments: RuleCatalogue.all)
    func `each rule has a file and at least three tests of its own`(rule: Rule) throws {
        let source = try Self.text(Self.sources, "\(Self.typeName(rule.id)).swift")
        #expect(source.contains("id: \"\(rule.id)\""))
        let tests = try Self.text(Self.tests, "\(Self.typeName(rule.id))Tests.swift")
        #expect(tests.components(separatedBy: "@Test").count > 3)
    }
}

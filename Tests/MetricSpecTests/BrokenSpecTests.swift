import Foundation
import Testing

@testable import MetricSpec

/// The broken specs under Tests/Fixtures/broken-specs: one fault a file.
///
/// `sound/` is a standard without a fault. Each NAME.yaml says in its first
/// line in place of which of its files it is read; NAME.expected is all that
/// the linter then says.
@Suite struct BrokenSpecTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/broken-specs")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(".yaml".count)) }.sorted()
    }()

    /// The texts of the sound standard, by name.
    static func sound() throws -> [String: String] {
        let root = folder.appendingPathComponent("sound")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".yaml") }.map { name in
                (name, try text(root.appendingPathComponent(name)))
            })
    }

    static func text(_ url: URL) throws -> String {
        try String(contentsOf: url, encoding: .utf8)
    }

    static func read(_ files: [String: String]) throws -> Standard {
        try StandardReader.read(files.map { (name: $0.key, text: $0.value) })
    }

    @Test func `the sound standard has neither fault nor advice`() throws {
        let standard = try Self.read(try Self.sound())
        #expect(standard.advice.isEmpty)
        #expect(Set(standard.metrics.map(\.formula.word)) == Set(FormulaReader.words))
    }

    @Test func `there are at least eighty broken specs`() {
        #expect(Self.names.count >= 80)
    }

    @Test(arguments: names)
    func `a broken spec gets its expected message and no other`(name: String) throws {
        let spec = try Self.text(Self.folder.appendingPathComponent(name + ".yaml"))
        let mark = "# in place of: "
        let first = try #require(spec.split(separator: "\n").first)
        try #require(first.hasPrefix(mark))
        var files = try Self.sound()
        files[String(first.dropFirst(mark.count))] = spec
        let error = #expect(throws: SpecError.self) { try Self.read(files) }
        let expected = try Self.text(Self.folder.appendingPathComponent(name + ".expected"))
        #expect("\(try #require(error))\n" == expected)
    }
}

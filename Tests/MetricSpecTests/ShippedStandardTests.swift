import Foundation
import Testing

@testable import MetricSpec

/// The standards that come with the program.
@Suite struct ShippedStandardTests {
    private func files(_ folder: String) throws -> [(name: String, text: String)] {
        let folder = Root.folder.appendingPathComponent(folder).resolvingSymlinksInPath()
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
        var files: [(name: String, text: String)] = []
        for case let name as String in paths where name.hasSuffix(".yaml") {
            let url = folder.appendingPathComponent(name)
            files.append((name, try String(contentsOf: url, encoding: .utf8)))
        }
        return files
    }

    private func isMetric(_ name: String) -> Bool {
        name.contains("/") && !name.hasSuffix("/measures.yaml") && !name.hasPrefix("schemas/")
            && !name.hasPrefix("proposals/")
    }

    @Test func `the shipped standard has no fault and covers a city's work`() throws {
        let files = try files("metrics-spec")
        let standard = try StandardReader.read(files)
        #expect(standard.id == "yardstick")
        #expect(standard.metrics.count == files.filter { isMetric($0.name) }.count)
        #expect(standard.metrics.count >= 110)
        #expect(standard.measures.count >= 150)
        #expect(Set(standard.metrics.map(\.domain)).count >= 16)
        #expect(standard.metrics.filter { !$0.breakdowns.isEmpty }.count >= 25)
        #expect(standard.advice.isEmpty, "\(standard.advice)")
    }

    @Test func `all of a formula's words stand in the shipped standard`() throws {
        let standard = try StandardReader.read(try files("metrics-spec"))
        let words = Set(standard.metrics.map(\.formula.word))
        #expect(words == Set(FormulaReader.words))
    }

    @Test(arguments: [
        ("examples/scottish-councils/standard", 108, 108),
        ("examples/connecticut-towns/standard", 68, 52),
        ("examples/trafford-neighbours/standard", 21, 18),
    ])
    func `the standards of the examples have no fault`(
        folder: String, measures: Int, metrics: Int
    ) throws {
        let standard = try StandardReader.read(try files(folder))
        #expect(standard.measures.count == measures)
        #expect(standard.metrics.count == metrics)
        #expect(standard.advice.isEmpty, "\(standard.advice)")
    }

    @Test func `a figure published without its counts has no interval`() throws {
        let folder = "examples/scottish-councils/standard"
        let standard = try StandardReader.read(try files(folder))
        #expect(standard.metrics.allSatisfy { $0.uncertainty == .volume })
        #expect(standard.measures.allSatisfy { !$0.isAdditive })
    }

    @Test func `net positions before and after pension debt do not compare`() throws {
        let folder = "examples/connecticut-towns/standard"
        let standard = try StandardReader.read(try files(folder))
        let metric = try #require(standard.metric("finance/net-position"))
        let before = try #require(Period(parsing: "2013-07/P1Y"))
        let after = try #require(Period(parsing: "2014-07/P1Y"))
        #expect(standard.comparableSince(metric, on: before.start) == nil)
        #expect(standard.comparableSince(metric, on: after.start) == after.start)
    }
}

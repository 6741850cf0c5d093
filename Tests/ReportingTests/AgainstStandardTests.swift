import MetricSpec
import Testing

@testable import Reporting

@Suite struct `a figure that is held against a standard` {
    private func model(_ value: Double) throws -> ReportModel {
        let standard = try DictionarySample.shared.get()
        let metric = try #require(standard.metric("fire/against-expected"))
        var entry = try Fixture.entry(values: [value, 90, 95, 100, 105, 110, 115, 120], own: 0)
        entry.metric = metric
        entry.unit = try #require(standard.unit(metric.unit))
        return ReportModel(try Fixture.input([entry]))
    }

    @Test(arguments: [(112.0, "above"), (87, "below"), (100.2, "level with")])
    func `is above, below or level with 100 per cent`(value: Double, side: String) throws {
        let metric = try #require(try model(value).domains.first?.metrics.first)
        #expect(metric.finding == "\(side) the standard")
        #expect(metric.emphasis == Emphasis.none)
    }

    @Test func `is never shown among other cities`() throws {
        let model = try model(112)
        let metric = try #require(model.domains.first?.metrics.first)
        #expect(metric.group?.plot == nil)
        #expect(metric.group?.figures == [Figure(name: "This city", value: "112%")])
        #expect(metric.others.isEmpty)
        #expect(metric.caveat?.hasPrefix("Held against the standard alone") == true)
        #expect(model.tiles == [Tile(count: 1, words: "shown, not ranked", emphasis: .none)])
    }
}

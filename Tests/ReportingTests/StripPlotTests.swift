import Benchmarking
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `the picture of a place` {
    private func plot(
        _ values: [Double], own: Int = 0, name: String = "Alba"
    ) throws -> StripPlot {
        let entry = try Fixture.entry(values: values, own: own)
        let assessment = Assessment(entry, cityID: "c\(own)")
        return try #require(
            StripPlot(assessment, cityName: name, groupTitle: "All cities"))
    }

    @Test func `the city is no dot among its peers`() throws {
        let plot = try plot([5, 6, 7, 8])
        #expect(plot.dots.count == 3)
        #expect(plot.city?.text == "Alba 5.0")
    }

    @Test func `the middle half is drawn from four contributors`() throws {
        #expect(try plot([5, 6, 7]).band == nil)
        #expect(try plot([5, 6, 7, 8]).band != nil)
    }

    @Test func `an extreme peer is a ring at the rim and does not squeeze the others`() throws {
        let plot = try plot([5, 5.2, 5.4, 5.6, 5.8, 6, 6.2, 6.4, 900])
        let rings = plot.dots.filter(\.isBeyond)
        #expect(rings.map(\.position) == [99])
        #expect(rings.map(\.name) == ["City 8 900.0"])
        #expect((plot.dots.filter { !$0.isBeyond }.map(\.position).max() ?? 0) > 96)
        #expect(plot.ends.map(\.text).contains("900.0 \u{2192}"))
    }

    @Test func `an extreme city stays on the scale`() throws {
        let plot = try plot([900, 5, 5.2, 5.4, 5.6, 5.8, 6, 6.2, 6.4])
        #expect(plot.city?.target == 97)
    }

    @Test func `equal figures stand in the middle`() throws {
        let plot = try plot([5, 5, 5])
        #expect(plot.dots.map(\.position) == [50, 50])
        #expect(plot.dots.map(\.lane) == [0, 1])
        #expect(plot.ends.isEmpty)
    }

    @Test func `words stay inside the picture`() throws {
        for own in 0..<9 {
            let plot = try plot(
                (0..<9).map { 5 + Double($0) }, own: own, name: "Saint Mary upon the Hill")
            let label = try #require(plot.city)
            let width = Double(label.text.count) * 2.4
            switch label.anchor {
            case .start: #expect(label.position >= 0 && label.position + width <= 100)
            case .middle: #expect(abs(label.position - 50) + width / 2 <= 50)
            case .end: #expect(label.position <= 100 && label.position - width >= 0)
            }
        }
    }

    @Test func `a name too long for the picture gives way to its figure`() throws {
        let plot = try plot([5, 6, 7, 8], name: String(repeating: "Long ", count: 12))
        #expect(plot.city?.text == "5.0")
    }

    @Test func `a missing city has its reason in the picture`() throws {
        let entry = try Fixture.missing(status: .notProvided, values: [1, 2, 3, 4, 5])
        let plot = try #require(
            StripPlot(
                Assessment(entry, cityID: "c0"), cityName: "Alba", groupTitle: "All cities"))
        #expect(plot.svg.text.contains(">the city does not provide the service</text>"))
        #expect(!plot.svg.text.contains("class=\"city"))
    }

    @Test func `without peers there is no picture`() throws {
        let entry = try Fixture.entry(values: [5], own: 0)
        #expect(
            StripPlot(Assessment(entry, cityID: "c0"), cityName: "Alba", groupTitle: "All") == nil)
    }

    @Test func `an infinite figure cannot break the picture`() throws {
        #expect(Coordinate(.infinity).text == "0.00")
        #expect(Coordinate(.nan).text == "0.00")
        #expect(try plot([5, 6, 7, .infinity]).svg.text.contains("<title>"))
    }

    @Test func `a strip`() throws {
        let values = [5.5, 4, 4.6, 5, 5, 6.1, 6.2, 7, 30]
        try expectSnapshot(try plot(values).svg.text + "\n", named: "a strip.svg")
    }

    @Test func `a history with a gap`() throws {
        let line = HistoryLine(
            title: "Response time over time",
            points: [(0, 6.0), (3, 5.5), (6, nil), (9, 5.8), (12, nil), (15, 5.2)].map {
                HistoryLine.Point(month: $0.0, value: $0.1)
            })
        try expectSnapshot(line.svg.text + "\n", named: "a history with a gap.svg")
    }
}

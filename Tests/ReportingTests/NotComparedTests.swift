import MetricSpec
import Testing

@testable import Reporting

@Suite struct `a figure that is shown and not compared` {
    private func model(_ entry: MetricEntry) throws -> ReportModel {
        ReportModel(try Fixture.input([entry]))
    }

    @Test(arguments: IncomparableReason.allCases)
    func `keeps its value and says the reason`(reason: IncomparableReason) throws {
        let model = try model(try DetailSample.notCompared(reason: reason))
        let metric = try #require(model.domains.first?.metrics.first)
        #expect(metric.value == "$142")
        #expect(metric.finding == reason.heading)
        #expect(metric.caveat == reason.explanation)
        #expect(metric.emphasis == Emphasis.none)
        #expect(model.missing.isEmpty)
        #expect(model.notCompared.map(\.metrics) == [["Cost of collection"]])
    }

    @Test func `has a reason of its own in words for each in the vocabulary`() {
        let reasons = IncomparableReason.allCases
        #expect(Set(reasons.map(\.heading)).count == reasons.count)
        #expect(Set(reasons.map(\.explanation)).count == reasons.count)
        #expect(reasons.allSatisfy { $0.heading.hasPrefix("not compared: ") })
    }

    @Test func `has no rank and is counted by itself`() throws {
        let model = try model(try DetailSample.notCompared(reason: .mode))
        let figures = try #require(model.domains.first?.metrics.first?.group?.figures)
        #expect(!figures.contains { $0.name == "Rank" })
        #expect(figures.contains(Figure(name: "Cities", value: "9 of 10 (1 not comparable)")))
        #expect(
            model.tiles == [
                Tile(count: 1, words: "with a figure that is not compared", emphasis: .none)
            ])
        #expect(model.headline == "Alba has no figures to compare for July to September 2026")
    }

    @Test func `has a hollow mark with the word beside it`() throws {
        let entry = try DetailSample.notCompared(reason: .costBasis)
        let plot = try #require(
            StripPlot(
                Assessment(entry, cityID: "c0"), cityName: "Alba", groupTitle: "All cities"))
        #expect(plot.city?.text == "Alba $142, not compared")
        #expect(plot.svg.text.contains("class=\"city hollow\" fill=\"#fff\""))
        #expect(plot.dots.count == 9)
    }

    @Test func `does not stretch the scale and shows by an arrow that it lies beyond`() throws {
        for (own, text, position) in [
            (9000.0, "Alba $9,000 \u{2192}, not compared", 99.0),
            (1, "Alba \u{2190} $1, not compared", 1),
        ] {
            let entry = try DetailSample.notCompared(own: own, reason: .partAboveWhole)
            let plot = try #require(
                StripPlot(
                    Assessment(entry, cityID: "c0"), cityName: "Alba", groupTitle: "All cities"))
            #expect(plot.city?.text == text)
            #expect(plot.city?.target == position)
            #expect(plot.dots.map(\.position).max() == 97)
        }
    }

    @Test func `may be compared in one group and not in another`() throws {
        var entry = try Fixture.entry(values: (0..<8).map { 3 + Double($0) }, own: 0)
        var other = try DetailSample.notCompared(reason: nil).groups
        other[0].title = "Cities with own staff"
        other[0].reason = .mode
        entry.groups += other
        let metric = try model(entry).domains.first?.metrics.first
        #expect(metric?.finding == "1st of 8, in the best quarter")
        #expect(metric?.others.map(\.finding) == [IncomparableReason.mode.heading])
    }

    @Test func `too uncertain a figure is explained in the same place`() throws {
        let entry = try DetailSample.notCompared(reason: nil, status: .unreliable)
        let model = try model(entry)
        #expect(model.notCompared.map(\.reason) == ["Too uncertain to compare"])
        #expect(
            Report.cityPage(try Fixture.input([entry])).text
                .contains(">What is not compared, and why</h2>"))
    }
}

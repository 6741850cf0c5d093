import Benchmarking
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `what a page says` {
    private let eight = (0..<8).map { 3 + Double($0) }

    private func model(_ entries: [MetricEntry]) throws -> ReportModel {
        ReportModel(try Fixture.input(entries))
    }

    @Test func `the headline counts best and worst quarters`() throws {
        let best = try Fixture.entry(values: eight, own: 0)
        let worst = try Fixture.entry("police/property-crime", values: eight.reversed(), own: 0)
        #expect(
            try model([best, worst]).headline
                == "Alba is in the best quarter of its peers in 1 of 2 metrics, "
                + "in the worst quarter in 1")
    }

    @Test func `nothing stands out in the middle`() throws {
        let values = [6.5, 3, 4, 5, 6, 7, 8, 9]
        let model = try model([try Fixture.entry(values: values, own: 0)])
        #expect(
            model.headline
                == "Nothing stands out: Alba is in the middle half of its peers in the one metric "
                + "with enough cities")
        #expect(model.strong.isEmpty && model.weak.isEmpty)
        #expect(model.lookNote?.hasPrefix("Nothing stands out") == true)
    }

    @Test func `an open quarter is not counted as best`() throws {
        let values = [5.0, 3, 4] + (6..<15).map(Double.init)
        let model = try model([try Fixture.entry(values: values, own: 0, notReported: 2)])
        #expect(
            model.headline
                == "Nothing stands out: Alba is not certain to be in the best or the worst quarter "
                + "of its peers in the one metric with enough cities")
    }

    @Test func `below eight contributors the headline speaks of no quarter`() throws {
        let ranked = try model([try Fixture.entry(values: Array(eight.prefix(7)), own: 0)])
        #expect(
            ranked.headline
                == "Alba is ranked in 1 metric, among too few cities to speak of quarters")
        #expect(ranked.strong.map(\.place) == ["1st of 7"])
        let few = try model([try Fixture.entry(values: Array(eight.prefix(4)), own: 0)])
        #expect(
            few.headline
                == "Alba has figures in 1 metric, and in none enough cities to be ranked with")
        #expect(few.strong.isEmpty)
    }

    @Test func `no figure at all is said`() throws {
        let model = try model([try Fixture.missing(status: .late, values: eight)])
        #expect(model.headline == "Alba has no figures to compare for July to September 2026")
        #expect(model.missing.map(\.reason) == ["Not here yet"])
    }

    @Test func `the tiles add up to all metrics`() throws {
        let sample = try SampleConsortium()
        for city in SampleConsortium.cities.indices {
            let model = ReportModel(try sample.input(city))
            #expect(model.tiles.map(\.count).reduce(0, +) == SampleStandard.metrics.count)
        }
    }

    @Test func `a first place that most cities share does not stand out`() throws {
        let values = [Double](repeating: 4, count: 8) + [6, 7]
        let model = try model([try Fixture.entry(values: values, own: 0)])
        #expect(model.strong.isEmpty)
        #expect(
            model.domains.first?.metrics.first?.finding == "joint 1st of 10, in the best quarter")
    }

    @Test func `a metric with two groups shows the place in each`() throws {
        var entry = try Fixture.entry(values: eight, own: 0)
        entry.groups += try Fixture.entry(values: Array(eight.prefix(5)), own: 0).groups
        entry.groups[1].title = "Neighbours"
        let metric = try model([entry]).domains.first?.metrics.first
        #expect(metric?.group?.heading == "All cities")
        #expect(metric?.others.map(\.title) == ["Neighbours"])
        #expect(metric?.others.map(\.finding) == ["1st of 5"])
        #expect(metric?.others.map(\.cities) == ["5 of 5"])
    }

    @Test func `a city that is no member is ranked as one more`() throws {
        var entry = try Fixture.entry(values: eight, own: 0)
        entry.groups[0].standing.includesCity = false
        entry.groups[0].standing.ranked = 9
        let metric = try model([entry]).domains.first?.metrics.first
        #expect(metric?.finding == "1st of 9, in the best quarter")
        #expect(
            metric?.group?.figures.last
                == Figure(name: "Cities", value: "8 of 8, without this city"))
    }

    @Test func `who is missing is counted by reason`() throws {
        var entry = try Fixture.entry(values: eight, own: 0, notReported: 2)
        entry.groups[0].standing.statistics.notProvided = 3
        let figures = try model([entry]).domains.first?.metrics.first?.group?.figures
        #expect(
            figures?.suffix(2) == [
                Figure(name: "Rank", value: "1 of 8, at worst 3 of 10"),
                Figure(name: "Cities", value: "8 of 13 (2 not reported, 3 not provided)"),
            ])
    }

    @Test func `a weak place names whom one could ask`() throws {
        let entry = try Fixture.entry(values: [10, 9, 8, 7, 6, 5, 4, 3.5], own: 0)
        let item = try #require(try model([entry]).weak.first)
        #expect(item.place == "8th of 8, in the worst quarter")
        #expect(item.figures == "10.0 minutes; the median is 6.5")
        #expect(item.bestPeers == "First among its peers: City 7 (3.5) and City 6 (4.0).")
    }

    @Test func `a service that is not provided is never called not reported`() throws {
        var entry = try Fixture.missing(status: .notProvided, values: eight)
        entry.serviceTitle = "Fire and rescue"
        let model = try model([entry])
        #expect(model.missing.map(\.reason) == ["The city does not provide the service"])
        #expect(model.missing.map(\.metrics) == [["Fire response time (Fire and rescue)"]])
        let finding = model.domains.first?.metrics.first?.finding
        #expect(finding == "the city does not provide the service")
    }

    @Test func `the index counts as the city's page does`() throws {
        let input = try SampleConsortium().input(0)
        let summary = Report.summary(of: input)
        let model = ReportModel(input)
        #expect(model.tiles.first?.count == summary.bestCount)
        #expect(summary.figureCount + summary.owedCount + summary.excusedCount == 22)
        #expect(summary.fileName == "city-0.html")
    }

    @Test func `a slash in a city's id becomes two hyphens in its file name`() {
        #expect(Report.fileName(ofCity: "us/ct/groton") == "us--ct--groton.html")
    }

    @Test func `the year before is the same months one year back`() throws {
        let quarters = try [(2025, 3), (2026, 2), (2025, 2)].map { year, quarter in
            try #require(Period(year: year, quarter: quarter))
        }
        let history = zip(quarters, [5.5, 6.5, 7.5]).map { period, value in
            HistoryPoint(period: period, status: .reported, value: value)
        }
        let entry = try Fixture.entry(values: eight, own: 0, history: history)
        let figures = try model([entry]).domains.first?.metrics.first?.group?.figures
        #expect(figures?.contains(Figure(name: "Year earlier", value: "5.5")) == true)
    }
}

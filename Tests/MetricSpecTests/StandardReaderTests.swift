import Foundation
import Testing

@testable import MetricSpec

@Suite struct StandardReaderTests {
    @Test func `the shipped standard has no fault`() throws {
        let folder = Root.folder.appendingPathComponent("metrics-spec").resolvingSymlinksInPath()
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
        var files: [(name: String, text: String)] = []
        for case let name as String in paths where name.hasSuffix(".yaml") {
            let url = folder.appendingPathComponent(name)
            files.append((name, try String(contentsOf: url, encoding: .utf8)))
        }
        let standard = try StandardReader.read(files)
        #expect(standard.id == "yardstick")
        #expect(standard.metrics.count >= 20)
        #expect(Set(standard.metrics.map(\.domain)).count >= 6)
        #expect(standard.metrics.count == files.filter { Self.isMetric($0.name) }.count)
    }

    private static func isMetric(_ name: String) -> Bool {
        name.contains("/") && !name.hasSuffix("/measures.yaml") && !name.hasPrefix("schemas/")
    }

    @Test func `a measure is read with all its keys`() throws {
        let calls = try #require(try SampleStandard.read().measure("fire/calls"))
        #expect(calls.title == "Calls")
        #expect(calls.definition == "Counts each call that a station answered.")
        #expect(calls.unit == "count")
        #expect(calls.kind == .flow)
        #expect(calls.service == "fire")
        #expect(calls.plausible == PlausibleRange(minimum: 0, maximum: 5000))
        #expect(calls.minutesPerQuarter == 2.5)
        #expect(calls.source == "The dispatch log.")
    }

    @Test func `a flow adds up to a year and a stock keeps its last value unless told`() throws {
        let standard = try SampleStandard.read()
        #expect(standard.measure("fire/calls")?.quarterToYear == .sum)
        #expect(standard.measure("fire/residents")?.quarterToYear == .last)
        #expect(standard.measure("fire/spending")?.quarterToYear == .mean)
    }

    @Test func `a metric is read with all its keys`() throws {
        let metric = try #require(try SampleStandard.read().metric("fire/call-rate"))
        #expect(metric.title == "Calls per 1,000 residents")
        #expect(metric.question == "How often is the fire service called?")
        #expect(
            metric.formula
                == .ratio(
                    numerator: ["fire/calls"], denominator: ["fire/residents"], multiplier: 1000))
        #expect(metric.unit == "per_1000")
        #expect(metric.polarity == .noJudgement)
        #expect(metric.kind == .output)
        #expect(metric.uncertainty == .events)
        #expect(metric.decimals == 1)
        #expect(metric.maxAgeMonths == 12)
        #expect(metric.meaningfulDifference == nil)
        #expect(metric.influencingFactors.isEmpty)
    }

    @Test func `a metric may have every optional key`() throws {
        let text = """
            title: Spending
            question: What does it cost?
            definition: Takes spending as it was reported.
            formula: {reported: fire/spending}
            unit: usd
            polarity: target
            target: {from: 10, to: 20}
            kind: input
            uncertainty: none
            meaningful_difference: {percent: 5}
            decimals: as_reported
            max_age: P2Y
            influencing_factors: [Weather, Age of buildings]
            perverse_incentive: Spending late.
            owner: The finance group
            """
        let standard = try SampleStandard.read(replacing: ["fire/spent.yaml": text])
        let metric = try #require(standard.metric("fire/spent"))
        #expect(metric.formula == .reported("fire/spending"))
        #expect(metric.target == TargetRange(from: 10, to: 20))
        #expect(metric.meaningfulDifference == .percent(5))
        #expect(metric.decimals == nil)
        #expect(metric.maxAgeMonths == 24)
        #expect(metric.influencingFactors == ["Weather", "Age of buildings"])
        #expect(metric.perverseIncentive == "Spending late.")
        #expect(metric.owner == "The finance group")
        #expect(metric.service == nil)
    }

    @Test func `measures of one unit are added`() throws {
        let text = Self.metric("{sum: [fire/calls, fire/residents]}")
        let standard = try SampleStandard.read(replacing: ["fire/both.yaml": text])
        #expect(standard.metric("fire/both")?.formula == .sum(["fire/calls", "fire/residents"]))
    }

    @Test func `units, services, measures and metrics are found by id`() throws {
        let standard = try SampleStandard.read()
        #expect(standard.id == "sample")
        #expect(standard.version == "1.2.3")
        #expect(standard.unit("usd")?.prefix == "$")
        #expect(standard.unit("count")?.prefix == "")
        #expect(standard.service("fire")?.title == "Fire")
        #expect(standard.measures.map(\.id) == ["fire/calls", "fire/residents", "fire/spending"])
        #expect(standard.measureIndex("fire/spending") == 2)
        #expect(standard.measureIndex("fire/none") == nil)
        #expect(standard.metricIndex("fire/call-rate") == 0)
        #expect(standard.metric("fire/none") == nil)
    }

    @Test func `other files and schemas are passed over`() throws {
        let standard = try SampleStandard.read(replacing: [
            "CHANGELOG.md": "# Changes", "schemas/x.yaml": "not: [valid",
        ])
        #expect(standard.metrics.count == 1)
    }

    @Test func `the order of the files does not matter`() throws {
        let files = SampleStandard.files.map { (name: $0.key, text: $0.value) }
            .sorted { $0.name < $1.name }
        let forward = try StandardReader.read(files)
        let backward = try StandardReader.read(files.reversed())
        #expect(forward.measures == backward.measures)
        #expect(forward.metrics == backward.metrics)
        #expect(forward.units == backward.units)
    }

    /// A whole metric around a formula.
    static func metric(
        _ formula: String, definition: String = "Says nothing in particular."
    ) -> String {
        """
        title: Another
        question: What else?
        definition: \(definition)
        formula: \(formula)
        unit: count
        polarity: low_good
        kind: output
        uncertainty: events
        decimals: 0
        """
    }
}

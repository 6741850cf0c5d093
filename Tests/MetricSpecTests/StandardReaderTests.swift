import Testing

@testable import MetricSpec

@Suite struct StandardReaderTests {
    @Test func `a measure is read with all its keys`() throws {
        let calls = try #require(try SampleStandard.read().measure("fire/calls"))
        #expect(calls.title == "Calls")
        #expect(calls.definition == "Counts each call that a station answered.")
        #expect(calls.unit == "count")
        #expect(calls.kind == .flow)
        #expect(calls.service == "fire")
        #expect(calls.plausible?.quarter == PlausibleRange(minimum: 0, maximum: 5000))
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
        #expect(metric.unit == "per-1000")
        #expect(metric.polarity == .noJudgement)
        #expect(metric.kind == .output)
        #expect(metric.uncertainty == .events)
        #expect(metric.decimals == 1)
        #expect(metric.maxAgeMonths == 12)
        #expect(metric.meaningfulDifference == .percent(5))
        #expect(metric.notes.influencingFactors.isEmpty)
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
        #expect(metric.notes.influencingFactors == ["Weather", "Age of buildings"])
        #expect(metric.notes.perverseIncentive == "Spending late.")
        #expect(metric.notes.owner == "The finance group")
        #expect(metric.service == nil)
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
        _ formula: String, definition: String = "Says nothing in particular.",
        unit: String = "count", uncertainty: String = "events", more: String = ""
    ) -> String {
        """
        title: Another
        question: What else?
        definition: \(definition)
        formula: \(formula)
        unit: \(unit)
        polarity: low_good
        kind: output
        uncertainty: \(uncertainty)
        decimals: 0
        meaningful_difference: {absolute: 2}
        \(more)
        """
    }
}

import Testing

@testable import MetricSpec

/// Each fault of a standard fires with its file, line, column and key.
@Suite struct StandardFaultTests {
    /// The only fault after one change to the sample.
    private func fault(
        in file: String, _ old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let issues = try SampleStandard.issues(
            in: file, old, new, sourceLocation: sourceLocation)
        #expect(issues.count == 1, "\(issues)", sourceLocation: sourceLocation)
        return try #require(issues.first, sourceLocation: sourceLocation).description
    }

    private func fault(
        withMetric text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let issues = SampleStandard.issues(["fire/another.yaml": text])
        #expect(issues.count == 1, "\(issues)", sourceLocation: sourceLocation)
        return try #require(issues.first, sourceLocation: sourceLocation).description
    }

    @Test func `an unknown key is named with the one that was meant`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "service: fire", "servise: fire")
                == "fire/call-rate.yaml:11:10: servise: the key \"servise\" is not known here. "
                + "Did you mean \"service\"?")
        #expect(
            try fault(in: "fire/measures.yaml", "minutes: 2.5", "minuts: 2.5")
                == "fire/measures.yaml:9:13: measures[0].minuts: the key \"minuts\" is not known "
                + "here. Did you mean \"minutes\"?")
    }

    @Test func `an unknown key that resembles none is answered with all keys`() throws {
        #expect(
            try fault(in: "units.yaml", "prefix: $", "currency: $")
                == "units.yaml:8:53: units.usd.currency: the key \"currency\" is not known here. "
                + "Allowed: label, dimension, factor, prefix.")
    }

    @Test func `a missing key is named at its table`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "kind: output\n", "")
                == "fire/call-rate.yaml:1:1: the key \"kind\" is missing.")
        #expect(
            try fault(in: "fire/measures.yaml", "    unit: usd\n", "")
                == "fire/measures.yaml:17:5: measures[2]: the key \"unit\" is missing.")
    }

    @Test func `a list where text is expected is a fault`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "unit: per-1000", "unit: [per-1000]")
                == "fire/call-rate.yaml:6:7: unit: expected text, found a list.")
    }

    @Test func `a text where a table is expected is a fault`() throws {
        #expect(
            try fault(in: "fire/measures.yaml", "{minimum: 0, maximum: 5000}", "high")
                == "fire/measures.yaml:8:16: measures[0].plausible: expected keys and values, "
                + "found \"high\".")
    }

    @Test func `a word where a number is expected is a fault`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "decimals: 1", "decimals: one")
                .hasPrefix("fire/call-rate.yaml:10:11: decimals: \"one\" is not a whole number."))
        #expect(
            try fault(in: "fire/call-rate.yaml", "multiplier: 1000", "multiplier: many")
                == "fire/call-rate.yaml:5:75: formula.ratio.multiplier: \"many\" is not a number.")
        #expect(
            try fault(in: "fire/measures.yaml", "maximum: 5000", "maximum: .inf")
                == "fire/measures.yaml:8:38: measures[0].plausible.maximum: \".inf\" is not a "
                + "number.")
    }

    @Test func `a word outside a vocabulary is named with the one that was meant`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "no_judgement", "no_judgment")
                == "fire/call-rate.yaml:7:11: polarity: \"no_judgment\" is not one of the words "
                + "allowed here. Did you mean \"no_judgement\"?")
        #expect(
            try fault(in: "fire/call-rate.yaml", "kind: output", "kind: workload")
                == "fire/call-rate.yaml:8:7: kind: \"workload\" is not one of the words allowed "
                + "here. Allowed: input, output, efficiency, outcome, service_level.")
    }

    @Test func `a measure that the standard has not is a fault`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "fire/calls", "fire/call")
                == "fire/call-rate.yaml:5:10: formula.ratio: the measure \"fire/call\" is not in this "
                + "standard. Did you mean \"fire/calls\"?")
    }

    @Test func `a unit that the standard has not is a fault`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "unit: per-1000", "unit: per-100")
                == "fire/call-rate.yaml:6:7: unit: the unit \"per-100\" is not in this standard. "
                + "Did you mean \"per-1000\"?")
        #expect(
            try fault(in: "fire/measures.yaml", "unit: usd", "unit: yen")
                == "fire/measures.yaml:20:11: measures[2].unit: the unit \"yen\" is not in this "
                + "standard.")
    }

    @Test func `a service that the standard has not is a fault`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "service: fire", "service: water")
                == "fire/call-rate.yaml:11:10: service: the service \"water\" is not in this standard."
        )
        #expect(
            try fault(in: "fire/measures.yaml", "service: fire", "service: fires")
                == "fire/measures.yaml:7:14: measures[0].service: the service \"fires\" is not in this "
                + "standard. Did you mean \"fire\"?")
    }

    @Test func `an id is taken once across measures and metrics`() throws {
        let text = StandardReaderTests.metric("{reported: fire/calls}")
        let issues = SampleStandard.issues(["fire/calls.yaml": text])
        #expect(
            issues.map(\.description) == [
                "fire/calls.yaml:1:1: the id \"fire/calls\" is taken. Ids are unique across "
                    + "measures and metrics."
            ])
        let twice = try SampleStandard.issues(
            in: "fire/measures.yaml", "name: spending", "name: calls")
        #expect(
            twice.map(\.description).contains(
                "fire/measures.yaml:17:5: measures[2]: the id \"fire/calls\" is taken. Ids are "
                    + "unique across measures and metrics."))
    }

    @Test(arguments: ["Calls", "calls_2", "-calls", "calls-", "büro", "a/b", "two words"])
    func `an id is of lower-case words joined by hyphens`(name: String) throws {
        let issues = try SampleStandard.issues(
            in: "fire/measures.yaml", "name: spending", "name: \(name)")
        #expect(
            issues.map(\.description) == [
                "fire/measures.yaml:17:5: measures[2]: \"fire/\(name)\" is no id. Expected "
                    + "lower-case words joined by hyphens, like fire/response-time."
            ])
    }

    @Test func `a definition ends with a full stop`() throws {
        #expect(
            try fault(in: "fire/call-rate.yaml", "calls by residents.", "calls by residents")
                == "fire/call-rate.yaml:3:13: definition: the definition does not end with a full stop."
        )
    }

    @Test(arguments: ["title", "question", "definition"])
    func `a text that is empty is one fault, and so is one that is missing`(key: String) {
        let lines = (SampleStandard.files["fire/call-rate.yaml"] ?? "").split(separator: "\n")
        for text in ["\(key): ''", "\(key):", ""] {
            let file = lines.map { $0.hasPrefix("\(key):") ? text : String($0) }
            let issues = SampleStandard.issues([
                "fire/call-rate.yaml": file.joined(separator: "\n")
            ])
            #expect(issues.map(\.key) == [text.isEmpty ? "" : key], "\(issues)")
        }
    }

    @Test func `no two definitions are alike, whatever their line breaks`() throws {
        let text = StandardReaderTests.metric(
            "{reported: fire/calls}", definition: "Divides   calls\n  by residents.")
        #expect(
            SampleStandard.issues(["fire/another.yaml": text]).map(\.description) == [
                "fire/call-rate.yaml:3:13: definition: the definition is the same as that of fire/another."
            ])
    }

    @Test func `measures of different units are not added`() throws {
        #expect(
            try fault(
                withMetric: StandardReaderTests.metric(
                    "{sum: [fire/calls, fire/spending]}", uncertainty: "volume"))
                == "fire/another.yaml:4:16: formula.sum: what is added is not alike: count and "
                + "money.")
    }

    @Test func `a formula is exactly one of its kinds`() throws {
        let two = StandardReaderTests.metric("{reported: fire/calls, sum: [fire/calls]}")
        #expect(
            try fault(withMetric: two)
                == "fire/another.yaml:4:10: formula: expected exactly one of reported, sum, "
                + "difference, ratio, share, mean, percentile, rate_of_change, index, "
                + "direct_standardised, indirect_standardised.")
        #expect(
            try fault(withMetric: StandardReaderTests.metric("{sum: []}"))
                == "fire/another.yaml:4:16: formula.sum: the formula names no measure.")
    }

    @Test(arguments: ["0", "-1"])
    func `a multiplier is above 0`(multiplier: String) throws {
        let issues = try SampleStandard.issues(
            in: "fire/call-rate.yaml", "multiplier: 1000", "multiplier: \(multiplier)")
        #expect(issues.map(\.line) == [5])
        #expect(issues.map(\.key) == ["formula.ratio.multiplier"])
        #expect(issues.first?.message.hasSuffix("is not above 0.") == true)
    }
}

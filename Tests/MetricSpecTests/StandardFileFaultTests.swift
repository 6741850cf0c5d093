import Testing

@testable import MetricSpec

/// Faults of whole files, and of values that contradict each other.
@Suite struct StandardFileFaultTests {
    private func descriptions(_ changes: [String: String?]) -> [String] {
        SampleStandard.issues(changes).map(\.description)
    }

    private func faults(
        in file: String, _ old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        try SampleStandard.issues(in: file, old, new, sourceLocation: sourceLocation)
            .map(\.description)
    }

    @Test func `polarity target needs a range`() throws {
        #expect(
            try faults(in: "fire/call-rate.yaml", "no_judgement", "target") == [
                "fire/call-rate.yaml:1:1: polarity target needs the key \"target\" with from "
                    + "and to."
            ])
    }

    @Test func `a range belongs to polarity target only`() throws {
        #expect(
            try faults(in: "fire/call-rate.yaml", "kind:", "target: {from: 1, to: 2}\nkind:") == [
                "fire/call-rate.yaml:8:9: target: a target belongs to polarity target only."
            ])
    }

    @Test func `ranges do not run backwards`() throws {
        #expect(
            try faults(
                in: "fire/call-rate.yaml", "no_judgement", "target\ntarget: {from: 2, to: 1}")
                == ["fire/call-rate.yaml:8:9: target: from 2 is above to 1."])
        #expect(
            try faults(in: "fire/measures.yaml", "minimum: 0", "minimum: 6000") == [
                "fire/measures.yaml:8:16: measures[0].plausible: the minimum 6000 is above "
                    + "the maximum 5000."
            ])
    }

    @Test func `a meaningful difference is absolute or in per cent`() throws {
        #expect(
            try faults(
                in: "fire/call-rate.yaml", "{percent: 5}", "{absolute: 1, percent: 2}"
            ).contains(
                "fire/call-rate.yaml:13:24: meaningful_difference: expected either absolute "
                    + "or percent."))
    }

    @Test(arguments: ["12", "P1Q", "PM", "P-1M", "P1.5Y", "P+1M", "12M"])
    func `a greatest age is a duration`(text: String) throws {
        #expect(
            try faults(in: "fire/call-rate.yaml", "decimals: 1", "decimals: 1\nmax_age: \(text)")
                == [
                    "fire/call-rate.yaml:11:10: max_age: \"\(text)\" is no duration. Expected "
                        + "one like P12M or P2Y."
                ])
    }

    @Test(arguments: ["-1", "10"])
    func `decimals are from 0 to 9`(text: String) throws {
        let issues = try SampleStandard.issues(
            in: "fire/call-rate.yaml", "decimals: 1", "decimals: \(text)")
        #expect(issues.map(\.key) == ["decimals"])
        #expect(issues.map(\.line) == [10])
    }

    @Test(arguments: ["1.2", "1", "1.2.3.4", "one", "1.2.x", "v1.2.3", "1.-2.3", "+1.2.3", "1..3"])
    func `a version has three numbers`(version: String) throws {
        #expect(
            try faults(in: "standard.yaml", "1.2.3", version) == [
                "standard.yaml:2:10: version: version \"\(version)\" is none. Expected one like 1.0.0."
            ])
    }

    @Test func `a file that is no YAML is named with line and column`() throws {
        let issues = SampleStandard.issues(["fire/another.yaml": "title: Another\nunit: [count\n"])
        let issue = try #require(issues.first)
        #expect(issues.count == 1)
        #expect(issue.file == "fire/another.yaml")
        #expect(issue.line == 3)
        #expect(issue.column == 1)
        #expect(issue.message.hasPrefix("not valid YAML: "))
    }

    @Test(arguments: ["", "\n\n", "# nothing here\n"])
    func `an empty file is a fault`(text: String) {
        #expect(
            descriptions(["fire/another.yaml": text]) == [
                "fire/another.yaml:1:1: the file is empty. Expected keys and values."
            ])
    }

    @Test func `a key that stands twice in one table is a fault`() throws {
        let text = StandardReaderTests.metric("{reported: fire/calls}") + "\nunit: usd\n"
        let issue = try #require(SampleStandard.issues(["fire/another.yaml": text]).first)
        #expect(issue.file == "fire/another.yaml")
        #expect(issue.line == 5)
        #expect(issue.message.hasPrefix("a key stands twice in one table: "))
        #expect(issue.message.contains("unit"))
    }

    @Test func `a file without a place in a standard is a fault`() {
        let place =
            "this file has no place in a standard. Expected standard.yaml, units.yaml, "
            + "services.yaml, breakdowns.yaml, prices.yaml, recognition.yaml, "
            + "DOMAIN/measures.yaml, DOMAIN/METRIC.yaml or proposals/DOMAIN/METRIC.yaml."
        #expect(descriptions(["unit.yaml": "units: {}"]) == ["unit.yaml:1:1: \(place)"])
        #expect(descriptions(["a/b/c.yaml": "title: X"]) == ["a/b/c.yaml:1:1: \(place)"])
    }

    @Test func `a standard without its head is a fault`() {
        #expect(
            descriptions(["standard.yaml": nil]) == [
                "standard.yaml: the file is missing. Expected id, version and title in it."
            ])
    }

    @Test func `a missing head is told among other faults`() throws {
        let text = StandardReaderTests.metric("{reported: fire/calls}", definition: "No stop")
        let found = descriptions(["standard.yaml": nil, "fire/another.yaml": text])
        #expect(found.contains { $0.hasPrefix("standard.yaml: the file is missing.") })
        #expect(found.contains { $0.contains("does not end with a full stop") })
    }

    @Test func `all faults of all files are told at once, in the order of files and lines`() {
        let metric = """
            title: Another
            definition: No stop
            formula: {reported: fire/nothing}
            unit: cuont
            polarity: low_good
            kind: output
            uncertainty: events
            decimals: many
            onwer: Nobody
            """
        let places = SampleStandard.issues([
            "fire/another.yaml": metric, "services.yaml": "services: {fire: {title: Fire}}",
        ]).map { "\($0.file):\($0.line) \($0.key)" }
        #expect(
            places == [
                "fire/another.yaml:1 ", "fire/another.yaml:2 definition",
                "fire/another.yaml:8 decimals", "fire/another.yaml:9 onwer",
                "services.yaml:1 services.fire",
            ])
    }

    @Test func `what a list lacks because it could not be read is no second fault`() {
        let metric = StandardReaderTests.metric("{reported: fire/calls}", unit: "hours")
        let keys = SampleStandard.issues(["fire/another.yaml": metric]).map(\.key)
        #expect(keys == ["unit"])
        let broken = SampleStandard.issues([
            "fire/another.yaml": metric, "units.yaml": "units: []",
        ])
        #expect(!broken.isEmpty)
        #expect(broken.allSatisfy { $0.file == "units.yaml" }, "\(broken)")
    }

    @Test func `a fault without a line is told by its file`() {
        let issue = SpecIssue(file: "a.yaml", line: 0, column: 0, key: "", message: "gone.")
        #expect(issue.description == "a.yaml: gone.")
        #expect(SpecError([issue, issue]).description == "a.yaml: gone.\na.yaml: gone.")
    }
}

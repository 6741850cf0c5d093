import Testing

@testable import MetricSpec

@Suite struct RecognitionTests {
    private static let file = """
        levels:
          - {id: bronze, title: Bronze, from: 50}
          - {id: silver, title: Silver, from: 75}
        rules:
          - {id: core, title: Core figures, points: 20, coverage: {of: reported, measures: [care/calls]}}
          - id: inventory
            title: Inventory
            points: 5
            practice:
              criterion: The city lists its data.
              group: data
              checklist: [It is complete, It is public, It is dated]
              needed: 2
              evidence: [document, link]
          - {id: review, title: Review, points: 3, practice: {criterion: It is reviewed., group: data, checklist: [Yearly], requires: [inventory]}}
        """

    private func faults(_ old: String, _ new: String) throws -> [String] {
        try #require(Self.file.contains(old))
        return WideSample.faults(["recognition.yaml": Self.file.replacing(old, with: new)])
    }

    @Test func `levels and both kinds of rules are read`() throws {
        let standard = try WideSample.read(["recognition.yaml": Self.file])
        let recognition = try #require(standard.recognition)
        #expect(recognition.levels.map(\.id) == ["bronze", "silver"])
        #expect(recognition.points == 28)
        #expect(
            recognition.rules[0].kind
                == .coverage(CoverageRule(of: .reported, measures: ["care/calls"])))
        #expect(
            recognition.rules[1].kind
                == .practice(
                    PracticeRule(
                        criterion: "The city lists its data.", group: "data",
                        checklist: ["It is complete", "It is public", "It is dated"],
                        needed: 2, evidence: ["document", "link"], requires: [])))
        guard case .practice(let review) = recognition.rules[2].kind else {
            Issue.record("\(recognition.rules[2]) is no practice")
            return
        }
        // Left out, the whole checklist is needed.
        #expect(review.needed == 1)
        #expect(review.requires == ["inventory"])
    }

    @Test func `a standard without the file recognises nobody`() throws {
        #expect(try WideSample.read().recognition == nil)
    }

    @Test(arguments: [
        (0.0, nil), (0.4999, nil), (0.5, "bronze"), (0.7499, "bronze"), (0.75, "silver"),
        (1, "silver"),
    ])
    func `a level begins at its share of points`(share: Double, level: String?) throws {
        let standard = try WideSample.read(["recognition.yaml": Self.file])
        #expect(standard.recognition?.level(ofShare: share)?.id == level)
    }

    @Test func `required measures are those that the standard calls so`() throws {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        let text = Self.file.replacing("measures: [care/calls]", with: "measures: required")
        let standard = try WideSample.read([
            "recognition.yaml": text,
            "care/measures.yaml": measures.replacing(
                "kind: flow, breakdowns: [age]}",
                with: "kind: flow, breakdowns: [age], required: true}"),
        ])
        #expect(
            standard.recognition?.rules[0].kind
                == .coverage(CoverageRule(of: .reported, measures: nil)))
        let faults = try faults("measures: [care/calls]", "measures: required")
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("no measure is required") == true, "\(faults)")
    }

    @Test(arguments: [
        ("from: 75", "from: 50", "levels[1]", "not above the level before it"),
        ("from: 75", "from: 101", "levels[1].from", "Expected a number above 0, up to 100"),
        ("id: silver", "id: bronze", "levels[1]", "the id \"bronze\" is taken"),
        ("points: 20", "points: 0", "rules[0].points", "0 is not above 0"),
        ("of: reported", "of: counted", "rules[0].coverage.of", "Allowed: reported"),
        ("[care/calls]", "[care/cals]", "rules[0].coverage.measures", "Did you mean"),
        ("needed: 2", "needed: 4", "rules[1].practice.needed", "4 of 3 items"),
        ("needed: 2", "needed: -1", "rules[1].practice.needed", "-1 of 3 items"),
        (
            "requires: [inventory]", "requires: [review]", "rules[2].practice.requires",
            "does not stand before this one"
        ),
        ("id: review", "id: core", "rules[2]", "the id \"core\" is taken"),
        (", coverage: {of: reported, measures: [care/calls]}", "", "rules[0]", "either coverage"),
        ("criterion: The city lists its data.", "", "rules[1].practice", "\"criterion\""),
    ])
    func `a fault of a rule is named at its key`(
        old: String, new: String, key: String, message: String
    ) throws {
        let faults = try faults(old, new)
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("\(key): ") == true, "\(faults)")
        #expect(faults.first?.contains(message) == true, "\(faults)")
    }
}

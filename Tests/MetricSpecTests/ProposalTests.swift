import Testing

@testable import MetricSpec

/// Metrics on their way into the standard.
@Suite struct ProposalTests {
    private static func proposal(
        terms: String = "proposed: 2026-10-01, by: The panel"
    ) -> [String: String] {
        [
            "proposals/care/visits.yaml": """
            proposal: {\(terms)}
            metric:
              title: Visits per call
              question: Do calls become visits?
              definition: Divides visits by calls.
              formula: {share: {part: care/visits-made, whole: care/calls}}
              unit: percent
              polarity: no_judgement
              kind: output
              uncertainty: volume
              meaningful_difference: {percent: 5}
              decimals: 1
            measures:
              - {name: visits-made, title: Visits, definition: Counts visits., unit: count, kind: flow}
            """
        ]
    }

    @Test func `a proposal is read and compared by nobody`() throws {
        let standard = try WideSample.read(
            Self.proposal(
                terms: "proposed: 2026-10-01, by: The panel, consulted_until: 2026-12-31, "
                    + "adopted_from: 2027-07-01"))
        let proposal = try #require(standard.proposals.first)
        #expect(proposal.metric.id == "care/visits")
        #expect(proposal.measures.map(\.id) == ["care/visits-made"])
        #expect(proposal.by == "The panel")
        #expect(proposal.proposed.text == "2026-10-01")
        #expect(proposal.consultedUntil?.text == "2026-12-31")
        #expect(proposal.adoptedFrom?.text == "2027-07-01")
        #expect(proposal.replaces == nil)
        #expect(standard.metric("care/visits") == nil)
        #expect(standard.measure("care/visits-made") == nil)
    }

    @Test(arguments: [
        ("by: The panel", "\"proposed\" is missing"),
        ("proposed: 2026-10-01", "\"by\" is missing"),
        (
            "proposed: 2026-10-01, by: A, consulted_until: 2026-09-30",
            "2026-09-30 is before 2026-10-01"
        ),
        ("proposed: 2026-10-01, by: A, replaces: care/gone", "\"care/gone\" is not in this"),
        ("proposed: 2026-10-01, by: A, until: 2026-12-31", "\"until\" is not known here"),
    ])
    func `the terms of a proposal are checked`(terms: String, message: String) {
        let faults = WideSample.faults(Self.proposal(terms: terms))
        #expect(faults.contains { $0.contains(message) }, "\(faults)")
    }

    @Test func `a proposal names what it replaces and takes no id that is there`() {
        let faults = WideSample.faults(
            Self.proposal().merging([
                "care/visits.yaml": WideSample.metric("{reported: care/calls}", unit: "count")
            ]) { $1 })
        #expect(faults.contains { $0.contains("is in the standard already") }, "\(faults)")
    }

    @Test func `a proposal's formula names measures that are there or come with it`() throws {
        let file = "proposals/care/visits.yaml"
        let text = try #require(Self.proposal()[file])
        let faults = WideSample.faults([
            file: text.replacing("whole: care/calls", with: "whole: care/cals")
        ])
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("metric.formula") == true, "\(faults)")
        #expect(faults.first?.contains("Did you mean \"care/calls\"?") == true, "\(faults)")
    }
}

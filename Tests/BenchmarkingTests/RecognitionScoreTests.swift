// Expected values: the rules of recognition.yaml, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct RecognitionScoreTests {
    private static let rules = """
        levels: [{id: bronze, title: Bronze, from: 50}, {id: gold, title: Gold, from: 80}]
        rules:
          - {id: reported, title: R, points: 10, coverage: {of: reported, measures: required}}
          - {id: verified, title: V, points: 4, coverage: {of: verified, measures: [city/need-a, city/need-b]}}
          - {id: on-time, title: T, points: 2, coverage: {of: on_time, measures: [city/need-a]}}
          - {id: plan, title: P, points: 3, practice: {criterion: A plan., group: G, checklist: [a, b, c], needed: 2, evidence: [link]}}
          - {id: audit, title: A, points: 1, practice: {criterion: An audit., group: G, checklist: [], evidence: [link], requires: [plan, on-time]}}
        """

    private static let standard = Result {
        try TestStandard.make(
            measures: ["a", "b", "c", "d"].map {
                "  - {name: need-\($0), title: N, definition: Need \($0)., unit: count, "
                    + "kind: flow, required: true}"
            }.joined(separator: "\n"), recognition: rules)
    }

    private func score(_ evidence: RecognitionEvidence) throws -> RecognitionScore {
        let standard = try Self.standard.get()
        return RecognitionScore(
            of: evidence, by: standard, rules: try #require(standard.recognition),
            in: try #require(Period(parsing: "2026-Q3")))
    }

    private func points(_ evidence: RecognitionEvidence) throws -> [String: Double] {
        Dictionary(
            try score(evidence).rules.map { ($0.rule, $0.points) },
            uniquingKeysWith: { first, _ in first })
    }

    private func assessment(
        _ rule: String = "plan", fulfilled: Int = 2, isMet: Bool = true,
        on day: String = "2026-05-01", until end: String? = nil
    ) throws -> PracticeAssessment {
        PracticeAssessment(
            rule: rule, fulfilled: fulfilled, isMet: isMet,
            assessedOn: try #require(CalendarDay(parsing: day)),
            validUntil: end.flatMap { CalendarDay(parsing: $0) })
    }

    @Test func `coverage gives points by the share of measures in the state`() throws {
        let points = try points(
            RecognitionEvidence(
                reported: ["city/need-a", "city/need-b", "city/need-c", "city/call-count"],
                verified: ["city/need-b"], onTime: []))
        // Three of four required, one of two, none of one.
        #expect(points["reported"] == 7.5)
        #expect(points["verified"] == 2)
        #expect(points["on-time"] == 0)
    }

    @Test func `measures of services that a city does not provide count neither way`() throws {
        let score = try score(
            RecognitionEvidence(
                reported: ["city/need-b", "city/need-c"],
                exempt: ["city/need-a", "city/need-d"]))
        #expect(score.rules.map(\.points) == [10, 0, 0, 0, 0])
        // Nothing of what should be on time applies to the city.
        #expect(score.rules.map(\.available) == [10, 4, 0, 3, 1])
        #expect(score.available == 18)
        #expect(score.share == 10.0 / 18)
        #expect(score.level == "bronze")
    }

    @Test(
        arguments: [
            (2, true, "2026-05-01", nil, true), (1, true, "2026-05-01", nil, false),
            (3, false, "2026-05-01", nil, false),
            // The period ends with 30 September.
            (2, true, "2026-09-30", nil, true), (2, true, "2026-10-01", nil, false),
            (2, true, "2026-05-01", "2026-09-30", true),
            (2, true, "2026-05-01", "2026-09-29", false),
            (2, true, "2026-05-01", "2027-01-01", true),
        ] as [(Int, Bool, String, String?, Bool)])
    func `a practice counts when it is met, in time and still valid`(
        fulfilled: Int, isMet: Bool, day: String, until: String?, expected: Bool
    ) throws {
        let evidence = RecognitionEvidence(assessments: [
            try assessment(fulfilled: fulfilled, isMet: isMet, on: day, until: until)
        ])
        #expect(try points(evidence)["plan"] == (expected ? 3 : 0))
    }

    @Test func `a practice that nobody assessed gives nothing`() throws {
        #expect(try points(RecognitionEvidence())["plan"] == 0)
    }

    @Test func `of several verdicts the latest before the period's end counts`() throws {
        let met = try assessment(on: "2026-02-01")
        let lost = try assessment(isMet: false, on: "2026-08-01")
        let later = try assessment(isMet: false, on: "2026-11-01")
        #expect(try points(RecognitionEvidence(assessments: [lost, met]))["plan"] == 0)
        #expect(try points(RecognitionEvidence(assessments: [later, met]))["plan"] == 3)
    }

    @Test func `a practice waits for what it requires`() throws {
        let audit = try assessment("audit", fulfilled: 0)
        let plan = try assessment("plan")
        var evidence = RecognitionEvidence(assessments: [audit])
        #expect(try points(evidence)["audit"] == 0)
        evidence.assessments.append(plan)
        #expect(try points(evidence)["audit"] == 0)
        evidence.onTime = ["city/need-a"]
        #expect(try points(evidence)["audit"] == 1)
    }

    @Test func `the share of points gives the level`() throws {
        let none = try score(RecognitionEvidence(reported: ["city/need-a"]))
        #expect(none.points == 2.5)
        #expect(none.available == 20)
        #expect(none.share == 0.125)
        #expect(none.level == nil)
        let needs: Set = ["city/need-a", "city/need-b", "city/need-c", "city/need-d"]
        let half = try score(RecognitionEvidence(reported: needs))
        #expect(half.share == 0.5)
        #expect(half.level == "bronze")
        // 10 + 4 + 2 of 20.
        let most = try score(
            RecognitionEvidence(reported: needs, verified: needs, onTime: needs))
        #expect(most.share == 0.8)
        #expect(most.level == "gold")
        #expect(most.rules.map(\.isMet) == [true, true, true, false, false])
    }

    @Test func `a share that reaches a level but for rounding has reached it`() throws {
        let levels = "[{id: low, title: Low, from: 29}]"
        let rules = (0..<100).map {
            "{id: r\($0), title: R, points: 0.1, practice: {criterion: C., group: G, "
                + "checklist: [], evidence: [link]}}"
        }.joined(separator: ", ")
        let standard = try TestStandard.make(recognition: "{levels: \(levels), rules: [\(rules)]}")
        let recognition = try #require(standard.recognition)
        func level(_ count: Int) throws -> String? {
            let assessments = try (0..<count).map { try assessment("r\($0)", fulfilled: 0) }
            return RecognitionScore(
                of: RecognitionEvidence(assessments: assessments), by: standard,
                rules: recognition, in: try #require(Period(parsing: "2026-Q3"))
            ).level
        }
        #expect(try level(28) == nil)
        #expect(try level(29) == "low")
    }
}

import Testing

@testable import MetricSpec

/// What measures and metrics say of themselves beside their formula.
@Suite struct DefinitionTests {
    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }

    @Test func `a flow over a longer period may be as many times larger`() {
        let plausible = Plausibility(
            quarter: PlausibleRange(minimum: -10, maximum: 100), year: nil, reason: nil)
        #expect(plausible.range(months: 3, kind: .flow).maximum == 100)
        #expect(plausible.range(months: 12, kind: .flow).maximum == 400)
        #expect(plausible.range(months: 12, kind: .flow).minimum == -40)
        #expect(plausible.range(months: 6, kind: .flow).maximum == 200)
        // A month may hold what a quarter may: months differ.
        #expect(plausible.range(months: 1, kind: .flow).maximum == 100)
        #expect(plausible.range(months: 12, kind: .stock).maximum == 100)
    }

    @Test func `a flow that must be above something in a quarter must be so in a year`() {
        let plausible = Plausibility(
            quarter: PlausibleRange(minimum: 10, maximum: -1), year: nil, reason: nil)
        #expect(plausible.range(months: 12, kind: .flow).minimum == 10)
        #expect(plausible.range(months: 12, kind: .flow).maximum == -1)
    }

    @Test func `a year that is given goes before one that is worked out`() throws {
        let metric = try WideSample.tried(
            "{reported: care/calls}", unit: "count",
            more: "plausible: {minimum: 1, maximum: 9, reason: Few., year: {maximum: 20}}")
        let plausible = try #require(metric.plausible)
        #expect(plausible.reason == "Few.")
        #expect(
            plausible.range(months: 12, kind: .flow) == PlausibleRange(minimum: nil, maximum: 20))
        #expect(plausible.range(months: 24, kind: .flow).maximum == 72)
        #expect(plausible.range(months: 3, kind: .flow).minimum == 1)
    }

    @Test(arguments: [
        // Both limits must be passed.
        (30.0, 10.0, 100.0, 131.0, true), (30, 10, 100, 130, false), (30, 10, 20, 29, false),
        (30, 10, 100, 60, true), (30, 40, 100, 135, false), (30, 10, -100, -140, true),
        // From 0 only the absolute limit judges.
        (30, 10, 0, 11, true), (30, 10, 0, 10, false),
    ])
    func `a change is explained when it passes both limits`(
        percent: Double, absolute: Double, earlier: Double, later: Double, isExceeded: Bool
    ) {
        let limit = ChangeLimit(percent: percent, absolute: absolute, reason: nil)
        #expect(limit.isExceeded(from: earlier, to: later) == isExceeded)
    }

    @Test func `a change with one limit is judged by it alone`() {
        let percent = ChangeLimit(percent: 50, absolute: nil, reason: nil)
        #expect(percent.isExceeded(from: 2, to: 3.1))
        #expect(!percent.isExceeded(from: 2, to: 3))
        #expect(!percent.isExceeded(from: 0, to: 1e9))
        let absolute = ChangeLimit(percent: nil, absolute: 5, reason: nil)
        #expect(absolute.isExceeded(from: 0, to: 6))
        #expect(!absolute.isExceeded(from: 1000, to: 1005))
    }

    @Test func `a change limit is read with its reason`() throws {
        let metric = try WideSample.tried(
            "{reported: care/calls}", unit: "count",
            more: "change: {percent: 30, absolute: 10, reason: Seldom more.}")
        #expect(
            metric.change == ChangeLimit(percent: 30, absolute: 10, reason: "Seldom more."))
        #expect(
            WideSample.faults(
                "{reported: care/calls}", unit: "count", more: "change: {reason: None.}")
                == ["change: no limit is given. Expected percent, absolute or both."])
    }

    @Test func `rulings are numbered answers`() throws {
        let rulings = """
            rulings:
              - {number: 1, question: Do tests count?, answer: They do not., date: 2026-10-01}
              - {number: 2, question: Do hoaxes count?, answer: They do.}
            """
        let metric = try WideSample.tried(
            "{reported: care/calls}", unit: "count", more: rulings)
        #expect(
            metric.notes.rulings == [
                Ruling(
                    number: 1, question: "Do tests count?", answer: "They do not.",
                    date: try day("2026-10-01")),
                Ruling(
                    number: 2, question: "Do hoaxes count?", answer: "They do.", date: nil),
            ])
        let twice = WideSample.faults(
            "{reported: care/calls}", unit: "count",
            more: rulings.replacing("number: 2", with: "number: 1"))
        #expect(
            twice == ["rulings[1]: the number 1 is taken. Each ruling has one of its own."])
    }

    @Test(arguments: [
        ("question: Do tests count., answer: No.", "rulings[0].question"),
        ("question: Do tests count?, answer: No", "rulings[0].answer"),
        ("question: Do tests count?", "rulings[0]"),
    ])
    func `a ruling is a question and a sentence`(text: String, key: String) {
        let faults = WideSample.faults(
            "{reported: care/calls}", unit: "count",
            more: "rulings: [{number: 1, \(text)}]")
        #expect(faults.contains { $0.hasPrefix("\(key): ") }, "\(faults)")
    }

    @Test func `codes of other lists are kept as text`() throws {
        let metric = try WideSample.tried(
            "{reported: care/calls}", unit: "count",
            more: "codes: {census_function: \"05\", cofog: [\"03.1\", \"03.2\"], sdg: 11.2.1}")
        #expect(
            metric.notes.codes == [
                OutsideCode(list: "census_function", code: "05"),
                OutsideCode(list: "cofog", code: "03.1"),
                OutsideCode(list: "cofog", code: "03.2"),
                OutsideCode(list: "sdg", code: "11.2.1"),
            ])
        let faults = WideSample.faults(
            "{reported: care/calls}", unit: "count", more: "codes: {census: \"05\"}")
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("codes.census: ") == true, "\(faults)")
    }

    @Test func `a metric is read with all that stands beside its numbers`() throws {
        let metric = try WideSample.tried(
            "{share: {part: care/in-time, whole: care/calls}}", unit: "percent",
            uncertainty: "events",
            more: """
                disclosure: {minimum_count: 5, minimum_denominator: 30}
                influencing_factors: [Weather, Roads]
                perverse_incentive: Closing calls early.
                owner: The panel
                review: 2027-09-30
                valid_from: 2026-07-01
                supersedes: care/late-share
                """)
        #expect(
            metric.disclosure == DisclosureRule(minimumCount: 5, minimumDenominator: 30))
        #expect(metric.notes.influencingFactors == ["Weather", "Roads"])
        #expect(metric.notes.perverseIncentive == "Closing calls early.")
        #expect(metric.notes.owner == "The panel")
        #expect(metric.notes.review == (try day("2027-09-30")))
        #expect(metric.notes.validFrom == (try day("2026-07-01")))
        #expect(metric.notes.supersedes == "care/late-share")
        #expect(metric.reference == .peers)
        #expect(!metric.takesAnyFiscalYear)
    }

    @Test func `a measure is read with all that it says`() throws {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        let more = """
              - name: visits
                title: Visits
                definition: Counts visits.
                unit: count
                kind: flow
                service: transit
                includes: [Repeat visits]
                excludes: [Calls, Letters]
                synonyms: [VISIT COUNT, No. of visits]
                required: true
                codes: {census_function: "79"}
                supersedes: care/calls-in-person

            """
        let standard = try WideSample.read(["care/measures.yaml": measures + more])
        let visits = try #require(standard.measure("care/visits"))
        #expect(visits.includes == ["Repeat visits"])
        #expect(visits.excludes == ["Calls", "Letters"])
        #expect(visits.synonyms == ["VISIT COUNT", "No. of visits"])
        #expect(visits.isRequired)
        #expect(visits.isAdditive)
        #expect(visits.codes == [OutsideCode(list: "census_function", code: "79")])
        #expect(visits.supersedes == "care/calls-in-person")
        #expect(standard.measure("care/staff")?.costRole == .ownStaff)
        #expect(standard.measure("care/by-day")?.population == .daytime)
        #expect(standard.measure("care/p90")?.isAdditive == false)
        #expect(standard.measure("care/p90")?.quarterToYear == QuarterToYear.none)
        #expect(standard.measure("care/calls")?.breakdowns == ["age"])
    }

    @Test func `a standard may say from when it holds`() throws {
        let standard = try WideSample.read([
            "standard.yaml": "id: wide\nversion: 2.1.0\ntitle: Wide\nvalid_from: 2026-10-01"
        ])
        #expect(standard.validFrom == (try day("2026-10-01")))
        #expect(try WideSample.read().validFrom == nil)
    }
}

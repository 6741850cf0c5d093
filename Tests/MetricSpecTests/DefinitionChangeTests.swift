import Testing

@testable import MetricSpec

/// A definition never changes silently.
@Suite struct DefinitionChangeTests {
    private static let rate =
        "{ratio: {numerator: care/calls, denominator: care/residents, multiplier: 1000}}"

    private func changes(_ changes: String) -> String {
        "population: resident\nchanges: [\(changes)]"
    }

    /// The sample whose calls changed, and a metric with a change of its own.
    private func standard(_ ofMeasure: String, _ ofMetric: String) throws -> Standard {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        return try WideSample.read([
            "care/measures.yaml": measures.replacing(
                "kind: flow, breakdowns: [age]}",
                with: "kind: flow, breakdowns: [age], changes: [\(ofMeasure)]}"),
            "care/tried.yaml": WideSample.metric(
                Self.rate, unit: "per-1000", more: changes(ofMetric)),
        ])
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }

    @Test func `a change is read with all that it says`() throws {
        let metric = try WideSample.tried(
            Self.rate, unit: "per-1000",
            more: changes(
                "{version: 2.0.0, date: 2026-07-01, what: Calls by radio count., "
                    + "comparable: false, restated: true, correction: true}"))
        let change = try #require(metric.notes.changes.first)
        #expect(change.version == "2.0.0")
        #expect(change.date.text == "2026-07-01")
        #expect(change.what == "Calls by radio count.")
        #expect(!change.isComparable)
        #expect(change.isRestated)
        #expect(change.isCorrection)
    }

    @Test func `only a change that is neither comparable nor restated is a break`() throws {
        func isBreak(_ isComparable: Bool, _ isRestated: Bool) throws -> Bool {
            DefinitionChange(
                version: "1.0.0", date: try day("2026-07-01"), what: "", isComparable: isComparable,
                isRestated: isRestated, isCorrection: false
            ).isBreak
        }
        #expect(try isBreak(false, false))
        #expect(try !isBreak(true, false))
        #expect(try !isBreak(false, true))
        #expect(try !isBreak(true, true))
    }

    @Test func `a metric changes with its measures`() throws {
        let standard = try standard(
            "{version: 1.5.0, date: 2025-01-01, what: Hoaxes count., comparable: false}",
            "{version: 2.0.0, date: 2026-07-01, what: By residents., comparable: false}")
        let metric = try #require(standard.metric("care/tried"))
        #expect(standard.changes(of: metric).map(\.date.text) == ["2025-01-01", "2026-07-01"])
    }

    @Test func `values compare since the last break before them`() throws {
        let standard = try standard(
            "{version: 1.5.0, date: 2025-01-01, what: Hoaxes count., comparable: false}",
            "{version: 2.0.0, date: 2026-07-01, what: By residents., comparable: true}")
        let metric = try #require(standard.metric("care/tried"))
        #expect(standard.comparableSince(metric, on: try day("2024-12-31")) == nil)
        #expect(
            standard.comparableSince(metric, on: try day("2025-01-01"))?.text == "2025-01-01")
        #expect(
            standard.comparableSince(metric, on: try day("2026-12-01"))?.text == "2025-01-01")
    }

    @Test func `a restated change is no break`() throws {
        let standard = try standard(
            "{version: 1.5.0, date: 2025-01-01, what: Hoaxes count., comparable: false, "
                + "restated: true}",
            "{version: 2.0.0, date: 2026-07-01, what: By residents., comparable: false}")
        let metric = try #require(standard.metric("care/tried"))
        #expect(standard.comparableSince(metric, on: try day("2026-06-30")) == nil)
        #expect(
            standard.comparableSince(metric, on: try day("2026-07-01"))?.text == "2026-07-01")
    }

    @Test func `a metric made of metrics changes with the measures below them`() throws {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        let standard = try WideSample.read([
            "care/measures.yaml": measures.replacing(
                "unit: usd, kind: flow}",
                with: "unit: usd, kind: flow, changes: [{version: 2.0.0, date: 2026-07-01, "
                    + "what: Without grants., comparable: false}]}"),
            "care/plan.yaml": WideSample.metric(
                "{reported: care/budget}", unit: "usd", title: "Plan"),
            "care/tried.yaml": WideSample.metric(
                "{rate_of_change: {of: care/plan, over: P12M}}", unit: "percent"),
        ])
        let metric = try #require(standard.metric("care/tried"))
        #expect(standard.changes(of: metric).map(\.what) == ["Without grants."])
    }

    @Test(arguments: [
        (
            "{version: 2.1.1, date: 2026-07-01, what: New., comparable: true}", "version",
            "a change of version 2.1.1 stands in version 2.1.0"
        ),
        ("{version: two, date: 2026-07-01, what: New., comparable: true}", "version", "is none"),
        (
            "{version: 2.0.0, date: 2026-07-02, what: New., comparable: true}", "date",
            "no first day of a month"
        ),
        ("{version: 2.0.0, date: 2026-07-01, what: New, comparable: true}", "what", "full stop"),
        (
            "{version: 2.0.0, date: soon, what: New., comparable: true}", "date", "is not a date"
        ),
    ])
    func `a change that cannot be is named at its key`(
        text: String, key: String, message: String
    ) {
        let faults = WideSample.faults(Self.rate, unit: "per-1000", more: changes(text))
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("changes[0].\(key): ") == true, "\(faults)")
        #expect(faults.first?.contains(message) == true, "\(faults)")
    }

    @Test func `a change says whether it compares`() {
        let faults = WideSample.faults(
            Self.rate, unit: "per-1000",
            more: changes("{version: 2.0.0, date: 2026-07-01, what: New.}"))
        #expect(faults == ["changes[0]: the key \"comparable\" is missing."])
    }

    @Test func `changes stand in the order of their days`() {
        let faults = WideSample.faults(
            Self.rate, unit: "per-1000",
            more: changes(
                "{version: 2.0.0, date: 2026-07-01, what: New., comparable: true}, "
                    + "{version: 2.1.0, date: 2026-07-01, what: Newer., comparable: true}"))
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("is not after the change before it") == true)
    }

    @Test func `versions are ordered by their numbers`() throws {
        let texts = ["1.10.0", "1.2.10", "0.9.9", "1.2.9", "2.0.0"]
        let sorted = try texts.map { try #require(SemanticVersion($0)) }.sorted()
        #expect(sorted.map(\.description) == ["0.9.9", "1.2.9", "1.2.10", "1.10.0", "2.0.0"])
    }
}

import MetricSpec
import Testing

@testable import Reporting

@Suite struct `a change of the definition` {
    private func history(_ entry: MetricEntry) throws -> HistoryModel {
        let period = try #require(Period(year: 2026, quarter: 3))
        return try #require(
            HistoryModel(entry, style: NumberStyle(decimals: 1, label: "%"), period: period))
    }

    @Test func `cuts the line and puts a mark across it`() throws {
        let picture = try history(try DetailSample.withBreak()).line.svg.text
        // Five quarters before October 2025 and four from then on.
        let lines = picture.split(separator: "<polyline ").dropFirst()
        #expect(lines.map { $0.prefix { $0 != "/" }.filter { $0 == "," }.count } == [5, 4])
        #expect(picture.split(separator: "class=\"break\"").count == 2)
    }

    @Test func `is told with its date, what it was, and whether figures were restated`() throws {
        let model = try history(try DetailSample.withBreak())
        #expect(
            model.changes == [
                "Definition changed on 2024-10-01: Alleys count. Figures before and after may be "
                    + "compared.",
                "Definition changed on 2025-10-01: Condition is rated by a survey vehicle in "
                    + "place of an inspector. Figures before and after may not be compared; "
                    + "earlier ones were not worked out anew.",
            ])
        #expect(model.line.title.contains("Q3 2025 72.8%, definition changed, Q4 2025 61.0%"))
    }

    @Test func `before the first figure drawn is not told`() throws {
        var entry = try DetailSample.withBreak()
        entry.history.removeAll { $0.comparableFrom == nil }
        let model = try history(entry)
        #expect(model.changes.isEmpty)
        #expect(!model.line.svg.text.contains("class=\"break\""))
    }

    @Test func `is said of the figure of a year earlier and in the table over time`() throws {
        let model = ReportModel(try Fixture.input([try DetailSample.withBreak()]))
        let figures = model.domains.first?.metrics.first?.group?.figures
        #expect(
            figures?.contains(Figure(name: "Year earlier", value: "72.8% (other definition)"))
                == true)
        #expect(
            model.appendix.rows.map(\.figures) == [
                [
                    "71.0%†", "72.0%†", "71.5%†", "73.0%†", "72.8%†", "61.0%", "62.5%",
                    "63.0%", "64.0%",
                ]
            ])
    }

    @Test func `that never was leaves the line whole`() throws {
        var entry = try DetailSample.withBreak()
        entry.comparableFrom = nil
        entry.history = entry.history.map { point in
            HistoryPoint(period: point.period, status: point.status, value: point.value)
        }
        let picture = try history(entry).line.svg.text
        #expect(picture.split(separator: "<polyline ").count == 2)
        #expect(!picture.contains("class=\"break\""))
    }
}

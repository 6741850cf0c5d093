import MetricSpec
import Testing

@testable import Reporting

/// What a page says of a city that took over another.
@Suite struct SeriesNoteTests {
    private func note(_ day: String, changesArea: Bool = true) throws -> SeriesNote {
        SeriesNote(
            date: try #require(CalendarDay(parsing: day)), text: "It contains Bexley.",
            changesArea: changesArea)
    }

    /// A line from 2024-Q3 to 2026-Q3, with a note.
    private func model(_ note: SeriesNote) throws -> ReportModel {
        var input = try Fixture.input([try DetailSample.withBreak()])
        input.notes = [note]
        return ReportModel(input)
    }

    private func isUnderTheLine(_ day: String) throws -> Bool {
        try model(try note(day)).domains.first?.metrics.first?.history?.changes
            .contains("It contains Bexley.") == true
    }

    @Test func `the note stands under a line that the day lies in`() throws {
        #expect(try !isUnderTheLine("2024-06-30"))
        #expect(try isUnderTheLine("2024-07-01"))
        #expect(try isUnderTheLine("2026-09-30"))
        #expect(try !isUnderTheLine("2026-10-01"))
    }

    @Test func `the page says what happened before its period ended, also long ago`() throws {
        func said(_ day: String) throws -> [String] {
            try model(try note(day)).method.filter { $0.title == "The city itself" }.map(\.text)
        }
        #expect(try said("1990-01-01") == ["It contains Bexley."])
        #expect(try said("2026-10-01").isEmpty)
        let page = Report.cityPage(
            try {
                var input = try Fixture.input([try DetailSample.withBreak()])
                input.notes = [try note("2026-01-01")]
                return input
            }())
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("<p class=\"caveat\">It contains Bexley.</p>"))
    }

    @Test(arguments: [
        ("2025-07-01", true, false), ("2025-07-02", true, true), ("2026-07-01", true, true),
        ("2026-07-02", true, false), ("2026-01-01", false, false),
    ])
    func `a figure of a year earlier says that it is of another area`(
        _ day: String, _ changesArea: Bool, _ isSaid: Bool
    ) throws {
        let model = try model(try note(day, changesArea: changesArea))
        let earlier = model.domains.first?.metrics.first?.group?.figures
            .first { $0.name == "Year earlier" }
        #expect(
            earlier?.value == "72.8% (other definition)" + (isSaid ? " (other area)" : ""))
    }
}

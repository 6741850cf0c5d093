import MetricSpec
import Testing

@testable import Reporting

/// The paper for a meeting, as a page and as Markdown.
@Suite struct AgendaTests {
    private let unit: Unit

    init() throws {
        unit = try #require(SampleStandard.shared.get().unit("dollars-each"))
    }

    private func figure(_ city: String, group: String? = nil) -> AgendaInput.Figure {
        AgendaInput.Figure(city: city, measure: "Spending", group: group, unit: unit)
    }

    private func input(_ services: [AgendaInput.Service]? = nil) -> AgendaInput {
        AgendaInput(
            consortium: "River cities", period: "2026-Q3", day: "2026-11-12", isInvented: true,
            notes: ["The quarter is in the stage queries."],
            services: services ?? [
                police,
                AgendaInput.Service(
                    title: "Fire", states: "2 received", queries: [], moves: [], flagged: []),
            ])
    }

    private var police: AgendaInput.Service {
        AgendaInput.Service(
            title: "Police", states: "1 received, 1 queried",
            queries: [
                AgendaInput.Query(
                    number: 7, figure: figure("Zander <Bay>", group: "Men"), waitsFor: "the city",
                    asked: 1200, now: 120,
                    thread: [
                        AgendaInput.Said(
                            who: "Opal (consortium, 2026-11-10)", text: "One *zero*\ntoo many?")
                    ])
            ],
            moves: [
                AgendaInput.Move(
                    figure: figure("Ashford"), before: 200, now: 100, share: -0.5, said: [])
            ],
            flagged: [
                AgendaInput.Flagged(
                    figure: figure("Barton"), value: 5, isRejected: true,
                    reasons: ["The value is low; expected 50 or more."],
                    said: [AgendaInput.Said(who: "barton (explanation)", text: "A strike.")])
            ])
    }

    @Test func `the page is the snapshot`() throws {
        try expectSnapshot(Report.agendaPage(input()).text, named: "a meeting's paper.html")
    }

    @Test func `the text is the snapshot`() throws {
        try expectSnapshot(Report.agendaText(input()), named: "a meeting's paper.md")
    }

    @Test func `the text says what Markdown would take for marks as it is`() {
        let text = Report.agendaText(input())
        #expect(text.contains("One \\*zero\\* too many?"))
        #expect(
            text.contains("**Zander \\<Bay\\>, Spending, Men** (question 7, waits for the city)"))
        #expect(text.contains("$1,200 per resident when asked"))
    }

    @Test func `a page escapes what people say`() {
        let page = Report.agendaPage(input()).text
        #expect(page.contains("Zander &lt;Bay&gt;, Spending, Men"))
        #expect(page.contains("<h1>1 open question and 1 unlikely figure on 2026-Q3</h1>"))
        #expect(page.contains("Nothing to discuss</h2>\n<p>Fire.</p>"))
    }

    @Test func `a quarter without anything open says so`() {
        let text = Report.agendaText(input([]))
        #expect(text.hasPrefix("# River cities: Nothing is open on 2026-Q3\n"))
        #expect(!text.contains("Nothing to discuss"))
    }
}

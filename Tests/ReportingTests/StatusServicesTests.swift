import Testing

@testable import Reporting

@Suite struct `the quarter on the page on a period's reports` {
    private func input(
        cycle: StatusInput.Cycle? = nil, services: [StatusInput.Service] = []
    ) -> StatusInput {
        StatusInput(
            consortium: "River cities", period: "2026-Q3", day: "2026-11-12", due: "2026-10-31",
            isInvented: true, cities: [], cycle: cycle, services: services)
    }

    private var cycle: StatusInput.Cycle {
        StatusInput.Cycle(
            stage: "certification",
            steps: [
                StatusInput.Step(name: "due", day: "2026-10-31"),
                StatusInput.Step(name: "certify until", day: "2026-11-15"),
            ], next: "certify until", isBlackout: true)
    }

    private var police: StatusInput.Service {
        StatusInput.Service(
            title: "Police <and fire>",
            cities: [
                StatusInput.ServiceCity(name: "Zander", state: "queried", note: "1 question"),
                StatusInput.ServiceCity(name: "Ashford", state: "certified", note: nil),
                StatusInput.ServiceCity(name: "Barton", state: "certified", note: nil),
            ])
    }

    @Test func `the steps stand in their order, the next one is marked, a blackout is said`() {
        let text = Report.statusPage(input(cycle: cycle)).text
        #expect(text.contains("The quarter: certification</h2>"))
        #expect(text.contains("<li><b>2026-10-31</b><span>due</span></li>"))
        #expect(
            text.contains(
                "<li class=\"next\"><b>2026-11-15</b><span>certify until (next)</span></li>"))
        #expect(text.contains("Blackout: nothing is released now."))
    }

    @Test func `states are counted by service, and each city is named under its own`() {
        let text = Report.statusPage(input(services: [police])).text
        #expect(
            text.contains(
                "<th scope=\"col\">queried</th><th scope=\"col\">certified</th></tr>"))
        #expect(
            text.contains(
                "<th scope=\"row\">Police &lt;and fire&gt;</th><td>1</td><td>2</td></tr>"))
        #expect(text.contains("<dt>certified</dt><dd>Ashford, Barton</dd>"))
        #expect(text.contains("<dt>queried</dt><dd>Zander (1 question)</dd>"))
    }

    @Test func `a page without calendar and services has neither`() {
        let text = Report.statusPage(input()).text
        #expect(!text.contains("id=\"services\"") && !text.contains("id=\"calendar\""))
    }
}

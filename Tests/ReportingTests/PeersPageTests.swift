import Reporting
import Testing

@Suite struct PeersPageTests {
    private static let near = PeersInput.Peer(
        name: "Barton & Sons", distance: 1, stability: 0.95, shares: [0.25, 0.75],
        values: [200, 3])
    private static let far = PeersInput.Peer(
        name: "Calder", distance: 1.5, stability: nil, shares: [0, 1], values: [100, 9])

    private func page(
        close: [PeersInput.Peer] = [near], beyond: [PeersInput.Peer] = [far],
        absence: String? = nil, own: Double? = 100, fallback: Bool = false
    ) -> String {
        let variables = [
            PeersInput.Variable(
                title: "Residents", scale: "logarithm, weight 2", own: own,
                isFallback: fallback, place: { $0 * 2 }, all: own == nil ? [] : [100, 100, 200]),
            PeersInput.Variable(
                title: "Hills", scale: "", own: 5, isFallback: false, place: { $0 },
                all: [5, 5, 5]),
        ]
        let input = PeersInput(
            consortium: "Test", city: "Alba", day: "2026-07-01", isInvented: true, release: 4,
            groups: [
                PeersInput.Group(
                    title: "Cities like ours", rule: "Chosen.", members: [],
                    likeness: PeersInput.Likeness(
                        variables: variables, caliper: 1.2, absence: absence, close: close,
                        beyond: beyond)),
                PeersInput.Group(
                    title: "Coast", rule: "A list.", members: ["Alba", "Calder"], likeness: nil),
            ])
        return Report.peersPage(input).text
    }

    @Test func `a page tells the finding, the rule and the members of lists`() {
        let page = page()
        #expect(page.contains("<h1>Whom Alba is compared with, and why these</h1>"))
        #expect(page.contains("Test · on 2026-07-01 · as in release 4"))
        #expect(
            page.contains(
                "1 city is close to Alba, Barton &amp; Sons nearest; each stays in nine of ten "
                    + "small changes of the rule."))
        #expect(page.contains("<p class=\"members\">Alba and Calder.</p>"))
        #expect(page.contains("The cities and all figures on this page are made up"))
    }

    /// The right end lies 2 % beyond the farthest, at 1.53.
    @Test func `a bar is as long as the distance, its parts as the shares`() {
        let page = page()
        #expect(page.contains("Distance from Alba: Barton &amp; Sons 1.00, Calder 1.50."))
        // 100 x 0.25 / 1.53 and 100 x 0.75 / 1.53.
        #expect(page.contains("x=\"0.00%\" y=\"1.35em\" width=\"16.34%\""))
        #expect(page.contains("x=\"16.34%\" y=\"1.35em\" width=\"49.02%\""))
        // 100 x 1.2 / 1.53.
        #expect(page.contains("class=\"caliper\" x1=\"78.43%\" x2=\"78.43%\""))
        #expect(page.contains("1.00, stays in 95%</tspan>"))
        #expect(page.contains("1.50, no peer</tspan>"))
    }

    @Test func `the table has values of both, shares and how steady a peer is`() {
        let page = page(fallback: true)
        #expect(
            page.contains(
                "<tr><th scope=\"row\">Alba</th><td></td><td></td><td>100, fallback</td><td>5</td></tr>"
            ))
        #expect(
            page.contains(
                "<td>1.00</td><td>95%</td><td>200 <span class=\"muted\">25%</span></td>"
                    + "<td>3 <span class=\"muted\">75%</span></td>"))
        #expect(page.contains("Calder<br><span class=\"muted\">no peer</span>"))
        #expect(page.contains("Residents<br><span class=\"muted\">logarithm, weight 2</span>"))
    }

    @Test func `a variable has a strip where cities differ in it`() {
        let page = page()
        #expect(
            page.contains(
                "<title>Residents: Alba 100, its peers 200 to 200, all 3 cities 100 to 200.</title>"
            ))
        #expect(!page.contains("<title>Hills: Alba"))
    }

    @Test func `a city without peers is told why, and no bar is drawn of nobody`() {
        let reason = "Alba has no peers here."
        let nobody = page(close: [], beyond: [], absence: reason, own: nil)
        #expect(nobody.contains("<p class=\"finding\">Alba has no peers here.</p>"))
        #expect(!nobody.contains("<svg"))
        #expect(nobody.contains("<td>missing</td>"))
        let few = page(absence: reason)
        #expect(few.contains("1.00, stays in 95%, no peer</tspan>"))
    }
}

import Testing

@testable import Reporting

/// What a city says about its own figure stands with the figure.
@Suite struct ResponseTests {
    private func page(_ responses: CityResponse...) throws -> String {
        var input = try SampleConsortium().input(0)
        input.metrics[0].responses = responses
        return Report.cityPage(input).text
    }

    @Test func `its words stand below the figure, with who said them and when`() throws {
        let page = try page(
            CityResponse(text: "A flood <in> May.", author: "Ann Ash", day: "2026-11-27"))
        #expect(page.contains("<blockquote class=\"response\"><p>A flood &lt;in&gt; May.</p>"))
        #expect(page.contains("<p class=\"source\">Ann Ash, for the city, 2026-11-27</p>"))
        #expect(page.ranges(of: "<blockquote").count == 1)
        #expect(page.contains(".response{"))
    }

    @Test func `words on the figure of a group name the group`() throws {
        let page = try page(
            CityResponse(text: "All.", author: "Ann Ash", day: "2026-11-27"),
            CityResponse(text: "Few.", author: "Ann Ash", day: "2026-11-28", group: "Over 65"))
        #expect(page.contains("<p>All.</p>") && page.contains("<p><b>Over 65:</b> Few.</p>"))
        #expect(page.ranges(of: "<blockquote").count == 2)
    }

    @Test func `a page without any is as it was`() throws {
        #expect(try !page().contains("<blockquote"))
    }
}

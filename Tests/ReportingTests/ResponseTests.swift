import Testing

@testable import Reporting

/// What a city says about its own figure stands with the figure.
@Suite struct ResponseTests {
    private func page(_ response: CityResponse?) throws -> String {
        var input = try SampleConsortium().input(0)
        input.metrics[0].response = response
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

    @Test func `a page without any is as it was`() throws {
        #expect(try !page(nil).contains("<blockquote"))
    }
}

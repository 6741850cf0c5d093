import Testing

@testable import Reporting

@Suite struct `recognition on a city's page` {
    private func model(_ points: [Double]) throws -> RecognitionModel {
        RecognitionModel(try DetailSample.recognition(points))
    }

    @Test func `names the level and where the next one begins`() throws {
        let model = try model([20, 0, 10])
        #expect(model.level == "Bronze")
        #expect(model.standing == "60% of the points; Silver begins at 75%.")
        #expect(
            model.gains
                == "Most to gain: Measures are verified (0.0 of 15); There is an inventory of "
                + "data (10.0 of 15).")
    }

    @Test func `at the highest level there is nothing to gain`() throws {
        let model = try model([20, 15, 15])
        #expect(model.level == "Silver")
        #expect(model.standing == "100% of the points, the highest level.")
        #expect(model.gains == nil)
    }

    @Test func `below the first level says how far, and that only this page does`() throws {
        let model = try model([12.7, 2.2, 10])
        #expect(model.level == "Not yet at the first level")
        // 24.9 of 50 points are 49.8 per cent, which is not 50.
        #expect(
            model.standing
                == "49 of the 50% of points that Bronze asks for. Only this page says so.")
    }

    @Test func `below the first level is on no page but the city's own`() throws {
        let input = try DetailSample.input()
        let index = Report.indexPage(
            IndexInput(edition: input.edition, cities: [Report.summary(of: input)]))
        #expect(Report.cityPage(input).text.contains("Not yet at the first level"))
        #expect(!index.text.contains("first level") && !index.text.contains("ecognition:"))
    }

    @Test func `a city without recognition has no word of it`() throws {
        let entry = try Fixture.entry(values: [1, 2, 3], own: 0)
        let page = Report.cityPage(try Fixture.input([entry])).text
        #expect(!page.contains("Recognition"))
    }

    @Test func `the points of each rule stand in a table`() throws {
        let page = Report.cityPage(try DetailSample.input()).text
        #expect(
            page.contains(
                "Measures are reported <span class=\"muted\">14 of 22 measures</span></th>"
                    + "<td>12.7 of 20</td>"))
    }
}

import MetricSpec
import Testing

@testable import Reporting

@Suite struct IndexModelTests {
    private func headline(_ statuses: [StandingStatus]) throws -> String {
        let cities = try statuses.enumerated().map { position, status in
            let entry =
                status == .reported
                ? try Fixture.entry(values: [1, 2, 3], own: 0)
                : try Fixture.missing(status: status, values: [1, 2, 3])
            return Report.summary(
                of: CityReportInput(
                    edition: try Fixture.edition(), cityID: "c\(position)",
                    cityName: "City \(position)", latestReceived: nil, metrics: [entry]))
        }
        return IndexModel(IndexInput(edition: try Fixture.edition(), cities: cities)).headline
    }

    @Test func `a city that owes nothing has reported in full`() throws {
        #expect(
            try headline([.reported, .notProvided, .notTakingPart])
                == "All 3 cities have reported in full for July to September 2026")
    }

    @Test func `a city that owes a figure has not, and the figures are counted`() throws {
        #expect(
            try headline([.reported, .notReported, .late])
                == "1 of 3 cities have reported in full for July to September 2026; "
                + "2 figures are outstanding")
        #expect(
            try headline([.reported, .withheld]).hasSuffix("; 1 figure is outstanding"))
    }
}

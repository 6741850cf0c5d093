import MetricSpec
import Testing

@testable import Consortium

/// Which city became which, and from when on.
@Suite struct SuccessionTests {
    private static let header = "city,becomes,kind,date,share,source\n"

    private func consortium(_ rows: String) throws -> Consortium {
        try SampleFolder.read(["successions.csv": Self.header + rows])
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }

    @Test(arguments: [
        ("merger", "ashford", "bexley"), ("absorption", "", "bexley"),
        ("division", "ashford", "bexley"), ("separation", "ashford", ""),
    ])
    func `a kind says who is no city the day before, and who is none on the day`(
        _ kind: String, _ before: String, _ on: String
    ) throws {
        let consortium = try consortium("Bexley,ashford,\(kind),2026-01-01,,\n")
        func absent(_ text: String) throws -> String {
            consortium.absentCities(on: try day(text)).sorted().joined(separator: " ")
        }
        #expect(try absent("2025-12-31") == before)
        #expect(try absent("2026-01-01") == on)
    }

    @Test func `both sides of a succession are of another area since the day`() throws {
        let consortium = try consortium("bexley,ashford,absorption,2026-01-01,,\n")
        let day = try day("2026-01-01")
        #expect(consortium.areaChanges == [0: [day], 1: [day]])
    }

    @Test func `terms say why a city is none on a day, and the first and last day`() throws {
        let consortium = try consortium(
            "bexley,ashford,division,2026-01-01,,\nbexley,st-john,division,2026-01-01,,\n")
        let terms = CityTerms(consortium.successions, of: consortium.directory)
        let (before, on) = (try day("2025-12-31"), try day("2026-01-01"))
        #expect(terms.absence(of: 1, on: before) == nil)
        #expect(terms.absence(of: 1, on: on) == .ended(on, in: ["ashford", "st-john"]))
        #expect(terms.absence(of: 0, on: before) == .notBegun(on, of: ["bexley"]))
        #expect(terms.absence(of: 0, on: on) == nil)
        #expect(terms.isLimited(2) && !terms.isEmpty)
        #expect(CityTerms(of: consortium.directory).isEmpty)
    }

    @Test func `without successions.csv all are cities on every day`() throws {
        let consortium = try SampleFolder.read()
        #expect(consortium.absentCities(on: try day("1900-01-01")).isEmpty)
        #expect(consortium.cityChanges.isEmpty)
    }

    @Test(arguments: [
        ("atlantis,ashford,merger,2026-01-01,,", "2:1: city: \"atlantis\" is not in cities.csv."),
        (
            "bexley,ashford,takeover,2026-01-01,,",
            "2:3: kind: \"takeover\" is no kind of succession. Expected merger, absorption, "
                + "division, separation."
        ),
        ("bexley,ashford,merger,,,", "2:4: date: the date is blank. Expected the first day of it."),
        (
            "bexley,ashford,merger,1/1/26,,",
            "2:4: date: \"1/1/26\" is no date. Expected one like 2026-07-01."
        ),
        (
            "bexley,bexley,merger,2026-01-01,,",
            "2:2: becomes: bexley cannot become itself. Name two cities."
        ),
        (
            "bexley,ashford,absorption,2026-01-01,2,",
            "2:5: share: 2 is no share. Expected 0 to 1."
        ),
        (
            "bexley,ashford,merger,2026-01-01,,\nbexley,st-john,merger,2026-01-01,,",
            "3:1: city: bexley ends in line 2 already. A city ends once: in one city, or divided "
                + "among several on one day."
        ),
        (
            "bexley,ashford,absorption,2026-01-01,,\nbexley,st-john,absorption,2026-02-01,,",
            "3:1: city: bexley ends in line 2 already. A city ends once: in one city, or divided "
                + "among several on one day."
        ),
        (
            "bexley,ashford,merger,2026-01-01,,\nst-john,ashford,merger,2027-01-01,,",
            "3:2: becomes: ashford begins on 2026-01-01 by a merger already (line 2). A city "
                + "begins once."
        ),
        (
            "bexley,ashford,absorption,2026-01-01,,\nashford,bexley,absorption,2027-01-01,,",
            "3:2: becomes: bexley ended on 2026-01-01 (line 2): nothing becomes it on "
                + "2027-01-01. Name the city that it became."
        ),
        (
            "bexley,ashford,separation,2026-01-01,,\nashford,st-john,absorption,2026-01-01,,",
            "3:4: date: ashford begins on 2026-01-01 only (line 2). Expected a later day."
        ),
        (
            "bexley,ashford,absorption,2026-01-01,,\nbexley,st-john,separation,2026-01-02,,",
            "3:4: date: bexley ended on 2026-01-01 (line 2). Expected a day before."
        ),
        (
            "bexley,ashford,separation,2026-01-01,,\nst-john,ashford,absorption,2025-12-31,,",
            "3:4: date: ashford begins on 2026-01-01 only (line 2). Expected that day or a later "
                + "one."
        ),
    ])
    func `a row that cannot be is named with its place`(_ rows: String, _ fault: String) {
        #expect(
            SampleFolder.faults(["successions.csv": Self.header + rows + "\n"])
                == ["successions.csv:" + fault])
    }

    @Test func `a circle of two on one day is a fault in both rows`() {
        let rows =
            "bexley,ashford,absorption,2026-01-01,,\nashford,bexley,absorption,2026-01-01,,\n"
        #expect(SampleFolder.faults(["successions.csv": Self.header + rows]).count == 2)
    }

    @Test(arguments: ["division", "absorption"])
    func `a city may end in several on one day`(_ kind: String) throws {
        let consortium = try consortium(
            "bexley,ashford,\(kind),2026-01-01,0.4,\nbexley,st-john,\(kind),2026-01-01,0.6,\n")
        #expect(consortium.successions.map(\.share) == [0.4, 0.6])
    }

    @Test func `a part may leave on the day before the city ends`() throws {
        let consortium = try consortium(
            "bexley,st-john,separation,2025-12-31,,\nbexley,ashford,absorption,2026-01-01,,\n")
        #expect(consortium.absentCities(on: try day("2025-12-31")).isEmpty)
    }
}

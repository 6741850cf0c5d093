import MetricSpec
import Testing

@testable import Consortium

@Suite struct CityDirectoryTests {
    private let directory = CityDirectory([
        City(id: "ashford", name: "Ashford", aliases: ["City of Ashford"]),
        City(id: "st-john", name: "St. John", aliases: ["Saint  John", "SJ"]),
        City(id: "zurich", name: "Zürich"),
    ])

    @Test(arguments: [
        ("ashford", 0), ("ASHFORD", 0), ("  Ashford\t", 0), ("city of ashford", 0),
        ("City  of\u{00A0}Ashford", 0), ("st-john", 1), ("ST. JOHN", 1), ("saint john", 1),
        ("sj", 1), ("ZÜRICH", 2), ("Zu\u{0308}rich", 2),
    ])
    func `case and white space around and between words do not matter`(
        spelling: String, position: Int
    ) {
        #expect(directory.index(of: spelling) == position)
    }

    @Test(arguments: ["", " ", "Ash ford", "St John", "Ashford.", "Zurich city", "nowhere"])
    func `letters and marks do matter`(spelling: String) {
        #expect(directory.index(of: spelling) == nil)
    }

    @Test func `the first city wins where two share a spelling`() {
        let shared = CityDirectory([
            City(id: "a", name: "Same"), City(id: "b", name: "same"),
        ])
        #expect(shared.index(of: "SAME") == 0)
        #expect(shared.index(of: "b") == 1)
    }

    @Test func `a former name is a spelling, unless another city is or was called so`() {
        let cities = [
            City(id: "a", name: "Newport"), City(id: "b", name: "Weston"),
            City(id: "c", name: "Easton"),
        ]
        let former = [("a", "Old  Port"), ("a", "Weston"), ("b", "Mill Town"), ("c", "mill town")]
            .map { CityAttribute(city: $0, attribute: CityAttribute.formerName, value: $1) }
        let other = CityAttribute(city: "a", attribute: "population", value: "Northport")
        let directory = CityDirectory(cities, formerNames: former + [other])
        #expect(directory.index(of: "old port") == 0)
        #expect(directory.index(of: "Weston") == 1)
        #expect(directory.index(of: "Mill Town") == nil)
        #expect(directory.index(of: "Northport") == nil)
    }

    @Test func `names that begin alike are offered, at most three`() {
        #expect(directory.names(near: "Ashfrod") == ["Ashford"])
        #expect(directory.names(near: "As") == [])
        #expect(directory.names(near: "\u{410}shford") == ["Ashford"])
        #expect(directory.names(near: "'Ashford'") == ["Ashford"])
        #expect(directory.names(near: "Worcester") == [])
        let many = CityDirectory((1...5).map { City(id: "c\($0)", name: "Northfield \($0)") })
        #expect(many.names(near: "northf").count == 3)
    }
}

@Suite struct ValidityTests {
    private func range(_ from: String?, _ to: String?) throws -> Validity {
        Validity(
            from: try from.map { try #require(CalendarDay(parsing: $0)) },
            to: try to.map { try #require(CalendarDay(parsing: $0)) })
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }

    @Test func `the first day belongs to a range and the last named does not`() throws {
        let year = try range("2025-01-01", "2026-01-01")
        #expect(!year.contains(try day("2024-12-31")))
        #expect(year.contains(try day("2025-01-01")))
        #expect(year.contains(try day("2025-12-31")))
        #expect(!year.contains(try day("2026-01-01")))
    }

    @Test func `an open end holds for ever`() throws {
        #expect(try range(nil, "2026-01-01").contains(try day("0001-01-01")))
        #expect(try range("2026-01-01", nil).contains(try day("9999-12-31")))
        #expect(Validity().contains(try day("2026-01-01")))
    }

    @Test func `ranges that only touch do not overlap`() throws {
        let year = try range("2025-01-01", "2026-01-01")
        #expect(!year.overlaps(try range("2026-01-01", "2027-01-01")))
        #expect(!year.overlaps(try range(nil, "2025-01-01")))
        #expect(year.overlaps(try range("2025-12-31", nil)))
        #expect(year.overlaps(try range("2024-01-01", "2025-01-02")))
        #expect(year.overlaps(try range("2025-03-01", "2025-04-01")))
        #expect(year.overlaps(Validity()))
        #expect(Validity().overlaps(year))
    }
}

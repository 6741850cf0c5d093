import MetricSpec
import Testing

@testable import Reporting

@Suite struct `words` {
    @Test func `ordinals know the teens`() {
        let numbers = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 112, 1001]
        #expect(
            numbers.map(Wording.ordinal) == [
                "1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "22nd",
                "23rd", "101st", "111th", "112th", "1,001st",
            ])
    }

    @Test func `lists end with and`() {
        #expect(Wording.list([]) == "")
        #expect(Wording.list(["a"]) == "a")
        #expect(Wording.list(["a", "b"]) == "a and b")
        #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    }

    @Test(arguments: [
        ("2026-Q3", "July to September 2026", "Q3 2026"), ("2026", "2026", "2026"),
        ("2026-07", "July 2026", "Jul 2026"),
        ("2015-07/P1Y", "July 2015 to June 2016", "2015-07/P1Y"),
        ("2026-02/P3M", "February to April 2026", "2026-02/P3M"),
    ])
    func `periods are spoken`(text: String, words: String, short: String) throws {
        let period = try #require(Period(parsing: text))
        #expect(period.words == words)
        #expect(period.shortWords == short)
    }

    @Test func `a group value is worded from 80 per cent coverage`() throws {
        let values = (0..<9).map(Double.init)
        func words(_ coverage: Double?) throws -> String? {
            let entry = try Fixture.entry(
                values: values, own: 0, groupValue: 4.25, coverage: coverage)
            return Wording.together(Assessment(entry, cityID: "c0"))
        }
        #expect(try words(0.8) == "The cities with a figure together have 4.2 minutes.")
        #expect(try words(0.79) == nil)
        #expect(try words(nil) == nil)
    }

    @Test func `a group value below 80 per cent coverage is shown with it`() throws {
        let entry = try Fixture.entry(
            values: (0..<9).map(Double.init), own: 0, groupValue: 4.25, coverage: 0.64)
        let model = MetricModel(
            Assessment(entry, cityID: "c0"), input: try Fixture.input([entry]))
        let group = try #require(model.group)
        #expect(
            group.figures.contains(
                Figure(name: "All together", value: "4.2 (only 64% covered)")))
        #expect(group.plot?.title.contains("together") == false)
    }

    @Test func `a gap below the meaningful difference is said to be too small`() throws {
        // The standard's smallest gap is 0.5 minutes; the median is 5.35.
        let values = [5.0, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 9]
        let small = Assessment(try Fixture.entry(values: values, own: 0), cityID: "c0")
        #expect(small.isGapTooSmall)
        #expect(!small.isStrong)
        #expect(
            Wording.caveat(small)
                == "Within 0.5 minutes of the median, a gap that the standard calls too small "
                + "for a word.")
        let large = Assessment(try Fixture.entry(values: values, own: 7), cityID: "c7")
        #expect(large.isWeak)
        #expect(Wording.caveat(large) == nil)
    }
}

import Testing

@testable import MetricSpec

@Suite struct SpellingTests {
    /// Distances as Wagner and Fischer's published examples have them.
    @Test(arguments: [
        ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("", "abc", 3), ("abc", "", 3),
        ("same", "same", 0), ("Same", "sAME", 0),
    ])
    func `the distance counts single-letter edits, whatever the case`(
        left: String, right: String, distance: Int
    ) {
        #expect(Spelling.distance(left, right) == distance)
        #expect(Spelling.distance(right, left) == distance)
    }

    @Test func `the closest word within two edits is meant`() {
        #expect(Spelling.nearest(to: "defintion", among: ["domain", "definition"]) == "definition")
        #expect(Spelling.nearest(to: "denominater", among: ["denominator"]) == "denominator")
    }

    @Test func `a word three edits away is not meant`() {
        #expect(Spelling.nearest(to: "polarity", among: ["polar"]) == nil)
    }

    @Test func `of short words only one edit is forgiven`() {
        #expect(Spelling.nearest(to: "knd", among: ["kind"]) == "kind")
        #expect(Spelling.nearest(to: "kd", among: ["kind"]) == nil)
        #expect(Spelling.nearest(to: "unot", among: ["unit"]) == "unit")
        #expect(Spelling.nearest(to: "mode", among: ["kind"]) == nil)
    }

    @Test func `ties go to the earlier word`() {
        #expect(Spelling.nearest(to: "cities", among: ["citied", "citiez"]) == "citied")
    }

    @Test func `among no words none is meant`() {
        #expect(Spelling.nearest(to: "kind", among: []) == nil)
    }
}

import Benchmarking
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `what may be said about a place` {
    /// City 0 has the lowest, and so best, value of `count` cities.
    private func finding(
        best count: Int, notReported: Int = 0, own: Int = 0
    ) throws -> (words: String, quarter: Quarter?) {
        let values = (0..<count).map { 3 + Double($0) }
        let entry = try Fixture.entry(values: values, own: own, notReported: notReported)
        let assessment = Assessment(entry, cityID: "c\(own)")
        return (Wording.finding(assessment), assessment.place.quarter)
    }

    @Test func `with four contributors there is no rank in words`() throws {
        let finding = try finding(best: 4)
        #expect(finding.words == "not ranked: only 4 cities to compare with")
        #expect(finding.quarter == nil)
    }

    @Test func `with five contributors there is a rank and no quarter`() throws {
        let finding = try finding(best: 5)
        #expect(finding.words == "1st of 5")
        #expect(finding.quarter == nil)
    }

    @Test func `with seven contributors there is no quarter`() throws {
        let finding = try finding(best: 7)
        #expect(finding.words == "1st of 7")
        #expect(finding.quarter == nil)
    }

    @Test func `with eight contributors the quarter is named`() throws {
        let finding = try finding(best: 8)
        #expect(finding.words == "1st of 8, in the best quarter")
        #expect(finding.quarter == .best)
    }

    @Test func `colour follows the same border`() throws {
        for (count, emphasis) in [(7, Emphasis.none), (8, Emphasis.best)] {
            let entry = try Fixture.entry(values: (0..<count).map(Double.init), own: 0)
            let model = MetricModel(
                Assessment(entry, cityID: "c0"), input: try Fixture.input([entry]))
            #expect(model.emphasis == emphasis)
            #expect(model.group?.plot?.emphasis == emphasis)
        }
    }

    @Test func `cities that have not reported make a span among all that take part`() throws {
        let finding = try finding(best: 12, notReported: 2, own: 2)
        #expect(finding.words == "between 3rd and 5th of 14, quarter still open")
        #expect(finding.quarter == .open)
    }

    @Test func `the best quarter is claimed only if the worst end lies in it`() throws {
        // Of 16 the best quarter is 1 to 4: rank 2 with 2 outstanding ends at 4.
        #expect(try finding(best: 14, notReported: 2, own: 1).quarter == .best)
        #expect(try finding(best: 14, notReported: 2, own: 2).quarter == .open)
    }

    @Test func `the worst quarter is claimed only if the best end lies in it`() throws {
        // Of 16 the worst quarter is 13 to 16; the best end of rank r is r.
        #expect(try finding(best: 14, notReported: 2, own: 12).quarter == .worst)
        #expect(try finding(best: 14, notReported: 2, own: 11).quarter == .open)
    }

    @Test func `equal figures share a rank`() throws {
        let values = [3.0, 4, 4, 5, 6, 7, 8, 9]
        let assessment = Assessment(try Fixture.entry(values: values, own: 1), cityID: "c1")
        #expect(Wording.finding(assessment) == "joint 2nd of 8, in the best quarter")
    }

    @Test func `all alike is no place`() throws {
        let values = [Double](repeating: 5, count: 9)
        let assessment = Assessment(try Fixture.entry(values: values, own: 3), cityID: "c3")
        #expect(assessment.place == .allAlike(contributors: 9))
        #expect(Wording.finding(assessment) == "the same figure in all 9 cities")
    }

    @Test func `without a good direction there is no rank and no colour`() throws {
        let values = (0..<12).map { 1 + 0.1 * Double($0) }
        let entry = try Fixture.entry(Fixture.noJudgement, values: values, own: 0)
        let assessment = Assessment(entry, cityID: "c0")
        #expect(assessment.place == .unjudged(.below, contributors: 12))
        #expect(Wording.finding(assessment) == "below the median of 12 cities")
        #expect(Emphasis(assessment.place.quarter) == Emphasis.none)
    }

    @Test func `the side of the median needs five contributors too`() throws {
        let entry = try Fixture.entry(Fixture.noJudgement, values: [1, 2, 3, 4], own: 0)
        #expect(Assessment(entry, cityID: "c0").place == .tooFew(contributors: 4))
    }

    @Test func `a target is a matter of nearness`() throws {
        let values = [60.0, 70, 80, 85, 90, 95, 96, 97, 99.5, 100]
        let entry = try Fixture.entry(Fixture.target, values: values, own: 0)
        let assessment = Assessment(entry, cityID: "c0")
        #expect(Wording.finding(assessment) == "10th of 10, in the worst quarter")
        #expect(Wording.direction(entry.metric, style: assessment.style) == "94.0 to 98.0% is good")
    }

    @Test(arguments: StandingStatus.allCases.filter { $0 != .reported })
    func `a missing figure is named by its reason`(status: StandingStatus) throws {
        let entry = try Fixture.missing(status: status, values: [1, 2, 3, 4, 5, 6, 7, 8])
        let assessment = Assessment(entry, cityID: "c0")
        #expect(assessment.place == .missing(status))
        #expect(Wording.finding(assessment) == status.heading)
    }

    @Test func `no two reasons are worded alike`() {
        #expect(Set(StandingStatus.allCases.map(\.heading)).count == 11)
        #expect(Set(StandingStatus.allCases.map(\.explanation)).count == 11)
        #expect(!StandingStatus.notProvided.explanation.contains("report"))
        #expect(!StandingStatus.notProvided.heading.contains("report"))
    }
}

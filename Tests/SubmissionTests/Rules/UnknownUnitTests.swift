import MetricSpec
import Testing

@testable import Submission

@Suite struct UnknownUnitTests {
    private static let yaml = """
        title: Units in headers
        layout: wide
        city: {column: City}
        period: {constant: 2026-Q1}
        measure: {codes: {Spent: ops/spending, Waited: ops/waiting, Calls: ops/calls}}
        units:
          "thousand *": {unit: thousand-usd}
          hours: {unit: hours}
          number: {multiplier: 1}
        values: [{column: "{measure} ({unit})"}]
        """

    @Test func `each header's unit converts its figures`() throws {
        let outcome = try Fixture.run(
            Self.yaml,
            "City,Spent (thousand USD),Waited (Hours),Calls (number)\nSpringfield,1.5,2,3\n")
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [1500, 120, 3])
    }

    @Test func `a header with another unit rejects the file`() throws {
        let outcome = try Fixture.run(Self.yaml, "City,Spent (million USD)\nSpringfield,1.5\n")
        #expect(outcome.rules == ["unknown-unit"])
        #expect(outcome.findings.first?.column == 2)
        #expect(outcome.findings.first?.problem.contains("\"million USD\"") == true)
        #expect(outcome.summary.isRejected)
    }

    @Test(
        arguments: [
            (["City of Springfield", "Thousand  USD"], [] as [HeaderMatcher.Problem]),
            (["Springfield"], [.unit(found: ["Springfield"])]), ([], [.unit(found: [])]),
            (["thousand usd", "hours"], [.unit(found: ["thousand *", "hours"])]),
            (["thousand usd", "Thousand rand"], []),
        ])
    func `exactly one unit stands above the table`(
        titles: [String], problems: [HeaderMatcher.Problem]
    ) throws {
        let yaml = Self.yaml.replacing("{measure} ({unit})", with: "{measure} *")
        let matcher = HeaderMatcher(
            try Fixture.mapping(yaml), header: ["City", "Spent in 2026"], titles: titles,
            standard: try Fixture.standard())
        #expect(matcher.problems == problems)
        guard problems.isEmpty else { return }
        let readers = try #require(matcher.plan.values.first).readers
        let spending = try #require(try Fixture.standard().measureIndex("ops/spending"))
        #expect(Array("2".utf8).withUnsafeBytes { readers[spending].read($0).value } == 2000)
    }

    @Test func `an entry's own multiplier counts before the table's unit`() throws {
        let yaml = Self.yaml.replacing("{measure} ({unit})\"", with: "{measure} *\", multiplier: 2")
        let matcher = HeaderMatcher(
            try Fixture.mapping(yaml), header: ["City", "Spent in 2026"], titles: ["hours"],
            standard: try Fixture.standard())
        let reader = try #require(matcher.plan.values.first).reader
        #expect(Array("2".utf8).withUnsafeBytes { reader.read($0).value } == 4)
        #expect(matcher.plan.values.first?.readers.isEmpty == true)
    }
}

import MetricSpec
import Testing

@testable import Submission

@Suite struct NestingUnclearTests {
    private let keys = """
        title: Blocks of a city and of a measure
        layout: wide
        city: {block: "Report of {city}"}
        period: {column: Quarter}
        measure: {block: "Line {measure}", codes: {A: ops/calls, B: ops/staff}}
        values: [{column: Figure}]

        """
    /// Cities with measures in them, below a heading of a measure.
    private let turned = """
        Quarter,Figure
        Line A,
        Report of Springfield,
        2026-Q1,1
        Line B,
        2026-Q1,2
        Report of St. John,
        Line A,
        2026-Q1,3

        """

    @Test func `a heading that ends one which rows still need is told once`() throws {
        let outcome = try Fixture.run(keys, turned + "Line B,\n2026-Q1,4\n")
        #expect(
            outcome.rules == ["unknown-city", "unknown-city", "unknown-city", "nesting-unclear"])
        let finding = try #require(outcome.of(.nestingUnclear).first)
        #expect(finding.row == 6)
        #expect(
            finding.problem
                == "the row has no city, since the heading of the measure in line 5 ended the one "
                + "above it: in the order of the file's first headings, city lies within measure "
                + "(detected)")
        #expect(
            finding.expected
                == "a heading of the city below that line, or nesting: [city, measure]")
        #expect(outcome.values.map(\.value) == [1])
    }

    @Test func `with the order in the mapping the same file is read by it`() throws {
        let outcome = try Fixture.run(keys + "nesting: [city, measure]\n", turned)
        // The heading above the first city ends with its beginning.
        #expect(outcome.rules == ["unknown-code"])
        #expect(outcome.findings.map(\.row) == [4])
        #expect(
            outcome.values.map { "\($0.city) \($0.measure) \($0.value)" } == [
                "springfield ops/staff 2.0", "st-john ops/calls 3.0",
            ])
    }

    @Test func `blocks in either order are read where each heading is there`() throws {
        let cities = "Report of Springfield,\nLine A,\n2026-Q1,1\nReport of St. John,\nLine A,\n"
        let measures = "Line A,\nReport of Springfield,\n2026-Q1,1\nReport of St. John,\n"
        for text in [cities, measures] {
            let outcome = try Fixture.run(keys, "Quarter,Figure\n" + text + "2026-Q1,2\n")
            #expect(outcome.rules == [])
            #expect(
                outcome.values.map { "\($0.city) \($0.measure) \($0.value)" } == [
                    "springfield ops/calls 1.0", "st-john ops/calls 2.0",
                ])
        }
    }

    @Test func `a heading without rows is no fault, and one row below it is`() throws {
        let head =
            "Quarter,Figure\nReport of Springfield,\nLine A,\n2026-Q1,1\n"
            + "Report of St. John,\n"
        #expect(try Fixture.run(keys, head).rules == [])
        let outcome = try Fixture.run(keys, head + "2026-Q1,2\n")
        #expect(outcome.rules == ["unknown-code", "nesting-unclear"])
        #expect(outcome.findings.last?.row == 6)
    }

    @Test(
        arguments: [
            "[city]", "[city, period]", "[city, measure, measure]", "[measure, town]",
        ])
    func `an order that is not of the blocks is an error of the mapping`(order: String) throws {
        do {
            _ = try Fixture.mapping(keys + "nesting: \(order)\n")
            Issue.record("read without a fault")
        } catch let error as SpecError {
            #expect(error.issues.map(\.message).contains { $0.contains("city, measure") })
        }
    }
}

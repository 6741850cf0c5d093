import Testing

@testable import Submission

@Suite struct RowSumDiffersTests {
    private static let yaml =
        Fixture.wideKeys + """

            checks:
              - {sum: [Day, Night], equals: Calls, tolerance: 1}
            """

    private func run(_ cells: String) throws -> Outcome {
        try Fixture.run(
            Self.yaml, "City,Quarter,Calls,Staff,Day,Night\nSpringfield,2026-Q1,\(cells)\n")
    }

    @Test func `a total that is not the sum of its columns is a warning`() throws {
        let outcome = try run("100,7,60,30")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Calls\": \"100\" is not the sum of \"Day\", "
                    + "\"Night\", which is 90. Expected the sum to within 1. Correct the total or "
                    + "the part that is wrong; both were accepted as they are."
            ])
        #expect(outcome.rules == ["row-sum-differs"])
        #expect(outcome.findings.first?.measure == "ops/calls")
        #expect(outcome.values.count == 2)
    }

    @Test(arguments: [("91", 0), ("89", 0), ("91.5", 1), ("88", 1), ("90", 0)])
    func `the tolerance is in the figures of the file`(total: String, count: Int) throws {
        #expect(try run("\(total),7,60,30").of(.rowSumDiffers).count == count)
    }

    @Test func `decimal fractions leave no gap`() throws {
        let yaml = Self.yaml.replacing("tolerance: 1", with: "tolerance: 0")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff,Day,Night\nSpringfield,2026-Q1,0.3,7,0.1,0.2\n")
        #expect(outcome.of(.rowSumDiffers).isEmpty)
    }

    @Test func `an empty part is not taken for zero`() throws {
        #expect(try run("100,7,60,").findings.isEmpty)
    }
}

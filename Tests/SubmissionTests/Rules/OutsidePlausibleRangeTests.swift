import MetricSpec
import Testing

@testable import Submission

@Suite struct OutsidePlausibleRangeTests {
    @Test(arguments: [("-1", 1), ("0", 0), ("5000", 0), ("5001", 1), ("5000.5", 1)])
    func `both ends of the range belong to it`(text: String, count: Int) throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,\(text),1\n")
        #expect(outcome.of(.outsidePlausibleRange).count == count)
        #expect(outcome.values.count == 2)
        #expect(!outcome.summary.hasRejections)
    }

    @Test func `the message names range, unit and what was read`() throws {
        let yaml = Fixture.wideKeys.replacing(
            "measure: ops/calls", with: "measure: ops/calls, multiplier: 1000")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,1\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Calls\": \"7\" (read as 7000) is outside the "
                    + "plausible range of ops/calls. Expected between 0 and 5000 things. Check the "
                    + "figure and its unit; it was accepted as it is."
            ])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(outcome.findings.first?.period == Period(year: 2026, quarter: 1))
    }

    @Test func `a missing value has no range`() throws {
        let yaml = Fixture.wideKeys.replacing("ops/calls", with: "ops/spending")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,,999999999\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }
}

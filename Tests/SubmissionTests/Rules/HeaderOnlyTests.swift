import Testing

@testable import Submission

@Suite struct HeaderOnlyTests {
    @Test func `a header without rows is a warning`() throws {
        let outcome = try Fixture.run(Fixture.longKeys, "City,Period,Measure,Value\n")
        #expect(outcome.rules == ["header-only"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(!outcome.summary.hasRejections)
    }

    @Test func `one row, even a blank one, is not header only`() throws {
        let outcome = try Fixture.run(Fixture.longKeys, "City,Period,Measure,Value\n,,,\n")
        #expect(outcome.rules == ["blank-row"])
    }

    @Test func `a header whose only row is left out has a row below it`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys + "\nwhere: {City: St. John}\n",
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.summary.leftOutRows == 1)
    }
}

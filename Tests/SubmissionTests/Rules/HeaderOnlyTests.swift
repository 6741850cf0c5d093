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
}

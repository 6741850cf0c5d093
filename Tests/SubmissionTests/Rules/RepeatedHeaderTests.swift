import Testing

@testable import Submission

@Suite struct RepeatedHeaderTests {
    private static func run(_ row: String) throws -> Outcome {
        try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,10,4\n\(row)\nSt. John,2026-Q1,20,5\n")
    }

    @Test func `a header that stands in the middle again is left out`() throws {
        let outcome = try Self.run("City,Quarter,Calls,Staff")
        #expect(outcome.rules == ["repeated-header"])
        #expect(outcome.findings.first?.problem == "1 row repeats the header and was left out")
        #expect(outcome.findings.first?.row == 3)
        #expect(outcome.values.count == 4)
        #expect(outcome.summary.rejected == 0)
    }

    @Test func `a row without the header's words is a row`() throws {
        #expect(try Self.run("Springfield,2026-Q2,10,4").rules == [])
    }

    @Test func `a row that differs from the header in one cell is a row`() throws {
        #expect(
            try Self.run("City,Quarter,Calls,7").rules == [
                "unknown-city", "unknown-period", "not-a-number",
            ])
    }

    @Test func `a byte order mark before it, where files were put together, makes no difference`()
        throws
    {
        let outcome = try Self.run("\u{FEFF}City,Quarter,Calls,Staff")
        #expect(outcome.rules == ["repeated-header"])
        #expect(outcome.values.count == 4)
    }
}

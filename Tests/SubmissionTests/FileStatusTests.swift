import MetricSpec
import Testing

@testable import Submission

@Suite struct FileStatusTests {
    private static let byPath =
        Fixture.wideKeys + "\nstatus: {path: \"calls {status}.csv\", "
        + "codes: {FINAL: normal, \"PRELIMINARY*\": provisional}}\n"
    private static let text = "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\n"

    @Test(arguments: [
        ("calls FINAL.csv", "normal"), ("calls final.csv", "normal"),
        ("calls PRELIMINARY.csv", "provisional"),
        ("2026/calls Preliminary as of 12-12-26.csv", "provisional"),
    ])
    func `a word of the file's name says how good its values are`(
        path: String, status: String
    ) throws {
        let outcome = try Fixture.run(Self.byPath, Self.text, path: path)
        #expect(outcome.rules.isEmpty)
        #expect(outcome.values.map(\.status) == [status, "not_reported"])
    }

    @Test func `a name with an unknown word rejects the file`() throws {
        let outcome = try Fixture.run(Self.byPath, Self.text, path: "calls draft.csv")
        #expect(outcome.rules == ["unknown-status"])
        #expect(outcome.summary.isRejected)
        #expect(outcome.values.isEmpty)
        #expect(
            outcome.findings.first?.message.contains("\"draft\" is no status in this mapping")
                == true)
    }

    @Test func `a name without the word rejects the file`() throws {
        let outcome = try Fixture.run(Self.byPath, Self.text, path: "staff.csv")
        #expect(outcome.rules == ["path-mismatch"])
        #expect(outcome.summary.isRejected)
    }

    @Test func `two globs with one meaning agree, two with another do not`() throws {
        let both = Fixture.wideKeys + "\nstatus: {path: \"{status}.csv\", codes: "
        let agreed = try Fixture.run(
            both + "{\"a*\": estimated, \"*b\": estimated}}\n", Self.text, path: "ab.csv")
        #expect(agreed.values.first?.status == "estimated")
        let torn = try Fixture.run(
            both + "{\"a*\": estimated, \"*b\": provisional}}\n", Self.text, path: "ab.csv")
        #expect(torn.rules == ["unknown-status"])
    }

    @Test func `a constant holds where the column is blank`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys
                + "\nstatus: {constant: provisional, column: S, codes: {e: estimated}}\n",
            "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,1,e\n"
                + "Springfield,2026-Q2,calls,2,\n")
        #expect(outcome.values.map(\.status) == ["estimated", "provisional"])
    }

    @Test(arguments: [
        ("{codes: {e: estimated}}", "expected column, path or constant"),
        ("{path: \"{status}.csv\", constant: estimated}", "both constant and path"),
        ("{path: \"calls.csv\"}", "no path with {status} in it"),
    ])
    func `a status that says nothing, or twice, is refused`(
        status: String, message: String
    ) throws {
        let error = #expect(throws: SpecError.self) {
            try Fixture.mapping(Fixture.wideKeys + "\nstatus: \(status)\n")
        }
        #expect(error?.description.contains(message) == true)
    }
}

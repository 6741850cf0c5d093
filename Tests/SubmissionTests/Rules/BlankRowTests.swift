import Testing

@testable import Submission

@Suite struct BlankRowTests {
    @Test func `rows without mapped cells are one finding`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys + "\nignore: [No]\n",
            "No,City,Period,Measure,Value\n1,Springfield,2026-Q1,calls,1\n2,,,,\n\n,,\n")
        #expect(outcome.rules == ["blank-row"])
        #expect(outcome.findings.first?.severity == .info)
        #expect(outcome.findings.first?.row == 3)
        #expect(outcome.findings.first?.message.contains("3 rows have nothing") == true)
        #expect(outcome.summary.blankRows == 3)
        #expect(outcome.summary.rows == 1)
    }

    @Test func `a row with one mapped cell is not blank`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "City,Period,Measure,Value\n,,,5\n")
        #expect(outcome.of(.blankRow).isEmpty)
        #expect(outcome.rules == ["unknown-city", "unknown-code", "unknown-period"])
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `a row of empty figures is blank where no column names city or period`() throws {
        let yaml = """
            title: One city, one period
            layout: wide
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            values: [{column: Calls, measure: ops/calls}, {column: Staff, measure: ops/staff}]
            """
        let outcome = try Fixture.run(yaml, "Calls,Staff\n7,\n,\n")
        #expect(outcome.rules == ["blank-row"])
        #expect(outcome.findings.first?.message.contains("1 row has nothing") == true)
        #expect(outcome.findings.first?.message.contains("and was passed over") == true)
        #expect(outcome.values.map(\.status) == ["normal", "not_reported"])
    }

    @Test func `a wide row with its city and no figure is not blank`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,,\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.status) == ["not_reported", "not_reported"])
    }
}

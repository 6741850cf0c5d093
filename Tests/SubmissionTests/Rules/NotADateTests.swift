import Testing

@testable import Submission

@Suite struct NotADateTests {
    private let figure = "  - {measure: ops/calls, aggregate: count}\n"

    @Test func `a text that is no date rejects its row`() throws {
        let outcome = try Requests.run(
            figure, rows: "1,soon,Request,Closed,A. Moe,Elm St,1,adults\n")
        #expect(outcome.rules == ["not-a-date"])
        #expect(outcome.values.isEmpty)
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 2, column B \"Opened\": \"soon\" is not a date. Expected "
                + "a date like 03/31/2026 (month-day-year, a year of four digits). Correct the "
                + "cell, or set order: beside the column in the mapping.")
    }

    @Test func `a row without its date is in no period`() throws {
        let outcome = try Requests.run(
            figure, rows: "1,,Request,Closed,A. Moe,Elm St,1,adults\n")
        #expect(outcome.rules == ["not-a-date"])
        #expect(outcome.findings.first?.problem.contains("the date is missing") == true)
    }

    @Test func `a row that is left out may lack its date`() throws {
        let outcome = try Requests.run(
            figure, rows: "1,,Praise,Closed,A. Moe,Elm St,1,adults\n")
        #expect(outcome.rules == [])
    }

    @Test func `a record of which the mapping reads the date alone is no blank row without it`()
        throws
    {
        let keys = """
            title: Cases
            layout: records
            city: {constant: springfield}
            period: {date: Opened}
            figures: [{measure: ops/calls, aggregate: count}]
            ignore: [Case]

            """
        let outcome = try Fixture.run(keys, "Case,Opened\n1,2026-01-05\n2,\n,\n")
        #expect(Set(outcome.rules) == ["not-a-date", "blank-row"])
        #expect(outcome.of(.notADate).first?.row == 3)
        #expect(outcome.of(.blankRow).first?.row == 4)
    }
}

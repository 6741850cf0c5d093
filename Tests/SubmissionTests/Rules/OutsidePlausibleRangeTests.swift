import Consortium
import MetricSpec
import Testing

@testable import Submission

/// In the fixture calls are 0 to 5000 a quarter, visits 0 to 1000 a quarter
/// and 100 to 3000 a year.
@Suite struct OutsidePlausibleRangeTests {
    private static let visits = """
        title: Visits
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        explanation: {column: Note, optional: true}
        values: [{column: Visits, measure: ops/visits}]
        """

    private func run(
        _ period: String, _ value: String, note: String? = nil, calendar: FiscalCalendar = .january
    ) throws -> Outcome {
        let head = "City,Quarter,Visits" + (note == nil ? "" : ",Note")
        let row = "Springfield,\(period),\(value)" + (note.map { ",\($0)" } ?? "")
        return try Fixture.run(
            Self.visits, "\(head)\n\(row)\n", context: Fixture.context(calendar: calendar))
    }

    @Test(arguments: [("-1", 0), ("0", 0), ("5000", 0), ("5001", 1), ("5000.5", 1)])
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
                    + "plausible range of ops/calls. Expected between 0 and 5000 things. Correct "
                    + "the figure or its unit, or explain it in a column that the mapping names "
                    + "as explanation; it was accepted as it is."
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

    @Test func `in a quarter that closes the year it is an error and the value is rejected`() throws
    {
        let outcome = try run("2026-Q4", "1001", note: "")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Visits\": \"1001\" is outside the plausible "
                    + "range of ops/visits. Expected between 0 and 1000 things. Correct the figure "
                    + "or its unit, or explain it in the column \"Note\"; it was not accepted."
            ])
        #expect(outcome.findings.first?.severity == .error)
        #expect(outcome.findings.first?.rawText == "1001")
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `an explanation in the row makes it a note, and the value is accepted`() throws {
        for period in ["2026-Q1", "2026-Q4", "2026"] {
            let outcome = try run(period, "9000", note: " new clinic ")
            #expect(outcome.findings.map(\.severity) == [.info], "\(period)")
            #expect(outcome.values.map(\.value) == [9000])
        }
        let outcome = try run("2026-Q4", "9000", note: "new clinic")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Visits\": \"9000\" is outside the plausible "
                    + "range of ops/visits, explained by \"new clinic\". Expected between 0 and "
                    + "1000 things."
            ])
        #expect(!outcome.summary.hasRejections)
    }

    @Test(
        arguments: [
            ("2026-Q4", "1001", 1, Severity.error), ("2026-Q1", "1001", 1, .warning),
            ("2026-Q2", "1001", 10, .warning), ("2026-Q4", "1001", 10, .error),
            ("2026-Q2", "1001", 7, .warning), ("2026-Q4", "1001", 7, .error),
            ("2026-12", "1001", 1, .warning), ("2026", "3001", 1, .error),
            ("2025-07/P1Y", "99", 7, .error),
        ])
    func `the last quarter is that of the fiscal year, and twelve months always close one`(
        stamp: String, value: String, month: Int, severity: Severity
    ) throws {
        let calendar = try #require(FiscalCalendar(yearStarts: month))
        let outcome = try run(stamp, value, calendar: calendar)
        #expect(outcome.findings.map(\.severity) == [severity])
    }

    @Test func `calendar quarters are told apart from fiscal ones by their days`() throws {
        // The year starts in October: July to September, 2026-Q4 of it, closes.
        let october = try #require(FiscalCalendar(yearStarts: 10))
        let outcome = try run("2026-07/P3M", "1001", calendar: october)
        #expect(outcome.findings.map(\.severity) == [.error])
        #expect(outcome.findings.first?.period?.text == "2026-Q3")
    }

    @Test func `a city's own fiscal year decides where the mapping asks for it`() throws {
        let july = CityAttribute(
            city: "springfield", attribute: "fiscal_year_starts", value: "7")
        let context = try Fixture.context(attributes: [july])
        let rows = "Springfield,2026-04/P3M,1001\nSt. John,2026-04/P3M,1001\n"
        func severities(_ calendar: String) throws -> [Severity] {
            let yaml = Self.visits.replacing(
                "{column: Quarter}", with: "{column: Quarter\(calendar)}")
            return try Fixture.run(yaml, "City,Quarter,Visits\n" + rows, context: context)
                .findings.map(\.severity)
        }
        #expect(try severities(", calendar: city") == [.error, .warning])
        #expect(try severities("") == [.warning, .warning])
        #expect(try severities(", calendar: {year_starts: 7}") == [.error, .error])
    }

    @Test(
        arguments: [
            ("2026", "100", 0), ("2026", "99", 1), ("2026", "3000", 0), ("2026", "3001", 1),
            ("2026-01/P6M", "2000", 0), ("2026-01/P6M", "2001", 1), ("2026-01/P6M", "0", 0),
            ("2026-01", "1000", 0), ("2026-01", "1001", 1), ("2024-01/P2Y", "8000", 0),
            ("2024-01/P2Y", "8001", 1),
        ])
    func `a longer flow has more room, and a year the range that is given for it`(
        period: String, value: String, count: Int
    ) throws {
        let outcome = try run(period, value)
        #expect(outcome.of(.outsidePlausibleRange).count == count)
    }

    @Test func `the message of a year names its months`() throws {
        #expect(
            try run("2026", "50").findings.map(\.expected) == [
                "between 100 and 3000 things in 12 months"
            ])
    }
}

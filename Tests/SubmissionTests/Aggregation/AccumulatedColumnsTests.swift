import MetricSpec
import Testing

@testable import Submission

/// Wide files whose columns hold the fiscal year so far.
@Suite struct AccumulatedColumnsTests {
    private static let keys = """
        title: Desk, the year so far
        layout: wide
        city: {column: City}
        period: {column: Quarter, calendar: {year_starts: 7}}
        values:
          - {column: Calls YTD, measure: ops/calls, accumulates: fiscal-year}
          - {column: Staff, measure: ops/staff}
        ignore: [Calls]

        """
    private static let header = "City,Quarter,Calls YTD,Staff,Calls\n"
    /// The fiscal year 2027, from July 2026, with 400, 300, 250 and 500 calls.
    private static let year = """
        Springfield,2027-Q1,400,52,400
        Springfield,2027-Q2,700,53,300
        Springfield,2027-Q3,950,51,250
        Springfield,2027-Q4,1450,50,500

        """

    private static func calls(_ outcome: Outcome) -> [String: Double] {
        let calls = outcome.values.filter { $0.measure == "ops/calls" }
        return Dictionary(
            calls.map { ("\($0.city) \($0.period)", $0.value) }, uniquingKeysWith: { $1 })
    }

    private static func context(_ stored: [(period: String, value: Double)]) throws -> IntakeContext
    {
        var context = try Fixture.context()
        let measure = try #require(context.standard.measureIndex("ops/calls"))
        context.accumulated = EarlierValues(
            try stored.map { period, value in
                EarlierValues.Row(
                    measure: Int32(measure), city: 0, breakdown: 0,
                    period: try #require(Period(parsing: period)), value: value)
            })
        return context
    }

    @Test func `a quarter is the year so far less that of the quarter before in the file`() throws {
        let outcome = try Fixture.run(Self.keys, Self.header + Self.year)
        #expect(outcome.rules == [])
        #expect(
            Self.calls(outcome) == [
                "springfield 2026-Q3": 400, "springfield 2026-Q4": 300,
                "springfield 2027-Q1": 250, "springfield 2027-Q2": 500,
            ])
        #expect(outcome.values.count == 8)
        #expect(outcome.summary.accepted == 8)
        #expect(outcome.summary.values == 8)
        let last = try #require(outcome.values.last)
        #expect((last.row, last.column) == (5, 3))
        #expect(last.raw == "1450")
    }

    @Test func `the order of the rows does not matter`() throws {
        let rows = Self.year.split(separator: "\n").reversed().joined(separator: "\n")
        let outcome = try Fixture.run(Self.keys, Self.header + rows + "\n")
        #expect(outcome.rules == [])
        #expect(Self.calls(outcome)["springfield 2027-Q2"] == 500)
    }

    @Test func `what the file does not have is taken from what was accepted`() throws {
        let row = "Springfield,2027-Q3,950,51,250\n"
        let outcome = try Fixture.run(
            Self.keys, Self.header + row,
            context: try Self.context([("2026-Q3", 400), ("2026-Q4", 300)]))
        #expect(outcome.rules == [])
        #expect(Self.calls(outcome) == ["springfield 2027-Q1": 250])
        #expect(outcome.summary.accumulatedNeeds.filter(\.isSubtracted).count == 2)
    }

    @Test func `where nothing says what was there before the figure is rejected alone`() throws {
        let row = "Springfield,2027-Q3,950,51,250\n"
        for stored in [[], [("2026-Q4", 300.0)]] {
            let outcome = try Fixture.run(
                Self.keys, Self.header + row, context: try Self.context(stored))
            #expect(outcome.rules == ["no-earlier-figure"])
            #expect(outcome.findings.first?.city == "springfield")
            #expect(outcome.values.map(\.measure) == ["ops/staff"])
            #expect(outcome.summary.rejected == 1)
        }
    }

    @Test func `a cell that is no number is rejected, and so is what follows on it`() throws {
        let outcome = try Fixture.run(
            Self.keys, Self.header + Self.year.replacing(",700,", with: ",7OO,"))
        #expect(outcome.rules == ["not-a-number", "no-earlier-figure"])
        #expect(outcome.findings.map(\.row) == [3, nil])
        #expect(
            Self.calls(outcome) == ["springfield 2026-Q3": 400, "springfield 2027-Q2": 500])
    }

    @Test func `a year so far that falls gives a negative quarter, which is told`() throws {
        let outcome = try Fixture.run(
            Self.keys, Self.header + Self.year.replacing(",950,", with: ",650,"))
        #expect(outcome.rules == ["negative-value"])
        #expect(outcome.findings.first?.row == 4)
        #expect(outcome.findings.first?.column == 3)
    }

    @Test func `one key in two rows is one figure where they agree, and none where not`() throws {
        let first = "Springfield,2027-Q1,400,52,400\n"
        let again = try Fixture.run(Self.keys, Self.header + first + first)
        #expect(again.rules == ["duplicate-equal", "duplicate-equal"])
        #expect(again.summary.accepted == 2)
        let other = try Fixture.run(
            Self.keys, Self.header + first + "Springfield,2027-Q1,401,52,400\n")
        #expect(
            other.rules == ["duplicate-different", "duplicate-different", "duplicate-equal"])
        #expect(
            other.findings.first?.problem
                == "ops/calls of springfield for 2026-Q3 is \"400\" here and \"401\" in line 3")
        #expect(Set(other.values.map(\.measure)) == ["ops/staff"])
        #expect(other.summary.rejected == 2)
    }

    @Test func `months beside the year so far are read from headers with both`() throws {
        let keys = """
            title: Months and the year so far
            layout: wide
            city: {column: City}
            period: {calendar: {year_starts: 1}}
            values:
              - column: "{month} {year} YTD"
                period: "{month} {year}"
                measure: ops/calls
                accumulates: fiscal-year
            ignore: ["Jan 2026", "Feb 2026", "Mar 2026"]

            """
        let outcome = try Fixture.run(
            keys,
            "City,Jan 2026,Jan 2026 YTD,Feb 2026,Feb 2026 YTD,Mar 2026,Mar 2026 YTD\n"
                + "Springfield,10,10,12,22,9,31\n")
        #expect(outcome.rules == [])
        #expect(
            Self.calls(outcome) == [
                "springfield 2026-01": 10, "springfield 2026-02": 12, "springfield 2026-03": 9,
            ])
    }

    @Test func `long files and periods in headers may be of the year so far too`() throws {
        let long = try Fixture.run(
            Fixture.longKeys.replacing(
                "{column: Value}", with: "{column: Value, accumulates: fiscal-year}"),
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,100\n"
                + "Springfield,2026-Q2,calls,250\n")
        #expect(Self.calls(long) == ["springfield 2026-Q1": 100, "springfield 2026-Q2": 150])
        let wide = try Fixture.run(
            """
            title: Periods in the header
            layout: wide
            city: {column: City}
            period: {header: "20*"}
            measure: {column: Measure, codes: {calls: ops/calls}}
            value: {accumulates: fiscal-year}

            """, "City,Measure,2026-Q1,2026-Q2\nSpringfield,calls,100,250\n")
        #expect(Self.calls(wide) == ["springfield 2026-Q1": 100, "springfield 2026-Q2": 150])
    }

    @Test(
        arguments: [
            (
                "- {column: Staff, measure: ops/staff}",
                "- {column: Staff, measure: ops/staff, accumulates: fiscal-year}", "is a level"
            ),
            (
                "- {column: Staff, measure: ops/staff}",
                "- {column: Calls, measure: ops/calls}", "columns of the period alone"
            ),
            ("accumulates: fiscal-year", "accumulates: year", "fiscal-year"),
        ])
    func `what cannot be is an error of the mapping`(part: String, wrong: String, message: String) {
        do {
            _ = try Fixture.mapping(Self.keys.replacing(part, with: wrong))
            Issue.record("read without a fault")
        } catch let error as SpecError {
            #expect(error.issues.map(\.message).contains { $0.contains(message) })
        } catch {
            Issue.record(error)
        }
    }

    @Test func `a budget of the period may stand beside actuals of the year so far`() throws {
        _ = try Fixture.mapping(
            Self.keys.replacing(
                "- {column: Staff, measure: ops/staff}",
                with: "- {column: Calls Budget, measure: ops/calls, variant: budget}"))
    }
}

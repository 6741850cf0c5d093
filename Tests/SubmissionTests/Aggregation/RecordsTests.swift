import MetricSpec
import Testing

@testable import Submission

/// An invented export of service requests, its mapping under 30 lines.
enum Requests {
    static let keys = """
        title: Service requests
        layout: records
        city: {constant: springfield}
        period: {date: Opened, length: quarter, order: month-day-year}
        where: {Type: [Request, Complaint]}
        filter:
          - {column: Status, not: [Cancelled]}
        personal: [Caller name]
        ignore: [Street, Case, Hours, Age]
        figures:

        """
    static let header = "Case,Opened,Type,Status,Caller name,Street,Hours,Age\n"
    /// Two rows are left out: one by `where:`, one by `filter:`.
    static let rows = """
        1,01/05/2026,Request,Closed,A. Moe,Elm St,1,children
        2,02/10/2026 02:15 PM,Complaint,Closed,B. Moe,Elm St,2,adults
        3,03/31/2026,Request,Open,C. Moe,Oak St,,adults
        3,03/31/2026,Request,Closed,C. Moe,Oak St,6,adults
        4,04/01/2026,Request,Closed,D. Moe,Oak St,4,adults
        5,04/02/2026,Praise,Closed,E. Moe,Oak St,9,adults
        6,04/03/2026,Request,Cancelled,F. Moe,Oak St,9,adults

        """

    static func run(_ figures: String, rows: String = rows, more: String = "") throws -> Outcome {
        try Fixture.run(keys + figures + more, header + rows)
    }

    /// The figures by period.
    static func figures(_ figures: String) throws -> [String: Double] {
        let outcome = try run("  - " + figures + "\n")
        try #require(outcome.values.allSatisfy { $0.measure == "ops/calls" })
        return Dictionary(uniqueKeysWithValues: outcome.values.map { ($0.period, $0.value) })
    }
}

@Suite struct RecordsTests {
    @Test func `rows are counted in the quarter of their date`() throws {
        let figures = try Requests.figures("{measure: ops/calls, aggregate: count}")
        #expect(figures == ["2026-Q1": 4, "2026-Q2": 1])
    }

    @Test func `different texts are counted once`() throws {
        let figures = try Requests.figures(
            "{measure: ops/calls, aggregate: distinct, column: Case}")
        #expect(figures == ["2026-Q1": 3, "2026-Q2": 1])
    }

    @Test func `a sum passes over blank cells`() throws {
        // 1 + 2 + 6.
        let figures = try Requests.figures("{measure: ops/calls, aggregate: sum, column: Hours}")
        #expect(figures == ["2026-Q1": 9, "2026-Q2": 4])
    }

    @Test func `a sum is converted to the unit of its measure`() throws {
        let outcome = try Requests.run(
            "  - {measure: ops/waiting, aggregate: sum, column: Hours, unit: hours}\n")
        #expect(outcome.values.map(\.value) == [540, 240])
    }

    @Test func `a mean is that of the values that are there`() throws {
        let figures = try Requests.figures("{measure: ops/calls, aggregate: mean, column: Hours}")
        #expect(figures == ["2026-Q1": 3, "2026-Q2": 4])
    }

    @Test func `squares are summed about zero`() throws {
        // 1 + 4 + 36.
        let figures = try Requests.figures(
            "{measure: ops/calls, aggregate: sum-of-squares, column: Hours}")
        #expect(figures == ["2026-Q1": 41, "2026-Q2": 16])
    }

    @Test func `values at the threshold count as under it`() throws {
        let figures = try Requests.figures(
            "{measure: ops/calls, aggregate: at-or-below, column: Hours, threshold: 2}")
        #expect(figures == ["2026-Q1": 2, "2026-Q2": 0])
    }

    @Test func `a percentile lies between the two values around it`() throws {
        // Definition 7 of (1, 2, 6): position 2 x 0.75 = 1.5, so 2 + 0.5 x 4.
        let figures = try Requests.figures(
            "{measure: ops/calls, aggregate: percentile, column: Hours, percent: 75}")
        #expect(figures == ["2026-Q1": 4, "2026-Q2": 4])
    }

    @Test func `a code list says of which measure a row is`() throws {
        let keys = Requests.keys.replacing(
            "figures:",
            with: """
                measure: {column: Type, codes: {Request: ops/calls, Complaint: ops/visits}}
                figures:
                  - {aggregate: count}
                """
        ).replacing("where: {Type: [Request, Complaint]}\n", with: "")
        let outcome = try Fixture.run(keys, Requests.header + Requests.rows)
        #expect(
            outcome.values.map(\.description).sorted() == [
                "springfield ops/calls 2026-Q1 normal 3.0 @2:2",
                "springfield ops/calls 2026-Q2 normal 1.0 @6:2",
                "springfield ops/visits 2026-Q1 normal 1.0 @3:2",
            ])
        #expect(outcome.rules == ["unmapped-code"])
        #expect(outcome.findings.first?.row == 7)
    }

    @Test func `a figure can have rows of its own`() throws {
        let figures = try Requests.figures(
            "{measure: ops/calls, aggregate: count, where: {Status: Open}}")
        #expect(figures == ["2026-Q1": 1])
    }

    @Test func `a breakdown makes figures of their own`() throws {
        let outcome = try Requests.run(
            "  - {measure: ops/calls, aggregate: count}\n", more: "breakdown: {column: Age}\n")
        let found = outcome.values.map { "\($0.breakdown) \($0.period) \($0.value)" }
        #expect(
            found == ["children 2026-Q1 1.0", "adults 2026-Q1 3.0", "adults 2026-Q2 1.0"])
    }

    @Test func `rows and figures are counted apart`() throws {
        let outcome = try Requests.run("  - {measure: ops/calls, aggregate: count}\n")
        #expect(outcome.summary.rows == 7)
        #expect(outcome.summary.leftOutRows == 2)
        #expect(outcome.summary.values == 2)
        #expect(outcome.summary.accepted == 2)
        #expect(outcome.summary.rejected == 0)
        #expect(outcome.summary.areDuplicatesChecked)
    }

    @Test func `a row that cannot be read is rejected and not counted`() throws {
        let outcome = try Requests.run(
            "  - {measure: ops/calls, aggregate: sum, column: Hours}\n",
            rows: Requests.rows + "7,04/05/2026,Request,Closed,G. Moe,Oak St,soon,adults\n")
        #expect(outcome.rules == ["not-a-number"])
        #expect(outcome.findings.first?.place.contains("line 9, column G") == true)
        #expect(outcome.values.map(\.value) == [9, 4])
        #expect(outcome.summary.values == 3)
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `equal faults are one finding`() throws {
        let row = "7,04/05/2026,Request,Closed,G. Moe,Oak St,soon,adults\n"
        let outcome = try Requests.run(
            "  - {measure: ops/calls, aggregate: sum, column: Hours}\n",
            rows: row + row + row)
        #expect(outcome.findings.count == 1)
        #expect(outcome.findings.first?.problem.hasSuffix("and so in 3 rows") == true)
        #expect(outcome.summary.rejected == 3)
    }

    @Test func `a bound leaves out what lies below it and blank cells`() throws {
        let keys = Requests.keys.replacing(
            "  - {column: Status, not: [Cancelled]}",
            with: "  - {column: Status, not: [Cancelled]}\n  - {column: Hours, greater: 1}")
        let outcome = try Fixture.run(
            keys + "  - {measure: ops/calls, aggregate: count}\n",
            Requests.header + Requests.rows)
        #expect(outcome.values.map(\.value) == [2, 1])
    }

    @Test func `a fiscal quarter may begin in any month`() throws {
        // Of a year from February on, January is in the quarter from November.
        let context = try Fixture.context(
            calendar: try #require(FiscalCalendar(yearStarts: 2)))
        let outcome = try Fixture.run(
            Requests.keys + "  - {measure: ops/calls, aggregate: count}\n",
            Requests.header + Requests.rows, context: context)
        #expect(outcome.values.map(\.period) == ["2025-11/P3M", "2026-02/P3M"])
        #expect(outcome.values.map(\.value) == [1, 4])
    }

    @Test func `a figure in its own measure is named once`() throws {
        let twice = "  - {measure: ops/calls, aggregate: count}\n"
        #expect(throws: SpecError.self) { try Fixture.mapping(Requests.keys + twice + twice) }
    }
}

import MetricSpec
import Testing

@testable import Submission

@Suite struct TwoWayTests {
    private let keys = """
        title: Rows are measures, columns are periods and variants
        layout: wide
        city: {constant: springfield}
        period: {calendar: {year_starts: 7}}
        measure: {column: Line, codes: {calls: ops/calls, staff: ops/staff}, ignore_codes: [of*]}
        values:
          - {column: "{quarter} * Actual {year}", period: "{quarter} {year}"}
          - {column: "Original Budget {period}", variant: budget}
        ignore: ["YTD*"]

        """
    private let header =
        "Line,\"Q1 Sept Actual\n2019/20\",Q2 Dec  actual 2019/20,Original Budget 2019/20,YTD\n"

    @Test func `a column's header says period and variant of its figures`() throws {
        let outcome = try Fixture.run(
            keys, header + "calls,1,2,9,3\nof which,7,7,7,7\nstaff,3,,8,3\n")
        #expect(
            outcome.values.map { "\($0) \($0.variant)" } == [
                "springfield ops/calls 2019-Q3 normal 1.0 @3:2 actual",
                "springfield ops/calls 2019-Q4 normal 2.0 @3:3 actual",
                "springfield ops/calls 2019-07/P1Y normal 9.0 @3:4 budget",
                "springfield ops/staff 2019-Q3 normal 3.0 @5:2 actual",
                "springfield ops/staff 2019-Q4 not_reported 0.0 @5:3 actual",
                "springfield ops/staff 2019-07/P1Y normal 8.0 @5:4 budget",
            ])
        #expect(outcome.rules == [])
        #expect(outcome.summary.leftOutRows == 1)
    }

    @Test func `a header can name measure, variant and group in the file's codes`() throws {
        let yaml = """
            title: All in the header
            layout: wide
            city: {column: City}
            period: {constant: 2026-Q1}
            measure: {codes: {Calls: ops/calls, Staff: ops/staff}, ignore_codes: [Share*]}
            variant: {codes: {Plan: budget, Real: actual}}
            breakdown: {list: age, codes: {young: children, all: total}}
            values:
              - {column: "{measure} {variant} {breakdown}"}

            """
        let outcome = try Fixture.run(
            yaml,
            "City,Calls Real young,Calls Real all,Staff plan all,Share Real all\n"
                + "Springfield,1,2,3,4\n")
        #expect(
            outcome.values.map { "\($0.measure) \($0.variant) \($0.breakdown) \($0.value)" } == [
                "ops/calls actual children 1.0", "ops/calls actual total 2.0",
                "ops/staff budget total 3.0",
            ])
        #expect(outcome.rules == [])
    }

    @Test func `two header rows say period and variant, each title over its columns`() throws {
        let yaml = """
            title: Two header rows
            format: {header_rows: 1..2}
            layout: wide
            city: {constant: springfield}
            period: {calendar: {year_starts: 7}}
            measure: {column: Line, codes: {calls: ops/calls, staff: ops/staff}}
            variant: {codes: {Plan: budget, Real: actual}}
            values: [{header: ["{period}", "{variant}"]}]

            """
        let outcome = try Fixture.run(
            yaml, ",2018/19,,2019/20,\nLine,Real,Plan,Real,Plan\ncalls,1,2,3,4\nstaff,5,6,7,8\n")
        #expect(outcome.rules == [])
        #expect(
            outcome.values.map { "\($0.measure) \($0.period) \($0.variant) \($0.value)" } == [
                "ops/calls 2018-07/P1Y actual 1.0", "ops/calls 2018-07/P1Y budget 2.0",
                "ops/calls 2019-07/P1Y actual 3.0", "ops/calls 2019-07/P1Y budget 4.0",
                "ops/staff 2018-07/P1Y actual 5.0", "ops/staff 2018-07/P1Y budget 6.0",
                "ops/staff 2019-07/P1Y actual 7.0", "ops/staff 2019-07/P1Y budget 8.0",
            ])
        let uses = try Fixture.mapping(yaml).uses(
            ofColumns: outcome.summary.header, rows: outcome.summary.headerRows,
            in: try Fixture.standard())
        #expect(uses.map(\.use) == ["code", "value", "value", "value", "value"])
    }

    @Test(
        arguments: [
            ("Calls Fact all", "unknown-variant", "\"Fact\" is no variant"),
            ("Calls Real old", "unknown-breakdown", "\"old\" is no"),
            ("Bells Real all", "unknown-code", "\"Bells\" is no code"),
        ])
    func `a part of a header that stands for nothing is an error at its column`(
        name: String, rule: String, problem: String
    ) throws {
        let yaml = """
            title: All in the header
            layout: wide
            city: {column: City}
            period: {constant: 2026-Q1}
            measure: {codes: {Calls: ops/calls}}
            variant: {codes: {Real: actual}}
            breakdown: {list: age, codes: {all: total}}
            values: [{column: "{measure} {variant} {breakdown}"}]

            """
        let outcome = try Fixture.run(yaml, "City,Calls Real all,\(name)\nSpringfield,1,2\n")
        #expect(outcome.rules == [rule])
        #expect(outcome.findings.first?.column == 3)
        #expect(outcome.findings.first?.problem.contains(problem) == true)
        #expect(outcome.summary.isRejected)
    }

    @Test func `a header whose period cannot be read is an error at its column`() throws {
        let outcome = try Fixture.run(
            keys, "Line,Q1 Sept Actual 2019/20,Q9 X Actual 2019/20,Original Budget 2019/20\n")
        #expect(outcome.rules == ["unknown-period"])
        #expect(outcome.findings.first?.column == 3)
    }

    @Test func `a pattern without a column is a mapped column that is gone`() throws {
        let outcome = try Fixture.run(keys, "Line,Original Budget 2019/20\ncalls,1\n")
        #expect(outcome.rules == ["mapped-column-missing"])
        let optional = keys.replacing("{year}\", period", with: "{year}\", optional: true, period")
        #expect(try Fixture.run(optional, "Line,Original Budget 2019/20\ncalls,1\n").rules == [])
    }

    @Test func `a pattern takes no column that the mapping names`() throws {
        let yaml = """
            title: Names come first
            layout: wide
            city: {column: City}
            period: {constant: 2026-Q1}
            values:
              - {column: "C*", measure: ops/staff}
              - {column: Calls, measure: ops/calls, variant: budget}

            """
        let outcome = try Fixture.run(yaml, "City,Calls,Crew\nSpringfield,1,2\n")
        #expect(
            outcome.values.map { "\($0.measure) \($0.variant) \($0.column)" } == [
                "ops/staff actual 3", "ops/calls budget 2",
            ])
    }

    @Test func `a name with a star in it is a name where a column has it`() throws {
        let yaml = Fixture.wideKeys.replacing("column: Staff", with: "column: \"Staff*\"")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff*,Staff of others\nSpringfield,2026-Q1,1,2,3\n")
        #expect(outcome.values.map(\.column) == [3, 4])
        #expect(outcome.rules == ["unmapped-column"])
    }

    @Test func `each column has its own unit and multiplier`() throws {
        let yaml = """
            title: Units
            layout: wide
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            measure: {column: Line, codes: {time: ops/waiting, money: ops/spending}}
            values:
              - {column: "* hours", unit: hours, breakdown: total}
              - {column: "* thousand", multiplier: 1000, variant: budget}

            """
        #expect(
            throws: SpecError.self, "hours are no money", performing: { try Fixture.mapping(yaml) })
        let outcome = try Fixture.run(
            yaml.replacing(", money: ops/spending", with: ""),
            "Line,In hours,In thousand\ntime,2,3\n")
        #expect(outcome.values.map(\.value) == [120, 3000])
    }
}

/// Rows that are added up, with columns that say their period.
@Suite struct TwoWayRecordsTests {
    private let keys = """
        title: One row a project
        layout: records
        city: {column: City}
        period: {calendar: {year_starts: 7}}
        measure: {column: Line, codes: {calls: ops/calls, money: ops/spending}}
        figures:
          - {column: "{period} Actual", aggregate: sum}
          - {column: "{period} Budget", aggregate: sum, variant: budget, multiplier: 10}
        ignore: [Name]

        """

    @Test func `rows of one measure are added up in each column`() throws {
        let outcome = try Fixture.run(
            keys,
            """
            City,Line,Name,2018/19 Actual,2019/20 Actual,2019/20 Budget
            Springfield,calls,a,1,2,3
            Springfield,calls,b,10,,30
            St. John,money,c,,5,
            """)
        #expect(
            outcome.values.map { "\($0) \($0.variant)" } == [
                "springfield ops/calls 2018-07/P1Y normal 11.0 @2:4 actual",
                "springfield ops/calls 2019-07/P1Y normal 2.0 @2:5 actual",
                "springfield ops/calls 2019-07/P1Y normal 330.0 @2:6 budget",
                "st-john ops/spending 2019-07/P1Y normal 5.0 @4:5 actual",
            ])
        #expect(outcome.rules == [])
    }

    @Test func `two columns that mean the same are an error`() throws {
        let outcome = try Fixture.run(
            keys,
            "City,Line,Name,2018/19 Actual,2018/19  actual,2019/20 Budget\nSpringfield,calls,a,1,2,3\n"
        )
        #expect(outcome.of(.mappedColumnTwice).first?.problem.contains("(D, E)") == true)
        #expect(outcome.summary.isRejected)
    }
}

import MetricSpec
import Tabular
import Testing

@testable import Submission

@Suite struct IntakeTests {
    @Test func `a long file becomes values with their positions`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            """
            City,Period,Measure,Value
            Springfield,2026-Q1,calls,120
            st. john,2026-Q1,staff,12.50

            """)
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/calls 2026-Q1 normal 120.0 @2:4",
                "st-john ops/staff 2026-Q1 normal 12.5 @3:4 <12.50>",
            ])
        #expect(outcome.findings.isEmpty)
        #expect(outcome.summary.accepted == 2)
        #expect(outcome.summary.rows == 2)
        #expect(!outcome.summary.hasRejections)
    }

    @Test func `a wide file becomes one value a measure column`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            "Staff;Quarter; CITY ;calls\r\n10;Q1 2026;City of Springfield;200\r\n")
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/calls 2026-Q1 normal 200.0 @2:4",
                "springfield ops/staff 2026-Q1 normal 10.0 @2:1",
            ])
        #expect(outcome.summary.dialect?.delimiterName == "semicolon")
    }

    @Test func `a blank cell is missing, not zero`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,,0\n")
        #expect(outcome.values.map(\.status) == ["not_reported", "normal"])
        #expect(outcome.summary.missing == 1)
        #expect(outcome.summary.accepted == 2)
    }

    @Test func `marks of missing values keep their reason and text`() throws {
        let yaml = Fixture.wideKeys + "\nmissing: {n/a: not_collected, \"-9\": withheld}\n"
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1, N/A ,-9\n")
        #expect(outcome.values.map(\.status) == ["not_collected", "withheld"])
        #expect(outcome.values.map(\.raw) == ["N/A", "-9"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func `a status column says estimated, and a missing reason for an empty cell`() throws {
        let yaml =
            Fixture.longKeys + "\nstatus: {column: S, codes: {e: estimated, c: not_collected}}\n"
        let outcome = try Fixture.run(
            yaml,
            "City,Period,Measure,Value,S\nSpringfield,2026-Q1,calls,5,e\n"
                + "Springfield,2026-Q2,calls,,c\nSpringfield,2026-Q3,calls,,e\n")
        #expect(outcome.values.map(\.status) == ["estimated", "not_collected", "not_reported"])
    }

    @Test func `thousands, decimal comma and multiplier are applied exactly`() throws {
        let yaml = """
            title: Money
            layout: wide
            format: {decimal: ",", thousands: ".", delimiter: ";"}
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            values:
              - {column: Spent, measure: ops/spending, multiplier: 1000, unit: usd}
            """
        let outcome = try Fixture.run(yaml, "Spent\n1.204,7\n")
        #expect(outcome.values.map(\.value) == [1_204_700])
        #expect(outcome.values.map(\.raw) == ["1.204,7"])
    }

    @Test func `rows that a condition leaves out are counted, not reported`() throws {
        let yaml = Fixture.longKeys + "\nwhere: {Kind: [Real, Final]}\n"
        let outcome = try Fixture.run(
            yaml,
            "Kind,City,Period,Measure,Value\nReal,Springfield,2026-Q1,calls,1\n"
                + "Cash,Nowhere,never,nothing,x\nFinal,Springfield,2026-Q2,calls,2\n")
        #expect(outcome.values.map(\.value) == [1, 2])
        #expect(outcome.summary.leftOutRows == 1)
        #expect(outcome.findings.isEmpty)
    }

    @Test func `codes that are ignored on purpose are counted, not reported`() throws {
        let yaml = Fixture.longKeys.replacing(
            "codes: {", with: "ignore_codes: [total, \"sub*\"], codes: {")
        let outcome = try Fixture.run(
            yaml,
            "City,Period,Measure,Value\nSpringfield,2026-Q1,total,1\n"
                + "Springfield,2026-Q1,subtotal,1\nSpringfield,2026-Q1,calls,2\n")
        #expect(outcome.values.map(\.value) == [2])
        #expect(outcome.summary.leftOutRows == 2)
    }

    @Test func `a prefix turns codes into ids of measures`() throws {
        let yaml = Fixture.longKeys.replacing(
            "codes: {calls: ops/calls, staff: ops/staff}", with: "prefix: ops/")
        let outcome = try Fixture.run(
            yaml, "City,Period,Measure,Value\nSpringfield,2026-Q1,staff,1\n")
        #expect(outcome.values.map(\.measure) == ["ops/staff"])
    }

    @Test func `city and period come from the path`() throws {
        let yaml = """
            title: By path
            layout: wide
            city: {path: "{period}/{city}/*.csv"}
            period: {path: "{period}/{city}/*.csv"}
            values: [{column: Calls, measure: ops/calls}]
            """
        let outcome = try Fixture.run(
            yaml, "Calls\n7\n", path: "2015-07--P1Y/st-john/calls.csv")
        #expect(
            outcome.values.map(\.description) == [
                "st-john ops/calls 2015-07/P1Y normal 7.0 @2:1"
            ])
    }

    @Test func `a file name carries a fiscal year of two digits`() throws {
        let yaml = """
            title: Town indicators
            layout: wide
            city: {column: Municipality}
            period:
              path: "*/FISCIN{period}.csv"
              style: fiscal-year
              calendar: {year_starts: 7, year_named: end}
            values: [{column: Calls, measure: ops/calls}]
            """
        let outcome = try Fixture.run(
            yaml, "Municipality,Calls\nSPRINGFIELD,6.2e+03\n", path: "x/y/FISCIN12.csv")
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/calls 2011-07/P1Y normal 6200.0 @2:2 <6.2e+03>"
            ])
    }

    @Test func `the first name that is there serves a column with several names`() throws {
        let yaml = """
            title: Drift
            layout: wide
            city: {column: City}
            period: {constant: 2026-Q1}
            values:
              - {column: ["2016 Staff", "2015 Staff"], measure: ops/staff}
              - {column: Calls, measure: ops/calls, optional: true}
            """
        let outcome = try Fixture.run(yaml, "City,2015  staff\nSpringfield,3\n")
        #expect(outcome.values.map(\.value) == [3])
        #expect(outcome.findings.isEmpty)
    }

    @Test func `variants come from a column of codes`() throws {
        let yaml = Fixture.longKeys + "\nvariant: {column: Kind, codes: {B: budget, A: actual}}\n"
        let outcome = try Fixture.run(
            yaml,
            "City,Period,Measure,Value,Kind\nSpringfield,2026-Q1,calls,1,B\n"
                + "Springfield,2026-Q1,calls,2,a\n")
        #expect(outcome.values.map(\.variant) == ["budget", "actual"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func `personal columns are in no finding`() throws {
        let yaml = Fixture.longKeys + "\npersonal: [Officer*]\n"
        let outcome = try Fixture.run(
            yaml,
            "City,Officer name,Period,Measure,Value\nNowhere,Jane Roe,2026-Q1,calls,1\n"
                + "Springfield,Jane Roe,2026-Q1\n")
        #expect(outcome.rules == ["unknown-city", "ragged-row"])
        #expect(outcome.findings.map(\.rawText) == ["Nowhere,,2026-Q1,calls,1", nil])
        for finding in outcome.findings { #expect(!finding.message.contains("Jane")) }
    }

    @Test func `values are the same however the file is cut into batches`() throws {
        var text = "City,Period,Measure,Value\n"
        for year in 2000..<2100 {
            for month in 1...12 {
                for measure in ["calls", "staff"] {
                    for city in ["Springfield", "St. John"] {
                        let period = "\(year)-\(month < 10 ? "0" : "")\(month)"
                        text += "\(city),\(period),\(measure),\(year * month)\n"
                    }
                }
            }
        }
        for row in 0..<6_000 { text += "Nowhere \(row),2026-Q1,calls,1\n" }
        let outcome = try Fixture.run(Fixture.longKeys, text)
        #expect(outcome.values.count == 100 * 12 * 4)
        #expect(outcome.of(.unknownCity).count == 6_000)
        #expect(outcome.summary.rejected == 6_000)
        #expect(outcome.values.last?.row == 4_801)
        #expect(outcome.values.last?.value == 25_188)
    }

    @Test func `a rule's id is permanent, unique and in kebab-case`() {
        let ids = RuleCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isLowercase } })
        #expect(RuleCatalogue.rule("not-a-number")?.severity == .error)
        #expect(RuleCatalogue.rule("gone") == nil)
    }
}

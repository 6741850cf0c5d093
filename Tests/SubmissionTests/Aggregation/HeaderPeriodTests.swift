import MetricSpec
import Testing

@testable import Submission

@Suite struct HeaderPeriodTests {
    private let keys = """
        title: Periods in the header
        layout: wide
        city: {constant: springfield}
        period: {header: "Q*"}
        measure: {column: Measure, codes: {calls: ops/calls, staff: ops/staff}}

        """

    @Test func `each column is a period and each row a measure`() throws {
        let outcome = try Fixture.run(
            keys, "Measure,Q1 2026,Q2 2026\ncalls,1,2\nstaff,3,\n")
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/calls 2026-Q1 normal 1.0 @2:2",
                "springfield ops/calls 2026-Q2 normal 2.0 @2:3",
                "springfield ops/staff 2026-Q1 normal 3.0 @3:2",
                "springfield ops/staff 2026-Q2 not_reported 0.0 @3:3",
            ])
        #expect(outcome.rules == [])
    }

    @Test func `a file of one measure has a row a city`() throws {
        let yaml = """
            title: One measure
            layout: wide
            city: {column: City}
            period: {header: "20*"}
            measure: {constant: ops/spending}
            value: {multiplier: 1000}

            """
        let outcome = try Fixture.run(yaml, "City,2025,2026\nSpringfield,1.5,2\nSt. John,3,4\n")
        #expect(outcome.values.map(\.value) == [1500, 2000, 3000, 4000])
        #expect(outcome.values.map(\.period) == ["2025", "2026", "2025", "2026"])
    }

    @Test func `a header that names no period rejects the file`() throws {
        let outcome = try Fixture.run(keys, "Measure,Q1 2026,Quality\ncalls,1,2\n")
        #expect(outcome.rules == ["unknown-period"])
        #expect(outcome.findings.first?.column == 3)
        #expect(outcome.summary.isRejected)
    }

    @Test func `a file without such columns is rejected`() throws {
        let outcome = try Fixture.run(keys, "Measure,Total\ncalls,1\n")
        #expect(outcome.of(.mappedColumnMissing).count == 1)
        #expect(outcome.summary.isRejected)
    }

    @Test func `the same measure in two rows is a duplicate`() throws {
        let outcome = try Fixture.run(keys, "Measure,Q1 2026\ncalls,1\ncalls,2\n")
        #expect(Set(outcome.rules) == ["duplicate-different"])
    }
}

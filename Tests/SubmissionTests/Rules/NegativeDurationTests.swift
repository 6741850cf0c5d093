import Testing

@testable import Submission

@Suite struct NegativeDurationTests {
    private func run(_ rows: String, _ figure: String) throws -> Outcome {
        try Cases.run(
            rows, "figures: [{measure: ops/waiting, \(figure)}]\n",
            keys: Cases.keys.replacing("Closed, ", with: ""))
    }
    private let mean =
        "aggregate: mean, duration: {from: Opened, to: Closed, unit: hours}, unit: hours"

    @Test func `an end before its beginning does not count`() throws {
        let outcome = try run(
            "1,2026-01-05,2026-01-06,road,\n2,2026-01-05,2026-01-04 23:00,road,\n", mean)
        #expect(outcome.rules == ["negative-duration"])
        #expect(
            outcome.findings.first?.problem
                == "it ends on 2026-01-04 23:00, before it begins on 2026-01-05")
        // A day in the measure's minutes.
        #expect(outcome.values.map(\.value) == [1440])
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `an end at its beginning is no time at all and counts`() throws {
        let outcome = try run(
            "1,2026-01-05 10:00,2026-01-05 10:00,road,\n2,2026-01-05 10:00,2026-01-05 12:00,road,\n",
            mean)
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [60])
    }

    @Test func `a record without an end is passed over`() throws {
        let outcome = try run("1,2026-01-05,,road,\n2,2026-01-05,2026-01-06,road,\n", mean)
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [1440])
    }

    @Test func `a threshold is in the unit of the time`() throws {
        let rows = "1,2026-01-05,2026-01-07,road,\n2,2026-01-05,2026-01-08,road,\n"
        let outcome = try Cases.run(
            rows,
            """
            figures:
              - measure: ops/staff
                aggregate: at-or-below
                threshold: 2
                duration: {from: Opened, to: Closed, unit: days}

            """, keys: Cases.keys.replacing("Closed, ", with: ""))
        #expect(outcome.values.map(\.value) == [1])
    }

    @Test func `a post that ends before it begins is an error, one that ends at once is none`()
        throws
    {
        func rules(_ until: String) throws -> Outcome {
            try Fixture.run(
                """
                title: Posts
                layout: positions
                city: {constant: springfield}
                period: {constant: "2026-Q1"}
                posts: {from: From, until: Until}
                figures: [{measure: ops/spending, aggregate: full-time-equivalents}]

                """, "From,Until\n2026-02-01,\(until)\n")
        }
        let early = try rules("2026-01-31")
        #expect(early.rules == ["negative-duration"])
        #expect(early.findings.first?.column == 2)
        #expect(early.values.isEmpty)
        #expect(try rules("2026-02-01").rules == [])
    }
}

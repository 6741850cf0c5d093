import Testing

@testable import Submission

@Suite struct PercentileTooLargeTests {
    private func run(keep: Int) throws -> Outcome {
        try Requests.run(
            "  - {measure: ops/calls, aggregate: percentile, column: Hours, percent: 50, "
                + "keep: \(keep)}\n")
    }

    @Test func `a percentile of more values than are kept is refused`() throws {
        let outcome = try run(keep: 3)
        #expect(outcome.rules == ["percentile-too-large"])
        #expect(outcome.findings.first?.problem.contains("is of 4 values and only 3") == true)
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.hasRejections)
    }

    @Test func `a percentile of as many values as are kept is exact`() throws {
        let outcome = try run(keep: 4)
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [2, 4])
    }

    @Test func `other figures of the file are accepted`() throws {
        let outcome = try Requests.run(
            """
              - {measure: ops/calls, aggregate: percentile, column: Hours, percent: 50, keep: 1}
              - {measure: ops/staff, aggregate: count}

            """)
        #expect(outcome.rules == ["percentile-too-large"])
        #expect(Set(outcome.values.map(\.measure)) == ["ops/staff"])
    }
}

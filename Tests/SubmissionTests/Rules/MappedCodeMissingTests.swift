import Testing

@testable import Submission

@Suite struct MappedCodeMissingTests {
    private func run(_ kinds: [String]) throws -> Outcome {
        let more = """
            measure: {column: Kind, codes: {road: ops/staff, street: ops/staff, water: ops/calls}}
            figures: [{aggregate: count}]

            """
        let rows = kinds.map { "1,2026-01-05,,\($0),\n" }.joined()
        return try Cases.run(rows, more, keys: Cases.keys.replacing("Kind, ", with: ""))
    }

    @Test func `a measure without a record is named with its codes`() throws {
        let outcome = try run(["water"])
        #expect(outcome.rules == ["mapped-code-missing"])
        #expect(
            outcome.findings.first?.problem
                == "no row has a code of ops/staff (\"road\", \"street\")")
        #expect(outcome.summary.rejected == 0)
    }

    @Test func `codes that are there are no finding`() throws {
        #expect(try run(["road", "street", "water"]).rules == [])
    }

    @Test func `one of a measure's codes is enough`() throws {
        #expect(try run(["street", "water"]).rules == [])
    }
}

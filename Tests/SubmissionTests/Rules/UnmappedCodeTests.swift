import Testing

@testable import Submission

@Suite struct UnmappedCodeTests {
    private let more = """
        measure: {column: Kind, codes: {road: ops/staff, water: ops/calls}, ignore_codes: [praise]}
        figures: [{aggregate: count}]

        """

    private func run(_ kinds: [String]) throws -> Outcome {
        let rows = kinds.map { "1,2026-01-05,,\($0),\n" }.joined()
        return try Cases.run(rows, more, keys: Cases.keys.replacing("Kind, ", with: ""))
    }

    @Test func `new codes are one finding with their rows and share`() throws {
        let outcome = try run(["road", "water", "roads", "noise", "roads"])
        #expect(outcome.rules == ["unmapped-code"])
        #expect(
            outcome.findings.first?.problem
                == "2 codes are neither mapped nor ignored, with 3 rows, 60 % of all: "
                + "\"roads\" (2), \"noise\" (1)")
        #expect(
            outcome.findings.first?.remedy?.hasPrefix("Is \"roads\" what was \"road\"? ") == true)
        #expect(outcome.values.map(\.value) == [1, 1])
        #expect(outcome.summary.rejected == 3)
    }

    @Test func `mapped and ignored codes are no finding`() throws {
        #expect(try run(["road", "water", "praise"]).rules == [])
    }

    @Test func `a blank code is one that is not mapped`() throws {
        #expect(
            try run(["road", "water", ""]).findings.first?.problem
                == "1 code is neither mapped nor ignored, with 1 row, 33.3 % of all: \"\" (1)")
    }
}
